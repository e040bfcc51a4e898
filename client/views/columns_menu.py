"""The menu of a table's columns, and of the panels beside it: what is shown, where, in which order; and its export."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QMenu

from client.models.columns import SORT_FACTS, Column, title
from client.views.commands import Command, keys_of, words_of
from client.views.staying_menu import StayingMenu
from client.views.ticket_table import TicketTable

_MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
# Pixels by which a key makes a column wider.
_SIZES = {Qt.Key.Key_Left: -16, Qt.Key.Key_Right: 16}


class ColumnsMenu(StayingMenu):
    """Of all columns, or in the head of one of them; Ctrl and the arrow keys move and size the column marked in it."""

    sort_wanted = Signal(object, bool)
    order_reset = Signal()
    export_wanted = Signal()

    def __init__(self, table: TicketTable, panels: list[QAction]) -> None:
        """Arrange the columns of this table; `panels` show and put away what stands beside it."""
        super().__init__(table)
        self._columns, self.panels = table.columns, panels
        # Whether the list can be written into a file now.
        self.may_export: Callable[[], bool] = bool
        self._listed: dict[QAction, Column] = {}
        self.setAccessibleName(self.tr("Columns and panels"))
        self.aboutToShow.connect(self._fill)
        # The one in whose head the menu is opened, None for all.
        self._here: Column | None = None
        head = table.horizontalHeader()
        head.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        head.customContextMenuRequested.connect(lambda at: self._open_in_head(table, at))

    def _open_in_head(self, table: TicketTable, at: QPoint) -> None:
        head = table.horizontalHeader()
        section = head.logicalIndexAt(at)
        self._here = self._columns.all[section] if section >= 0 else None
        self.popup(head.viewport().mapToGlobal(at))
        self._here = None

    def _fill(self) -> None:
        self.clear()
        self._listed = {}
        if self._here is not None:
            self._add_of_column(self._here)
        self._add_columns()
        if self.panels:
            self.addSeparator()
            self._add(self.tr("Panels"), lambda: None).setEnabled(False)
            self.addActions(self.panels)
        self.addSeparator()
        self._add(self.tr("Reset columns and order"), self._reset)
        words = f"{words_of(Command.EXPORT)}\t{keys_of(Command.EXPORT)[0]}"
        self._add(words, self.export_wanted.emit).setEnabled(self.may_export())

    def _reset(self) -> None:
        self._columns.reset()
        self.order_reset.emit()

    def _add_of_column(self, column: Column) -> None:
        if column in SORT_FACTS:
            self._add(self.tr("Sort rising"), partial(self.sort_wanted.emit, column, False))
            self._add(self.tr("Sort falling"), partial(self.sort_wanted.emit, column, True))
        else:
            self._add(self.tr("Texts are searched, not sorted"), lambda: None).setEnabled(False)
        self._add(self.tr("Move left"), partial(self._columns.move, column, -1))
        self._add(self.tr("Move right"), partial(self._columns.move, column, 1))
        self._add(self.tr("Hide"), partial(self._show_column, column, False)).setEnabled(self._shown_count() > 1)
        self.addSeparator()

    def _add_columns(self) -> None:
        self._add(self.tr("Columns"), lambda: None).setEnabled(False)
        sorting = QMenu(self.tr("Sort by"), self)
        for column in self._columns.layout.order:
            self._add_column(column)
            if column in SORT_FACTS:
                chosen = sorting.addAction(title(column))
                chosen.triggered.connect(lambda _=False, column=column: self._sort(column))
        self.addSeparator()
        self.addMenu(sorting)
        self._add(self.tr("Ctrl+Up, Ctrl+Down: move the marked column"), lambda: None).setEnabled(False)
        self._add(self.tr("Ctrl+Left, Ctrl+Right: narrower, wider"), lambda: None).setEnabled(False)

    def _add_column(self, column: Column) -> None:
        action = QAction(title(column), self, checkable=True, checked=self._columns.is_shown(column))
        action.triggered.connect(lambda shown: self._show_column(column, shown))
        self._listed[action] = column
        self.addAction(action)

    def _add(self, words: str, act: Callable[[], object]) -> QAction:
        action = self.addAction(words)
        action.triggered.connect(lambda _=False: act())
        return action

    def _sort(self, column: Column) -> None:
        order = self._columns.wants.sorted_by, self._columns.falls
        self.sort_wanted.emit(column, order != (column, True))

    def _show_column(self, column: Column, shown: bool) -> None:
        # A table without any column could not be mended in its head.
        if shown or self._shown_count() > 1:
            self._columns.set_layout(self._columns.layout.with_choice(column, shown=shown))
        self._mark_shown()

    def _shown_count(self) -> int:
        return sum(self._columns.is_shown(column) for column in self._columns.all)

    def _mark_shown(self) -> None:
        """Room is shared anew: another column may have come or gone with the one that was chosen."""
        for action, column in self._listed.items():
            action.setChecked(self._columns.is_shown(column))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move or size the marked column by Ctrl and an arrow key."""
        column = self._listed.get(self.activeAction()) if self.activeAction() is not None else None
        key = Qt.Key(event.key())
        with_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if column is None or not with_control or key not in _MOVES | _SIZES:
            super().keyPressEvent(event)
            return
        if key in _SIZES:
            self._columns.widen(column, _SIZES[key])
            return
        self._columns.move(column, _MOVES[key])
        self._fill()
        self.setActiveAction(next(action for action, listed in self._listed.items() if listed is column))
