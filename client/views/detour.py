"""The way back from a search or a pick to where a person was in the table before."""

from PySide6.QtCore import QObject, Qt

from client.models.tickets import TicketTableModel
from client.views.table_place import TablePlace
from client.views.ticket_table import TicketTable


class Detour(QObject):
    """Keeps the place where it began, also when one detour leads into another."""

    def __init__(self, table: TicketTable, tickets: TicketTableModel) -> None:
        """Know the way back in this table."""
        super().__init__(table)
        self._table, self._tickets = table, tickets
        self._place: TablePlace | None = None

    def begin(self) -> None:
        """Keep where the person is now, unless they are on a detour already."""
        if self._place is None:
            self._place = TablePlace.of(self._table, self._tickets)

    def end(self) -> None:
        """Forget the place: the person went elsewhere."""
        self._place = None

    def go_back(self) -> None:
        """End where it began; the list shows the view again, or is about to."""
        place, self._place = self._place, None
        if place is None:
            return
        if self._tickets.is_arranging:
            # The rows of many tickets come a moment later.
            obeyed = Qt.ConnectionType.SingleShotConnection
            self._tickets.obeyed.connect(lambda: self._restore(place), obeyed)
        else:
            self._restore(place)

    def _restore(self, place: TablePlace) -> None:
        # Somebody who searches again by now is not taken away from there.
        if self._place is None:
            place.restore(self._table, self._tickets)
