"""What the bars of the backlog are stacked of, and what that is called."""

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeAlias

from PySide6.QtCore import QCoreApplication

from campusdesk.rules import Category, Status
from client.models.backlog_ages import WAITING
from client.models.category_group import Group, group_brief, group_words
from client.text import status_words


class Split(StrEnum):
    """What is shown by bars: the period's tickets by status or category, or all by their age."""

    STATUS = "status"
    CATEGORY = "category"
    AGE = "age"


Part: TypeAlias = Status | Group
# Beside them stand other categories, where a server tells of some.
PARTS: Mapping[Split, tuple[Part, ...]] = {
    Split.STATUS: WAITING,
    Split.CATEGORY: tuple(Category),
    Split.AGE: WAITING,
}


def part_words(part: Part) -> str:
    """Return the name of a part of the bars."""
    return status_words(part) if isinstance(part, Status) else group_words(part)


def part_brief(part: Part) -> str:
    """Return the same in a word."""
    return status_words(part) if isinstance(part, Status) else group_brief(part)


def part_heading(part: Part) -> str:
    """Return what stands over a column of its counts."""
    if not isinstance(part, Status):
        return group_words(part)
    return {
        Status.OPEN: QCoreApplication.translate("Series", "Open"),
        Status.ACTIVE: QCoreApplication.translate("Series", "Active"),
    }[part]
