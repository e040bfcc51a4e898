"""Which tickets a list shows: a named view, the order it has or was given, and the quick filters over it."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from client.models.columns import SORT_FACTS, Column
from client.models.filters import VALUES, Filters, Kind
from client.models.listing_memory import ListingMemory
from client.models.named_views import ORDERS, STATUSES, NamedView, Order, rule_of
from client.models.picked import Picked
from client.models.rule import Rule
from client.models.tickets import TicketTableModel

# Spans that end now, and the day, move on so often.
SLIDE_MS = 5_000
# What tickets are counted for: the views, and the values of the filter whose menu is open.
_VIEWS, _VALUES = "views", "values"


class Listing(QObject):
    """Tells the ticket table what to show; `changed` when a person chose otherwise, `slid` as the clock goes on."""

    changed = Signal()
    slid = Signal()

    def __init__(self, tickets: TicketTableModel, clock: Callable[[], int], parent: QObject | None = None) -> None:
        """Show all tickets; `clock` tells microseconds since 1970 by the server's clock."""
        super().__init__(parent)
        self._tickets, self._clock = tickets, clock
        # What is shown and counted is true for this moment.
        self._now_us = clock()
        self._view_rules = self._rules_of_views()
        self.view, self.filters = NamedView.ALL, Filters()
        # What a search found, while one stands.
        self.found: frozenset[int] | None = None
        # What was picked in a plot, while its tickets are shown.
        self.picked: Picked | None = None
        # What a person sorted otherwise than the view is by itself.
        self.orders: dict[NamedView, Order] = {}
        self._timer = QTimer(self, interval=SLIDE_MS)
        self._timer.timeout.connect(self.slide)
        self._timer.start()
        self._tickets.arrange(self._rule())

    @property
    def order(self) -> Order:
        """Return how the view is sorted."""
        return self.orders.get(self.shown_view, ORDERS[self.shown_view])

    @property
    def shown_view(self) -> NamedView:
        """Return the view that is shown: a search looks through all tickets, and a bar is of all."""
        return self.view if self.found is None and self.picked is None else NamedView.ALL

    @property
    def statuses(self) -> frozenset[int]:
        """Return which statuses the tickets that are shown can have."""
        if self.picked is not None:
            return self.picked.statuses
        return self.filters.values(Kind.STATUS, self.shown_view) or STATUSES[self.shown_view]

    @property
    def is_filtered(self) -> bool:
        """Say whether quick filters narrow the view."""
        return self.picked is None and self.filters.is_active(self.shown_view)

    def show_view(self, view: NamedView) -> None:
        """Show this view, in its own order; the filters stay."""
        self.view, self.picked = view, None
        self._arrange()

    def show_found(self, ticket_ids: frozenset[int] | None) -> None:
        """Show these of all tickets, as a search found them; None shows the view again."""
        self.found, self.picked = ticket_ids, None
        self._arrange()

    def show_picked(self, picked: Picked | None) -> None:
        """Show exactly these tickets, with no filter on them; None shows the view again."""
        self.found, self.picked = None, picked
        self._arrange()

    def filter(self, filters: Filters) -> None:
        """Narrow the view by these filters."""
        self.filters = filters
        self._arrange()

    def sort(self, column: Column, *, descending: bool) -> None:
        """Sort this view by the fact of a column, from now on; a column of texts is not sorted by."""
        if column in SORT_FACTS:
            self.orders[self.shown_view] = Order(column, descending)
            self._arrange()

    def sort_anew(self) -> None:
        """Sort this view as it is by itself."""
        self.orders.pop(self.shown_view, None)
        self._arrange()

    @property
    def memory(self) -> ListingMemory:
        """Return what is shown, to be shown another time; a search is not part of it."""
        return ListingMemory(self.view, self.filters, dict(self.orders))

    def restore(self, memory: ListingMemory) -> None:
        """Show what was shown another time."""
        self.view, self.filters, self.orders = memory.view, memory.filters, dict(memory.orders)
        self._arrange()

    def slide(self) -> None:
        """Go on with the clock: tickets leave and come as their age does."""
        self._take_time()
        self._tickets.slide(self._rule())
        self.slid.emit()

    def view_counts(self) -> dict[NamedView, int]:
        """Return how many tickets each view has, whatever is filtered."""
        counts = self._tickets.count(_VIEWS, self._view_rules)
        return dict(zip(NamedView, counts, strict=True))

    def unread_counts(self, unread: frozenset[int]) -> dict[NamedView, int]:
        """Return how many of these tickets each view has, whatever is filtered."""
        counts = self._tickets.count_among(unread, self._view_rules)
        return dict(zip(NamedView, counts, strict=True))

    def value_counts(self, kind: Kind) -> dict[int, int]:
        """Return how many tickets the table would show with each value of a kind alone, beside the other kinds."""
        rules = [self._rule(self.filters.with_values(kind, frozenset({int(value)}))) for value in VALUES[kind]]
        return dict(zip(map(int, VALUES[kind]), self._tickets.count(_VALUES, rules), strict=True))

    def _rule(self, filters: Filters | None = None) -> Rule:
        view, now_us = self.shown_view, self._now_us
        shown = rule_of(view, now_us)
        if self.picked is not None:
            shown = self.picked.narrowed(shown)
        else:
            shown = (filters or self.filters).narrowed(shown, view, now_us)
        return replace(shown, fact=self.order.fact, descending=self.order.falls, only=self.found)

    def _rules_of_views(self) -> list[Rule]:
        return [rule_of(view, self._now_us) for view in NamedView]

    def _take_time(self) -> None:
        self._now_us = self._clock()
        self._view_rules = self._rules_of_views()

    def _arrange(self) -> None:
        self._take_time()
        self._tickets.arrange(self._rule())
        self.changed.emit()
