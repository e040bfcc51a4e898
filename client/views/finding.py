"""How tickets are found in a window: by words, in a plot, by what is new, and from outside when it is not looked at."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from client.installation import Installation
from client.models.tickets import TicketTableModel
from client.views.notices import Notices
from client.views.notify_button import NotifyButton
from client.views.picking import Picking
from client.views.rail import Rail
from client.views.searching import Searching
from client.views.theme.theme import Theme
from client.views.ticket_list import TicketList
from client.views.unread_tickets import UnreadTickets

if TYPE_CHECKING:
    from client.connection import Connection


class Finding(QObject):
    """The parts that lead to tickets; `opened` tells one to be shown, `marked` the terms to be marked in all texts.

    `bar` belongs over the list, and `notify` beside the other settings.
    """

    opened = Signal(int)
    marked = Signal(object)

    def __init__(
        self,
        theme: Theme,
        connection: "Connection",
        installation: Installation,
        tickets: TicketTableModel,
        shown: TicketList,
        rail: Rail | None,
        window: QWidget,
    ) -> None:
        """Work for the window that shows this list of the tickets, with a rail when it has one."""
        super().__init__(window)
        self.search, self.picking = Searching(theme, connection, shown, tickets), Picking(shown)
        self.unread = UnreadTickets(theme, connection, installation.store, tickets, shown, rail, window)
        self.bar = self.search.bar
        shown.head.add_tool(self.unread.button)
        self.notify = NotifyButton(theme, installation)
        self._notices = Notices(
            self.unread.unread, connection.role, connection.workstation.name, window, lambda: installation.notifies
        )
        self.search.marked.connect(self.marked)
        for wish in (self.search.opened, self.unread.opened, self._notices.opened):
            wish.connect(self.opened)

    @property
    def stands(self) -> bool:
        """Say whether the list shows what was searched for, or picked in a plot."""
        return self.search.stands or self.picking.stands

    def leave(self) -> None:
        """Have the list show the view again."""
        (self.search if self.search.stands else self.picking).leave()

    def show_ticket(self, ticket_id: int) -> None:
        """Take notice of what stands beside the table now."""
        self.unread.show_ticket(ticket_id)

    def end(self) -> None:
        """Keep what is to be known at the next start."""
        self.unread.end()
