"""How a person arranged the desk of a role, and where they were in it: kept as they go, and found again next time."""

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QObject, Qt, QTimer
from PySide6.QtWidgets import QDockWidget

from client.models.listing_memory import ListingMemory
from client.models.tickets import TicketTableModel
from client.state import Analysis
from client.store import Store
from client.views.analysis_choice import AnalysisChoice
from client.views.column_layout import ColumnLayout
from client.views.table_place import TablePlace
from client.views.ticket_list import TicketList
from client.views.window_frame import WindowFrame

if TYPE_CHECKING:
    from client.connection import Connection

_LAYOUT, _PLACE = "layout", "place"
# Milliseconds in which several changes, such as a drag, are kept as one.
_GATHER_MS = 400


class Remembering(QObject):
    """Columns, views and docks are remembered by role; what is chosen and in sight also by whose tickets they are."""

    def __init__(
        self,
        frame: WindowFrame,
        shown: TicketList,
        analyses: AnalysisChoice | None,
        tickets: TicketTableModel,
        connection: "Connection",
        store: Store,
    ) -> None:
        """Remember in the store what becomes of this list, the analyses and the docks, from `begin` on."""
        super().__init__(frame)
        self._analyses = analyses
        self._frame, self._list, self._tickets = frame, shown, tickets
        self._connection, self._store, self._role = connection, store, connection.role
        # Before they were brought back there is nothing that is worth keeping.
        self._has_layout, self._has_place = False, False
        # Shown with the first tickets: its plots take longer to load.
        self._analysis: Analysis | None = None
        self._keeping = QTimer(self, singleShot=True, interval=_GATHER_MS)
        self._keeping.timeout.connect(self.keep)

    def begin(self, docks: Iterable[QDockWidget]) -> None:
        """Bring back what is remembered, else give the docks their first places; then keep what a person changes."""
        docks = list(docks)
        self._frame.share_room(docks)
        if self._store.is_loaded:
            self._bring_back()
        else:
            self._store.loaded.connect(self._bring_back)
        self._connection.reset.connect(self._go_back)
        self._listen(docks)

    def _listen(self, docks: Iterable[QDockWidget]) -> None:
        table = self._list.table
        places = [(dock.dockLocationChanged, dock.topLevelChanged, dock.visibilityChanged) for dock in docks]
        chosen = table.selectionModel().selectionChanged, table.chosen, table.verticalScrollBar().valueChanged
        arranged = self._list.listing.changed, table.columns.changed
        analyses = self._analyses
        analysis = (analyses.rail.analysis_chosen, analyses.arranged) if analyses is not None else ()
        for signal in (*arranged, *analysis, *chosen, *(each for signals in places for each in signals)):
            # Not anew with each change: what is never left alone would never be kept.
            signal.connect(lambda *_: self._keeping.isActive() or self._keeping.start())

    def keep(self) -> None:
        """Have the store keep how it is now."""
        self._keeping.stop()
        if self._has_layout:
            self._store.put(_LAYOUT, self._role.word, self._layout())
        if self._has_place:
            self._store.put(_PLACE, self._place_key, TablePlace.of(self._list.table, self._tickets).told())

    def end(self) -> None:
        """Keep how it is, and nothing of what becomes of the window from now on."""
        self.keep()
        self._has_layout = self._has_place = False

    def _layout(self) -> dict[str, object]:
        docks = self._frame.saveState(int(self._role)).toBase64().toStdString()
        columns = self._list.table.columns.layout.told()
        listing = self._list.listing.memory.told()
        sample = not self._frame.band.isHidden()
        told: dict[str, object] = {"columns": columns, "listing": listing, "docks": docks, "sample": sample}
        if self._analyses is not None:
            told |= {"analysis": self._analyses.rail.analysis, "analyses": self._analyses.told()}
        return told

    @property
    def _place_key(self) -> str:
        return f"{self._connection.lineage}/{self._role.word}"

    def _bring_back(self) -> None:
        self._has_layout = True
        told = self._store.get(_LAYOUT, self._role.word)
        if isinstance(told, dict):
            self._arrange(told)
        if self._tickets.total:
            # What is remembered was read later than the tickets came.
            self._go_back()

    def _arrange(self, told: dict[str, object]) -> None:
        columns = self._list.table.columns
        columns.set_layout(ColumnLayout.read(told.get("columns"), columns.all))
        self._list.restore(ListingMemory.read(told.get("listing"), columns.all))
        # The docks stood under it: without it they would share what it leaves, and grow each time it comes.
        self._frame.band.setVisible(told.get("sample") is True)
        docks = QByteArray.fromBase64(QByteArray(str(told.get("docks", "")).encode()))
        self._frame.restoreState(docks, int(self._role))
        if self._analyses is not None:
            self._analyses.restore(told.get("analyses"))
        self._analysis = next((each for each in Analysis if each == told.get("analysis")), None)

    def _go_back(self) -> None:
        """Show what was shown and chosen, once there are tickets and it is known what that was."""
        if self._has_place or not self._has_layout:
            return
        if self._tickets.is_arranging:
            self._tickets.obeyed.connect(self._go_back, Qt.ConnectionType.SingleShotConnection)
            return
        self._has_place = True
        if self._analyses is not None and self._analysis is not None:
            # Plots take their time: not in one go with the tickets.
            rail = self._analyses.rail
            QTimer.singleShot(0, rail, partial(rail.analysis_chosen.emit, self._analysis))
        place = TablePlace.read(self._store.get(_PLACE, self._place_key))
        if place is not None:
            place.restore(self._list.table, self._tickets)
