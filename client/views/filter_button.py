"""A compact button with the values of one quick filter, and beside each how many tickets it would show."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction

from client.models.filters import Kind
from client.views.buttons import Button
from client.views.filter_words import kind_words, value_words
from client.views.labels import set_tone
from client.views.numbers import count_words
from client.views.staying_menu import StayingMenu
from client.views.theme.theme import Theme

# The counts of an open menu are brought up to date so often.
_COUNT_MS = 500
# As wide as a digit: counts end below each other.
FIGURE_SPACE = "\N{FIGURE SPACE}"


class FilterButton(Button):
    """`chosen` tells the values that are wanted from now on; none shows all."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, kind: Kind, counts: Callable[[Kind], Mapping[int, int]]) -> None:
        """Filter by this kind; `counts` tells how many tickets each value would show."""
        super().__init__(theme, kind_words(kind), kind="filter", icon="chevron-down")
        self._kind, self._counts = kind, counts
        self._chosen: frozenset[int] = frozenset()
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self._actions: dict[int, QAction] = {}
        menu = StayingMenu(self)
        menu.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        menu.aboutToShow.connect(self._begin_counting)
        self._counting = QTimer(menu, interval=_COUNT_MS)
        self._counting.timeout.connect(self._show_counts)
        menu.aboutToHide.connect(self._counting.stop)
        self.setMenu(menu)

    def offer(self, values: Sequence[int], chosen: frozenset[int]) -> None:
        """Offer these values, and show which of them are chosen."""
        if list(self._actions) != list(values):
            self._fill(values)
        for value, action in self._actions.items():
            action.setChecked(value in chosen)
        self._show_chosen(chosen)

    def _fill(self, values: Sequence[int]) -> None:
        self.menu().clear()
        self._actions = {
            value: QAction(value_words(self._kind, value), self.menu(), checkable=True) for value in values
        }
        for action in self._actions.values():
            action.triggered.connect(self._choose)
            self.menu().addAction(action)

    def _choose(self) -> None:
        self.chosen.emit(frozenset(value for value, action in self._actions.items() if action.isChecked()))

    def set_compact(self, compact: bool) -> None:
        """Show how many values are chosen, or which one where it is one."""
        self.setText(self._words(compact=compact))

    def growth(self, *, compact: bool) -> int:
        """Return by how many pixels it would grow if `set_compact` were called now."""
        measure = self.fontMetrics().horizontalAdvance
        return measure(self._words(compact=compact)) - measure(self.text())

    def _show_chosen(self, chosen: frozenset[int]) -> None:
        self._chosen = chosen
        self.set_compact(False)
        self.setAccessibleName(self._words(compact=False))
        self.set_icon("chevron-down", "accent" if chosen else "muted")
        set_tone(self, "active", bool(chosen))

    def _words(self, *, compact: bool) -> str:
        name = kind_words(self._kind)
        if not self._chosen:
            return name
        value = self.tr("%1 chosen").replace("%1", count_words(len(self._chosen)))
        if compact:
            value = count_words(len(self._chosen))
        elif len(self._chosen) == 1:
            value = value_words(self._kind, next(iter(self._chosen)))
        return self.tr("%1: %2").replace("%1", name).replace("%2", value)

    def _begin_counting(self) -> None:
        self._show_counts()
        self._counting.start()

    def _show_counts(self) -> None:
        counts = {value: count_words(count) for value, count in self._counts(self._kind).items()}
        widest = max(map(len, counts.values()))
        for value, action in self._actions.items():
            # What follows the tab stands in a column of its own, as shortcuts do.
            action.setText(f"{value_words(self._kind, value)}\t{counts[value].rjust(widest, FIGURE_SPACE)}")
