"""The history of a ticket: who did what when, the newest at the bottom, and its earlier texts put back."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout

from campusdesk.rules import Role
from campusdesk.v1 import ticket_pb2
from client.models.history import HistoryModel
from client.refusals import error_words, passes_by_itself
from client.state import ConnectionKind, ConnectionState
from client.views.history_list import HistoryList
from client.views.restore_card import RestoreCard
from client.views.theme.theme import Theme

if TYPE_CHECKING:
    from campusdesk.errors import DeskError
    from campusdesk.v1 import ticket_service_pb2
    from client.helpdesk import HelpDesk


class HistoryView(QFrame):
    """Fetches the history of the ticket shown, but only while it can be seen; words stand in its middle without one."""

    def __init__(self, theme: Theme, desk: "HelpDesk", role: Role, clock: Callable[[], int]) -> None:
        """Show no ticket yet; `clock` tells microseconds since 1970 by the server's clock."""
        super().__init__()
        self._desk = desk
        self._wanted = 0
        self._is_live = True
        self._ticket: ticket_pb2.Ticket | None = None
        self.history = HistoryModel(self)
        self.list = HistoryList(theme, role, self.history, clock)
        self.restoring = RestoreCard(theme, desk)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.list, 1)
        column.addWidget(self.restoring)
        self.history.wanted.connect(self._fetch)
        self.history.loaded.connect(self._show_end)
        self.history.modelReset.connect(self._show_begin)
        self.list.restore_wanted.connect(self._restore)
        self._show_begin()

    def show_ticket(self, ticket_id: int) -> None:
        """Show the history of this ticket (0: none) as soon as it can be seen."""
        if self._ticket is not None and self._ticket.id != ticket_id:
            self.show_now(None)
        self._wanted = ticket_id
        self.restoring.settle(ticket_id)
        self._catch_up(visible=self.isVisible())

    def show_now(self, ticket: ticket_pb2.Ticket | None) -> None:
        """Take notice of what the ticket shown is now, so that only what can be restored is offered."""
        self._ticket = ticket
        self.list.show_now(ticket)

    def show_state(self, state: ConnectionState) -> None:
        """Take notice of how it stands with the server: a call that waits for it would be told of after long."""
        self._is_live = state.kind is ConnectionKind.LIVE
        if not self._is_live:
            self._show_begin()

    def _restore(self, field: str, text: str) -> None:
        if self._ticket is not None:
            self.restoring.restore(self._ticket, field, text)

    def showEvent(self, event: QShowEvent) -> None:
        """Fetch what is shown from now on."""
        super().showEvent(event)
        self._catch_up(visible=True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Fetch nothing while nobody looks."""
        super().hideEvent(event)
        self._catch_up(visible=False)

    def _catch_up(self, *, visible: bool) -> None:
        wanted = self._wanted if visible else 0
        if wanted != self.history.ticket_id:
            self.history.show(wanted)

    def _show_begin(self) -> None:
        if not self.history.ticket_id:
            self.list.say_when_empty(self.tr("The history of the chosen ticket stands here."))
        else:
            # What is being fetched is there in a moment: words would only flicker.
            self.list.say_when_empty("" if self._is_live else self._absence_words())

    def _show_end(self) -> None:
        self.list.say_when_empty(self.tr("Nothing is recorded of what was done to this ticket."))

    def _fetch(self, ticket_id: int, after: int) -> None:
        reply = self._desk.list_changes(ticket_id, after)
        reply.done.connect(lambda page: self._take(ticket_id, page))
        reply.failed.connect(lambda error: self._lack(ticket_id, error))

    def _take(self, ticket_id: int, page: "ticket_service_pb2.ListChangesResponse") -> None:
        self.history.set_page(ticket_id, page)

    def _lack(self, ticket_id: int, error: "DeskError") -> None:
        self.history.page_failed(ticket_id)
        if ticket_id == self.history.ticket_id:
            is_away = passes_by_itself(error)
            self.list.say_when_empty(self._absence_words() if is_away else error_words(error, typed=False))

    def _absence_words(self) -> str:
        return self.tr("The history appears here as soon as the server answers.")
