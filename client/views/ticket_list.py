"""The list of tickets: what stands over the table, the table, and which of the tickets are shown."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from campusdesk.rules import SEES_CLOSED, Category, Role, Status
from client.models.columns import title
from client.models.filters import Filters, Kind
from client.models.judgement import Judgement
from client.models.listing import Listing
from client.models.listing_memory import ListingMemory
from client.models.named_views import ORDERS, NamedView
from client.models.picked import Picked
from client.models.tickets import TicketTableModel
from client.state import ConnectionKind, ConnectionState
from client.text import category_within_words
from client.views.buttons import Button
from client.views.columns_menu import ColumnsMenu
from client.views.detour import Detour
from client.views.filter_bar import FilterBar
from client.views.filter_words import filters_words
from client.views.list_head import ListHead
from client.views.pick_line import PickLine
from client.views.theme.theme import Theme
from client.views.ticket_table import TicketTable
from client.views.view_words import empty_view_words, order_words, view_words

_STAFF_ALONE = {Kind.STATUS: frozenset({int(Status.CLOSED)}), Kind.CONFIDENCE: frozenset(map(int, Judgement))}


class TicketList(QWidget):
    """The tickets in sight of one role: a view, narrowed by filters, what a search found, or what was picked in a plot.

    `left` when something else is to be shown than what a search found; `restored` tells the view of last time.
    """

    left = Signal()
    restored = Signal(object)

    def __init__(self, theme: Theme, tickets: TicketTableModel, role: Role, clock: Callable[[], int]) -> None:
        """Show the model; `clock` tells microseconds since 1970 by the server's clock."""
        super().__init__()
        self._tickets, self._role = tickets, role
        self._state = ConnectionState.connecting()
        self.listing = Listing(tickets, clock, self)
        self.filters = FilterBar(theme, self.listing.value_counts, {} if SEES_CLOSED[role] else _STAFF_ALONE)
        self.head = ListHead(theme, "", self.filters)
        self.table = TicketTable(theme, tickets, clock)
        self.detour, self.pick = Detour(self.table, tickets), PickLine(theme)
        self.head.put_in_place_of_filters(self.pick)
        self.menu = ColumnsMenu(self.table, [])
        self.head.add_tool(self._menu_button(theme))
        self.filters.filtered.connect(self.listing.filter)
        for wanted in (self.table.sort_wanted, self.menu.sort_wanted):
            wanted.connect(lambda column, falls: self.listing.sort(column, descending=falls))
        self.menu.order_reset.connect(self.listing.sort_anew)
        self.table.emptiness.clear_wanted.connect(self.clear_filters)
        self.table.sort_refused.connect(self._say_texts_are_searched)
        self.listing.changed.connect(self._show_listing)
        self.listing.slid.connect(self.show_counts)
        tickets.obeyed.connect(self.show_counts)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.table, 1)
        self._show_listing()
        self.table.columns.shared.connect(lambda _shares: self.show_counts())

    def _menu_button(self, theme: Theme) -> Button:
        button = Button(theme, self.tr("Columns and panels"), kind="icon", icon="columns")
        button.setMenu(self.menu)
        return button

    @property
    def is_check(self) -> bool:
        """Say whether the tickets are shown whose categories are to be checked."""
        return self.listing.shown_view is NamedView.CHECK

    def add_under(self, part: QWidget) -> None:
        """Put this under the table, which gives way at its lower end."""
        self._column.addWidget(part)

    def show_view(self, view: NamedView) -> None:
        """Show this view, in its own order."""
        self.left.emit()
        self.detour.end()
        self.table.still.begin_at_top()
        self.listing.show_view(view)

    def restore(self, memory: ListingMemory) -> None:
        """Show what was shown another time."""
        self.listing.restore(memory)
        self.restored.emit(self.listing.view)

    def show_found(self, ticket_ids: frozenset[int] | None) -> None:
        """Show these of all tickets that pass the filters; None shows the view again."""
        self.listing.show_found(ticket_ids)

    def show_picked(self, picked: Picked | None) -> None:
        """Show exactly these tickets, from the top; None shows the view again."""
        if picked is not None:
            self.table.still.begin_at_top()
        self.listing.show_picked(picked)

    def show_counts(self) -> None:
        """Say how many tickets are shown, and why when none is."""
        self.head.show_count(self._tickets.rowCount(), self._order_words())
        self._say_when_empty()

    def _order_words(self) -> str:
        """Return in which order the tickets stand where no column tells it."""
        listing = self.listing
        if self._tickets.puts_first:
            return self.tr("from this PC first")
        if listing.order == ORDERS[listing.shown_view] and (words := order_words(listing.shown_view)):
            return words
        if self.table.columns.is_shown(listing.order.column):
            return ""
        return self.tr("sorted by %1").replace("%1", title(listing.order.column))

    def show_state(self, state: ConnectionState) -> None:
        """Take notice of how it stands with the server: it is a reason why nothing is shown."""
        self._state = state
        self._say_when_empty()

    def _say_when_empty(self) -> None:
        is_filtered = self.listing.is_filtered and self._tickets.total > 0
        self.table.say_when_empty(self._empty_words(), is_filtered=is_filtered)

    def clear_filters(self) -> None:
        """Show all of the view."""
        self.listing.filter(Filters())

    def _show_listing(self) -> None:
        listing = self.listing
        self.head.title.setText(self._title())
        self.head.show_hint(self._hint() if self.is_check else "")
        self.filters.show_filters(listing.filters, listing.shown_view)
        self.table.show_order(listing.order)
        self.filters.setVisible(listing.picked is None)
        self.pick.show_picked(listing.picked)
        self.table.suit(has_closed=int(Status.CLOSED) in listing.statuses, tells_doubt=self.is_check)
        self.show_counts()

    def _title(self) -> str:
        if self.listing.found is not None:
            return self.tr("Found")
        if self.listing.picked is not None:
            return self.tr("From the analysis")
        if self._role is not Role.HELPDESK:
            return self.tr("Open and active now")
        return self.tr("All tickets") if self.listing.view is NamedView.ALL else view_words(self.listing.view)

    def _hint(self) -> str:
        return self.tr("Set the category by its key: %1").replace("%1", _keys_words())

    def _say_texts_are_searched(self) -> None:
        self.head.show_note(self.tr("Texts are searched, not sorted. Sort by any other column."))

    def _empty_words(self) -> str:
        if self._state.kind is not ConnectionKind.LIVE and not self._tickets.total:
            return self._absence_words()
        if not self._tickets.total and self._role is not Role.USER:
            return empty_view_words(NamedView.ALL)
        if self.listing.found is not None or self.listing.picked is not None:
            return self._nothing_found_words()
        if self.listing.is_filtered:
            return self._named_filters(self.tr("No ticket in this view passes the filters:"))
        if self._role is Role.USER:
            return self.tr("Nothing is open on campus. Is something broken? Tell us above.")
        return empty_view_words(self.listing.view)

    def _nothing_found_words(self) -> str:
        if self.listing.picked is not None:
            return self.tr("There are no such tickets any more.")
        if self.listing.is_filtered:
            return self._named_filters(self.tr("Nothing was found that passes the filters:"))
        if self._role is Role.USER:
            return self.tr("No open or active ticket has all of these words. Fewer letters find more.")
        return self.tr("No ticket has all of these words in its text, place or messages. Fewer letters find more.")

    def _named_filters(self, words: str) -> str:
        return f"{words}\n{filters_words(self.listing.filters, self.listing.shown_view)}"

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
