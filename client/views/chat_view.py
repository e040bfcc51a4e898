"""The conversation under a ticket, and the place to write into it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QVBoxLayout

from client.drafts import Drafts
from client.models.messages import MessageModel
from client.refusals import error_words, passes_by_itself
from client.state import ConnectionKind, ConnectionState
from client.views.composer import Composer
from client.views.labels import hairline
from client.views.message_list import MessageList
from client.views.theme.theme import Theme

if TYPE_CHECKING:
    from campusdesk.errors import DeskError
    from campusdesk.v1 import ticket_service_pb2
    from client.helpdesk import HelpDesk


class ChatView(QFrame):
    """Shows the messages of one ticket, newest at the bottom."""

    def __init__(
        self, theme: Theme, desk: "HelpDesk", model: MessageModel, clock: Callable[[], int], drafts: Drafts
    ) -> None:
        """Show the model; `clock` tells microseconds since 1970 by the server's clock."""
        super().__init__()
        self.setProperty("ground", "surface")
        self._desk, self._model = desk, model
        self._is_live = True
        self.messages = MessageList(theme, model, clock)
        self.composer = Composer(theme, desk, drafts)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.messages, 1)
        self._line = hairline()
        column.addWidget(self._line)
        column.addWidget(self.composer)
        model.wanted.connect(self._fetch)
        model.loaded.connect(self._show_end)
        model.modelReset.connect(self._show_begin)
        self._show_begin()
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

    def show_state(self, state: ConnectionState) -> None:
        """Take notice of how it stands with the server: a call that waits for it would be told of after long."""
        self._is_live = state.kind is ConnectionKind.LIVE
        if not self._is_live:
            self._show_begin()

    def hold(self, words: str) -> None:
        """Keep what is shown and typed, and send nothing more."""
        self.composer.hold(words)

    def read_anew(self) -> None:
        """Read all messages again: any of them may have gone."""
        self._model.read_anew()

    def _fetch(self, ticket_id: int, after: int) -> None:
        reply = self._desk.list_messages(ticket_id, after)
        reply.done.connect(lambda page: self._take(ticket_id, page))
        reply.failed.connect(lambda error: self._lack(ticket_id, error))

    def _take(self, ticket_id: int, page: "ticket_service_pb2.ListMessagesResponse") -> None:
        self._model.set_page(ticket_id, page)

    def _lack(self, ticket_id: int, error: "DeskError") -> None:
        self._model.page_failed(ticket_id)
        if ticket_id == self._model.ticket_id:
            is_away = passes_by_itself(error)
            self.messages.say_when_empty(self._absence_words() if is_away else error_words(error, typed=False))

    def _absence_words(self) -> str:
        return self.tr("The conversation appears here as soon as the server answers.")

    def _show_begin(self) -> None:
        if not self._model.ticket_id:
            self.messages.say_when_empty(self.tr("The conversation of the chosen ticket stands here."))
        else:
            # What is being fetched is there in a moment: words would only flicker.
            self.messages.say_when_empty("" if self._is_live else self._absence_words())

    def _show_end(self) -> None:
        self.messages.say_when_empty(self.tr("No messages yet."))
