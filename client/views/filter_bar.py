"""The quick filters over the table: one button a kind, and one click that clears them all."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from client.models.filters import Filters, Kind, offered
from client.models.named_views import NamedView
from client.views.buttons import Button
from client.views.filter_button import FilterButton
from client.views.theme.theme import Theme


class FilterBar(QWidget):
    """`filtered` tells the filters that are wanted from now on."""

    filtered = Signal(object)

    def __init__(
        self, theme: Theme, counts: Callable[[Kind], Mapping[int, int]], hidden: Mapping[Kind, frozenset[int]]
    ) -> None:
        """Offer every kind; `counts` tells how many tickets each value would show, `hidden` what nobody may choose."""
        super().__init__()
        self._hidden, self._filters, self._room = hidden, Filters(), 0
        self.buttons = {kind: FilterButton(theme, kind, counts) for kind in Kind}
        self.clear = Button(theme, self.tr("Clear filters"), kind="icon", icon="cross")
        self.clear.clicked.connect(lambda: self.filtered.emit(Filters()))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for kind, button in self.buttons.items():
            button.chosen.connect(lambda values, kind=kind: self._choose(kind, values))
            row.addWidget(button)
        row.addWidget(self.clear)

    def show_filters(self, filters: Filters, view: NamedView) -> None:
        """Show what is filtered, and by what this view can be."""
        self._filters = filters
        for kind, button in self.buttons.items():
            hidden = self._hidden.get(kind, frozenset())
            values = [int(value) for value in offered(kind, view) if int(value) not in hidden]
            button.offer(values, filters.values(kind, view))
            button.setVisible(len(values) > 1)
        self.clear.setVisible(filters.is_active(view))
        self.fit(self._room)

    def fit(self, room: int) -> None:
        """Name what is filtered by where that fits into so many pixels, else show how many values are chosen."""
        self._room = room
        # Measured, not tried: a width that changes on the way would have the room shared anew, without end.
        compact = self.room_for(compact=False) > room
        for button in self.buttons.values():
            button.set_compact(compact)

    def room_for(self, *, compact: bool) -> int:
        """Return the pixels of the bar with what is filtered by named, or counted when `compact`."""
        shown = [button for button in self.buttons.values() if not button.isHidden()]
        return self.sizeHint().width() + sum(button.growth(compact=compact) for button in shown)

    def _choose(self, kind: Kind, values: frozenset[int]) -> None:
        self.filtered.emit(self._filters.with_values(kind, values))
