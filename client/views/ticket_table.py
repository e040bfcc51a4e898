"""The table of tickets: one line a ticket, the chosen one followed by the docks."""

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QRect,
    QSignalBlocker,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFocusEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from client.models.columns import SHAPE_COLUMNS, SORT_FACTS, Column, title
from client.models.named_views import Order
from client.models.tickets import TicketTableModel
from client.views.changed_rows import ChangedRows
from client.views.column_widths import Shares, Wants
from client.views.empty_table import EmptyTable
from client.views.marked_line import Marks
from client.views.shape_rooms import shape_rooms
from client.views.still_rows import StillRows
from client.views.table_columns import TableColumns
from client.views.table_header import TableHeader
from client.views.theme import tokens
from client.views.theme.theme import Theme
from client.views.ticket_delegate import Index, Section, TicketDelegate

# Rows in sight where what stands over the table needs the room; pixels, which docks beside it must leave.
_LEAST_ROWS, _LEAST_WIDTH = 2, 460
_SHORTENED = SHAPE_COLUMNS | {Column.NUMBER, Column.PROBLEM}


class TicketTable(QTableView):
    """Shows a ticket model; `chosen` tells the ticket that a person moved to.

    `sort_wanted` tells a column and whether it shall fall from the top; `sort_refused` that it was a column of texts.
    """

    chosen = Signal(int)
    sort_wanted = Signal(object, bool)
    sort_refused = Signal()

    def __init__(self, theme: Theme, model: TicketTableModel, clock: Callable[[], int]) -> None:
        """Show the model, newest first; `clock` tells microseconds since 1970 by the server's clock."""
        super().__init__()
        self._theme, self._tickets, self._columns = theme, model, model.columns
        self._is_entered = False
        # The ticket that stands beside the table, which may not be among its rows.
        self.shown = 0
        self._delegate = TicketDelegate(theme, clock)
        self.emptiness = EmptyTable(theme, self.viewport())
        self.setAccessibleName(self.tr("Tickets"))
        self._set_up(theme)
        self.setModel(model)
        # Else all is painted twice: before Qt lays the rows out anew, and after that.
        for told in (model.layoutChanged, model.applied):
            told.connect(self.executeDelayedItemsLayout)
        self.columns = TableColumns(self, model.columns)
        self.columns.heads = self._heads
        self.columns.shared.connect(self._dress)
        # Before the rows that stay in sight: what is chosen again is no reason to scroll.
        model.obeyed.connect(self._choose_again)
        self.still, self.lit = StillRows(theme, self, model), ChangedRows(self, model)
        self._delegate.strength = self.lit.strength
        self._order = Order(Column.OPENED, descending=True)
        self._header.setSortIndicatorShown(True)
        self.show_order(self._order)
        self._header.sortIndicatorChanged.connect(self._sort)
        for signal in (model.rowsInserted, model.rowsRemoved, model.modelReset, model.layoutChanged):
            signal.connect(self._show_emptiness)
        theme.changed.connect(self.viewport().update)

    def _heads(self, short: bool) -> dict[Column, int]:
        """Return the room that headings need, or what stands under them; other headings are shortened or left out."""
        words = {column: title(column) for column in self._columns if column not in _SHORTENED}
        words |= self._short_words if short else {}
        return shape_rooms(self.font()) | {column: self._header.room_for(told) for column, told in words.items()}

    @property
    def _short_words(self) -> dict[Column, str]:
        return {Column.MODIFIED: self.tr("Modified")}

    def _set_up(self, theme: Theme) -> None:
        self._delegate.setParent(self)
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
        # Else the grounds of all that lies under it are painted first, each with the whole of its pixels.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
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
        self.columns.suit(Wants(has_closed, tells_doubt, self._order.column))

    def mark(self, wanted: Sequence[str], number: int) -> None:
        """Mark the terms that were searched for, and the ticket whose number was; no terms and 0 mark nothing."""
        self._delegate.marks = Marks(tuple(wanted), number)
        self.viewport().update()

    def show_order(self, order: Order) -> None:
        """Show by which column the table is sorted."""
        self._order = order
        with QSignalBlocker(self._header):
            direction = Qt.SortOrder.DescendingOrder if order.descending else Qt.SortOrder.AscendingOrder
            self._header.setSortIndicator(self._columns.index(order.column), direction)
        self._header.viewport().update()

    def chosen_ids(self) -> list[int]:
        """Return the chosen tickets, from the top."""
        # Qt's own selectedRows takes a second for as many tickets as a campus has.
        rows = sorted({row for part in self._chosen_parts() for row in part})
        return [self._tickets.ticket_id(row) for row in rows]

    def _chosen_parts(self) -> list[range]:
        """Return the rows that are chosen, neighbours together."""
        chosen = self.selectionModel().selection()
        parts = (chosen.at(part) for part in range(chosen.count()))
        return [range(part.top(), part.bottom() + 1) for part in parts]

    @property
    def chosen_count(self) -> int:
        """Return how many tickets are chosen, in no time however many they are."""
        chosen = self.selectionModel().selection()
        return sum(chosen.at(part).height() for part in range(chosen.count()))

    def choose_all(self, ticket_ids: Iterable[int]) -> None:
        """Choose these tickets, as far as the table shows them, and no others; who is where he was stays there."""
        flag, chosen = QItemSelectionModel.SelectionFlag, QItemSelection()
        rows = sorted({row for row in map(self._tickets.row_of, ticket_ids) if row >= 0})
        # Neighbours as one: Qt takes long for very many parts.
        for _, part in groupby(enumerate(rows), lambda at: at[1] - at[0]):
            neighbours = [row for _, row in part]
            chosen.select(self.model().index(neighbours[0], 0), self.model().index(neighbours[-1], 0))
        self.selectionModel().select(chosen, flag.ClearAndSelect | flag.Rows)

    def show_closing(self, ticket_ids: frozenset[int]) -> None:
        """Say in the rows of these tickets that they are being closed."""
        self._delegate.closing = ticket_ids
        self.viewport().update()

    def _sort(self, section: int, direction: Qt.SortOrder) -> None:
        """Ask for another order; a column of texts is not sorted by, so the arrow goes back."""
        column = self._columns[section]
        if column in SORT_FACTS:
            self.sort_wanted.emit(column, direction == Qt.SortOrder.DescendingOrder)
        else:
            self.show_order(self._order)
            self.sort_refused.emit()

    def say_when_empty(self, words: str, *, is_filtered: bool = False) -> None:
        """Set the sentence that stands in an empty table, and whether the filters can be cleared under it."""
        self.emptiness.say(words, is_filtered=is_filtered)
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

    def _choose_again(self) -> None:
        """Choose the ticket beside the table, which is shown already, where other rows were asked for and have it."""
        row = self._tickets.row_of(self.shown) if not self.selectionModel().hasSelection() else -1
        if row >= 0:
            with QSignalBlocker(self):
                self.choose_row(row)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell where a person moved to, unless it is one of several that are chosen together."""
        super().currentChanged(current, previous)
        if current.isValid() and current.row() != previous.row() and self.chosen_count <= 1:
            self.chosen.emit(self._tickets.ticket_id(current.row()))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Choose nothing by itself: Qt would move to the first row, and so away from the ticket that is read."""
        self._is_entered = True
        super().focusInEvent(event)
        self._is_entered = False

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Move by rows, as all of a row is chosen: Home and End are the first and the last ticket."""
        ends = {QAbstractItemView.CursorAction.MoveHome: 0, QAbstractItemView.CursorAction.MoveEnd: -1}
        if self._is_entered:
            return QModelIndex()
        if action in ends and self._tickets.rowCount():
            return self._tickets.index(ends[action] % self._tickets.rowCount(), 0)
        return super().moveCursor(action, modifiers)

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

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint each row in sight as one picture: asking the delegate for each cell takes several times as long."""
        painter, sections, chosen = QPainter(self.viewport()), self._sections(), self._chosen_parts()
        left, width, count = -self._header.offset(), self._header.length(), self._tickets.rowCount()
        first, last = self.rowAt(event.rect().top()), self.rowAt(event.rect().bottom())
        for row in range(max(0, first), last + 1 if last >= 0 else count):
            selected = any(row in part for part in chosen)
            place = QRect(left, self.rowViewportPosition(row), width, tokens.ROW)
            self._delegate.paint_row(painter, place, self._tickets, row, sections, selected, self.font())
        end = self.rowViewportPosition(count - 1) + tokens.ROW if count else 0
        self._paint_ground(painter, left + width, end)
        painter.end()

    def _paint_ground(self, painter: QPainter, right: int, end: int) -> None:
        """Paint what lies beside the last column and under the last row."""
        seen, ground = self.viewport().rect(), QColor(self._theme.tokens.surface)
        painter.fillRect(seen.adjusted(right, 0, 0, 0), ground)
        painter.fillRect(seen.adjusted(0, end, 0, 0), ground)

    def _sections(self) -> tuple[Section, ...]:
        """Return the columns as they stand, hidden ones with no width."""
        header = self._header
        columns = map(header.logicalIndex, range(header.count()))
        return tuple((column, header.sectionPosition(column), header.sectionSize(column)) for column in columns)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width anew."""
        super().resizeEvent(event)
        self.columns.share()
        self.emptiness.setGeometry(self.viewport().rect())

    def _dress(self, shares: Shares) -> None:
        """Paint as it fits the widths."""
        self._delegate.narrow, self._delegate.brief = shares.narrow, shares.brief
        self._delegate.short_dates, self._delegate.figures = shares.short_dates, shares.figures
        first = next((column for column in self.columns.layout.order if column in shares.widths), Column.NUMBER)
        self._delegate.first = self._header.first = self._columns.index(first)
        short = self._short_words if shares.short_dates else {}
        if shares.narrow:
            short |= {Column.NUMBER: self.tr("No."), Column.STATUS: ""}
            short |= {} if shares.brief else {Column.CATEGORY: ""}
        self._header.short_words = {self._columns.index(column): words for column, words in short.items()}
        self._header.viewport().update()

    def _show_emptiness(self) -> None:
        self.emptiness.setVisible(self.model() is not None and self.model().rowCount() == 0)
