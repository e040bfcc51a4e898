"""The one writer: a thread that commits all waiting units of work together, tells the feed, and then answers."""

import asyncio
import logging
import queue
import sqlite3
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass

from sqlalchemy import Connection
from sqlalchemy.exc import SQLAlchemyError

from campusdesk.errors import DeskError
from campusdesk.rules import Reason
from ticket_server.storage.engine import Database
from ticket_server.storage.group import Answer, Group, Result, Unit
from ticket_server.storage.search.settling import Settling
from ticket_server.storage.writable import Writable
from ticket_server.ticket import Change

_log = logging.getLogger(__name__)

Publish = Callable[[Sequence[Change]], None]

# Bounds the time that the first of a group waits for the last; far more than are ever in flight.
_MOST_UNITS = 1_000
# A log of this size is folded into the database even when no pause comes.
_LOG_CAP_BYTES = 32 * 1024 * 1024
_PAUSE_S = 0.1
# Whether the database can be written shows when it is written: so often by itself, and this often until it can again.
_PROBE_S = 10.0
_RETRY_S = 1.0


@dataclass(frozen=True, slots=True)
class _Waiting:
    unit: Unit
    future: asyncio.Future[Result]


class Writer:
    """Takes units of work from event loops and commits them in the order of their arrival."""

    def __init__(
        self, database: Database, publish: Publish, timed: Callable[[float], object] = lambda _seconds: None
    ) -> None:
        """Start the thread; after each commit it tells `publish` the changes in order, and `timed` the seconds."""
        self._database = database
        self._publish = publish
        self._timed = timed
        self._writable = Writable()
        self._queue: queue.SimpleQueue[_Waiting | None] = queue.SimpleQueue()
        self._closed = False
        self._folded_bytes = 0
        # What was left by the program before is done in the first pause.
        self._unfolded = True
        self._settling = Settling()
        self._thread = threading.Thread(target=self._work, name="writer", daemon=True)
        self._thread.start()

    def submit(self, unit: Unit) -> asyncio.Future[Result]:
        """Queue the unit; the future of the running loop is answered once its commit is durable.

        It is answered with DeskError: the unit's own refusal, REQUEST_ID_REUSED, or STORE_FAILED when the database
        cannot be written. Raises DeskError (SERVER_STOPPING) after `close`.
        """
        if self._closed:
            raise DeskError(Reason.SERVER_STOPPING)
        future: asyncio.Future[Result] = asyncio.get_running_loop().create_future()
        self._queue.put(_Waiting(unit, future))
        return future

    @property
    def healthy(self) -> bool:
        """Whether the database could be written when it was last tried, which is every 10 seconds at least."""
        return self._writable.healthy

    @property
    def waiting(self) -> int:
        """How many units of work wait for the next commit."""
        return self._queue.qsize()

    def close(self) -> None:
        """Commit what waits, fold the log into the database and end the thread."""
        self._closed = True
        self._queue.put(None)
        self._thread.join()

    def _work(self) -> None:
        with self._database.connect_writer() as connection:
            while self._serve(connection):
                pass
            self._fold(connection)

    def _serve(self, connection: Connection) -> bool:
        """Commit one group, or make use of a pause; say whether to go on."""
        pause_s = _PAUSE_S if self._unfolded else _PROBE_S
        try:
            first = self._queue.get(timeout=pause_s if self.healthy else _RETRY_S)
        except queue.Empty:
            self._pause(connection)
            return True
        group, more = self._gather(first)
        if group:
            self._commit(connection, group)
            self._unfolded = True
            self._settling.keep_up(connection, len(group))
            self._cap_log(connection)
        return more

    def _pause(self, connection: Connection) -> None:
        """Settle search and fold the log; when that is done, try whether the database can be written."""
        if self._unfolded and self.healthy:
            self._settling.use_pause(connection)
            self._fold(connection)
            self._unfolded = self._settling.due
        else:
            self._writable.probe(connection)
            self._unfolded = True

    def _cap_log(self, connection: Connection) -> None:
        """Fold a log that has grown by the cap since it was last folded, for a reader may keep it from being cut."""
        size = self._database.log_bytes()
        self._folded_bytes = 0 if size < self._folded_bytes else self._folded_bytes
        if size > self._folded_bytes + _LOG_CAP_BYTES:
            self._fold(connection)

    def _gather(self, first: _Waiting | None) -> tuple[list[_Waiting], bool]:
        """Return all that wait, and whether more may come."""
        group: list[_Waiting] = []
        waiting = first
        with suppress(queue.Empty):
            while waiting is not None:
                group.append(waiting)
                if len(group) == _MOST_UNITS:
                    return group, True
                waiting = self._queue.get_nowait()
            return group, False
        return group, True

    def _commit(self, connection: Connection, group: Sequence[_Waiting]) -> None:
        """Commit the group in one transaction, or, when the database refuses that, each unit in its own."""
        try:
            self._settle(group, self._transact(connection, [waiting.unit for waiting in group]))
        except Exception as error:  # noqa: BLE001  whatever a unit meets, the others and the thread go on
            if len(group) > 1:
                for waiting in group:
                    self._commit(connection, [waiting])
            else:
                self._writable.failed(error)
                self._settle(group, [_failure(error)])

    def _transact(self, connection: Connection, units: Sequence[Unit]) -> list[Answer]:
        begun = time.perf_counter()
        with connection.begin():
            group = Group(connection, units)
            answers = group.run()
        self._timed(time.perf_counter() - begun)
        if group.changes:
            self._writable.succeeded()
            self._publish(group.changes)
        return answers

    def _settle(self, group: Sequence[_Waiting], answers: Sequence[Answer]) -> None:
        """Answer the group: each event loop is woken once."""
        loops: dict[asyncio.AbstractEventLoop, list[tuple[asyncio.Future[Result], Answer]]] = {}
        for waiting, answer in zip(group, answers, strict=True):
            loops.setdefault(waiting.future.get_loop(), []).append((waiting.future, answer))
        for loop, answered in loops.items():
            # A loop that was closed has nobody left who waits.
            with suppress(RuntimeError):
                loop.call_soon_threadsafe(_answer, answered)

    def _fold(self, connection: Connection) -> None:
        """Move the log into the database; what a reader still needs stays for the next time."""
        self._unfolded = False
        self._database.fold_log(connection)
        self._folded_bytes = self._database.log_bytes()


def _failure(error: Exception) -> Exception:
    """Return what a unit is told of an error that is not its own."""
    if isinstance(error, (SQLAlchemyError, sqlite3.Error)):
        _log.error("the database refused a write: %s", type(error).__name__)
        refusal = DeskError(Reason.STORE_FAILED)
        refusal.__cause__ = error
        return refusal
    _log.error("a unit of work failed: %s", type(error).__name__)
    return error


def _answer(answered: Sequence[tuple[asyncio.Future[Result], Answer]]) -> None:
    for future, answer in answered:
        if future.done():
            continue
        if isinstance(answer, Exception):
            future.set_exception(answer)
        else:
            future.set_result(answer)
