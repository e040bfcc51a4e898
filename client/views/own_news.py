"""What is new of the reports from this PC, over the list: an answer to read, one that was closed."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from campusdesk.rules import Role
from client.models.tickets import TicketTableModel
from client.moments import date_words
from client.store import Store
from client.views.buttons import Button
from client.views.elided_label import ElidedLabel
from client.views.own_reports import OwnReports
from client.views.theme.theme import Theme

if TYPE_CHECKING:
    from client.connection import Connection
    from client.helpdesk import HelpDesk


class OwnNews(QFrame):
    """Hidden while there is nothing new; `opened` to read an answer."""

    opened = Signal(int)

    def __init__(
        self, theme: Theme, connection: "Connection", desk: "HelpDesk", tickets: TicketTableModel, store: Store
    ) -> None:
        """Follow what was reported from the connection's workstation; helpdesk staff are told nothing."""
        super().__init__()
        self.setProperty("ground", "own")
        self.reports = OwnReports(desk, connection.workstation.name, tickets, store, self)
        self._is_user = connection.role is Role.USER
        reports = self.reports
        self.answer, self.closing = ElidedLabel(scale="strong"), ElidedLabel()
        self.open = Button(theme, self.tr("Read the answer"), kind="quiet", icon="message")
        self.away = Button(theme, self.tr("Put this line away"), kind="icon", icon="cross")
        self.open.clicked.connect(lambda: self._with_first(reports.answered(), self.opened.emit))
        self.away.clicked.connect(
            lambda: self._with_first([number for number, _ in reports.closed()], reports.put_away)
        )
        self._lines = [self._line(self.answer, self.open), self._line(self.closing, self.away)]
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 4, 16, 4)
        column.setSpacing(0)
        for line in self._lines:
            column.addWidget(line)
        reports.changed.connect(self._show)
        self._show()

    def follow(self, connection: "Connection") -> None:
        """Take what is told from now on, after the table, whose facts are asked for; to be called once that listens.

        A moment later would be too late: the window may have been left by then.
        """
        if self._is_user:
            connection.reset.connect(self.reports.take_reset)
            connection.changed.connect(self.reports.apply)

    def _line(self, words: ElidedLabel, button: Button) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(words, 1)
        row.addWidget(button)
        return line

    def _with_first(self, numbers: list[int], then: Callable[[int], object]) -> None:
        if numbers:
            then(numbers[0])

    def _show(self) -> None:
        said = self._answer_words(), self._closing_words()
        for label, line, words in zip((self.answer, self.closing), self._lines, said, strict=True):
            label.setText(words)
            label.setAccessibleName(words)
            line.setVisible(bool(words))
        self.setVisible(any(said))

    def _answer_words(self) -> str:
        numbers = self.reports.answered() if self._is_user else []
        if not numbers:
            return ""
        words = self.tr("The helpdesk answered #%1.")
        if len(numbers) > 1:
            words = self.tr("The helpdesk answered #%1 and %Ln more report(s) from here.", "", len(numbers) - 1)
        return words.replace("%1", str(numbers[0]))

    def _closing_words(self) -> str:
        closed = self.reports.closed() if self._is_user else []
        if not closed:
            return ""
        number, time_us = closed[0]
        words = self.tr("#%1: closed on %2")
        if len(closed) > 1:
            words = self.tr("#%1: closed on %2, and %Ln more report(s) from here closed", "", len(closed) - 1)
        return words.replace("%1", str(number)).replace("%2", date_words(time_us))
