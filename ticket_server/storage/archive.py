"""Whole tickets, with all that belongs to them: put into an empty database, and read out one after the other."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import islice

from sqlalchemy import BindParameter, Connection, bindparam, select

from campusdesk.rules import Action, Status
from ticket_server.storage import batch
from ticket_server.storage.engine import Database, refusing
from ticket_server.storage.reading import read_counter
from ticket_server.storage.rows import entry_of, message_of, tickets_of
from ticket_server.storage.schema import change, me_too, message, ticket
from ticket_server.storage.search import index
from ticket_server.ticket import Change, HistoryEntry, Message, Ticket

_PART = 500

_IDS: BindParameter[list[int]] = bindparam("ids", expanding=True)
_TICKETS = select(ticket).where(ticket.c.id > bindparam("after")).order_by(ticket.c.id).limit(bindparam("limit"))
_MESSAGES = select(message).where(message.c.ticket_id.in_(_IDS)).order_by(message.c.revision)
_ENTRIES = (
    select(change)
    .where(
        change.c.ticket_id.in_(_IDS), change.c.action.in_((int(Action.UPDATE), int(Action.CLOSE), int(Action.ERASE)))
    )
    .order_by(change.c.revision)
)
_ME_TOOS = select(me_too).where(me_too.c.ticket_id.in_(_IDS)).order_by(me_too.c.ticket_id, me_too.c.installation)

# A ticket as it is now, its changes, and the installations that said "me too" to it.
Moved = tuple[Ticket, list[Change], Sequence[bytes]]


@dataclass(frozen=True, slots=True)
class Whole:
    """A ticket, all its messages, and those changes that edited, closed or erased it, oldest first.

    Also the installations that said "me too" to it.
    """

    ticket: Ticket
    messages: list[Message]
    entries: list[HistoryEntry]
    installations: list[bytes]


class Loader:
    """Puts whole tickets into a database within one transaction."""

    def __init__(self, connection: Connection) -> None:
        """Load within the connection's transaction."""
        self._connection = connection
        self._counter = read_counter(connection)

    @property
    def is_empty(self) -> bool:
        """Whether the database never held a ticket."""
        return self._counter.last_revision == 0

    def load(self, tickets: Iterable[Moved], *, sample: bool) -> None:
        """Insert tickets with all that belongs to them, and set the counter row by them."""
        counter = replace(self._counter, sample_data=sample)
        remaining = iter(tickets)
        while part := list(islice(remaining, _PART)):
            present = [row for row, _, _ in part]
            made = [row for _, rows, _ in part for row in rows]
            batch.write_tickets(self._connection, present, ())
            batch.write_changes(self._connection, made)
            batch.write_me_toos(self._connection, [(row.id, joined) for row, _, every in part for joined in every])
            said = ([change.message for change in rows if change.message] for _, rows, _ in part)
            index.load_whole(self._connection, zip(present, said, strict=True))
            statuses = [row.status for row in present]
            counter = replace(
                counter,
                last_ticket_id=max(counter.last_ticket_id, *(row.id for row in present)),
                last_revision=max(counter.last_revision, *(row.revision for row in made)),
                open_count=counter.open_count + statuses.count(Status.OPEN),
                active_count=counter.active_count + statuses.count(Status.ACTIVE),
            )
        batch.write_counter(self._connection, counter)


@contextmanager
def loading(database: Database) -> Iterator[Loader]:
    """Lend a loader in a transaction that is committed at the end, and leaves nothing behind when an error ends it.

    Raises DeskError (STORE_FAILED) when the database cannot be written.
    """
    with refusing(), database.connect_writer() as connection:
        with connection.begin():
            yield Loader(connection)
        database.fold_log(connection)


def newest_ticket_id(connection: Connection) -> int:
    """Return the highest number that a ticket has, 0 when there is none; raises DeskError (STORE_FAILED)."""
    with refusing():
        return read_counter(connection).last_ticket_id


def read_whole(connection: Connection) -> Iterator[Whole]:
    """Yield all tickets by rising id; the connection should see one moment of the database.

    Raises DeskError (STORE_FAILED) when it cannot be read.
    """
    with refusing():
        after = 0
        while found := tickets_of(connection.execute(_TICKETS, {"after": after, "limit": _PART})):
            after = found[-1].id
            yield from _with_belongings(connection, found)


def _with_belongings(connection: Connection, found: list[Ticket]) -> Iterator[Whole]:
    whole = {row.id: Whole(row, [], [], []) for row in found}
    ids = {"ids": list(whole)}
    for row in connection.execute(_MESSAGES, ids):
        said = message_of(row)
        whole[said.ticket_id].messages.append(said)
    for row in connection.execute(_ENTRIES, ids):
        entry = entry_of(row)
        whole[entry.ticket_id].entries.append(entry)
    for ticket_id, installation in connection.execute(_ME_TOOS, ids):
        whole[ticket_id].installations.append(installation)
    return iter(whole.values())
