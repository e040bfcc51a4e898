"""Values of the program to rows of the database and back."""

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from sqlalchemy.exc import SQLAlchemyError

from campusdesk.rules import Action, Category, CategorySource, Role, Status
from ticket_server.ticket import Change, FieldChange, HistoryEntry, Message, Ticket

_Given = ParamSpec("_Given")
_Value = TypeVar("_Value")

Row = Sequence[Any]
Values = dict[str, Any]

# An enumeration takes ten times as long to find its members.
_STATUSES = {int(status): status for status in Status}
_CATEGORIES = {int(category): category for category in Category}
_SOURCES = {int(source): source for source in CategorySource}
# What is no modification leaves the ticket's time of update as it was.
_LEAVING = frozenset({Action.CATEGORISE, Action.ADD_ME_TOO, Action.POST_NOTE})
_ROLES = {0: None, **{int(role): role for role in Role}}


class DamagedRow(SQLAlchemyError):  # noqa: N818  reads as what happened: `except DamagedRow`
    """A row holds what this program never writes: the database is damaged, even if the driver reads it."""


def _of_database(read: Callable[_Given, _Value]) -> Callable[_Given, _Value]:
    """Let what a row makes impossible be told as any other failure of the database."""

    @wraps(read)
    def sound(*given: _Given.args, **named: _Given.kwargs) -> _Value:
        try:
            return read(*given, **named)
        except (KeyError, TypeError, ValueError) as error:
            # Without its words, which may quote the row.
            raise DamagedRow(f"a row is damaged: {type(error).__name__}") from None

    return sound


@dataclass(frozen=True, slots=True)
class Counter:
    """The database's own id, its newest numbers, and how many tickets are open and active."""

    lineage: str
    last_ticket_id: int
    last_revision: int
    sample_data: bool
    open_count: int
    active_count: int


def ticket_values(ticket: Ticket) -> Values:
    """Return the ticket as a row of the table `ticket`."""
    return {
        "id": ticket.id,
        "status": int(ticket.status),
        "description": ticket.description,
        "location": ticket.location,
        "contact": ticket.contact,
        "category": int(ticket.category),
        "confidence": ticket.confidence,
        "category_source": int(ticket.category_source),
        "open_us": ticket.open_us,
        "activate_us": ticket.activate_us,
        "update_us": ticket.update_us,
        "close_us": ticket.close_us,
        "taken_by": ticket.taken_by,
        "reported_from": ticket.reported_from,
        "revision": ticket.revision,
        "message_count": ticket.message_count,
        "last_message_revision": ticket.last_message_revision,
        "last_message_role": int(ticket.last_message_role or 0),
        "me_too_count": ticket.me_too_count,
        "note_count": ticket.note_count,
        "last_note_revision": ticket.last_note_revision,
    }


def change_values(change: Change) -> Values:
    """Return the change as a row of the table `change`."""
    ticket = change.ticket
    return {
        "revision": change.revision,
        "ticket_id": ticket.id,
        "action": int(change.action),
        "role": int(change.role),
        "workstation": change.workstation,
        "change_us": change.change_us,
        "status": int(ticket.status),
        "category": int(ticket.category),
        "confidence": ticket.confidence,
        "category_source": int(ticket.category_source),
        "activate_us": ticket.activate_us,
        "close_us": ticket.close_us,
        "message_count": ticket.message_count,
        "last_message_revision": ticket.last_message_revision,
        "last_message_role": int(ticket.last_message_role or 0),
        "fields": fields_text(change.fields),
        "me_too_count": ticket.me_too_count,
        "update_us": ticket.update_us if change.action in _LEAVING else 0,
        "note_count": ticket.note_count,
        "last_note_revision": ticket.last_note_revision,
        "ticket_revision": ticket.revision if change.action == Action.POST_NOTE else 0,
    }


def message_values(message: Message) -> Values:
    """Return the message as a row of the table `message`."""
    return {
        "revision": message.revision,
        "ticket_id": message.ticket_id,
        "role": int(message.role),
        "workstation": message.workstation,
        "text": message.text,
        "post_us": message.post_us,
        "internal": int(message.internal),
    }


@_of_database
def tickets_of(rows: Iterable[Row]) -> list[Ticket]:
    """Return the tickets of rows that hold the columns of `ticket` in their order."""
    tickets = []
    for row in rows:
        values = list(row)
        values[1] = _STATUSES[values[1]]
        values[5] = _CATEGORIES[values[5]]
        values[7] = _SOURCES[values[7]]
        values[17] = _ROLES[values[17]]
        tickets.append(Ticket._make(values))
    return tickets


def ticket_of(row: Row) -> Ticket:
    """Return the ticket of a row that holds the columns of `ticket` in their order."""
    [ticket] = tickets_of((row,))
    return ticket


@_of_database
def message_of(row: Row) -> Message:
    """Return the message of a row that holds the columns of `message` in their order."""
    revision, ticket_id, role, workstation, text, post_us, internal = row
    return Message(ticket_id, revision, Role(role), workstation, text, post_us, bool(internal))


@_of_database
def entry_of(row: Row) -> HistoryEntry:
    """Return the history entry of a row that begins with the columns of `change` in their order."""
    source = CategorySource(row[9])
    return HistoryEntry(row[1], row[0], Action(row[2]), Role(row[3]), row[4], row[5], fields_of(row[15]), source)


def change_of(row: Row) -> Change:
    """Return the change of a row that holds the columns of `change`, then of `ticket`, then of `message` (or NULLs)."""
    entry = entry_of(row)
    present = ticket_of(row[21:42])
    message = message_of(row[42:49]) if row[42] is not None else None
    return Change(
        entry.revision,
        entry.action,
        entry.role,
        entry.workstation,
        entry.change_us,
        ticket_after(row, present),
        entry.fields,
        message,
        present.status == Status.CLOSED and entry.action != Action.CLOSE,
    )


@_of_database
def ticket_after(row: Row, present: Ticket) -> Ticket:
    """Return the ticket with the facts after the change that the row begins with, and with its present texts."""
    return Ticket(
        present.id,
        Status(row[6]),
        present.description,
        present.location,
        present.contact,
        Category(row[7]),
        row[8],
        CategorySource(row[9]),
        present.open_us,
        row[10],
        row[17] or row[5],
        row[11],
        present.taken_by if row[10] else "",
        present.reported_from,
        row[20] or row[0],
        row[12],
        row[13],
        Role(row[14]) if row[14] else None,
        row[16],
        row[18],
        row[19],
    )


@_of_database
def fields_of(text: str | None) -> tuple[FieldChange, ...]:
    """Return the edited fields that a change row keeps as JSON."""
    return tuple(FieldChange(*field) for field in json.loads(text)) if text else ()


def fields_text(fields: Sequence[FieldChange]) -> str | None:
    """Return edited fields as a change row keeps them, None for none."""
    if not fields:
        return None
    return json.dumps([(field.field, field.before, field.after) for field in fields], ensure_ascii=False)
