"""What the event loop reads: every answer is true for one moment, and waiting for one holds up nobody else."""

from collections.abc import Callable, Collection, Generator, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from sqlalchemy import Connection

from campusdesk.rules import SEES_CLOSED, Category, Role, Status
from ticket_server.storage.engine import Database, refusing
from ticket_server.storage.history import read_changes, read_history, read_messages
from ticket_server.storage.meanings import (
    Stored,
    StoredVector,
    Unread,
    read_closed_vectors,
    read_told,
    read_unread,
    read_vector,
)
from ticket_server.storage.pages import read_page
from ticket_server.storage.reading import read_counter, read_ticket, read_tickets
from ticket_server.storage.rows import Counter
from ticket_server.storage.search.index import index_of, learn
from ticket_server.ticket import Change, HistoryEntry, Message, Ticket

if TYPE_CHECKING:
    from campusdesk.facts import Column

_Answer = TypeVar("_Answer")
FactsPart: TypeAlias = "Callable[[], Mapping[str, Column]]"


class Queries:
    """What is read from the database outside of writing.

    Every method raises DeskError (STORE_FAILED) when the database cannot be read.
    """

    def __init__(self, database: Database) -> None:
        """Read from the open database."""
        self._database = database

    async def counter(self) -> Counter:
        """Return the counter row."""
        return await self._read(read_counter)

    async def ticket(self, ticket_id: int) -> Ticket | None:
        """Return one ticket, or None."""
        return await self._read(lambda connection: read_ticket(connection, ticket_id))

    async def tickets(self, ids: Collection[int]) -> dict[int, Ticket]:
        """Return those of the tickets that exist, by their ids."""
        return await self._read(lambda connection: read_tickets(connection, ids))

    async def page(
        self,
        statuses: tuple[Status, ...],
        category: Category | None,
        before_id: int | None,
        limit: int,
        *,
        reported_from: str = "",
    ) -> list[Ticket]:
        """Return up to `limit` tickets with ids before `before_id`, newest first; of one workstation if it is named.

        `statuses` is empty for all of them, a single one, or (OPEN, ACTIVE).
        """
        return await self._read(
            lambda connection: read_page(connection, statuses, category, before_id, limit, reported_from=reported_from)
        )

    async def search(self, wanted: Sequence[str], limit: int, *, staff: bool) -> list[int]:
        """Return up to `limit` tickets that hold words with all these beginnings, newest first.

        Closed ones, and by the words of internal notes, are found for helpdesk staff only. No words find nothing.
        """
        if not wanted:
            return []
        with refusing():
            found = await self._database.read_aside(
                lambda connection: index_of(connection).find(connection, wanted, limit, staff=staff)
            )
        if staff:
            self._database.go_on_aside(learn)
        return found

    async def messages(self, ticket_id: int, after: int, limit: int, *, notes: bool) -> list[Message]:
        """Return up to `limit` messages of a ticket posted after a revision, oldest first; internal notes if asked."""
        return await self._read(lambda connection: read_messages(connection, ticket_id, after, limit, notes=notes))

    async def history(self, ticket_id: int, after: int, limit: int, *, notes: bool) -> list[HistoryEntry]:
        """Return up to `limit` changes of a ticket after a revision, oldest first; those by notes if asked."""
        return await self._read(lambda connection: read_history(connection, ticket_id, after, limit, notes=notes))

    async def changes(self, after: int, until: int, limit: int) -> list[Change]:
        """Return up to `limit` changes of all tickets after one revision and up to another, oldest first.

        They carry the tickets' facts after each change, but their present texts.
        """
        return await self._read(lambda connection: read_changes(connection, after, until, limit))

    async def vector(self, ticket_id: int) -> tuple[str, bytes] | None:
        """Return the encoder's version and the vector of a ticket's description, None where there is none."""
        return await self._read(lambda connection: read_vector(connection, ticket_id))

    def unread(self, status: Status, version: str, since_us: int, before: int) -> list[Unread]:
        """Return some tickets of a status without a vector of that version, newest first, before an id; in any thread.

        Closed ones were closed at `since_us` (microseconds since 1970 UTC) or later.
        """
        with refusing(), self._database.connect_reader() as connection:
            return read_unread(connection, status, version, since_us, before)

    def told(self, status: Status) -> Generator[list[Stored], None, None]:
        """Yield in parts, newest first, what is compared of all tickets of a status; in any thread."""
        with refusing(), self._database.connect_reader() as connection:
            yield from read_told(connection, status)

    def closed_vectors(self) -> Generator[list[StoredVector], None, None]:
        """Yield in parts, newest first, the vectors of closed tickets; in any thread."""
        with refusing(), self._database.connect_reader() as connection:
            yield from read_closed_vectors(connection)

    def facts_parts(self, role: Role, size: int = 10_000) -> tuple[int, list[FactsPart]]:
        """Return the newest revision, and what reads the facts at it of all tickets that the role may see.

        Each part, of up to `size` tickets with rising ids, is read when it is called: in any thread beside the event
        loop, on a connection of its own. A part may be empty, and there is always one.
        """
        with refusing(), self._database.connect_reader() as connection:
            moment = read_counter(connection)
        last_status = Status.CLOSED if SEES_CLOSED[role] else Status.ACTIVE
        starts = range(0, max(moment.last_ticket_id, 1), size)
        return moment.last_revision, [partial(self._facts, moment, last_status, start, size) for start in starts]

    def _facts(self, moment: Counter, last_status: Status, after: int, size: int) -> Mapping[str, "Column"]:
        # Here, in the thread that reads: importing numpy would take an eighth of the server's start.
        from ticket_server.storage.facts import read_facts

        with refusing(), self._database.connect_reader() as connection:
            return read_facts(connection, moment, last_status, after, after + size)

    async def _read(self, read: Callable[[Connection], _Answer]) -> _Answer:
        with refusing():
            return await self._database.read(read)
