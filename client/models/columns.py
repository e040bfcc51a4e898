"""The columns of the ticket table: what they are called, what they show, what they are sorted by."""

from collections.abc import Mapping
from enum import IntEnum

from PySide6.QtCore import QCoreApplication, Qt

from campusdesk.facts import TicketFacts
from campusdesk.rules import Category, CategorySource, Role, Status, Sureness
from client.models.ticket_texts import TicketText
from client.text import (
    age_words,
    author_words,
    category_source_words,
    category_words,
    doubt,
    judged_words,
    moment_words,
    status_words,
)


class Column(IntEnum):
    """What a column shows."""

    NUMBER = 0
    STATUS = 1
    CATEGORY = 2
    PROBLEM = 3
    LOCATION = 4
    OPENED = 5
    MODIFIED = 6
    CLOSED = 7
    TAKEN_BY = 8
    MESSAGES = 9
    ME_TOO = 10
    ACTIVATED = 11
    AGE = 12
    LAST_MESSAGE = 13
    CONFIDENCE = 14


USER_COLUMNS = (
    Column.NUMBER,
    Column.STATUS,
    Column.PROBLEM,
    Column.LOCATION,
    Column.CATEGORY,
    Column.OPENED,
    Column.MODIFIED,
    Column.MESSAGES,
    Column.ME_TOO,
    Column.ACTIVATED,
    Column.AGE,
    Column.LAST_MESSAGE,
)
STAFF_COLUMNS = (
    Column.NUMBER,
    Column.STATUS,
    Column.PROBLEM,
    Column.LOCATION,
    Column.CATEGORY,
    Column.TAKEN_BY,
    Column.OPENED,
    Column.MODIFIED,
    Column.CLOSED,
    Column.MESSAGES,
    Column.ME_TOO,
    Column.ACTIVATED,
    Column.AGE,
    Column.LAST_MESSAGE,
    Column.CONFIDENCE,
)

# The fact that a column is sorted by; texts are searched, not sorted.
SORT_FACTS: Mapping[Column, str] = {
    Column.NUMBER: "id",
    Column.STATUS: "status",
    Column.CATEGORY: "category",
    Column.OPENED: "open_time",
    Column.MODIFIED: "update_time",
    Column.CLOSED: "close_time",
    Column.MESSAGES: "message_count",
    Column.ME_TOO: "me_too_count",
    Column.ACTIVATED: "activate_time",
    Column.AGE: "open_time",
    # When a message was written is not among the facts; its revision rises with it.
    Column.LAST_MESSAGE: "last_message_revision",
    Column.CONFIDENCE: "confidence",
}
TEXT_COLUMNS = frozenset({Column.PROBLEM, Column.LOCATION, Column.TAKEN_BY})
TIMES = {
    Column.OPENED: "open_time",
    Column.ACTIVATED: "activate_time",
    Column.MODIFIED: "update_time",
    Column.CLOSED: "close_time",
}
_STATUSES = {int(status): status for status in Status}
_CATEGORIES = {int(category): category for category in Category}
_ROLES = {int(role): role for role in Role}

_FIRST_ROLE = int(Qt.ItemDataRole.UserRole)
TicketRole = _FIRST_ROLE + 1
StatusRole = _FIRST_ROLE + 2
# Whether somebody else changed the ticket since it was looked at.
UnreadRole = _FIRST_ROLE + 3
_VALUE_ROLES = frozenset({UnreadRole, TicketRole, StatusRole})
_SPOKEN_ROLES = {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole}
ANSWERED_ROLES = _VALUE_ROLES | {int(role) for role in _SPOKEN_ROLES}
# A narrow table shows these by their shapes alone, so their words are told under the mouse. No other tooltip: texts are
# anybody's, and Qt reads tooltips as markup.
SHAPE_COLUMNS = frozenset({Column.STATUS, Column.CATEGORY})


def title(column: Column) -> str:
    """Return the column's heading."""
    titles = {
        Column.NUMBER: QCoreApplication.translate("TicketTable", "Number"),
        Column.STATUS: QCoreApplication.translate("TicketTable", "Status"),
        Column.CATEGORY: QCoreApplication.translate("TicketTable", "Category"),
        Column.PROBLEM: QCoreApplication.translate("TicketTable", "Problem"),
        Column.LOCATION: QCoreApplication.translate("TicketTable", "Location"),
        Column.OPENED: QCoreApplication.translate("TicketTable", "Opened"),
        Column.MODIFIED: QCoreApplication.translate("TicketTable", "Last modified"),
        Column.CLOSED: QCoreApplication.translate("TicketTable", "Closed"),
        Column.TAKEN_BY: QCoreApplication.translate("TicketTable", "Taken by"),
        Column.MESSAGES: QCoreApplication.translate("TicketTable", "Messages"),
        Column.ME_TOO: QCoreApplication.translate("TicketTable", "Me too"),
        Column.ACTIVATED: QCoreApplication.translate("TicketTable", "Activated"),
        Column.AGE: QCoreApplication.translate("TicketTable", "Age"),
        Column.LAST_MESSAGE: QCoreApplication.translate("TicketTable", "Last message"),
        Column.CONFIDENCE: QCoreApplication.translate("TicketTable", "Confidence"),
    }
    return titles[column]


def rises_with_age(column: Column) -> bool:
    """Say whether what a column shows rises where the fact that it is sorted by falls."""
    return column is Column.AGE


def fact_words(column: Column, facts: TicketFacts, now_us: int) -> str:
    """Return what a column that needs no texts shows."""
    if column in TIMES:
        return moment_words(getattr(facts, TIMES[column]), now_us)
    if column is Column.NUMBER:
        return f"#{facts.id}"
    if column is Column.AGE:
        return age_words(facts.open_time, now_us)
    if column is Column.MESSAGES:
        return str(facts.message_count) if facts.message_count else ""
    if column is Column.ME_TOO:
        return f"+{facts.me_too_count}" if facts.me_too_count else ""
    return _enum_words(column, facts)


def _enum_words(column: Column, facts: TicketFacts) -> str:
    # A newer server may know more of them than this desk.
    if column is Column.STATUS and facts.status in _STATUSES:
        return status_words(_STATUSES[facts.status])
    if column is Column.CATEGORY and facts.category in _CATEGORIES:
        words = category_words(_CATEGORIES[facts.category])
        return f"{words}?" if _doubt(facts) is Sureness.UNSURE else words
    if column is Column.LAST_MESSAGE and facts.last_message_role in _ROLES:
        return author_words(_ROLES[facts.last_message_role])
    if column is Column.CONFIDENCE:
        return _confidence_words(facts)
    return ""


def _confidence_words(facts: TicketFacts) -> str:
    if facts.category_source == CategorySource.CORRECTED:
        return QCoreApplication.translate("TicketTable", "corrected")
    return f"{facts.confidence} %"


def hint_words(column: Column, facts: TicketFacts) -> str:
    """Return what is told under the mouse of a column in SHAPE_COLUMNS: all that its shapes stand for."""
    if column is not Column.CATEGORY or facts.category not in _CATEGORIES:
        return _enum_words(column, facts)
    words = judged_words(_CATEGORIES[facts.category], _doubt(facts))
    if facts.category_source != CategorySource.CORRECTED:
        return f"{words} · {facts.confidence} %"
    return f"{words}, {category_source_words(CategorySource.CORRECTED)}"


def _doubt(facts: TicketFacts) -> Sureness:
    return doubt(facts.category_source, facts.confidence / 100)


def text_words(column: Column, text: TicketText) -> str:
    """Return the one line that a column shows of a ticket's texts."""
    if column is Column.PROBLEM:
        return text.problem
    return text.location if column is Column.LOCATION else text.taken_by


def is_sure(facts: TicketFacts) -> bool:
    """Say whether the category may be believed, be it a person's or the server's."""
    return _doubt(facts) is not Sureness.UNSURE


def tells_doubt(facts: TicketFacts) -> bool:
    """Say whether it is worth telling how sure the server is of the category."""
    return _doubt(facts) is not Sureness.SURE
