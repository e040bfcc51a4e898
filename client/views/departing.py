"""What becomes of a ticket on the screen when it leaves: closed, erased, or not part of data that was restored."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from campusdesk.rules import Action
from client.models.tickets import TicketTableModel
from client.views.chat_view import ChatView
from client.views.history_view import HistoryView
from client.views.list_head import ListHead
from client.views.ticket_view import TicketView

if TYPE_CHECKING:
    from campusdesk.v1 import change_feed_pb2

# Tickets that are named when several leave at once.
_NAMED = 5


class Departing(QObject):
    """Keeps the chosen ticket to be read when it goes, with the words why.

    `restored` tells that the tickets are those of restored data now, `stayed` that the chosen one is among them.
    """

    restored = Signal()
    stayed = Signal(int)

    def __init__(
        self, tickets: TicketTableModel, head: ListHead, shown: TicketView, chat: ChatView, history: HistoryView
    ) -> None:
        """Tell in the list's head what left, and in the docks what became of the chosen ticket."""
        super().__init__(shown)
        self._tickets, self._head = tickets, head
        self._shown, self._chat, self._history = shown, chat, history
        self._current = 0
        self._replaced = False
        tickets.left.connect(self._tell_left)

    def follow(self, ticket_id: int) -> None:
        """Take notice of the ticket that was chosen."""
        self._current = ticket_id

    def start_anew(self) -> None:
        """Forget what was known of the tickets: the reset that follows begins another history."""
        self._replaced = True
        self._tickets.forget()
        self._shown.similar.want(None)
        self._shown.hold_edits(
            self.tr("The server's data was restored meanwhile. Copy what you wrote, then edit the ticket as it is now.")
        )

    def read_anew(self) -> None:
        """Ask for messages and history again: any of them may have gone in what this desk was not told."""
        replaced, self._replaced = self._replaced, False
        # Of a ticket that is not there any more nothing can be read again, and what was read stays to be read.
        if not replaced or self._tickets.has(self._current):
            self._chat.read_anew()
            self._history.history.read_anew()
        if replaced:
            self._tell_replaced()

    def apply(self, changes: Sequence["change_feed_pb2.Change"], _revision: int) -> None:
        """Take away edits under way in tickets that an operator erased."""
        for change in changes:
            if int(change.action) == Action.ERASE:
                self._shown.drop_edit(change.ticket_id)
                self._history.restoring.drop(change.ticket_id)

    def _tell_replaced(self) -> None:
        self._head.show_note(self.tr("The server's data was restored from a backup. This is how it is now."))
        self.restored.emit()
        if self._tickets.has(self._current):
            self.stayed.emit(self._current)
        elif self._current:
            words = self.tr("Ticket %1 is not in the data that was restored.").replace("%1", f"#{self._current}")
            self._keep_left(words, self.tr("The ticket is gone. What you wrote was not sent; you can still copy it."))

    def _tell_left(self, ids: Sequence[int]) -> None:
        numbers = ", ".join(f"#{ticket_id}" for ticket_id in ids[:_NAMED])
        words = self.tr("Closed by the helpdesk: %1").replace("%1", numbers)
        self._head.show_note(words)
        if self._current in ids:
            words = self.tr("Ticket %1 was closed by the helpdesk, so it is not in your list any more.")
            held = self.tr("The ticket is closed. What you wrote was not sent; you can still copy it.")
            self._keep_left(words.replace("%1", f"#{self._current}"), held)

    def _keep_left(self, words: str, held: str) -> None:
        """Keep the chosen ticket to be read, which is not in sight any more, with the words why."""
        self._shown.show_left(words)
        self._history.show_ticket(0)
        self._chat.hold(held)
