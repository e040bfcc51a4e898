"""How deep the searches for hostile input go: as deep as every run of the suite can bear, and deeper on demand."""

import pytest

# How many times as many examples are tried as in every run of the suite.
DEPTHS = [1, pytest.param(20, marks=[pytest.mark.long, pytest.mark.timeout(3_600)])]
