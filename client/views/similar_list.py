"""What is like the ticket shown, for helpdesk staff: a quiet list under it, each entry opened by a click."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from campusdesk.rules import Status
from campusdesk.v1 import change_feed_pb2, ticket_pb2, ticket_service_pb2
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
        self._found: list[ticket_service_pb2.SimilarTicket] = []
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

    def ask_again(self) -> None:
        """Look once more where the server did not answer."""
        self._asking.ask_again()

    def apply(self, changes: Sequence[change_feed_pb2.Change], _revision: int) -> None:
        """Keep what is shown true: how each ticket stands now, and nothing of one that was erased."""
        now = {change.ticket_id: change.ticket for change in changes if change.HasField("ticket")}
        if not any(similar.ticket.id in now for similar in self._found):
            return
        for similar in self._found:
            similar.ticket.CopyFrom(now.get(similar.ticket.id, similar.ticket))
        self._found = [similar for similar in self._found if not is_erased(similar.ticket)]
        self._show_found()

    def _ask(self, question: Question) -> "Reply":
        assert isinstance(question, tuple)  # noqa: S101 - for the type checker
        return self._desk.find_alike(question[0])

    def _show(self, answer: ticket_service_pb2.FindSimilarTicketsResponse | None) -> None:
        self._found = list(answer.tickets[:MOST_ALIKE]) if answer is not None else []
        self._show_found()

    def _show_found(self) -> None:
        for at, entry in enumerate(self.entries):
            entry.setVisible(at < len(self._found))
            if at < len(self._found):
                entry.show_ticket(self._found[at], self._clock())
        self.setVisible(bool(self._found))
        self.counted.emit(len(self._found))


class SimilarEntry(QPushButton):
    """Two lines on a ticket: what is wrong, and under it where, when, how it stands and how alike it is."""

    def __init__(self) -> None:
        super().__init__()
        self.ticket_id = 0
        self.setProperty("kind", "row")
        self.setAccessibleName(self.tr("Similar ticket"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.problem, self.details = ElidedLabel(), ElidedLabel(tone="muted", scale="small")
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 4, 8, 4)
        self._lines.setSpacing(0)
        for label in (self.problem, self.details):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            self._lines.addWidget(label)

    def sizeHint(self) -> QSize:
        """Ask for what the two lines need in their fonts: a button by itself knows of no layout."""
        return self._lines.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Ask for the height of both lines, and for a few letters of each."""
        return self._lines.minimumSize()

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
