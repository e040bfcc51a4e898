"""Answer, then close: one step that posts what was written and, once that is acknowledged, begins the closing."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from campusdesk.rules import Action
from client.views.buttons import FoldingButton
from client.views.commands import Command, hint
from client.views.steps import Steps
from client.views.theme.theme import Theme

if TYPE_CHECKING:
    from client.views.composer import Composer


class AnswerAndClose(QObject):
    """A button beside the one that sends, where the rules let the ticket be closed; undoing keeps the message."""

    def __init__(self, theme: Theme, composer: "Composer", steps: Steps) -> None:
        """Stand in this composer's foot."""
        super().__init__(composer)
        self._composer, self._steps = composer, steps
        self._then_close: set[int] = set()
        self.button = FoldingButton(theme, self.tr("Answer, then close"), icon="check")
        self.button.clicked.connect(self.send)
        row = composer.foot.right
        row.insertWidget(row.indexOf(composer.send), self.button)
        composer.sending.connect(self._then_close.discard)
        composer.sent.connect(self._close)
        composer.changed.connect(self.refresh)
        steps.changed.connect(self.refresh)
        self.refresh()

    def _show_words(self) -> None:
        """Say which of the two it is: a note is no answer to who reported it."""
        note = self._composer.is_note
        words = self.tr("Add note, then close") if note else self.tr("Answer, then close")
        told = (
            self.tr("Add the note, and close the ticket after it")
            if note
            else self.tr("Send, and close the ticket after it")
        )
        self.button.setAccessibleName(words)
        self.button.setText(words)
        self.button.setToolTip(hint(told, Command.SEND_AND_CLOSE))

    def refresh(self) -> None:
        """Offer the step only where it can be taken."""
        ticket_id = self._composer.ticket_id
        waits = ticket_id in self._steps.closing.ticket_ids
        self.button.setVisible(bool(self._steps.may(Action.CLOSE, [ticket_id])) and not waits)
        self.button.setEnabled(self._composer.send.isEnabled())
        self._show_words()

    def send(self) -> None:
        """Send what is written, to close its ticket once the server has it."""
        # What is out of sight, behind the history or in a dock put away, is not sent by a key.
        if self.button.isVisible() and self.button.isEnabled():
            ticket_id = self._composer.ticket_id
            self._composer.submit()
            self._then_close.add(ticket_id)

    def _close(self, ticket_id: int) -> None:
        if ticket_id in self._then_close:
            self._then_close.discard(ticket_id)
            self._steps.take(Action.CLOSE, [ticket_id])
