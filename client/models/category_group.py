"""The categories as the plots have them: each that this desk knows, and all that a newer server may know beside."""

from enum import Enum
from typing import TypeAlias

from PySide6.QtCore import QCoreApplication

from campusdesk.rules import Category
from client.text import brief_category_words, category_within_words, category_words


class Other(Enum):
    """All categories together that this desk does not know: left out, their tickets would be missing in sums."""

    CATEGORIES = "other"


OTHER = Other.CATEGORIES
Group: TypeAlias = Category | Other
_KNOWN = {int(category): category for category in Category}


def group_of(code: int) -> Group:
    """Return what a category's number in the contract belongs to."""
    return _KNOWN.get(code, OTHER)


def group_words(group: Group) -> str:
    """Return the name of a category, or of all others."""
    if isinstance(group, Category):
        return category_words(group)
    return QCoreApplication.translate("Series", "Other categories")


def group_brief(group: Group) -> str:
    """Return the same in a word."""
    if isinstance(group, Category):
        return brief_category_words(group)
    return QCoreApplication.translate("Series", "Other")


def group_within(group: Group) -> str:
    """Return the same as it stands within a sentence."""
    if isinstance(group, Category):
        return category_within_words(group)
    return QCoreApplication.translate("Series", "other categories")
