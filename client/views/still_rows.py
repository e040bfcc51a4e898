"""Rows that come and go above what somebody reads leave it where it is, and are told in one word."""

from statistics import median_low
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QKeySequence, QMouseEvent, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QApplication

from client.models.tickets import TicketTableModel
from client.views.announcing import announce
from client.views.buttons import Button
from client.views.numbers import new_tickets_words
from client.views.theme import tokens
from client.views.theme.theme import Theme

if TYPE_CHECKING:
    from client.views.ticket_table import TicketTable

# Pixels between the head of the table and the button.
_UNDER_HEAD = 8


class StillRows(QObject):
    """Holds the rows in sight at their pixels while somebody reads or chooses; at the top new ones come in."""

    def __init__(self, theme: Theme, table: "TicketTable", tickets: TicketTableModel) -> None:
        """Watch this table, which shows the model already."""
        super().__init__(table)
        self._table, self._tickets = table, tickets
        self._bar = table.verticalScrollBar()
        self._above: set[int] = set()
        self._held: dict[int, int] | None = None
        self._was_in_sight = False
        self._goes_to_top = False
        # Where the mouse stands over the rows, -1 for elsewhere.
        self._mouse_y = -1
        # How far the table was scrolled from its top for the rows' sake and by nobody, and whether it is just now.
        self._pushed, self._is_pushing = 0, False
        self.to_top = Button(theme, "", icon="chevron-up", tone="accent")
        self.to_top.setParent(table)
        self.to_top.hide()
        self._home = QShortcut(QKeySequence(Qt.Key.Key_Home), table)
        self._home.setContext(Qt.ShortcutContext.WidgetShortcut)
        self._home.setEnabled(False)
        self._connect()

    def _connect(self) -> None:
        tickets = self._tickets
        tickets.rowsInserted.connect(lambda _parent, row: self._came(row))
        tickets.rowsRemoved.connect(lambda _parent, row: self._left(row))
        tickets.rowsMoved.connect(lambda _from, row, _last, _to, target: self._went(row, target))
        tickets.layoutAboutToBeChanged.connect(self._hold)
        tickets.layoutChanged.connect(self._stay)
        tickets.modelReset.connect(self._forget)
        tickets.obeyed.connect(self._show_as_chosen)
        self._bar.valueChanged.connect(self._take_scroll)
        self._bar.rangeChanged.connect(self._keep_range)
        for leads in (self.to_top.clicked, self._home.activated):
            leads.connect(self._table.scrollToTop)
        self._table.viewport().installEventFilter(self)

    def begin_at_top(self) -> None:
        """Show the top of what is shown next: it is something else than before."""
        self._goes_to_top = True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice that the mouse moves over the rows, and that the table has another size."""
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseMove:
            self._mouse_y = event.position().toPoint().y()
        elif event.type() == QEvent.Type.Leave:
            self._mouse_y = -1
            self._go_back()
        elif event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    @property
    def _is_held(self) -> bool:
        """Say whether somebody reads further down, chooses several tickets or may be about to click."""
        return (
            self._bar.value() > 0
            or self._row_under_mouse >= 0
            or QApplication.activePopupWidget() is not None
            or QApplication.mouseButtons() != Qt.MouseButton.NoButton
            or self._is_chosen
        )

    @property
    def _is_chosen(self) -> bool:
        """Say whether several tickets are chosen."""
        return self._table.chosen_count > 1

    def _came(self, row: int) -> None:
        # By now the row under the mouse or at the top has moved on by one when the new one stands before it.
        is_first = self._tickets.rowCount() == 1
        if self._is_held and not is_first and row <= self._anchor():
            self._scroll_by(1, {self._tickets.ticket_id(row)})

    def _left(self, row: int) -> None:
        if self._is_held and row <= self._anchor():
            self._scroll_by(-1, set())

    def _went(self, row: int, target: int) -> None:
        """Take notice that a row moved to before the target, as the model counted before."""
        anchor = self._anchor()
        if not self._is_held:
            return
        if row > anchor >= target:
            self._scroll_by(1, {self._tickets.ticket_id(target)})
        elif row <= anchor < target:
            self._scroll_by(-1, set())
        elif target < row:
            # It was read itself, or stood above: what is in sight besides stays anyway.
            self._note({self._tickets.ticket_id(target)})

    def _anchor(self) -> int:
        """Return the row that stays where it is: the one under the mouse, else the first one in sight."""
        under = self._row_under_mouse
        return under if under >= 0 else self._table.rowAt(0)

    @property
    def _row_under_mouse(self) -> int:
        return self._table.rowAt(self._mouse_y) if self._mouse_y >= 0 else -1

    def _scroll_by(self, rows: int, came: set[int]) -> None:
        wanted = max(0, self._bar.value() + rows * tokens.ROW)
        was_at_top = self._bar.value() == 0
        self._table.updateGeometries()
        self._is_pushing = True
        if self._pushed or was_at_top:
            self._pushed = wanted
            # Rows that all fit are scrolled too, with room below them.
            self._bar.setMaximum(max(wanted, self._bar.maximum()))
        self._bar.setValue(wanted)
        self._is_pushing = False
        if came:
            # What stood above before is further up now: on a busy day that is very much.
            self._note(self._out_of_sight(came))
        else:
            self._forget_seen()

    @Slot(int, int)
    def _keep_range(self, _least: int, most: int) -> None:
        if self._pushed > most:
            self._bar.setMaximum(self._pushed)

    @Slot()
    def _take_scroll(self) -> None:
        """Take notice of where a person scrolled to."""
        if self._is_pushing:
            return
        if self._pushed:
            self._pushed = 0
            self._table.updateGeometries()
        self._forget_seen()

    def _go_back(self) -> None:
        """Show the top again where nobody left it but the rows under the mouse, which is gone."""
        is_in_menu = QApplication.activePopupWidget() is not None
        if self._pushed and not is_in_menu and not self._is_chosen:
            self._table.scrollToTop()

    @Slot()
    def _hold(self) -> None:
        """Remember what is in sight before all rows change."""
        first, last = self._table.rowAt(0), self._table.rowAt(self._table.viewport().height() - 1)
        last = last if last >= 0 else self._tickets.rowCount() - 1
        rows = range(max(first, 0), last + 1)
        here = self._table.currentIndex()
        self._was_in_sight = here.isValid() and here.row() in rows
        # Where a person arranged them, what was in sight is not held: see `_show_as_chosen`.
        is_held = self._is_held and not self._tickets.is_awaited
        self._held = {self._tickets.ticket_id(row): row for row in rows} if is_held else None

    @Slot()
    def _stay(self) -> None:
        """Leave most of what was in sight at its pixels: some of it may have moved far away."""
        held, self._held = self._held, None
        if not held:
            return
        places = ((self._tickets.row_of(ticket_id), row) for ticket_id, row in held.items())
        shifts = [now - before for now, before in places if now >= 0]
        if shifts and (shift := median_low(shifts)):
            came = {self._tickets.ticket_id(row) for row in range(min(shift, self._tickets.rowCount()))}
            self._scroll_by(shift, came)

    @Slot()
    def _show_as_chosen(self) -> None:
        """Show the chosen ticket where it was in sight before a person had all rows arranged, else the top."""
        self._forget()
        here = self._table.currentIndex()
        if self._was_in_sight and here.isValid() and not self._goes_to_top:
            self._table.scrollTo(here, QAbstractItemView.ScrollHint.EnsureVisible)
        else:
            self._table.scrollToTop()
        self._goes_to_top = False

    def _note(self, came: set[int]) -> None:
        self._above |= came
        self._tell()

    def _forget_seen(self) -> None:
        """Tell no more of what stands in sight by now."""
        if self._above:
            self._above = self._out_of_sight(self._above)
            self._tell()

    def _out_of_sight(self, ticket_ids: set[int]) -> set[int]:
        """Return which of these tickets stand above what is in sight."""
        first = self._table.rowAt(0)
        return {ticket_id for ticket_id in ticket_ids if 0 <= self._tickets.row_of(ticket_id) < first}

    @Slot()
    def _forget(self) -> None:
        self._above.clear()
        self._tell()

    def _tell(self) -> None:
        words = new_tickets_words(len(self._above))
        # Once for all that come until somebody looks: on a busy day they would be counted aloud without end.
        if self._above and self.to_top.isHidden():
            announce(self._table, words)
        self.to_top.setText(words)
        self.to_top.setAccessibleName(words)
        self.to_top.setVisible(bool(self._above))
        self._home.setEnabled(bool(self._above))
        self._place()

    def _place(self) -> None:
        self.to_top.adjustSize()
        seen = self._table.viewport().geometry()
        self.to_top.move(seen.center().x() - self.to_top.width() // 2, seen.top() + _UNDER_HEAD)
        self.to_top.raise_()
