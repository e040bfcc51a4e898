"""A list of tickets as a table for spreadsheets: what its columns are called, and what stands in them of a ticket.

First come the columns that a person has in sight, in their order; then those of the list that are hidden, and what
only a single ticket shows. Texts are whole, numbers are not formatted, and a category stands without the mark of doubt,
which has columns of its own. Moments are local dates and times as every spreadsheet reads them; the same stand at the
end exactly, in UTC by ISO 8601. Contacts are left out: no list shows them, and files are passed on.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from enum import IntEnum
from typing import TypeAlias, TypeVar

from PySide6.QtCore import QCoreApplication

from campusdesk.facts import TicketFacts, facts_of
from campusdesk.rules import Category, CategorySource, Role, Status
from campusdesk.v1 import ticket_pb2
from client.csv_file import Cell, Row
from client.models.columns import TIMES, Column, title
from client.text import author_words, category_source_words, category_words, erased_words, status_words

_Tell: TypeAlias = Callable[[ticket_pb2.Ticket, TicketFacts], Cell]
_Value = TypeVar("_Value", bound=IntEnum)

_US, _MINUTE_US = 1_000_000, 60_000_000
# In UTC.
_EPOCH = datetime(1970, 1, 1)  # noqa: DTZ001
_NUMBERS: Mapping[Column, _Tell] = {
    Column.NUMBER: lambda _ticket, facts: facts.id,
    Column.MESSAGES: lambda _ticket, facts: facts.message_count,
    Column.ME_TOO: lambda _ticket, facts: facts.me_too_count,
    Column.CONFIDENCE: lambda _ticket, facts: facts.confidence,
}
_TEXTS: Mapping[Column, _Tell] = {
    Column.LOCATION: lambda ticket, _facts: ticket.location,
    Column.TAKEN_BY: lambda ticket, _facts: ticket.taken_by,
}


class ExportedTable:
    """Headings and rows in the language that is spoken when it is made; rows may be made in any thread."""

    def __init__(self, shown: Sequence[Column], columns: Sequence[Column], now_us: int) -> None:
        """Have the columns that are shown, then the rest of the list's columns; ages are counted to `now_us`."""
        order = [*shown, *(column for column in columns if column not in shown)]
        parts = [(_heading(column), _tell(column, now_us)) for column in order]
        parts += _beyond(tells_notes=Column.CONFIDENCE in columns)
        parts += [(f"{title(column)} (UTC)", _exactly(name)) for column, name in TIMES.items() if column in columns]
        self.headings = [heading for heading, _ in parts]
        self._tells = [tell for _, tell in parts]

    def row(self, ticket: ticket_pb2.Ticket) -> Row:
        """Return what stands of the ticket, all of it as it was at one revision."""
        facts = facts_of(ticket)
        return [tell(ticket, facts) for tell in self._tells]


def _heading(column: Column) -> str:
    if column is Column.AGE:
        return QCoreApplication.translate("Exported", "%1 (minutes)").replace("%1", title(column))
    return f"{title(column)} (%)" if column is Column.CONFIDENCE else title(column)


def _tell(column: Column, now_us: int) -> _Tell:
    if column in TIMES:
        name = TIMES[column]
        return lambda _ticket, facts: _local(getattr(facts, name))
    if column is Column.AGE:
        return lambda _ticket, facts: max(0, now_us - facts.open_time) // _MINUTE_US
    if column is Column.PROBLEM:
        erased = erased_words()
        return lambda ticket, _facts: ticket.description or erased
    if column in _NUMBERS:
        return _NUMBERS[column]
    return _TEXTS[column] if column in _TEXTS else _named(column)


def _named(column: Column) -> _Tell:
    """Return what tells a value by its name; a newer server may know more values than this desk."""
    if column is Column.STATUS:
        statuses = _words(Status, status_words)
        return lambda _ticket, facts: statuses.get(facts.status, "")
    if column is Column.CATEGORY:
        categories = _words(Category, category_words)
        return lambda _ticket, facts: categories.get(facts.category, "")
    authors = _words(Role, author_words)
    return lambda _ticket, facts: authors.get(facts.last_message_role, "")


def _beyond(*, tells_notes: bool) -> list[tuple[str, _Tell]]:
    """Return what no column of the list shows."""
    sources = _words(CategorySource, category_source_words)
    source = QCoreApplication.translate("Exported", "Category, by whom")
    parts: list[tuple[str, _Tell]] = [
        (source, lambda _ticket, facts: sources.get(facts.category_source, "")),
        (QCoreApplication.translate("Exported", "Reported from"), lambda ticket, _facts: ticket.reported_from),
    ]
    if tells_notes:
        notes = QCoreApplication.translate("Exported", "Internal notes")
        parts.append((notes, lambda _ticket, facts: facts.note_count))
    return parts


def _exactly(name: str) -> _Tell:
    return lambda _ticket, facts: _utc(getattr(facts, name))


def _words(values: type[_Value], words: Callable[[_Value], str]) -> Mapping[int, str]:
    return {int(value): words(value) for value in values}


def _local(time_us: int) -> str:
    return datetime.fromtimestamp(time_us // _US).isoformat(" ") if time_us else ""  # noqa: DTZ006  local is what is meant


def _utc(time_us: int) -> str:
    if not time_us:
        return ""
    # Half the time that a moment with a zone takes, and there are four for each of a million tickets.
    moment = _EPOCH + timedelta(microseconds=time_us)
    return moment.isoformat(timespec="microseconds") + "Z"
