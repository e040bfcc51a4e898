"""Rows found by their keys: the counter row, tickets, requests and edits, for readers and for the writer alike."""

from collections.abc import Collection

from sqlalchemy import Connection, bindparam, select

from campusdesk.rules import Action
from ticket_server.storage.rows import Counter, fields_of, message_of, ticket_after, ticket_of
from ticket_server.storage.schema import change, counter, message, request, ticket
from ticket_server.ticket import FieldChange, Message, Ticket, undone

_COUNTER = select(
    counter.c.lineage,
    counter.c.last_ticket_id,
    counter.c.last_revision,
    counter.c.sample_data,
    counter.c.open_count,
    counter.c.active_count,
)
_TICKET = select(ticket).where(ticket.c.id == bindparam("ticket_id"))
_TICKETS = select(ticket).where(ticket.c.id.in_(bindparam("ids", expanding=True)))
_REQUESTS = select(request).where(request.c.request_id.in_(bindparam("request_ids", expanding=True)))
_MESSAGE = select(message).where(message.c.revision == bindparam("revision"))
_CHANGE = select(change).where(change.c.revision == bindparam("revision"))
_EDITS = (
    select(change.c.fields)
    .where(
        change.c.ticket_id == bindparam("ticket_id"),
        change.c.revision > bindparam("after"),
        change.c.fields.is_not(None),
    )
    .order_by(change.c.revision.desc())
)


def read_counter(connection: Connection) -> Counter:
    """Return the counter row."""
    return Counter(*connection.execute(_COUNTER).one())


def read_ticket(connection: Connection, ticket_id: int) -> Ticket | None:
    """Return one ticket, or None."""
    row = connection.execute(_TICKET, {"ticket_id": ticket_id}).one_or_none()
    return ticket_of(row) if row is not None else None


def read_tickets(connection: Connection, ids: Collection[int]) -> dict[int, Ticket]:
    """Return those of the tickets that exist, by their ids."""
    rows = connection.execute(_TICKETS, {"ids": list(ids)}).all() if ids else ()
    return {row[0]: ticket_of(row) for row in rows}


def read_requests(connection: Connection, request_ids: Collection[bytes]) -> dict[bytes, tuple[bytes, int, int]]:
    """Return digest, ticket id and revision of those requests that were made before."""
    rows = connection.execute(_REQUESTS, {"request_ids": list(request_ids)}).all() if request_ids else ()
    return {row[0]: (row[1], row[2], row[3]) for row in rows}


def read_edits(connection: Connection, ticket_id: int, after: int) -> list[FieldChange]:
    """Return the fields of a ticket that were edited after a revision, newest first."""
    rows = connection.execute(_EDITS, {"ticket_id": ticket_id, "after": after})
    return [field for (text,) in rows for field in reversed(fields_of(text))]


def read_result(connection: Connection, ticket_id: int, revision: int) -> tuple[Ticket, Message | None]:
    """Return the ticket as it was at one of its revisions, and the message that was posted then."""
    row = connection.execute(_CHANGE, {"revision": revision}).one()
    present = ticket_of(connection.execute(_TICKET, {"ticket_id": ticket_id}).one())
    then = undone(ticket_after(row, present), read_edits(connection, ticket_id, revision))
    posted = (
        connection.execute(_MESSAGE, {"revision": revision}).one_or_none() if row[2] == Action.POST_MESSAGE else None
    )
    return then, message_of(posted) if posted is not None else None
