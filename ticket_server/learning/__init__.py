"""Make a version of the categories from the corpus and a campus's corrections."""
