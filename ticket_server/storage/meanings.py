"""What descriptions mean, as it is stored, with what else is compared when tickets are alike."""

from collections.abc import Collection, Iterator
from typing import NamedTuple

from sqlalchemy import Connection, bindparam, or_, select

from campusdesk.rules import Status
from ticket_server.judgement import Meaning
from ticket_server.storage.prepared import Prepared, PreparedForKeys
from ticket_server.storage.schema import ticket, vector

_PART = 200
_LARGEST_PART = 5_000
# Above the number of every ticket.
LAST = 2**63 - 1

_TOLD = Prepared(
    select(
        ticket.c.id,
        ticket.c.description,
        ticket.c.location,
        ticket.c.category,
        ticket.c.confidence,
        ticket.c.open_us,
        vector.c.version,
        vector.c.numbers,
    )
    .join_from(ticket, vector, vector.c.ticket_id == ticket.c.id, isouter=True)
    .where(ticket.c.status == bindparam("status"), ticket.c.id < bindparam("before"))
    .order_by(ticket.c.id.desc())
    .limit(bindparam("limit"))
)
_CLOSED = Prepared(
    select(ticket.c.id, ticket.c.close_us, vector.c.version, vector.c.numbers)
    .join_from(ticket, vector, vector.c.ticket_id == ticket.c.id)
    .where(ticket.c.status == int(Status.CLOSED), ticket.c.id < bindparam("before"))
    .order_by(ticket.c.id.desc())
    .limit(bindparam("limit"))
)
_UNREAD = Prepared(
    select(ticket.c.id, ticket.c.description)
    .join_from(ticket, vector, vector.c.ticket_id == ticket.c.id, isouter=True)
    .where(
        ticket.c.status == bindparam("status"),
        ticket.c.close_us >= bindparam("since_us"),
        ticket.c.id < bindparam("before"),
        # What was erased has no text.
        ticket.c.description != "",
        or_(vector.c.version.is_(None), vector.c.version != bindparam("version")),
    )
    .order_by(ticket.c.id.desc())
    .limit(bindparam("limit"))
)
_UNDERSTOOD = PreparedForKeys(
    select(ticket.c.id, ticket.c.description, vector.c.version, vector.c.numbers).join_from(
        ticket, vector, vector.c.ticket_id == ticket.c.id
    ),
    ticket.c.id,
)
_VECTOR = Prepared(select(vector.c.version, vector.c.numbers).where(vector.c.ticket_id == bindparam("ticket_id")))


class Stored(NamedTuple):
    """What is compared of a ticket; version and vector are None where its description was not understood yet."""

    ticket_id: int
    description: str
    location: str
    category: int
    confidence: float
    open_us: int
    version: str | None
    vector: bytes | None


class StoredVector(NamedTuple):
    """The vector of a closed ticket; `close_us` is when it was closed, in microseconds since 1970 UTC."""

    ticket_id: int
    close_us: int
    version: str
    vector: bytes


class Unread(NamedTuple):
    """A ticket and its description, whose vector is not stored, or is of another version."""

    ticket_id: int
    description: str


def read_unread(
    connection: Connection, status: Status, version: str, since_us: int, before: int = LAST
) -> list[Unread]:
    """Return some tickets of a status without a vector of that version, newest first, with ids before `before`.

    Closed ones were closed at `since_us` (microseconds since 1970 UTC) or later.
    """
    since_us = since_us if status == Status.CLOSED else 0
    wanted = {"status": int(status), "version": version, "since_us": since_us, "before": before, "limit": _PART}
    return [Unread(*row) for row in _UNREAD.rows(connection, **wanted)]


def read_told(connection: Connection, status: Status) -> Iterator[list[Stored]]:
    """Yield what is compared of all tickets of a status, newest first, in parts."""
    before = LAST
    while rows := _TOLD.rows(connection, status=int(status), before=before, limit=_PART):
        before = rows[-1][0]
        yield [Stored(*row) for row in rows]


def read_closed_vectors(connection: Connection) -> Iterator[list[StoredVector]]:
    """Yield the vectors of closed tickets, newest first, in parts."""
    before = LAST
    while rows := _CLOSED.rows(connection, before=before, limit=_LARGEST_PART):
        before = rows[-1][0]
        yield [StoredVector(*row) for row in rows]


def read_vector(connection: Connection, ticket_id: int) -> tuple[str, bytes] | None:
    """Return the version and the vector of a ticket's description, None where it was not understood yet."""
    rows = _VECTOR.rows(connection, ticket_id=ticket_id)
    return (rows[0][0], rows[0][1]) if rows else None


def read_meanings(connection: Connection, ticket_ids: Collection[int]) -> dict[int, Meaning]:
    """Return what the descriptions of these tickets mean, where they were understood, by their ids."""
    return {row[0]: Meaning(*row[1:]) for row in _UNDERSTOOD.rows(connection, ticket_ids)}


def is_stored(connection: Connection, ticket_id: int, meaning: Meaning) -> bool:
    """Say whether what a ticket's description means was kept."""
    return read_vector(connection, ticket_id) == (meaning.version, meaning.vector)
