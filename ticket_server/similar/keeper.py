"""The index kept current in a thread of its own: filled from what is stored, then by every committed change."""

import asyncio
import gc
import logging
import time
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from typing import TYPE_CHECKING, TypeVar

from campusdesk.errors import DeskError
from campusdesk.rules import Action, Status
from ticket_server.judgement import Meaning
from ticket_server.storage.meanings import Stored, StoredVector
from ticket_server.storage.queries import Queries
from ticket_server.ticket import Change, Ticket

# numpy and the model are imported in the thread, when there is a ticket to compare with.
if TYPE_CHECKING:
    from ticket_server.similar.index import SimilarIndex, Vectors

_log = logging.getLogger(__name__)

_Answer = TypeVar("_Answer")

# Newest first: some 30 MB.
MOST_CLOSED = 200_000
YEAR_US = 365 * 24 * 3_600 * 1_000_000
_SIGHT = (Status.OPEN, Status.ACTIVE)
# What could not be read at the start is read again after a pause, each twice as long as the one before.
FIRST_PAUSE_S = 1.0
LONGEST_PAUSE_S = 60.0


class Keeper:
    """Open and active tickets from the start on, the vectors of closed ones once somebody asks for them."""

    def __init__(self, queries: Queries, version: Callable[[], str], clock: Callable[[], int]) -> None:
        """Fill from the queries; `version` is that of the reader, empty until it is loaded.

        The clock tells microseconds since 1970 UTC.
        """
        self._queries = queries
        self._version = version
        self._clock = clock
        self._thread = ThreadPoolExecutor(1, "similar")
        self._index: SimilarIndex | None = None
        self._closed: Vectors | None = None
        # Whose vectors are in memory; those of two models cannot be compared.
        self._held = ""
        self._reading: list[Generator[object, None, None]] = []
        self._closed_read: asyncio.Future[bool] | None = None

    async def fill(self) -> None:
        """Read all open and active tickets, again until that succeeds; searches see those that are read already."""
        pause_s = FIRST_PAUSE_S
        for status in _SIGHT:
            while not await self._read(self._queries.told(status), self._put_stored):
                await asyncio.sleep(pause_s)
                pause_s = min(2 * pause_s, LONGEST_PAUSE_S)

    async def read_closed(self) -> None:
        """Read the vectors of closed tickets, unless that was done; later ones come by themselves."""
        reading = self._closed_read
        if reading is None:
            reading = asyncio.ensure_future(self._read(self._queries.closed_vectors(), self._put_closed))
            self._closed_read = reading
        if not await asyncio.shield(reading):
            # Whoever asks next lets them be read again.
            self._closed_read = None

    def publish(self, changes: Sequence[Change]) -> None:
        """Take note of committed changes, in order; may be called in any one thread."""
        # A server that stops needs no index.
        with suppress(RuntimeError):
            self._thread.submit(self._apply, changes).add_done_callback(_noted)

    def understand(self, meanings: Mapping[int, Meaning]) -> None:
        """Take note of what descriptions mean, after the changes that they came with."""
        with suppress(RuntimeError):
            self._thread.submit(self._understand, meanings).add_done_callback(_noted)

    def compares(self, version: str) -> bool:
        """Say whether the vectors in memory are of that version, or of none."""
        return self._held in {version, ""}

    async def ask(self, question: Callable[["SimilarIndex", "Vectors | None"], _Answer]) -> _Answer:
        """Return what the question finds in the index, and among the vectors of closed tickets if they were read."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._thread, lambda: question(self._index_made(), self._closed))

    def close(self) -> None:
        """Let the thread end with what it is doing."""
        self._thread.shutdown(cancel_futures=True)
        for reading in self._reading:
            reading.close()

    async def _read(self, parts: Generator[_Answer, None, None], put: Callable[[_Answer], bool]) -> bool:
        """Read part after part, so that searches and changes find their turn between two; say whether they could be."""
        self._reading.append(parts)
        loop, done = asyncio.get_running_loop(), True
        try:
            while await loop.run_in_executor(self._thread, self._put_next, parts, put):
                pass
        except DeskError as error:
            _log.error("tickets cannot be read to be compared: %s", error.reason)
            done = False
        # Whoever is cancelled before leaves it to `close`, as the thread may be reading still.
        self._reading.remove(parts)
        return done

    def _put_next(self, parts: Iterator[_Answer], put: Callable[[_Answer], bool]) -> bool:
        part = next(parts, None)
        return part is not None and put(part)

    def _index_made(self) -> "SimilarIndex":
        if self._index is None:
            from ticket_server.similar.index import SimilarIndex
            from ticket_server.similar.pair import PairModel

            self._index = SimilarIndex(PairModel.load())
        return self._index

    def _put_stored(self, part: Sequence[Stored]) -> bool:
        from ticket_server.similar.pair import report_of

        index = self._index_made()
        for stored in part:
            # What a change has told meanwhile is newer.
            if stored.ticket_id not in index:
                told = (stored.location, stored.description, stored.category, stored.confidence, stored.open_us)
                index.put(stored.ticket_id, report_of(*told))
                index.put_vector(stored.ticket_id, stored.vector if self._holds(stored.version or "") else None)
            # Whoever waits for the interpreter gets it between two tickets.
            time.sleep(0)
        # They stay, and Python's collector would look through them all, for half a second in which nobody is answered.
        gc.freeze()
        return True

    def _put_closed(self, part: Sequence[StoredVector]) -> bool:
        from ticket_server.similar.index import Vectors

        self._closed = closed = self._closed or Vectors()
        since_us = self._clock() - YEAR_US
        for stored in part:
            if stored.close_us >= since_us and self._holds(stored.version):
                closed.put(stored.ticket_id, stored.vector)
        return len(closed) < MOST_CLOSED

    def _holds(self, version: str) -> bool:
        """Say whether vectors of that version are held; the reader's own, once it is loaded, replace all others."""
        if version not in {self._held, ""} and (not self._held or version == self._version()):
            before, self._held = self._held, version
            if before:
                self._index_made().forget_vectors()
                self._closed = self._closed_read = None
                self._put_vectors()
        return version == self._held != ""

    def _put_vectors(self) -> None:
        """Put the stored vectors of the version that is held now to the tickets that are in the index."""
        index = self._index_made()
        # What cannot be read now is missing until the next start, and compared by its place.
        with suppress(DeskError):
            for stored in (one for status in _SIGHT for part in self._queries.told(status) for one in part):
                if stored.ticket_id in index and stored.version == self._held:
                    index.put_vector(stored.ticket_id, stored.vector)

    def _apply(self, changes: Sequence[Change]) -> None:
        for change in changes:
            self._apply_one(change)
            time.sleep(0)

    def _apply_one(self, change: Change) -> None:
        # A ticket that a note had found earlier, before its vector is read, would tell of the note.
        if change.action == Action.POST_NOTE:
            return
        ticket, index = change.ticket, self._index_made()
        if ticket.status not in _SIGHT:
            self._close(ticket.id, erased=change.action == Action.ERASE)
        elif ticket.id not in index or change.action not in {Action.ACTIVATE, Action.POST_MESSAGE, Action.ADD_ME_TOO}:
            self._put(ticket)
            if change.action == Action.ERASE or any(field.field == "description" for field in change.fields):
                index.put_vector(ticket.id, None)

    def _put(self, ticket: Ticket) -> None:
        from ticket_server.similar.pair import report_of

        told = (ticket.location, ticket.description, ticket.category, ticket.confidence, ticket.open_us)
        self._index_made().put(ticket.id, report_of(*told))

    def _close(self, ticket_id: int, *, erased: bool) -> None:
        index = self._index_made()
        vector = index.vector(ticket_id)
        index.remove(ticket_id)
        if self._closed is not None and erased:
            self._closed.remove(ticket_id)
        elif self._closed is not None and vector is not None:
            self._closed.put(ticket_id, vector)

    def _understand(self, meanings: Mapping[int, Meaning]) -> None:
        index = self._index_made()
        for ticket_id, meaning in meanings.items():
            if not self._holds(meaning.version):
                continue
            if ticket_id in index:
                index.put_vector(ticket_id, meaning.vector)
            elif self._closed is not None:
                self._closed.put(ticket_id, meaning.vector)


def _noted(done: "Future[None]") -> None:
    """Log what nobody waits for, by its kind alone: its words could quote a ticket."""
    error = done.exception() if not done.cancelled() else None
    if error is not None:
        _log.error("what was committed is not compared (%s)", type(error).__name__)
