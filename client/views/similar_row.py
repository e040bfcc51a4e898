"""One ticket that already tells what a person is reporting: how many said so, and two things to do about it."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from campusdesk.rules import Status
from campusdesk.v1 import ticket_pb2
from client.models.ticket_texts import TicketText
from client.text import moment_words, one_line, status_words
from client.views.buttons import Button
from client.views.elided_label import ElidedLabel
from client.views.labels import set_tone
from client.views.numbers import reported_words
from client.views.theme.theme import Theme


class SimilarRow(QWidget):
    """`opened` to read the ticket, `joined` to be counted among those who have it."""

    opened = Signal(int)
    joined = Signal(int)

    def __init__(self, theme: Theme, clock: Callable[[], int]) -> None:
        """Show no ticket yet; `clock` tells microseconds since 1970 by the server's clock."""
        super().__init__()
        self._clock = clock
        self.ticket = ticket_pb2.Ticket()
        self.sentence = ElidedLabel()
        self.details = ElidedLabel(tone="muted", scale="small")
        self.open = Button(theme, self.tr("Open it"), kind="quiet", icon="message")
        self.me_too = Button(theme, self.tr("Me too"), icon="person")
        # One width for both of its words, so that the columns of buttons line up.
        self.me_too.setMinimumWidth(self._widest(self.tr("Me too"), self.tr("Counted")))
        self.open.clicked.connect(lambda: self.opened.emit(self.ticket.id))
        self.me_too.clicked.connect(lambda: self.joined.emit(self.ticket.id))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.sentence)
        words.addWidget(self.details)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(8)
        row.addLayout(words, 1)
        row.addWidget(self.open)
        row.addWidget(self.me_too)

    def _widest(self, *words: str) -> int:
        self.me_too.ensurePolished()
        widths = []
        for each in reversed(words):
            self.me_too.setText(each)
            widths.append(self.me_too.sizeHint().width())
        return max(widths)

    def show_ticket(self, ticket: ticket_pb2.Ticket, *, counted: bool) -> None:
        """Show this ticket; `counted` when this installation is among those who have it."""
        self.ticket = ticket
        self.show()
        problem = TicketText(ticket).problem
        told = reported_words(1 + ticket.me_too_count).replace("%2", problem)
        self.sentence.setText(told)
        self.open.setAccessibleName(self.tr("Open it: %1").replace("%1", told))
        self.me_too.setText(self.tr("Counted") if counted else self.tr("Me too"))
        self.me_too.setAccessibleName(f"{self.me_too.text()}: {told}")
        self.me_too.set_icon("check" if counted else "person", "ok" if counted else "muted")
        self.me_too.setEnabled(not counted)
        self._show_details(ticket)

    def _show_details(self, ticket: ticket_pb2.Ticket) -> None:
        status = status_words(Status(ticket.status)) if int(ticket.status) in set(Status) else ""
        opened = moment_words(ticket.open_time.ToMicroseconds(), self._clock())
        parts = (f"#{ticket.id}", one_line(ticket.location, 80), status, opened)
        set_tone(self.details, "tone", "muted")
        self.details.setToolTip("")
        self.details.setText(" · ".join(filter(None, parts)))

    def leave(self) -> None:
        """Show no ticket any more."""
        self.ticket = ticket_pb2.Ticket()
        self.hide()

    def rest(self) -> None:
        """Take no second me-too while the first is on its way; the focus stays in the row."""
        if self.me_too.hasFocus():
            self.open.setFocus()
        self.me_too.setEnabled(False)

    def show_refusal(self, words: str) -> None:
        """Say why it was not counted, and let it be tried again."""
        set_tone(self.details, "tone", "danger")
        told = self.tr("Not counted: %1").replace("%1", words)
        self.details.setText(told)
        # The line may be too short for it; no text of a ticket stands here.
        self.details.setToolTip(told)
        self.me_too.setEnabled(True)
