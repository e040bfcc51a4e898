"""Moves through the table and between the panes by key, whichever pane has the focus."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QItemSelectionModel, QObject
from PySide6.QtWidgets import QAbstractButton, QApplication, QDockWidget, QWidget

from client.views.reading_order import in_order
from client.views.ticket_table import TicketTable


class Moving(QObject):
    """Keeps the place in the table, also when the ticket that stood there has left."""

    def __init__(self, table: TicketTable, panes: Callable[[], Sequence[QWidget]]) -> None:
        """Move in this table and between these panes, asked for anew each time: some are made when first wanted."""
        super().__init__(table)
        self._table, self._panes = table, panes
        self._row = -1
        table.chosen.connect(self._keep_place)

    def _keep_place(self) -> None:
        self._row = self._table.currentIndex().row()

    def by(self, step: int) -> None:
        """Choose the ticket so many rows further down; what follows one that left stands in its place."""
        row = self._target(step)
        if row >= 0:
            self._table.choose_row(row)
            self._table.scrollTo(self._table.currentIndex())

    def extend(self, step: int) -> None:
        """Choose one ticket more in this direction, or one less on the way back."""
        row, selection = self._target(step), self._table.selectionModel()
        if row < 0:
            return
        flag, target = QItemSelectionModel.SelectionFlag, self._table.model().index(row, 0)
        if selection.isRowSelected(row):
            selection.select(self._table.currentIndex(), flag.Deselect | flag.Rows)
        selection.setCurrentIndex(target, flag.Select | flag.Rows)
        self._table.scrollTo(target)

    def _target(self, step: int) -> int:
        rows, now = self._table.model().rowCount(), self._table.currentIndex().row()
        if now < 0:
            # The next one slid into the place of the one that left.
            wanted = self._row if step > 0 else self._row - 1
            return min(max(wanted, 0), rows - 1)
        return now + step if 0 <= now + step < rows else -1

    def to_table(self) -> None:
        """Give the focus to the table."""
        focus(self._table)

    def to_pane(self, step: int) -> None:
        """Give the focus to the next pane in sight, or with -1 to the one before."""
        panes = [pane for pane in self._panes() if pane.isVisible()]
        at = next((at for at, pane in enumerate(panes) if _has_focus(pane)), -1 if step > 0 else 0)
        focus(panes[(at + step) % len(panes)])


def bring_into_sight(pane: QWidget) -> None:
    """Bring back the dock in which the pane stands, if it was put away."""
    above: QWidget | None = pane
    while above is not None:
        if isinstance(above, QDockWidget):
            above.show()
        above = above.parentWidget()


def focus(pane: QWidget) -> None:
    """Give a pane the focus, in its own window where it floats; where it was put away it comes back.

    It is entered at what is read or written: Space on its first button would do something at once.
    """
    bring_into_sight(pane)
    pane.window().activateWindow()
    if pane.focusProxy() is not None or pane.focusPolicy():
        pane.setFocus()
    elif inside := in_order(pane):
        next((part for part in inside if not isinstance(part, QAbstractButton)), inside[0]).setFocus()


def _has_focus(pane: QWidget) -> bool:
    now = QApplication.focusWidget()
    return now is not None and (now is pane or pane.isAncestorOf(now))
