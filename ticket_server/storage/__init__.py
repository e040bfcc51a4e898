"""The store: the only place that knows there is a database and what its tables look like."""
