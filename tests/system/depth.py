"""How deep the searches for hostile input go."""

import os

# How many times as many examples are tried as in every run of the suite.
DEPTH = int(os.environ.get("CAMPUSDESK_TEST_DEPTH", "1"))
