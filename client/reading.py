"""Read an endless stream in a daemon thread and hand what it tells to the UI thread in batches."""

import threading
import time
from collections.abc import Callable, Iterator
from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

# Batches are handed over at most this often; the first after a quiet while goes at once.
BATCH_MS = 30
# A cancelled stream ends in milliseconds; a thread that does not is left behind rather than waited for.
_JOIN_S = 1.0

Event = TypeVar("Event")
Event_co = TypeVar("Event_co", covariant=True)


class Source(Protocol[Event_co]):
    """What is read: iterated in one thread, cancelled from another."""

    def __iter__(self) -> Iterator[Event_co]: ...

    def cancel(self) -> None:
        """End the iteration promptly."""


class Reading(Generic[Event]):
    """One stream being read until `end`; `take` gets lists of what it told, in order, on the thread that made this."""

    def __init__(
        self, open_source: Callable[[Callable[[Event], None]], Source[Event]], take: Callable[[list[Event]], None]
    ) -> None:
        """Start to read; the source is given the way to tell things besides what it yields."""
        self._inbox = _Inbox(take)
        self._source = open_source(self._inbox.put)
        self._thread = threading.Thread(target=_read, args=(self._source, self._inbox), name="reading", daemon=True)
        self._thread.start()

    def end(self) -> None:
        """Stop reading; `take` is not called any more."""
        self._inbox.close()
        self._source.cancel()
        self._thread.join(_JOIN_S)


def _read(source: Source[object], inbox: "_Inbox") -> None:
    for event in source:
        inbox.put(event)


class _Inbox(QObject):
    _arrived = Signal()

    def __init__(self, take: Callable[[list[Any]], None]) -> None:
        super().__init__()
        self._take = take
        self._lock = threading.Lock()
        self._waiting: list[Any] = []
        self._announced = self._closed = False
        self._handed_s = 0.0
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._hand_over)
        self._arrived.connect(self._schedule, Qt.ConnectionType.QueuedConnection)

    def put(self, event: object) -> None:
        # The signal is sent under the lock, so that none is after `close`, when Qt may have ended.
        with self._lock:
            if self._closed:
                return
            self._waiting.append(event)
            announce, self._announced = not self._announced, True
            if announce:
                self._arrived.emit()

    def close(self) -> None:
        with self._lock:
            self._closed = True
        self._take = _ignore
        self._timer.stop()

    @Slot()
    def _schedule(self) -> None:
        wait_ms = BATCH_MS - (time.monotonic() - self._handed_s) * 1000
        if wait_ms <= 0:
            self._hand_over()
        elif not self._timer.isActive():
            self._timer.start(int(wait_ms) + 1)

    @Slot()
    def _hand_over(self) -> None:
        self._handed_s = time.monotonic()
        with self._lock:
            events, self._waiting = self._waiting, []
            self._announced = False
        if events:
            self._take(events)


def _ignore(_events: list[Any]) -> None:
    pass
