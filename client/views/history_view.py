"""The history of a ticket: who did what when, the newest at the bottom."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QLabel, QListView

from client.models.history import HistoryModel
from client.views.history_delegate import HistoryDelegate
from client.views.labels import plain_label
from client.views.theme.theme import Theme

if TYPE_CHECKING:
    from campusdesk.v1 import ticket_service_pb2
    from client.connection import Reply
    from client.helpdesk import HelpDesk


class HistoryView(QListView):
    """Fetches the history of the ticket shown, but only while it can be seen; words stand in its middle without one."""

    def __init__(self, theme: Theme, desk: "HelpDesk", clock: Callable[[], int]) -> None:
        """Show no ticket yet; `clock` tells microseconds since 1970 by the server's clock."""
        super().__init__()
        self._desk = desk
        self._replies: set[Reply] = set()
        self._wanted = 0
        self._empty = plain_label(tone="muted", wrap=True, parent=self.viewport())
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.history = HistoryModel(self)
        self.history.wanted.connect(self._fetch)
        self.history.loaded.connect(self._show_end)
        self.history.modelReset.connect(self._show_begin)
        self.history.rowsInserted.connect(self._empty.hide)
        self.setItemDelegate(HistoryDelegate(theme, self, clock))
        self.setModel(self.history)
        self.setAccessibleName(self.tr("History"))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setWordWrap(True)
        theme.changed.connect(self.viewport().update)
        self._show_begin()

    def show_ticket(self, ticket_id: int) -> None:
        """Show the history of this ticket (0: none) as soon as it can be seen."""
        self._wanted = ticket_id
        self._catch_up(visible=self.isVisible())

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
        # What is being fetched is there in a moment: words would only flicker.
        self._say_when_empty("" if self.history.ticket_id else self.tr("The history of the chosen ticket stands here."))

    def _show_end(self) -> None:
        self._say_when_empty(self.tr("Nothing is recorded of what was done to this ticket."))
        self.scrollToBottom()

    def _say_when_empty(self, words: str) -> None:
        self._empty.setText(words)
        self._empty.setVisible(self.history.rowCount() == 0)

    @property
    def emptiness(self) -> QLabel:
        """Return the label that stands in an empty history."""
        return self._empty

    def _fetch(self, ticket_id: int, after: int) -> None:
        reply = self._desk.list_changes(ticket_id, after)
        self._replies.add(reply)
        reply.done.connect(lambda page: self._take(reply, ticket_id, page))
        reply.failed.connect(lambda _error: self._lack(reply, ticket_id))

    def _take(self, reply: "Reply", ticket_id: int, page: "ticket_service_pb2.ListChangesResponse") -> None:
        self._replies.discard(reply)
        self.history.set_page(ticket_id, page)

    def _lack(self, reply: "Reply", ticket_id: int) -> None:
        self._replies.discard(reply)
        self.history.page_failed(ticket_id)
        self._say_when_empty(self.tr("The history appears here as soon as the server answers."))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the entries out anew, which wrap by the width, and keep the words of an empty list in its middle."""
        super().resizeEvent(event)
        self._empty.setGeometry(self.viewport().rect().adjusted(24, 0, -24, 0))
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()
