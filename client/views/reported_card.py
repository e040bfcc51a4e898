"""The thanks after a report: the number of the ticket, to be copied."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from client.views.buttons import Button
from client.views.labels import copyable_label, plain_label
from client.views.theme.theme import Theme


class ReportedCard(QWidget):
    """Shows the number; `another` to report something else, `opened` to look at it."""

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
        column.addWidget(plain_label(self.tr("Reported. Thank you."), tone="ok", scale="strong"))
        column.addWidget(self.number)
        words = self.tr("This is the number of your ticket. You find it in the list below, and can answer there.")
        column.addWidget(plain_label(words, tone="muted", wrap=True))
        column.addSpacing(12)
        column.addLayout(buttons)
        column.addStretch()

    def show_ticket_number(self, number: int) -> None:
        """Show the ticket's number and give the focus to copying it."""
        self.ticket_number = number
        self.number.setText(f"#{number}")
        self.number.setAccessibleName(self.tr("Ticket number %1").replace("%1", str(number)))
        self.copy.setText(self.tr("Copy number"))
        self.copy.setFocus()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(str(self.ticket_number))
        self.copy.setText(self.tr("Copied"))
