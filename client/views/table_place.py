"""Where a person is in the table: what is chosen, and which ticket stands at the top."""

from dataclasses import asdict, dataclass

from PySide6.QtCore import QItemSelection, QItemSelectionModel

from client.models.tickets import TicketTableModel
from client.views.ticket_table import TicketTable

# More chosen tickets than these are no place to come back to.
_MOST = 1_000


@dataclass(frozen=True, slots=True)
class TablePlace:
    """The chosen tickets, the one with the keys (0: none), and the topmost one in sight with its distance in pixels."""

    chosen: tuple[int, ...]
    current: int
    topmost: int
    distance: int

    @classmethod
    def of(cls, table: TicketTable, tickets: TicketTableModel) -> "TablePlace":
        """Return where the person is now."""
        top, here = table.rowAt(0), table.currentIndex()
        return cls(
            tuple(table.chosen_ids()),
            tickets.ticket_id(here.row()) if here.isValid() else 0,
            tickets.ticket_id(top) if top >= 0 else 0,
            table.rowViewportPosition(top) if top >= 0 else 0,
        )

    def told(self) -> dict[str, object]:
        """Return the place as JSON can hold it; of very many chosen tickets the first."""
        return {**asdict(self), "chosen": list(self.chosen[:_MOST])}

    @classmethod
    def read(cls, told: object) -> "TablePlace | None":
        """Return the place that was told; None where nothing was."""
        match told:
            case {"chosen": [*chosen], "current": int(current), "topmost": int(topmost), "distance": int(distance)}:
                return cls(tuple(number for number in chosen if type(number) is int), current, topmost, distance)
        return None

    def restore(self, table: TicketTable, tickets: TicketTableModel) -> None:
        """Go back there; what is not shown any more is left out, and without the topmost one nothing scrolls."""
        flag = QItemSelectionModel.SelectionFlag
        selection = QItemSelection()
        for row in filter(_is_shown, map(tickets.row_of, self.chosen)):
            index = tickets.index(row, 0)
            selection.select(index, index)
        marks = table.selectionModel()
        marks.select(selection, flag.ClearAndSelect | flag.Rows)
        if _is_shown(row := tickets.row_of(self.current)):
            marks.setCurrentIndex(tickets.index(row, 0), flag.NoUpdate)
        if _is_shown(row := tickets.row_of(self.topmost)):
            table.updateGeometries()
            bar = table.verticalScrollBar()
            bar.setValue(bar.value() + table.rowViewportPosition(row) - self.distance)


def _is_shown(row: int) -> bool:
    return row >= 0
