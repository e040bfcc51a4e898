"""How numbers are written for people."""

from PySide6.QtCore import QCoreApplication, QLocale


def count_words(count: int) -> str:
    """Return a count with the separators of the person's language, such as 2,341."""
    return QLocale().toString(count)


def tickets_words(count: int) -> str:
    """Return how many tickets there are, such as "1 ticket"."""
    if count == 1:
        return QCoreApplication.translate("Numbers", "1 ticket")
    return QCoreApplication.translate("Numbers", "%1 tickets").replace("%1", count_words(count))


def too_long_words(over: int) -> str:
    """Return by how many characters a text is too long, such as "1 character too long"."""
    if over == 1:
        return QCoreApplication.translate("Numbers", "1 character too long")
    return QCoreApplication.translate("Numbers", "%1 characters too long").replace("%1", count_words(over))


def reported_words(count: int) -> str:
    """Return how many people reported something, with %2 where it stands what."""
    if count == 1:
        return QCoreApplication.translate("Numbers", "1 person already reported this: %2")
    words = QCoreApplication.translate("Numbers", "%1 people already reported this: %2")
    return words.replace("%1", count_words(count))


def similar_words(count: int) -> str:
    """Return how many tickets are similar to one; "" for none."""
    words = QCoreApplication.translate("Numbers", "%1 similar")
    return words.replace("%1", count_words(count)) if count else ""


def me_too_words(count: int) -> str:
    """Return how many others said that they have a problem too; "" for nobody."""
    if count == 1:
        return QCoreApplication.translate("Numbers", "1 more has this too")
    words = QCoreApplication.translate("Numbers", "%1 more have this too")
    return words.replace("%1", count_words(count)) if count else ""
