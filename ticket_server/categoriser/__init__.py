"""Say which team takes care of a ticket by the words of its text."""
