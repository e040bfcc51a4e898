"""What tickets are found by: one row of terms a ticket, kept by the writer, and an index over them in either store."""
