"""What the ticket's dock is headed by: the ticket's number and status, and what is done with it as a whole."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from campusdesk.rules import Status
from client.text import status_words
from client.views.buttons import Button
from client.views.commands import Command, hint
from client.views.labels import plain_label, set_tone
from client.views.theme import tokens
from client.views.theme.theme import Theme

# Pixels between what is done with the ticket and what is done with its dock.
_APART = 12


class TicketHead(QWidget):
    """One line; without a ticket it says what would stand here."""

    def __init__(self, theme: Theme) -> None:
        """Begin without a ticket."""
        super().__init__()
        self._ticket_id = 0
        self.absence = plain_label(self.tr("Ticket"), tone="muted", scale="small")
        self.number = plain_label(scale="title")
        self.status = plain_label(scale="small")
        self.status.setContentsMargins(tokens.CHIP_RADIUS, 0, tokens.CHIP_RADIUS, 0)
        self.status.setFixedHeight(2 * tokens.CHIP_RADIUS)
        self.copy = Button(theme, self.tr("Copy number"), kind="icon", icon="copy")
        self.copy.setToolTip(hint(self.tr("Copy number"), Command.COPY_NUMBER))
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(str(self._ticket_id)))
        self.edit = Button(theme, self.tr("Edit text and place"), kind="icon", icon="edit")
        self.edit.setToolTip(hint(self.tr("Edit text and place"), Command.EDIT))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, _APART, 0)
        row.setSpacing(8)
        row.addWidget(self.absence)
        row.addWidget(self.number)
        row.addWidget(self.status, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch()
        buttons = QHBoxLayout()
        buttons.setSpacing(0)
        buttons.addWidget(self.copy)
        buttons.addWidget(self.edit)
        row.addLayout(buttons)
        self.show_nothing()

    def show_nothing(self) -> None:
        """Head no ticket."""
        self._ticket_id = 0
        self._set_shown(False)

    def show_ticket(self, ticket_id: int, status: Status) -> None:
        """Head this ticket; what is closed cannot be edited."""
        self._ticket_id = ticket_id
        self.number.setText(f"#{ticket_id}")
        self.status.setText(status_words(status))
        set_tone(self.status, "tone", status.word)
        self._set_shown(True)
        self.edit.setVisible(status is not Status.CLOSED)

    def _set_shown(self, shown: bool) -> None:
        present = self.number, self.status, self.copy, self.edit
        # First what goes: shown together for a moment, they would widen the dock for good.
        for part in present if not shown else (self.absence,):
            part.hide()
        for part in present if shown else (self.absence,):
            part.show()
