"""The index of search in whichever store: what the writer keeps, and what is found."""

from collections.abc import Collection, Iterable, Sequence
from typing import Protocol

from sqlalchemy import Connection

from campusdesk.rules import Action
from ticket_server.storage.search.postgresql import PostgresqlIndex
from ticket_server.storage.search.row import SearchRow, after, matters, whole
from ticket_server.storage.search.sqlite import SqliteIndex
from ticket_server.ticket import Change, Message, Ticket


class Index(Protocol):
    """How a store keeps the rows and finds by them; every method raises what the driver raises."""

    def read(self, connection: Connection, ids: Collection[int]) -> dict[int, SearchRow]:
        """Return the rows of tickets that are not closed, by their ids; none for a ticket without words."""

    def write(self, connection: Connection, rows: Sequence[SearchRow]) -> None:
        """Insert rows or overwrite them."""

    def load(self, connection: Connection, rows: Sequence[SearchRow]) -> None:
        """Insert many rows of tickets that have none."""

    def erase(self, connection: Connection, ticket_id: int) -> None:
        """Delete the row of a ticket."""

    def settle(self, connection: Connection, most: int) -> bool:
        """Bring up to so many written rows to where they are found fastest, in a transaction of its own.

        Return whether more wait for it.
        """

    def find(self, connection: Connection, wanted: Sequence[str], limit: int, *, staff: bool) -> list[int]:
        """Return up to `limit` tickets that have terms with all these beginnings, newest first.

        Only helpdesk `staff` find closed tickets, and by the terms of notes.
        """

    def learn(self, connection: Connection) -> bool:
        """Make ready, on the connection that searches, what finds faster; return whether more is left to do.

        Takes some milliseconds each time.
        """


_INDEXES: dict[str, Index] = {"sqlite": SqliteIndex(), "postgresql": PostgresqlIndex()}


def index_of(connection: Connection) -> Index:
    """Return the index of the store that the connection leads to."""
    return _INDEXES[connection.dialect.name]


def learn(connection: Connection) -> bool:
    """Make ready what finds faster on this connection, for some milliseconds; return whether more is left to do."""
    return index_of(connection).learn(connection)


def write_changes(connection: Connection, changes: Iterable[Change]) -> None:
    """Keep what tickets are found by after committed changes, given in order, within the transaction."""
    telling = [change for change in changes if matters(change)]
    new = {change.ticket.id for change in telling if change.action == Action.CREATE}
    index = index_of(connection)
    before = index.read(connection, {change.ticket.id for change in telling} - new)
    rows = dict(before)
    for change in telling:
        ticket_id = change.ticket.id
        rows[ticket_id] = after(rows.get(ticket_id, SearchRow(ticket_id)), change)
    index.write(connection, [row for row in rows.values() if row != before.get(row.ticket_id)])


def load_whole(connection: Connection, tickets: Iterable[tuple[Ticket, Iterable[Message]]]) -> None:
    """Let new tickets be found that come with all their messages, oldest first."""
    index_of(connection).load(connection, [whole(ticket, messages) for ticket, messages in tickets])
