"""The one step that a ticket can take next, for those who may take it."""

from collections.abc import Callable
from enum import Enum, auto

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from campusdesk.rules import TRANSITIONS, Action, Role, Status, refusal
from campusdesk.v1 import ticket_pb2
from client.views.buttons import Button
from client.views.commands import Command, hint
from client.views.theme.theme import Theme


class Progress(Enum):
    """How far a ticket's next step is: not asked for, under way, or waiting while it can be undone."""

    NONE = auto()
    BUSY = auto()
    CLOSING = auto()


class StepBar(QWidget):
    """A button for the next step, hidden where there is none.

    `wanted` tells the action, `undo_wanted` that the ticket shall not be closed after all.
    """

    wanted = Signal(object)
    undo_wanted = Signal()

    def __init__(self, theme: Theme, role: Role) -> None:
        """Offer nothing yet."""
        super().__init__()
        self._role = role
        self._ticket = ticket_pb2.Ticket()
        # Asked for each ticket that is shown.
        self.progress_of: Callable[[int], Progress] = lambda _ticket_id: Progress.NONE
        self.button = Button(theme, self.tr("Activate"), kind="primary")
        self.undo = Button(theme, self.tr("Undo closing"), icon="retry")
        self.undo.setToolTip(hint(self.tr("Leave this ticket active"), Command.UNDO))
        self.button.clicked.connect(lambda: self.wanted.emit(self._next()))
        self.undo.clicked.connect(self.undo_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.button)
        row.addWidget(self.undo)
        row.addStretch()
        # Both at once are never offered, and would widen the dock for good.
        self.button.hide()
        self.undo.hide()

    def show_ticket(self, ticket: ticket_pb2.Ticket) -> None:
        """Offer what can be done next with this ticket."""
        self._ticket = ticket
        self.refresh()

    def refresh(self) -> None:
        """Look again how far the ticket's step is."""
        action, progress = self._next(), self.progress_of(self._ticket.id)
        self.button.setVisible(action is not None and progress is not Progress.CLOSING)
        self.undo.setVisible(action is not None and progress is Progress.CLOSING)
        self.button.setEnabled(progress is Progress.NONE)
        if action is not None:
            taking = action is Action.ACTIVATE
            self.button.setText(self.tr("Activate") if taking else self.tr("Close"))
            self.button.set_icon("status-active" if taking else "check", "on_accent")
            words = self.tr("Take this ticket") if taking else self.tr("Close this ticket; closed is final")
            self.button.setToolTip(hint(words, Command.ACTIVATE if taking else Command.CLOSE))
            self.button.setAccessibleName(words)

    def _next(self) -> Action | None:
        # No ticket is shown yet, or one that only a newer server understands.
        if int(self._ticket.status) not in set(Status):
            return None
        status = Status(self._ticket.status)
        return next((action for action in TRANSITIONS if refusal(self._role, action, status) is None), None)
