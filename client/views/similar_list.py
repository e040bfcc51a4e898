"""What is like the ticket shown, for helpdesk staff: a quiet list under it, each entry opened by a click."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from campusdesk.rules import Status
from campusdesk.v1 import ticket_pb2, ticket_service_pb2
from client.asking import Asking, Question
from client.helpdesk import MOST_ALIKE
from client.models.ticket_texts import TicketText, is_erased
from client.text import alike_words, moment_words, one_line, status_words
from client.views.elided_label import ElidedLabel
from client.views.labels import plain_label

if TYPE_CHECKING:
    from client.connection import Reply
    from client.helpdesk import HelpDesk

# Milliseconds that a ticket is shown before it is asked about: somebody may only be passing by in the table.
PAUSE_MS = 300


class SimilarList(QWidget):
    """Hidden while nothing is alike; `opened` tells the ticket that a person wants to read.

    `counted` tells how many are shown.
    """

    opened = Signal(int)
    counted = Signal(int)

    def __init__(self, desk: "HelpDesk", clock: Callable[[], int]) -> None:
        """Show nothing yet; `clock` tells microseconds since 1970 by the server's clock."""
        super().__init__()
        self._desk, self._clock = desk, clock
        self._asking = Asking(self._ask, PAUSE_MS, self)
        self._asking.answered.connect(self._show)
        self.entries = [SimilarEntry() for _ in range(MOST_ALIKE)]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(plain_label(self.tr("Similar"), tone="muted", scale="small"))
        for entry in self.entries:
            entry.clicked.connect(lambda _=False, entry=entry: self.opened.emit(entry.ticket_id))
            column.addWidget(entry)
        self.hide()

    def want(self, ticket: ticket_pb2.Ticket | None) -> None:
        """Look soon for what is like this ticket, which takes away what was like the one before."""
        question = None if ticket is None or is_erased(ticket) else (ticket.id, ticket.description, ticket.location)
        if question is None or question != self._asking.question:
            self._show(None)
        self._asking.want(question)

    def _ask(self, question: Question) -> "Reply":
        assert isinstance(question, tuple)  # noqa: S101 - for the type checker
        return self._desk.find_alike(question[0])

    def _show(self, answer: ticket_service_pb2.FindSimilarTicketsResponse | None) -> None:
        found = answer.tickets if answer is not None else ()
        for at, entry in enumerate(self.entries):
            entry.setVisible(at < len(found))
            if at < len(found):
                entry.show_ticket(found[at], self._clock())
        self.setVisible(bool(found))
        self.counted.emit(min(len(found), MOST_ALIKE))


class SimilarEntry(QPushButton):
    """Two lines on a ticket: what is wrong, and under it where, when, how it stands and how alike it is."""

    def __init__(self) -> None:
        super().__init__()
        self.ticket_id = 0
        self.setProperty("kind", "row")
        self.setAccessibleName(self.tr("Similar ticket"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.problem, self.details = ElidedLabel(), ElidedLabel(tone="muted", scale="small")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 8, 2)
        column.setSpacing(0)
        for label in (self.problem, self.details):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            column.addWidget(label)

    def show_ticket(self, similar: ticket_service_pb2.SimilarTicket, now_us: int) -> None:
        """Show this ticket as it is told at a time in microseconds since 1970."""
        ticket = similar.ticket
        self.ticket_id = ticket.id
        self.problem.setText(TicketText(ticket).problem)
        status = status_words(Status(ticket.status)) if int(ticket.status) in set(Status) else ""
        opened = moment_words(ticket.open_time.ToMicroseconds(), now_us)
        parts = (f"#{ticket.id}", status, opened, alike_words(similar.confidence), one_line(ticket.location, 80))
        self.details.setText(" · ".join(filter(None, parts)))
        self.setAccessibleName(f"{self.problem.text()}, {self.details.text()}")
