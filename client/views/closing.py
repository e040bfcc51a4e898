"""Closing is final, so it waits some seconds under the person's eyes before it is asked of the server."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from campusdesk.rules import Status
from client.models.tickets import TicketTableModel
from client.views.batch_line import BatchLine, BatchWords
from client.views.commands import Command, keys_of
from client.views.numbers import count_words
from client.views.work_bar import WorkBar
from client.views.work_line import WorkLine
from client.writing import Batch, Writing

if TYPE_CHECKING:
    from client.helpdesk import HelpDesk

# Long enough to see the slip and to reach the key.
WAIT_MS = 6_000
# How often the line that shows the time left is drawn anew.
_STEP_MS = 100


@dataclass(eq=False)
class _Waiting:
    """Tickets that were asked to be closed together."""

    ticket_ids: list[int]
    line: WorkLine
    ends_s: float
    begun_s: float = field(default_factory=monotonic)


class Closing(QObject):
    """Holds what waits to be closed, each with a time of its own; `changed` tells that other tickets do.

    Who leaves the window asked for the closing and did not take it back: it is asked for at once then.
    docs/decisions/0016 says why.
    """

    changed = Signal()

    def __init__(self, desk: "HelpDesk", tickets: TicketTableModel, writing: Writing, bar: WorkBar) -> None:
        """Close by this desk, and tell of it in the bar."""
        super().__init__(bar)
        self._desk, self._tickets, self._writing, self._bar = desk, tickets, writing, bar
        self.wait_ms = WAIT_MS
        self._waiting: list[_Waiting] = []
        self._batches: list[Batch] = []
        self._clock = QTimer(self, interval=_STEP_MS)
        self._clock.timeout.connect(self._go_on)
        tickets.ticket_changed.connect(self._look_after)

    @property
    def ticket_ids(self) -> frozenset[int]:
        """Return the tickets that wait, or whose closing is under way."""
        waiting = (ticket_id for each in self._waiting for ticket_id in each.ticket_ids)
        under_way = (ticket_id for batch in self._batches for ticket_id in (*batch.waiting, *batch.under_way))
        return frozenset((*waiting, *under_way))

    def waits(self, ticket_id: int) -> bool:
        """Say whether closing this ticket can still be undone."""
        return any(ticket_id in each.ticket_ids for each in self._waiting)

    @property
    def begun_s(self) -> float:
        """Return when the latest closing that can still be undone began, in monotonic seconds; 0 without any."""
        return self._waiting[-1].begun_s if self._waiting else 0.0

    def close(self, ticket_ids: Iterable[int]) -> None:
        """Close these tickets after the wait; who may not be closed is the caller's care."""
        wanted = [ticket_id for ticket_id in ticket_ids if ticket_id not in self.ticket_ids]
        if not wanted:
            return
        each = _Waiting(wanted, self._bar.add(), monotonic() + self.wait_ms / 1000)
        self._waiting.append(each)
        self._show(each)
        self._clock.start()
        self.changed.emit()

    def undo(self) -> None:
        """Leave as they are those whose closing was asked for last."""
        if self._waiting:
            self._drop(self._waiting[-1])

    def undo_ticket(self, ticket_id: int) -> None:
        """Leave this ticket as it is; those asked for together with it are closed."""
        for each in [each for each in self._waiting if ticket_id in each.ticket_ids]:
            self._leave_out(each, ticket_id)

    def forget(self) -> None:
        """Close nothing of what waits: another history of tickets begins."""
        for each in list(self._waiting):
            self._drop(each)

    def finish(self) -> None:
        """Ask for everything that waits at once."""
        for each in list(self._waiting):
            self._send(each)

    def _go_on(self) -> None:
        now_s = monotonic()
        for each in [each for each in self._waiting if each.ends_s <= now_s]:
            self._send(each)
        for each in self._waiting:
            each.line.show_share((each.ends_s - now_s) * 1000 / self.wait_ms)
        if not self._waiting:
            self._clock.stop()

    def _show(self, each: _Waiting) -> None:
        each.line.show_words(self._busy_words(each.ticket_ids), wrong=True)
        each.line.offer(self.tr("Undo"), lambda: self._drop(each), keys_of(Command.UNDO)[0])

    def _drop(self, each: _Waiting) -> None:
        self._waiting.remove(each)
        each.line.put_away()
        self.changed.emit()

    def _leave_out(self, each: _Waiting, ticket_id: int) -> None:
        if each.ticket_ids == [ticket_id]:
            self._drop(each)
            return
        each.ticket_ids.remove(ticket_id)
        self._show(each)
        self.changed.emit()

    def _look_after(self, ticket_id: int) -> None:
        """Let go of what somebody else closed meanwhile."""
        facts = self._tickets.facts(ticket_id)
        if facts is not None and facts.status == Status.CLOSED:
            self.undo_ticket(ticket_id)

    def _send(self, each: _Waiting) -> None:
        self._waiting.remove(each)
        batch = self._writing.start(each.ticket_ids, self._desk.close_ticket)
        # Those of which something may be tried again are still looked after.
        self._batches = [*(before for before in self._batches if not before.is_ended or before.passing), batch]
        batch.ended.connect(self.changed)
        words = BatchWords(
            busy=self._busy_words(each.ticket_ids),
            many=self.tr("%1 tickets closed."),
            failed=self.tr("%1 not closed: %2"),
        )
        BatchLine(self._bar, self._writing, batch, words, line=each.line)
        self.changed.emit()

    def _busy_words(self, ticket_ids: Sequence[int]) -> str:
        if len(ticket_ids) == 1:
            return self.tr("Closing %1").replace("%1", f"#{ticket_ids[0]}")
        return self.tr("Closing %1 tickets").replace("%1", count_words(len(ticket_ids)))
