"""The ordinary words of reports: of two places one may be called by them, and the other by another language's."""

from functools import cache
from pathlib import Path

# Written by build/ordinary_words.py.
ARTEFACT = Path(__file__).with_name("ordinary.txt")


@cache
def ordinary_words() -> frozenset[str]:
    """Return the words, without case and accents; raises OSError when the file is not there."""
    return frozenset(ARTEFACT.read_text(encoding="utf-8").split())
