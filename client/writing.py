"""Sends the same write for each of several tickets: few under way at once, none lost, every result kept."""

from collections import deque
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QObject, QTimer, Signal

from campusdesk.rules import DISTRUST, Reason

if TYPE_CHECKING:
    from campusdesk.errors import DeskError
    from client.connection import Reply

# A server commits together what waits together: more under way at once would gain little and keep others waiting.
MOST_UNDER_WAY = 8
# Milliseconds that a window which is left waits for the server; nobody would wait longer for a window to go.
_LEAVE_MS = 2_000
# Seconds, where a server that wants a pause does not say how long.
_PAUSE_S = 1.0
# What every other write would be refused with as well, so that none is tried.
_NOBODY_THERE = DISTRUST | {Reason.SERVER_UNREACHABLE}
# What says nothing of the ticket: the very same request may be taken in a moment.
PASSING = _NOBODY_THERE | {
    Reason.SERVER_STOPPING, Reason.STORE_FAILED, Reason.NOT_READY, Reason.INTERNAL, Reason.RATE_LIMITED,
}  # fmt: skip


class Batch(QObject):
    """Writes that belong together; `progressed` after each result, `ended` when none is waited for any more.

    `done` has what each ticket's write was answered with, `failed` why it was refused.
    """

    progressed = Signal()
    ended = Signal()

    def __init__(self, ticket_ids: Iterable[int], send: "Callable[[int], Reply]") -> None:
        """Hold one write for each ticket, which `send` begins; Writing takes care of when."""
        super().__init__()
        self.send = send
        self.waiting = deque(ticket_ids)
        # A write that was tried before is sent as the very same request: the server knows it by its id.
        self.replies: dict[int, Reply] = {}
        self.under_way: set[int] = set()
        self.done: dict[int, object] = {}
        self.failed: dict[int, DeskError] = {}
        self.total = len(self.waiting)
        # What was never sent, because somebody stopped it.
        self.stopped: list[int] = []

    @property
    def is_ended(self) -> bool:
        """Say whether nothing is under way and nothing waits."""
        return not self.waiting and not self.under_way

    @property
    def passing(self) -> list[int]:
        """Return the tickets whose write was refused for a reason that may be over in a moment."""
        return [ticket_id for ticket_id, error in self.failed.items() if error.reason in PASSING]

    def stop(self) -> None:
        """Send nothing more; what is under way is still waited for."""
        self.stopped += self.waiting
        self.total -= len(self.waiting)
        self.waiting.clear()
        if self.is_ended:
            self.ended.emit()


class Writing(QObject):
    """Keeps the writes of all batches within what one desk may ask; what was begun last goes first."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin with nothing to send."""
        super().__init__(parent)
        self._batches: list[Batch] = []
        self._pause = QTimer(self, singleShot=True)
        self._pause.timeout.connect(self._go_on)

    def start(self, ticket_ids: Iterable[int], send: "Callable[[int], Reply]") -> Batch:
        """Write for each of these tickets; nothing is told before this returned."""
        batch = Batch(ticket_ids, send)
        self._add(batch)
        return batch

    def again(self, batch: Batch) -> None:
        """Send once more what was refused for a passing reason."""
        for ticket_id in batch.passing:
            del batch.failed[ticket_id]
            batch.waiting.append(ticket_id)
        self._add(batch)

    def forget(self) -> None:
        """Send nothing more of what waits: it was meant for tickets that are no more."""
        for batch in list(self._batches):
            batch.stop()

    def finish(self) -> bool:
        """Give the server a moment for what is under way and waits; say whether it answered all of it."""
        left = [batch for batch in self._batches if not batch.is_ended]
        loop = QEventLoop()
        for batch in left:
            batch.ended.connect(lambda: loop.quit() if all(each.is_ended for each in left) else None)
        if left:
            QTimer.singleShot(_LEAVE_MS, loop, loop.quit)
            loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        return all(batch.is_ended and not batch.passing for batch in left)

    def _add(self, batch: Batch) -> None:
        if batch not in self._batches:
            self._batches.append(batch)
        self._go_on()

    def _go_on(self) -> None:
        self._batches = [batch for batch in self._batches if not batch.is_ended]
        for batch in reversed(self._batches):
            while batch.waiting and self._under_way < MOST_UNDER_WAY and not self._pause.isActive():
                self._send(batch, batch.waiting.popleft())

    @property
    def _under_way(self) -> int:
        return sum(len(batch.under_way) for batch in self._batches)

    def _send(self, batch: Batch, ticket_id: int) -> None:
        batch.under_way.add(ticket_id)
        if ticket_id in batch.replies:
            batch.replies[ticket_id].again()
            return
        reply = batch.replies[ticket_id] = batch.send(ticket_id)
        reply.done.connect(lambda answer: self._done(batch, ticket_id, answer))
        reply.failed.connect(lambda error: self._refused(batch, ticket_id, error))

    def _done(self, batch: Batch, ticket_id: int, answer: object) -> None:
        del batch.replies[ticket_id]
        batch.done[ticket_id] = answer
        self._settle(batch, ticket_id)

    def _refused(self, batch: Batch, ticket_id: int, error: "DeskError") -> None:
        if error.reason is Reason.RATE_LIMITED:
            batch.waiting.appendleft(ticket_id)
            self._wait(error.retry_delay_s or _PAUSE_S)
        else:
            batch.failed[ticket_id] = error
        if error.reason in _NOBODY_THERE:
            batch.failed.update(dict.fromkeys(batch.waiting, error))
            batch.waiting.clear()
        self._settle(batch, ticket_id)

    def _wait(self, pause_s: float) -> None:
        wait_ms = int(pause_s * 1000) + 1
        self._pause.start(max(wait_ms, self._pause.remainingTime()))

    def _settle(self, batch: Batch, ticket_id: int) -> None:
        batch.under_way.discard(ticket_id)
        batch.progressed.emit()
        if batch.is_ended:
            batch.ended.emit()
        self._go_on()
