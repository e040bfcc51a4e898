"""The list of tickets: what stands over the table, the table, and which of the tickets are shown."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from campusdesk.rules import Category, Role, Status
from client.models.tickets import TicketTableModel
from client.state import ConnectionKind, ConnectionState
from client.text import category_within_words
from client.views.list_head import ListHead
from client.views.theme.theme import Theme
from client.views.ticket_table import TicketTable


class TicketList(QWidget):
    """The tickets in sight of one role, all of them or those of a status and a category."""

    def __init__(self, theme: Theme, tickets: TicketTableModel, role: Role, clock: Callable[[], int]) -> None:
        """Show the model; `clock` tells microseconds since 1970 by the server's clock."""
        super().__init__()
        self._tickets, self._role = tickets, role
        self._status: Status | None = None
        self._category: Category | None = None
        self.is_check = False
        self._state = ConnectionState.connecting()
        self.head = ListHead(theme, self._title())
        self.table = TicketTable(theme, tickets, clock)
        self.head.category_chosen.connect(self._filter_category)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.table, 1)

    def show_status(self, status: Status | None) -> None:
        """Show the tickets of this status only; None is any."""
        if self.is_check:
            self.table.sort_as_chosen()
        self._status, self.is_check = status, False
        self.head.show_hint("")
        self._filter()

    def show_check(self) -> None:
        """Show the open and active tickets whose category the server is unsure of, the least sure first."""
        self._status, self.is_check = None, True
        self.table.sort_by_doubt()
        self.head.show_hint(self.tr("Least sure first. Set the category by its key: %1").replace("%1", _keys_words()))
        self._filter()

    def show_counts(self) -> None:
        """Say how many tickets are shown, and why when none is."""
        self.head.show_count(self._tickets.rowCount())
        self.table.say_when_empty(self._empty_words())

    def show_state(self, state: ConnectionState) -> None:
        """Take notice of how it stands with the server: it is a reason why nothing is shown."""
        self._state = state
        self.table.say_when_empty(self._empty_words())

    def _title(self) -> str:
        if self._role is not Role.HELPDESK:
            return self.tr("Open and active now")
        if self.is_check:
            return self.tr("Please check")
        words = {Status.OPEN: self.tr("Open"), Status.ACTIVE: self.tr("Active"), Status.CLOSED: self.tr("Closed")}
        return words[self._status] if self._status is not None else self.tr("All tickets")

    def _filter_category(self, category: Category | None) -> None:
        self._category = category
        self._filter()

    def _filter(self) -> None:
        self.head.title.setText(self._title())
        statuses = None if self._status is None else {self._status}
        categories = None if self._category is None else {self._category}
        if self.is_check:
            statuses = {Status.OPEN, Status.ACTIVE}
        self.table.suit(has_closed=statuses is None or Status.CLOSED in statuses, tells_doubt=self.is_check)
        self._tickets.set_filter(statuses, categories, unsure=self.is_check)
        self.show_counts()

    def _empty_words(self) -> str:
        if self._state.kind is not ConnectionKind.LIVE and not self._tickets.total:
            return self._absence_words()
        if self.is_check and self._category is None:
            return self.tr("Nothing to check: the server is sure enough of every open and active ticket's category.")
        if self.is_check:
            return self.tr("Nothing to check in this category. Choose All to see the others.")
        if self._status is not None or self._category is not None:
            return self.tr("No ticket is like that. Choose All to see every ticket.")
        if self._role is Role.USER:
            return self.tr("Nothing is open on campus. Is something broken? Tell us above.")
        return self.tr("No tickets yet. They appear here the moment somebody reports a problem.")

    def _absence_words(self) -> str:
        if self._state.is_refused:
            return self.tr("Nothing is shown at a PC that is not let in as helpdesk staff.")
        if self._state.is_distrusted:
            return self.tr("The tickets appear here as soon as the server's certificate is valid.")
        return self.tr("The tickets appear here as soon as the server answers.")


def _keys_words() -> str:
    # A line ends between two keys, not within what one of them does.
    keys = (f"{int(category)} {category_within_words(category)}" for category in Category)
    return " · ".join(key.replace(" ", "\N{NO-BREAK SPACE}") for key in keys)
