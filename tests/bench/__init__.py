"""Measurements, printed and never judged: ratios within one run are what counts."""
