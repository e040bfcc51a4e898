"""What others already reported, shown while a report is written: to be read, or to be joined instead of reported."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from campusdesk.rules import Status
from campusdesk.v1 import change_feed_pb2, ticket_pb2, ticket_service_pb2
from client.asking import Asking, Question
from client.installation import Installation
from client.models.ticket_texts import is_erased
from client.refusals import error_words
from client.views.buttons import Button
from client.views.category_hint import PAUSE_MS
from client.views.elided_label import ElidedLabel
from client.views.scroll_column import ScrollColumn
from client.views.similar_row import SimilarRow
from client.views.theme.theme import Theme

if TYPE_CHECKING:
    from campusdesk.errors import DeskError
    from client.connection import Reply
    from client.helpdesk import HelpDesk

_MOST = 3
# Pixels: the most of one row; the others scroll where a window has little room.
_LEAST = 32


class SimilarPanel(QWidget):
    """Hidden while nothing is alike; `opened` to read one, `stopped` when the report need not be written."""

    opened = Signal(int)
    stopped = Signal()

    def __init__(self, theme: Theme, desk: "HelpDesk", installation: Installation, clock: Callable[[], int]) -> None:
        """Show nothing yet; the installation is counted once for each ticket that it joins."""
        super().__init__()
        self._desk, self._installation = desk, installation
        self._counted: set[int] = set()
        self._replies: dict[int, Reply] = {}
        self._failed: set[int] = set()
        self._asking = Asking(self._ask, PAUSE_MS, self)
        self._asking.answered.connect(self._show)
        self.rows = [SimilarRow(theme, clock) for _ in range(_MOST)]
        self.stop = Button(theme, self.tr("Stop writing"), kind="quiet", icon="cross")
        self._parts = ScrollColumn(_LEAST)
        self._thanks = QWidget()
        self._arrange()

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._parts.lines.setSpacing(0)
        column.addWidget(self._parts)
        for row in self.rows:
            row.opened.connect(self.opened)
            row.joined.connect(self._join)
            self._parts.lines.addWidget(row)
        # Of one line whatever its width: with one that wraps, Qt takes the panel's whole height for its least.
        counted = ElidedLabel(tone="ok")
        counted.setText(self.tr("You are counted, so you need not send this report."))
        thanks = QHBoxLayout(self._thanks)
        thanks.setContentsMargins(0, 4, 0, 0)
        thanks.setSpacing(8)
        thanks.addWidget(counted, 1)
        thanks.addWidget(self.stop)
        column.addWidget(self._thanks)
        self.stop.clicked.connect(self.stopped)
        self._show(None)

    def want(self, description: str | None, location: str = "") -> None:
        """Look soon for what is like this text at this place; None shows nothing any more."""
        self._asking.want(None if description is None else (description, location))

    def ask_again(self) -> None:
        """Look once more where the server did not answer."""
        self._asking.ask_again()

    def _ask(self, question: Question) -> "Reply":
        assert isinstance(question, tuple)  # noqa: S101 - for the type checker
        return self._desk.find_similar(*question)

    def apply(self, changes: Sequence[change_feed_pb2.Change], _revision: int) -> None:
        """Keep what is shown true: a ticket that was closed goes, and another me-too is counted."""
        for change in changes:
            row = self._row_of(change.ticket_id)
            if row is None:
                continue
            if change.removed or int(change.ticket.status) == Status.CLOSED or is_erased(change.ticket):
                row.leave()
            elif change.revision > row.ticket.revision:
                self._show_in(row, change.ticket)
        self._show_thanks()

    def forget(self) -> None:
        """Know of no ticket any more that this installation joined: another history begins."""
        self._counted.clear()
        self._installation.forget(self._desk.lineage)
        self._show(None)

    def count(self, ticket_id: int) -> None:
        """Keep that this installation is one of those who reported a ticket."""
        self._counted.add(ticket_id)
        self._installation.keep_joined(self._desk.lineage, ticket_id)

    def _is_counted(self, ticket_id: int) -> bool:
        return ticket_id in self._counted or self._installation.has_joined(self._desk.lineage, ticket_id)

    def _show(self, answer: ticket_service_pb2.FindSimilarTicketsResponse | None) -> None:
        found = [similar.ticket for similar in answer.tickets] if answer is not None else []
        tickets = [ticket for ticket in found if int(ticket.status) in {Status.OPEN, Status.ACTIVE}]
        for at, row in enumerate(self.rows):
            if at < len(tickets):
                self._show_in(row, tickets[at])
            else:
                row.leave()
        self._show_thanks()

    def _show_in(self, row: SimilarRow, ticket: ticket_pb2.Ticket) -> None:
        row.show_ticket(ticket, counted=self._is_counted(ticket.id))
        if ticket.id in self._replies and ticket.id not in self._failed:
            row.me_too.setEnabled(False)

    def _show_thanks(self) -> None:
        shown = {row.ticket.id for row in self.rows}
        self._thanks.setVisible(any(map(self._is_counted, shown)))
        self.setVisible(shown != {0})
        # A scroll area does not tell by itself that it wants another height now.
        self._parts.updateGeometry()

    def _join(self, ticket_id: int) -> None:
        row = self._row_of(ticket_id)
        if row is not None:
            row.rest()
        if ticket_id in self._failed:
            self._failed.discard(ticket_id)
            self._replies[ticket_id].again()
            return
        reply = self._desk.add_me_too(ticket_id, self._installation.id)
        self._replies[ticket_id] = reply
        reply.done.connect(self._joined)
        reply.failed.connect(lambda error: self._refused(ticket_id, error))

    def _joined(self, ticket: ticket_pb2.Ticket) -> None:
        self._replies.pop(ticket.id, None)
        self.count(ticket.id)
        row = self._row_of(ticket.id)
        if row is not None:
            row.show_ticket(ticket, counted=True)
        self._show_thanks()

    def _refused(self, ticket_id: int, error: "DeskError") -> None:
        self._failed.add(ticket_id)
        row = self._row_of(ticket_id)
        if row is not None:
            row.show_refusal(error_words(error, typed=False))

    def _row_of(self, ticket_id: int) -> SimilarRow | None:
        return next((row for row in self.rows if row.ticket.id == ticket_id), None)
