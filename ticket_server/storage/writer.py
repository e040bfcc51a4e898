"""The one writer: a thread that commits all waiting units of work together, tells the feed, and then answers."""

import asyncio
import logging
import queue
import sqlite3
import threading
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass

from sqlalchemy.exc import SQLAlchemyError

from campusdesk.errors import DeskError
from campusdesk.rules import Reason
from ticket_server.storage.committing import Committer, Publish, Timed, Understood
from ticket_server.storage.engine import Database
from ticket_server.storage.group import Answer, Result, Unit
from ticket_server.storage.notice import Notice
from ticket_server.storage.rows import Counter

_log = logging.getLogger(__name__)

# Bounds the time that the first of a group waits for the last; far more than are ever in flight.
_MOST_UNITS = 1_000


@dataclass(frozen=True, slots=True)
class _Waiting:
    unit: Unit
    future: asyncio.Future[Result]


_Queued = _Waiting | Notice | None


class Writer:
    """Takes units of work from event loops and commits them in the order of their arrival."""

    def __init__(
        self,
        database: Database,
        told: Counter,
        publish: Publish,
        timed: Timed = lambda _seconds: None,
        understood: Understood = lambda _meanings: None,
    ) -> None:
        """Start the thread; after each commit it tells `publish` the changes in order, and `timed` the seconds.

        Then it tells `understood` what the descriptions mean that came with it, by their tickets. Of a database that is
        shared it tells what other servers commit too, all after `told`.
        """
        self._committer = Committer(database, told, publish, timed, understood)
        self._database = database
        self._queue: queue.SimpleQueue[_Queued] = queue.SimpleQueue()
        self._closed = False
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
        return self._committer.healthy

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
        with self._database.listening(self._queue.put):
            while self._serve():
                pass
        self._committer.fold_log()
        self._committer.close()

    def _serve(self) -> bool:
        """Commit one group, or do what can wait in a pause; say whether to go on."""
        try:
            first = self._queue.get(timeout=self._committer.pause_s)
        except queue.Empty:
            self._committer.upkeep()
            return True
        group, notices, more = self._gather(first)
        if group:
            self._commit(group)
            self._committer.keep_up(len(group))
        for notice in notices:
            self._committer.hear(notice)
        return more

    def _gather(self, first: _Queued) -> tuple[list[_Waiting], list[Notice], bool]:
        """Return all that wait, what was heard of other servers, and whether more may come."""
        group: list[_Waiting] = []
        notices: list[Notice] = []
        queued = first
        with suppress(queue.Empty):
            while queued is not None:
                if isinstance(queued, Notice):
                    notices.append(queued)
                else:
                    group.append(queued)
                if len(group) == _MOST_UNITS:
                    return group, notices, True
                queued = self._queue.get_nowait()
            return group, notices, False
        return group, notices, True

    def _commit(self, group: Sequence[_Waiting]) -> None:
        """Commit the group in one transaction, or, when the database refuses that, each unit in its own."""
        try:
            self._settle(group, self._committer.commit([waiting.unit for waiting in group]))
        except Exception as error:  # noqa: BLE001  whatever a unit meets, the others and the thread go on
            alone = list(group) if len(group) > 1 else []
            # A lost connection is not tried again by each of many, who would wait for one another.
            while alone and self._committer.connected:
                self._commit([alone.pop(0)])
            left = alone if len(group) > 1 else group
            if left:
                self._settle(left, [_failure(error)] * len(left))

    def _settle(self, group: Sequence[_Waiting], answers: Sequence[Answer]) -> None:
        """Answer the group: each event loop is woken once."""
        loops: dict[asyncio.AbstractEventLoop, list[tuple[asyncio.Future[Result], Answer]]] = {}
        for waiting, answer in zip(group, answers, strict=True):
            loops.setdefault(waiting.future.get_loop(), []).append((waiting.future, answer))
        for loop, answered in loops.items():
            # A loop that was closed has nobody left who waits.
            with suppress(RuntimeError):
                loop.call_soon_threadsafe(_answer, answered)


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
