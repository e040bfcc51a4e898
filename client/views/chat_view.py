"""The conversation under a ticket, and the place to write into it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QVBoxLayout

from client.models.messages import MessageModel
from client.views.composer import Composer
from client.views.labels import hairline
from client.views.message_list import MessageList
from client.views.theme.theme import Theme

if TYPE_CHECKING:
    from campusdesk.v1 import ticket_service_pb2
    from client.connection import Reply
    from client.helpdesk import HelpDesk


class ChatView(QFrame):
    """Shows the messages of one ticket, newest at the bottom."""

    def __init__(self, theme: Theme, desk: "HelpDesk", model: MessageModel, clock: Callable[[], int]) -> None:
        """Show the model; `clock` tells microseconds since 1970 by the server's clock."""
        super().__init__()
        self.setProperty("ground", "surface")
        self._desk, self._model = desk, model
        self._replies: set[Reply] = set()
        self.messages = MessageList(theme, model, clock)
        self.composer = Composer(theme, desk)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.messages, 1)
        self._line = hairline()
        column.addWidget(self._line)
        column.addWidget(self.composer)
        model.wanted.connect(self._fetch)
        model.loaded.connect(self._show_emptiness)
        self.show_ticket(0, may_write=False)

    def show_ticket(self, ticket_id: int, *, may_write: bool) -> None:
        """Show the conversation of this ticket (0: none)."""
        if ticket_id != self._model.ticket_id:
            self._model.show(ticket_id)
        self.composer.setVisible(ticket_id != 0)
        self._line.setVisible(ticket_id != 0)
        self.composer.show_ticket(ticket_id)
        if ticket_id and not may_write:
            self.composer.hold(self.tr("Closed is final: no more messages."))
        self._show_emptiness()

    def hold(self, words: str) -> None:
        """Keep what is shown and typed, and send nothing more."""
        self.composer.hold(words)

    def _fetch(self, ticket_id: int, after: int) -> None:
        reply = self._desk.list_messages(ticket_id, after)
        self._replies.add(reply)
        reply.done.connect(lambda page: self._fetched(reply, ticket_id, page))
        reply.failed.connect(lambda _error: self._fetched(reply, ticket_id, None))

    def _fetched(self, reply: "Reply", ticket_id: int, page: "ticket_service_pb2.ListMessagesResponse | None") -> None:
        self._replies.discard(reply)
        if page is None:
            self._model.page_failed(ticket_id)
        else:
            self._model.set_page(ticket_id, page)

    def _show_emptiness(self) -> None:
        nothing, none_chosen = (
            self.tr("No messages yet."),
            self.tr("The conversation of the chosen ticket stands here."),
        )
        self.messages.say_when_empty(nothing if self._model.ticket_id else none_chosen)
