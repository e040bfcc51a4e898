"""The columns of a table as a person arranges them: shown, moved and sized in its head, within the width there is."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QTableView

from client.models.columns import Column
from client.views.column_layout import ColumnLayout
from client.views.column_widths import NO_HEADS, Shares, Wants, has_short_dates, share


class TableColumns(QObject):
    """Keeps a table's head as the layout says; `changed` when a person changed it, `shared` whenever the width was."""

    changed = Signal()
    shared = Signal(object)

    def __init__(self, table: QTableView, columns: Sequence[Column]) -> None:
        """Arrange the head of this table, whose model has these columns."""
        super().__init__(table)
        self._table, self._columns = table, tuple(columns)
        self.layout, self.wants = ColumnLayout(self._columns), Wants()
        # Pixels that headings need in the language that is spoken, with short words or not.
        self.heads: Callable[[bool], Mapping[Column, int]] = lambda _short: NO_HEADS
        self._arranging = False
        head = table.horizontalHeader()
        head.setSectionsMovable(True)
        # Looking at a million rows for the widest one would hold up the window.
        head.setResizeContentsPrecision(0)
        head.sectionResized.connect(self._take_width)
        head.sectionMoved.connect(self._take_order)
        head.sectionHandleDoubleClicked.connect(lambda at: self.set_layout(self.layout.with_width(columns[at], None)))

    @property
    def all(self) -> tuple[Column, ...]:
        """Return all columns in the order in which the model has them."""
        return self._columns

    @property
    def falls(self) -> bool:
        """Say whether what the table is sorted by falls from the top."""
        return self._table.horizontalHeader().sortIndicatorOrder() == Qt.SortOrder.DescendingOrder

    def is_shown(self, column: Column) -> bool:
        """Say whether the column is shown now, by choice or because there is room."""
        return not self._table.isColumnHidden(self._columns.index(column))

    def set_layout(self, layout: ColumnLayout) -> None:
        """Arrange the columns as a person wants them from now on."""
        self.layout = layout
        self.share()
        self.changed.emit()

    def reset(self) -> None:
        """Arrange the columns as they were at the beginning."""
        self.set_layout(ColumnLayout(self._columns))

    def move(self, column: Column, places: int) -> None:
        """Move a column so many places among those that are shown, to the right or left."""
        shown = [each for each in self.layout.order if each is column or self.is_shown(each)]
        at = shown.index(column) + places
        if 0 <= at < len(shown):
            order = self.layout.order
            self.set_layout(self.layout.moved(column, order.index(shown[at]) - order.index(column)))

    def widen(self, column: Column, pixels: int) -> None:
        """Make a column that is shown so many pixels wider, or narrower when negative."""
        if self.is_shown(column):
            width = self._table.columnWidth(self._columns.index(column)) + pixels
            self.set_layout(
                self.layout.with_width(column, max(width, self._table.horizontalHeader().minimumSectionSize()))
            )

    def suit(self, wants: Wants) -> None:
        """Have the columns that a view needs."""
        self.wants = wants
        self.share()

    def share(self) -> None:
        """Share the present width."""
        width = self._table.viewport().width()
        shares = share(width, self.layout, self.wants, self.heads(has_short_dates(width)))
        self._arranging = True
        try:
            self._show(shares)
        finally:
            self._arranging = False
        self.shared.emit(shares)

    def _show(self, shares: Shares) -> None:
        head = self._table.horizontalHeader()
        for place, column in enumerate(self.layout.order):
            section = self._columns.index(column)
            head.moveSection(head.visualIndex(section), place)
            head.setSectionHidden(section, column not in shares.widths)
            if column in shares.widths:
                head.resizeSection(section, shares.widths[column])

    def _take_width(self, section: int, _old: int, new: int) -> None:
        # Hiding a column is told as a width of nothing.
        if not self._arranging and new:
            self.set_layout(self.layout.with_width(self._columns[section], new))

    def _take_order(self, _section: int, _old: int, _new: int) -> None:
        if not self._arranging:
            head = self._table.horizontalHeader()
            order = tuple(self._columns[head.logicalIndex(place)] for place in range(len(self._columns)))
            self.set_layout(ColumnLayout(order, self.layout.chosen, self.layout.widths))
