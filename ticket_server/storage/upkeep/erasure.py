"""Forget what people wrote in a ticket: in its row, its messages, its history and the file itself; its facts stay."""

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, delete, select, update
from sqlalchemy.exc import SQLAlchemyError

from campusdesk.errors import DeskError
from campusdesk.rules import Reason, Role
from ticket_server import ticket as step
from ticket_server.storage import batch
from ticket_server.storage.engine import Database, refusing, told
from ticket_server.storage.group import counted
from ticket_server.storage.reading import read_counter, read_tickets
from ticket_server.storage.rows import fields_of, fields_text
from ticket_server.storage.schema import change, me_too, message, vector
from ticket_server.storage.search import index
from ticket_server.ticket import FieldChange, Stamp, Ticket

_TEXTS = frozenset({"description", "location", "contact"})

_EDITS = select(change.c.revision, change.c.fields).where(
    change.c.ticket_id == bindparam("ticket_id"), change.c.fields.is_not(None)
)
_BLANK_EDIT = update(change).where(change.c.revision == bindparam("edit")).values(fields=bindparam("words"))
_SAID = select(message.c.revision).where(message.c.ticket_id == bindparam("ticket_id"), message.c.text != "").limit(1)
# Who has the problem too was counted by what tells installations apart; what a text means tells of the text.
_DELETED = tuple(delete(table).where(table.c.ticket_id == bindparam("of")) for table in (me_too, vector))
_BLANK_MESSAGES = update(message).where(message.c.ticket_id == bindparam("of")).values(text="")


class TracesLeft(Exception):  # noqa: N818  reads as what happened: `except TracesLeft`
    """The texts are blanked, but the database's file may still hold them; erasing again removes them."""


@dataclass(frozen=True, slots=True)
class Erased:
    """The ticket as it was when its texts had gone, and whether it had any left before."""

    ticket: Ticket
    had_texts: bool


def erase(database: Database, ticket_id: int, time_us: int) -> Erased:
    """Blank a ticket's texts everywhere, as a change of its own at a time in microseconds since 1970 UTC.

    Doing it again changes nothing more. Raises DeskError: TICKET_NOT_FOUND, or STORE_FAILED when nothing was changed;
    TracesLeft when the file could not be cleaned.
    """
    with refusing(), database.connect_writer() as connection:
        with connection.begin():
            ticket = read_tickets(connection, [ticket_id]).get(ticket_id)
            if ticket is None:
                raise DeskError(Reason.TICKET_NOT_FOUND, ticket_id=ticket_id)
            edits = _edits(connection, ticket_id)
            had_texts = _holds_texts(connection, ticket, edits)
            if had_texts:
                ticket = _blank(connection, ticket, edits, time_us)
        _forget(database, connection)
    return Erased(ticket, had_texts)


def _edits(connection: Connection, ticket_id: int) -> list[tuple[int, Sequence[FieldChange]]]:
    rows = connection.execute(_EDITS, {"ticket_id": ticket_id})
    return [(revision, fields_of(words)) for revision, words in rows]


def _holds_texts(connection: Connection, ticket: Ticket, edits: Iterable[tuple[int, Sequence[FieldChange]]]) -> bool:
    if ticket.description or ticket.location or ticket.contact:
        return True
    if any(_blanked(fields) != tuple(fields) for _, fields in edits):
        return True
    return connection.execute(_SAID, {"ticket_id": ticket.id}).first() is not None


def _blank(
    connection: Connection, ticket: Ticket, edits: Iterable[tuple[int, Sequence[FieldChange]]], time_us: int
) -> Ticket:
    """Blank the rows and add the change that tells desks of it; return the ticket after it."""
    counter = read_counter(connection)
    # An operator has no role of a desk; whoever may erase may do all that staff may.
    stamp = Stamp(counter.last_revision + 1, Role.HELPDESK, "", time_us)
    made = step.erased(ticket, stamp)
    connection.execute(_BLANK_MESSAGES, {"of": ticket.id})
    for deleted in _DELETED:
        connection.execute(deleted, {"of": ticket.id})
    for revision, fields in edits:
        connection.execute(_BLANK_EDIT, {"edit": revision, "words": fields_text(_blanked(fields))})
    batch.write_tickets(connection, (), (made.ticket,))
    batch.write_changes(connection, (made,))
    index.index_of(connection).erase(connection, ticket.id)
    batch.write_counter(connection, counted(counter, ticket.status, made))
    return made.ticket


def _blanked(fields: Iterable[FieldChange]) -> tuple[FieldChange, ...]:
    """Return the edits of a change without texts: which fields they were, and categories, are facts."""
    return tuple(FieldChange(field.field, "", "") if field.field in _TEXTS else field for field in fields)


def _forget(database: Database, connection: Connection) -> None:
    try:
        database.forget_deleted(connection)
    except (SQLAlchemyError, sqlite3.Error) as error:
        raise TracesLeft(
            "The ticket's texts are erased, but their traces could not be removed from the database's files: "
            f"{told(error)}. Erase the ticket again to remove them."
        ) from error
