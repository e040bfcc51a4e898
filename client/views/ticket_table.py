"""The table of tickets: one line a ticket, the chosen one followed by the docks."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QLabel, QTableView

from client.models.columns import SORT_FACTS, Column
from client.models.tickets import TicketTableModel
from client.views.labels import plain_label
from client.views.table_header import TableHeader
from client.views.theme import tokens
from client.views.theme.theme import Theme
from client.views.ticket_delegate import Index, TicketDelegate

# Pixels; the problem takes what is left.
_WIDTHS = {
    Column.NUMBER: 88, Column.STATUS: 98, Column.CATEGORY: 224, Column.LOCATION: 180, Column.OPENED: 124,
    Column.MODIFIED: 124, Column.CLOSED: 124, Column.TAKEN_BY: 110, Column.MESSAGES: 96,
    Column.ME_TOO: 84,
}  # fmt: skip
_SHORT_DATES = {Column.OPENED: 84, Column.MODIFIED: 88, Column.CLOSED: 78}
_SHAPES = {
    Column.NUMBER: 82, Column.STATUS: 36, Column.CATEGORY: 36, Column.OPENED: 76, Column.MODIFIED: 80,
    Column.CLOSED: 74, Column.TAKEN_BY: 76, Column.ME_TOO: 62,
}  # fmt: skip
# What how sure the server is of a category takes more.
_FIGURE = 46
_TIGHT = {Column.NUMBER: 74, Column.OPENED: 74, Column.MODIFIED: 78, Column.CLOSED: 74}
# Rows in sight where what stands over the table needs the room; pixels, which docks beside it must leave.
_LEAST_ROWS, _LEAST_WIDTH = 2, 460
# Below these widths of the table shapes stand without words, dates are short, columns are left out that the dock shows.
_SHAPES_BELOW, _SHORT_BELOW, _TIGHT_BELOW = 1020, 1450, 560
# All dates still fit into 448 pixels, which the least window leaves beside a scroll bar.
_LEAST_PROBLEM = 76
_SPARED_BELOW = {Column.LOCATION: 1300, Column.MESSAGES: 1450, Column.TAKEN_BY: 700, Column.ME_TOO: 620}


class TicketTable(QTableView):
    """Shows a ticket model; `chosen` tells the ticket that a person moved to."""

    chosen = Signal(int)

    def __init__(self, theme: Theme, model: TicketTableModel, clock: Callable[[], int]) -> None:
        """Show the model, newest first; `clock` tells microseconds since 1970 by the server's clock."""
        super().__init__()
        self._tickets, self._columns = model, model.columns
        self._has_closed, self._tells_doubt = True, False
        self._delegate = TicketDelegate(theme, clock)
        self._empty = plain_label(tone="muted", wrap=True, parent=self.viewport())
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setAccessibleName(self.tr("Tickets"))
        self._set_up(theme)
        self.setModel(model)
        self.setSortingEnabled(True)
        self.sortByColumn(self._columns.index(Column.OPENED), Qt.SortOrder.DescendingOrder)
        self._sorted_by = self.horizontalHeader().sortIndicatorSection(), self.horizontalHeader().sortIndicatorOrder()
        self.horizontalHeader().sortIndicatorChanged.connect(self._sort)
        for signal in (model.rowsInserted, model.rowsRemoved, model.modelReset, model.layoutChanged):
            signal.connect(self._show_emptiness)
        theme.changed.connect(self.viewport().update)

    def _set_up(self, theme: Theme) -> None:
        self.setItemDelegate(self._delegate)
        self._header = TableHeader(theme, self)
        self.setHorizontalHeader(self._header)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(tokens.ROW)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)

    def sizeHint(self) -> QSize:
        """Ask for a few rows: it is given all that is left, but must take no room from what stands over it."""
        return QSize(super().sizeHint().width(), tokens.HEADER + _LEAST_ROWS * tokens.ROW)

    def minimumSizeHint(self) -> QSize:
        """Never become so narrow that columns are scrolled sideways: the docks of a larger window give way first."""
        return QSize(_LEAST_WIDTH, super().minimumSizeHint().height())

    def suit(self, *, has_closed: bool, tells_doubt: bool) -> None:
        """Show closing dates where tickets may be closed; with `tells_doubt` how sure categories are in any width."""
        self._has_closed, self._tells_doubt = has_closed, tells_doubt
        self._share_width()

    def sort_by_doubt(self) -> None:
        """Sort by how sure the categories are, which no column's head stands for."""
        self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self._tickets.sort_by_doubt()

    def sort_as_chosen(self) -> None:
        """Sort by the column that was chosen last."""
        self.horizontalHeader().setSortIndicator(*self._sorted_by)

    def chosen_ids(self) -> list[int]:
        """Return the chosen tickets, from the top."""
        return [self._tickets.ticket_id(row) for row in sorted(at.row() for at in self.selectionModel().selectedRows())]

    def _sort(self, section: int, order: Qt.SortOrder) -> None:
        """Put the arrow back when a column of texts was clicked: those are not sorted by."""
        if section < 0:
            return
        if self._columns[section] in SORT_FACTS:
            self._sorted_by = section, order
        else:
            self.horizontalHeader().setSortIndicator(*self._sorted_by)

    def say_when_empty(self, words: str) -> None:
        """Set the sentence that stands in an empty table."""
        self._empty.setText(words)
        self._show_emptiness()

    def choose(self, ticket_id: int) -> bool:
        """Move to the ticket; False when the table does not show it, and then no other stays chosen in its place."""
        row = self._tickets.row_of(ticket_id)
        if row >= 0:
            self.choose_row(row)
            self.scrollTo(self.model().index(row, 0), QAbstractItemView.ScrollHint.PositionAtCenter)
        else:
            self.selectionModel().clear()
        return row >= 0

    def choose_row(self, row: int) -> None:
        """Choose this row and no other: Qt's own selectRow adds it to the chosen ones while Ctrl is held."""
        flag = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(self.model().index(row, 0), flag.ClearAndSelect | flag.Rows)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell where a person moved to."""
        super().currentChanged(current, previous)
        if current.isValid() and current.row() != previous.row():
            self.chosen.emit(self._tickets.ticket_id(current.row()))

    def rowsAboutToBeRemoved(self, parent: Index, start: int, end: int) -> None:
        """Let go of a chosen row that leaves, so that its neighbour is not chosen in its place."""
        if start <= self.currentIndex().row() <= end:
            self.setCurrentIndex(QModelIndex())
        super().rowsAboutToBeRemoved(parent, start, end)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show the row under the mouse."""
        super().mouseMoveEvent(event)
        self._hover(self.rowAt(event.position().toPoint().y()))

    def leaveEvent(self, event: QEvent) -> None:
        """Show no row as under the mouse any more."""
        super().leaveEvent(event)
        self._hover(-1)

    def _hover(self, row: int) -> None:
        if row != self._delegate.hovered:
            self._delegate.hovered = row
            self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width anew."""
        super().resizeEvent(event)
        self._share_width()
        self._empty.setGeometry(self.viewport().rect().adjusted(32, 0, -32, 0))

    def _share_width(self) -> None:
        width = self.viewport().width()
        self._delegate.narrow, self._delegate.short_dates = width < _SHAPES_BELOW, width < _SHORT_BELOW
        widths = _WIDTHS | (_SHORT_DATES if width < _SHORT_BELOW else {}) | (_SHAPES if width < _SHAPES_BELOW else {})
        widths |= _TIGHT if width < _TIGHT_BELOW else {}
        self._delegate.figures = self._tells_doubt or not self._delegate.narrow
        if self._tells_doubt and self._delegate.narrow:
            widths[Column.CATEGORY] += _FIGURE
        self._shorten_header()
        left = width
        for position, column in enumerate(self._columns):
            spared = width < _SPARED_BELOW.get(column, 0) or (column == Column.CLOSED and not self._has_closed)
            self.setColumnHidden(position, spared)
            if column != Column.PROBLEM and not spared:
                self.setColumnWidth(position, widths[column])
                left -= widths[column]
        self.setColumnWidth(self._columns.index(Column.PROBLEM), max(_LEAST_PROBLEM, left))

    def _shorten_header(self) -> None:
        short = {Column.MODIFIED: self.tr("Modified")} if self._delegate.short_dates else {}
        if self._delegate.narrow:
            short |= {Column.NUMBER: self.tr("No."), Column.STATUS: "", Column.CATEGORY: ""}
        self._header.short_words = {self._columns.index(column): words for column, words in short.items()}

    def _show_emptiness(self) -> None:
        self._empty.setVisible(self.model() is not None and self.model().rowCount() == 0)

    @property
    def emptiness(self) -> QLabel:
        """Return the label that stands in an empty table."""
        return self._empty
