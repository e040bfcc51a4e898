"""What a list shows as JSON can hold it: the view, the filters over it, and the orders that views were given."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from client.models.columns import SORT_FACTS, Column
from client.models.filters import VALUES, Filters, Kind
from client.models.named_views import NamedView, Order


@dataclass(frozen=True)
class ListingMemory:
    """What was chosen of a list, to be chosen again."""

    view: NamedView = NamedView.ALL
    filters: Filters = field(default_factory=Filters)
    orders: dict[NamedView, Order] = field(default_factory=dict)

    def told(self) -> dict[str, object]:
        """Return it as JSON can hold it; columns go by their names, for their numbers may change."""
        return {
            "view": self.view.value,
            "filters": {kind.value: sorted(values) for kind, values in self.filters.chosen.items()},
            "orders": {view.value: [order.column.name, order.descending] for view, order in self.orders.items()},
        }

    @classmethod
    def read(cls, told: object, columns: Sequence[Column]) -> "ListingMemory":
        """Return what `told` said, as far as it means something in a table of these columns."""
        parts = told if isinstance(told, dict) else {}
        view = parts.get("view")
        return cls(
            NamedView(view) if view in list(NamedView) else NamedView.ALL,
            Filters(dict(_filters(parts.get("filters")))),
            dict(_orders(parts.get("orders"), {column.name: column for column in columns if column in SORT_FACTS})),
        )


def _filters(told: object) -> Iterable[tuple[Kind, frozenset[int]]]:
    for kind, values in told.items() if isinstance(told, dict) else ():
        if kind in set(Kind) and isinstance(values, list):
            known = frozenset(map(int, VALUES[Kind(kind)]))
            if chosen := known & {value for value in values if type(value) is int}:
                yield Kind(kind), chosen


def _orders(told: object, known: dict[str, Column]) -> Iterable[tuple[NamedView, Order]]:
    for view, order in told.items() if isinstance(told, dict) else ():
        match order:
            case [str(name), bool(falls)] if view in set(NamedView) and name in known:
                yield NamedView(view), Order(known[name], falls)
