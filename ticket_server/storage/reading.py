"""Rows found by their keys: the counter row, tickets, requests and edits, for readers and for the writer alike."""

from collections.abc import Collection, Sequence

from sqlalchemy import Connection, bindparam, select

from campusdesk.rules import Action
from ticket_server.storage.prepared import Prepared, PreparedForKeys
from ticket_server.storage.rows import Counter, Row, fields_of, message_of, ticket_after, ticket_of, tickets_of
from ticket_server.storage.schema import change, counter, me_too, message, request, ticket
from ticket_server.ticket import FieldChange, Message, Ticket, undone

_COUNTER_ROW = select(
    counter.c.lineage,
    counter.c.last_ticket_id,
    counter.c.last_revision,
    counter.c.sample_data,
    counter.c.open_count,
    counter.c.active_count,
)
_COUNTER = Prepared(_COUNTER_ROW)
# SQLite has no such words, and one writer.
_LOCKED_COUNTER = Prepared(_COUNTER_ROW.with_for_update())
_TICKET = Prepared(select(ticket).where(ticket.c.id == bindparam("ticket_id")))
_TICKETS = PreparedForKeys(select(ticket), ticket.c.id)
_REQUESTS = PreparedForKeys(select(request), request.c.request_id)
_ME_TOO = Prepared(
    select(me_too.c.ticket_id).where(
        me_too.c.ticket_id == bindparam("ticket_id"), me_too.c.installation == bindparam("installation")
    )
)
_MESSAGE = Prepared(select(message).where(message.c.revision == bindparam("revision")))
_CHANGE = Prepared(select(change).where(change.c.revision == bindparam("revision")))
_EDITS = Prepared(
    select(change.c.fields)
    .where(
        change.c.ticket_id == bindparam("ticket_id"),
        change.c.revision > bindparam("after"),
        change.c.fields.is_not(None),
        # What the server itself does to a category is no edit, and takes nothing from a person's.
        change.c.action != int(Action.CATEGORISE),
    )
    .order_by(change.c.revision.desc())
)


_POSTING = frozenset({int(Action.POST_MESSAGE), int(Action.POST_NOTE)})


def read_counter(connection: Connection) -> Counter:
    """Return the counter row."""
    return _counter_of(_COUNTER.rows(connection))


def take_counter(connection: Connection) -> Counter:
    """Return the counter row, once no other transaction is about to change it, and until this one's end none is."""
    return _counter_of(_LOCKED_COUNTER.rows(connection))


def _counter_of(rows: Sequence[Row]) -> Counter:
    [(lineage, last_ticket_id, last_revision, sample_data, *counts)] = rows
    return Counter(lineage, last_ticket_id, last_revision, bool(sample_data), *counts)


def read_ticket(connection: Connection, ticket_id: int) -> Ticket | None:
    """Return one ticket, or None."""
    rows = _TICKET.rows(connection, ticket_id=ticket_id)
    return ticket_of(rows[0]) if rows else None


def read_tickets(connection: Connection, ids: Collection[int]) -> dict[int, Ticket]:
    """Return those of the tickets that exist, by their ids."""
    return {ticket.id: ticket for ticket in tickets_of(_TICKETS.rows(connection, ids))}


def read_requests(connection: Connection, request_ids: Collection[bytes]) -> dict[bytes, tuple[bytes, int, int]]:
    """Return digest, ticket id and revision of those requests that were made before."""
    return {row[0]: (row[1], row[2], row[3]) for row in _REQUESTS.rows(connection, request_ids)}


def read_edits(connection: Connection, ticket_id: int, after: int) -> list[FieldChange]:
    """Return the fields of a ticket that were edited after a revision, newest first."""
    rows = _EDITS.rows(connection, ticket_id=ticket_id, after=after)
    return [field for (text,) in rows for field in reversed(fields_of(text))]


def has_joined(connection: Connection, ticket_id: int | None, installation: bytes) -> bool:
    """Say whether the installation said "me too" to the ticket."""
    return bool(_ME_TOO.rows(connection, ticket_id=ticket_id, installation=installation))


def read_result(connection: Connection, ticket_id: int, revision: int) -> tuple[Ticket, Message | None]:
    """Return the ticket as it was at one of its revisions, and the message that was posted then."""
    [row] = _CHANGE.rows(connection, revision=revision)
    [present] = _TICKET.rows(connection, ticket_id=ticket_id)
    then = undone(ticket_after(row, ticket_of(present)), read_edits(connection, ticket_id, revision))
    posted = _MESSAGE.rows(connection, revision=revision) if row[2] in _POSTING else []
    return then, message_of(posted[0]) if posted else None
