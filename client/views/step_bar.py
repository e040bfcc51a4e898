"""The one step that a ticket can take next, for those who may take it."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from campusdesk.rules import TRANSITIONS, Action, Role, Status, refusal
from campusdesk.v1 import ticket_pb2
from client.refusals import error_words
from client.views.buttons import Button
from client.views.error_line import ErrorLine
from client.views.theme.theme import Theme

if TYPE_CHECKING:
    from campusdesk.errors import DeskError
    from client.connection import Reply
    from client.helpdesk import HelpDesk


class StepBar(QWidget):
    """A button for the next step, hidden where there is none; an error stands under it."""

    def __init__(self, theme: Theme, desk: "HelpDesk", role: Role) -> None:
        super().__init__()
        self._desk, self._role = desk, role
        self._ticket = ticket_pb2.Ticket()
        self._reply: Reply | None = None
        self.button = Button(theme, self.tr("Activate"), kind="primary")
        self.error = ErrorLine(theme, self.tr("Try again"))
        self.button.clicked.connect(self._step)
        self.error.again.connect(self._again)
        row = QHBoxLayout()
        row.addWidget(self.button)
        row.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self.error)

    def show_ticket(self, ticket: ticket_pb2.Ticket) -> None:
        """Offer what can be done next with this ticket; an error of the ticket before goes."""
        if (ticket.id, ticket.status) != (self._ticket.id, self._ticket.status):
            self._forget()
        self._ticket = ticket
        action = self._next()
        self.button.setVisible(action is not None)
        if action is not None:
            taking = action is Action.ACTIVATE
            self.button.setText(self.tr("Activate") if taking else self.tr("Close"))
            self.button.set_icon("status-active" if taking else "check", "on_accent")
            words = self.tr("Take this ticket") if taking else self.tr("Close this ticket; closed is final")
            self.button.setToolTip(words)
            self.button.setAccessibleName(words)

    def _next(self) -> Action | None:
        status = Status(self._ticket.status)
        return next((action for action in TRANSITIONS if refusal(self._role, action, status) is None), None)

    def _step(self) -> None:
        if self._next() is Action.ACTIVATE:
            self._start(self._desk.activate_ticket(self._ticket.id))
        else:
            self._start(self._desk.close_ticket(self._ticket.id))

    def _start(self, reply: "Reply") -> None:
        self._forget()
        self._reply = reply
        reply.done.connect(self._forget)
        reply.failed.connect(self._failed)
        self.button.setEnabled(False)

    def _again(self) -> None:
        if self._reply is not None:
            self.error.show_words("")
            self.button.setEnabled(False)
            self._reply.again()

    def _failed(self, error: "DeskError") -> None:
        if self.sender() is self._reply:
            self.button.setEnabled(True)
            self.error.show_words(error_words(error, typed=False), again=True)

    def _forget(self) -> None:
        if self._reply is not None:
            self._reply.done.disconnect(self._forget)
            self._reply.failed.disconnect(self._failed)
        self._reply = None
        self.button.setEnabled(True)
        self.error.show_words("")
