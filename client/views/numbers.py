"""How numbers are written for people."""

from PySide6.QtCore import QLocale


def count_words(count: int) -> str:
    """Return a count with the separators of the person's language, such as 2,341."""
    return QLocale().toString(count)
