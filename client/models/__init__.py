"""What the desk knows, as Qt models and plot series: truth without pixels."""
