"""Rows on their way into the database, collected and written with one statement a table."""

from collections.abc import Collection, Iterable, Mapping

from sqlalchemy import Connection, bindparam, delete, insert, update

from ticket_server.judgement import Meaning
from ticket_server.storage.prepared import Prepared
from ticket_server.storage.rows import Counter, Values, change_values, message_values, ticket_values
from ticket_server.storage.schema import change, counter, me_too, message, request, ticket, vector
from ticket_server.ticket import Change, Ticket

_INSERT_TICKET = Prepared(insert(ticket))
_INSERT_MESSAGE = Prepared(insert(message))
_INSERT_CHANGE = Prepared(insert(change))
_INSERT_REQUEST = Prepared(insert(request))
_INSERT_ME_TOO = Prepared(insert(me_too))
_INSERT_VECTOR = Prepared(insert(vector))
_DELETE_VECTOR = Prepared(delete(vector).where(vector.c.ticket_id == bindparam("of")))
# What no edit, step or message changes.
_FOR_EVER = frozenset({"id", "open_us", "reported_from"})
_UPDATE_TICKET = Prepared(
    update(ticket)
    .where(ticket.c.id == bindparam("ticket_id"))
    .values({column: bindparam(column.name) for column in ticket.c if column.name not in _FOR_EVER})
)
_UPDATE_COUNTER = Prepared(
    update(counter).values(
        {column: bindparam(column.name) for column in counter.c if column.name not in {"id", "lineage"}}
    )
)


def write_changes(connection: Connection, changes: Iterable[Change]) -> None:
    """Write changes, their messages, and who said "me too" by them; their tickets must be written before."""
    rows = list(changes)
    _INSERT_CHANGE.write(connection, [change_values(row) for row in rows])
    _INSERT_MESSAGE.write(connection, [message_values(row.message) for row in rows if row.message is not None])
    write_me_toos(connection, [(row.ticket.id, row.installation) for row in rows if row.installation])


def write_me_toos(connection: Connection, said: Iterable[tuple[int, bytes]]) -> None:
    """Keep to which tickets which installations said "me too"."""
    rows = [{"ticket_id": ticket_id, "installation": installation} for ticket_id, installation in said]
    _INSERT_ME_TOO.write(connection, rows)


def write_tickets(connection: Connection, new: Iterable[Ticket], known: Iterable[Ticket]) -> None:
    """Insert new tickets and overwrite known ones."""
    _INSERT_TICKET.write(connection, [ticket_values(row) for row in new])
    _UPDATE_TICKET.write(connection, [_update_values(row) for row in known])


def write_meanings(connection: Connection, meanings: Mapping[int, Meaning], stale: Collection[int]) -> None:
    """Keep what descriptions mean, by their tickets, and forget it where it is stale."""
    _DELETE_VECTOR.write(connection, [{"of": ticket_id} for ticket_id in {*meanings, *stale}])
    rows = [
        {"ticket_id": ticket_id, "version": meaning.version, "numbers": meaning.vector}
        for ticket_id, meaning in meanings.items()
    ]
    _INSERT_VECTOR.write(connection, rows)


def write_requests(connection: Connection, requests: list[Values]) -> None:
    """Keep what request ids led to."""
    _INSERT_REQUEST.write(connection, requests)


def write_counter(connection: Connection, present: Counter) -> None:
    """Overwrite the counter row."""
    values = {
        "last_ticket_id": present.last_ticket_id,
        "last_revision": present.last_revision,
        "sample_data": present.sample_data,
        "open_count": present.open_count,
        "active_count": present.active_count,
    }
    _UPDATE_COUNTER.write(connection, [values])


def _update_values(present: Ticket) -> Values:
    return {"ticket_id": present.id, **ticket_values(present)}
