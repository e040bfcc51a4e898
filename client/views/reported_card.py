"""The thanks after a report: the number of the ticket, to be copied."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from client.views.buttons import Button
from client.views.labels import copyable_label, plain_label, set_tone
from client.views.theme.theme import Theme


class ReportedCard(QWidget):
    """Shows the number; `another` to report something else or once more, `opened` to look at it."""

    another = Signal()
    opened = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.ticket_number = 0
        self.number = copyable_label(scale="headline")
        self.copy = Button(theme, self.tr("Copy number"), icon="copy")
        self.open = Button(theme, self.tr("Show the ticket"), icon="message")
        again = Button(theme, self.tr("Report another problem"), kind="quiet", icon="report")
        self.copy.clicked.connect(self._copy)
        self.open.clicked.connect(lambda: self.opened.emit(self.ticket_number))
        again.clicked.connect(self.another)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.copy, self.open, again):
            buttons.addWidget(button)
        buttons.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(4)
        column.addStretch()
        self.thanks, self.words = plain_label(scale="strong"), plain_label(tone="muted", wrap=True)
        for label in (self.thanks, self.number, self.words):
            column.addWidget(label)
        column.addSpacing(12)
        column.addLayout(buttons)
        column.addStretch()

    def show_ticket_number(self, number: int) -> None:
        """Show the ticket's number and give the focus to copying it."""
        self.ticket_number = number
        self._say(
            self.tr("Reported. Thank you."),
            self.tr("This is the number of your ticket. You find it in the list below, and can answer there."),
            is_here=True,
        )
        self.number.setText(f"#{number}")
        self.number.setAccessibleName(self.tr("Ticket number %1").replace("%1", str(number)))
        self.copy.setText(self.tr("Copy number"))
        self.copy.setFocus()

    def show_gone(self) -> None:
        """Say that the ticket, which was reported, is not there any more."""
        self.ticket_number = 0
        words = self.tr("The server's data was restored from a backup of before your report. Please report it again.")
        self._say(self.tr("Your report is lost."), words, is_here=False)

    def _say(self, thanks: str, words: str, *, is_here: bool) -> None:
        self.thanks.setText(thanks)
        set_tone(self.thanks, "tone", "ok" if is_here else "danger")
        self.words.setText(words)
        for part in (self.number, self.copy, self.open):
            part.setVisible(is_here)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(str(self.ticket_number))
        self.copy.setText(self.tr("Copied"))
