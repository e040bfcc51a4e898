"""The tickets behind one bar of a plot, shown in the list, and the way back from there."""

from PySide6.QtCore import QObject

from client.models.picked import Picked
from client.views.ticket_list import TicketList


class Picking(QObject):
    """Has the list show what was picked, until somebody leaves it, chooses a view or searches."""

    def __init__(self, shown: TicketList) -> None:
        """Show it in this list."""
        super().__init__(shown)
        self._list = shown
        shown.pick.left.connect(self.leave)

    @property
    def stands(self) -> bool:
        """Say whether the list shows what was picked."""
        return self._list.listing.picked is not None

    def show(self, picked: Picked) -> None:
        """Show exactly these tickets, from the top; the keys are in the table then."""
        self._list.left.emit()
        self._list.detour.begin()
        self._list.show_picked(picked)
        self._list.table.setFocus()

    def leave(self) -> None:
        """Show again what the list did, where the person was before."""
        self._list.show_picked(None)
        self._list.detour.go_back()
        self._list.table.setFocus()
