"""The cells of rows as they were made last: with each row that comes, those in sight are painted once more."""

from collections.abc import Callable, Hashable

from client.views.row_pictures import Cells

# Rows of the largest screen, and of what was scrolled past it.
_MOST_ROWS = 500


class RowCells:
    """Keeps the cells of each ticket until something is another that they depend on."""

    def __init__(self) -> None:
        """Begin with no rows."""
        self._setting: Hashable = None
        self._rows: dict[int, tuple[Hashable, Cells]] = {}

    def of(self, ticket_id: int, state: Hashable, setting: Hashable, make: Callable[[], Cells]) -> Cells:
        """Return the cells of a ticket, made anew when its state is another, or the setting that all rows share."""
        if setting != self._setting or len(self._rows) > _MOST_ROWS:
            self._setting = setting
            self._rows.clear()
        known = self._rows.get(ticket_id)
        if known is None or known[0] != state:
            known = self._rows[ticket_id] = (state, make())
        return known[1]
