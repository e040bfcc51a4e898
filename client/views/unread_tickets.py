"""Which tickets have something new: shown wherever they are, looked at, gone through one by one, and marked by hand."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractItemView, QWidget

from client.models.tickets import TicketTableModel
from client.store import Store
from client.unread import Unread
from client.views.buttons import Button
from client.views.numbers import count_words
from client.views.rail import Rail
from client.views.theme.theme import Theme
from client.views.ticket_list import TicketList

if TYPE_CHECKING:
    from client.connection import Connection

# Milliseconds. A ticket is seen when it stood so long before somebody: walking through the list with the arrow keys
# passes it faster, and reading its newest message takes longer. That the message is in sight is not asked for: the
# conversation opens at its end, and many tickets have none.
SEEN_MS = 1_000
# Others may change many tickets at once: what is told of them is told together.
_GATHER_MS = 60


class UnreadTickets(QObject):
    """Marks unread tickets in the table, counts them in the rail and in the window's title, and leads to the next.

    `opened` tells one to be shown that the table does not show.
    """

    opened = Signal(int)

    def __init__(
        self,
        theme: Theme,
        connection: "Connection",
        store: Store,
        tickets: TicketTableModel,
        shown: TicketList,
        rail: Rail | None,
        window: QWidget,
    ) -> None:
        """Tell in the title of this window how many there are."""
        super().__init__(window)
        self.unread = Unread(store, connection, tickets.has)
        self._list, self._tickets, self._rail, self._window = shown, tickets, rail, window
        self.button = Button(theme, "", kind="quiet", icon="unread", tone="accent")
        self.button.setToolTip(self.tr("Go to the next unread ticket (N)"))
        self.button.clicked.connect(self.go_to_next)
        # What stands beside the table, and whether it was marked there to be looked at another time.
        self._beside, self._is_marked = 0, False
        self._seeing = QTimer(self, singleShot=True, interval=SEEN_MS)
        self._seeing.timeout.connect(self._see)
        self._telling = QTimer(self, singleShot=True, interval=_GATHER_MS)
        self._telling.timeout.connect(self._tell)
        tickets.unread = self.unread
        self.unread.changed.connect(self._change)
        tickets.counts_changed.connect(self._telling.start)
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)  # noqa: S101 - for the type checker
        application.applicationStateChanged.connect(self._begin_to_see)
        self._tell()

    @property
    def is_watched(self) -> bool:
        """Say whether somebody works in this window, or in one of its parts on another screen."""
        is_active = QGuiApplication.applicationState() == Qt.ApplicationState.ApplicationActive
        return is_active and self._window.isVisible()

    @property
    def is_seeing(self) -> bool:
        """Say whether the ticket beside the table is about to count as seen."""
        return self._seeing.isActive()

    def show_ticket(self, ticket_id: int) -> None:
        """Take notice of what stands beside the table now."""
        self._beside, self._is_marked = ticket_id, False
        self._seeing.start()

    def mark(self) -> None:
        """Have the chosen tickets be unread until they are looked at another time."""
        chosen = self._list.table.chosen_ids() or ([self._beside] if self._beside else [])
        self._is_marked = self._beside in chosen
        self.unread.mark(chosen)

    def go_to_next(self) -> None:
        """Choose the next unread ticket under the chosen one, from the top again after the last; then go elsewhere."""
        table, ids = self._list.table, self.unread.ids()
        rows = sorted(row for row in map(self._tickets.row_of, ids) if row >= 0)
        here = table.currentIndex().row()
        after = next((row for row in rows if row > here), rows[0] if rows else -1)
        if after >= 0:
            table.choose_row(after)
            table.scrollTo(self._tickets.index(after, 0), QAbstractItemView.ScrollHint.EnsureVisible)
        elif ids:
            self._open_elsewhere(ids)
        else:
            self._list.head.show_note(self.tr("Nothing is unread."))

    def _open_elsewhere(self, ids: Sequence[int]) -> None:
        """Open the one after what stands beside the table, of unread tickets that the table does not show."""
        ticket_id = ids[ids.index(self._beside) + 1 - len(ids)] if self._beside in ids else ids[0]
        self.opened.emit(ticket_id)
        words = self.tr("%1 is unread, and not in this list. Unread outside it: %2")
        words = words.replace("%1", f"#{ticket_id}").replace("%2", count_words(len(ids)))
        self._list.head.show_note(words)

    def end(self) -> None:
        """Keep what is known of them."""
        self.unread.end()

    def _change(self) -> None:
        self._list.table.viewport().update()
        self._begin_to_see()
        # Not anew with each change: while others change much the numbers would stand still.
        if not self._telling.isActive():
            self._telling.start()

    def _begin_to_see(self) -> None:
        if self._beside in self.unread and not self._is_marked and not self._seeing.isActive():
            self._seeing.start()

    def _see(self) -> None:
        if self.is_watched and not self._is_marked:
            self.unread.see(self._beside)

    def _tell(self) -> None:
        ids = frozenset(self.unread.ids())
        count = count_words(len(ids))
        self._window.setWindowTitle(self.tr("(%1) Campus Desk").replace("%1", count) if ids else "")
        self.button.setText(self.tr("%1 unread").replace("%1", count))
        self.button.setAccessibleName(self.tr("Go to the next unread ticket, unread: %1").replace("%1", count))
        self.button.setVisible(bool(ids))
        if self._rail is not None:
            self._rail.show_unread(self._list.listing.unread_counts(ids))
