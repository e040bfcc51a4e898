"""The desk: the desktop program that people report, answer and close tickets in."""
