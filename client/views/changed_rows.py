"""Tickets that came or changed in sight are lit for a moment, unless so many change that it would flicker."""

from collections import deque
from collections.abc import Collection

from PySide6.QtCore import QElapsedTimer, QObject, QTimer
from PySide6.QtWidgets import QStyle, QTableView

from client.models.tickets import TicketTableModel
from client.views.theme import tokens

# Milliseconds that a row is lit before it fades, and between two steps of the fading.
HOLD_MS, _STEP_MS = 900, 30
# More changes in a second than these are no news of one row any more: none is lit.
MOST_A_SECOND = 5
_SECOND_MS = 1_000


class ChangedRows(QObject):
    """Tells how strongly a ticket's row is lit, and has the table paint it as that changes."""

    def __init__(self, table: QTableView, tickets: TicketTableModel) -> None:
        """Watch the changes of this model, which the table shows."""
        super().__init__(table)
        self._table, self._tickets = table, tickets
        self._clock = QElapsedTimer()
        self._clock.start()
        self._lit: dict[int, int] = {}
        self._changes: deque[int] = deque(maxlen=MOST_A_SECOND + 1)
        self._fading = QTimer(self)
        self._fading.timeout.connect(self._fade)
        tickets.applied.connect(self._light)
        tickets.modelReset.connect(self._lit.clear)

    def strength(self, ticket_id: int) -> float:
        """Return how strongly the ticket's row is lit, 0 to 1."""
        since = self._lit.get(ticket_id)
        if since is None:
            return 0.0
        return 1 - min(1.0, max(0.0, (self._clock.elapsed() - since - HOLD_MS) / self._fade_ms))

    @property
    def _fade_ms(self) -> int:
        """Return how long a row fades: at once where the system wants no motion."""
        still = self._table.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) == 0
        return 1 if still else tokens.FADE_MS

    def _light(self, ticket_ids: Collection[int]) -> None:
        now = self._clock.elapsed()
        self._changes.extend([now] * min(len(ticket_ids), MOST_A_SECOND + 1))
        if len(self._changes) > MOST_A_SECOND and now - self._changes[0] < _SECOND_MS:
            self._repaint(self._lit)
            self._lit.clear()
            return
        self._lit |= dict.fromkeys(ticket_ids, now)
        self._repaint(ticket_ids)
        # Nothing is painted anew while it is held.
        self._fading.start(HOLD_MS)

    def _fade(self) -> None:
        faded = [ticket_id for ticket_id in self._lit if self.strength(ticket_id) == 0]
        self._repaint(self._lit)
        for ticket_id in faded:
            del self._lit[ticket_id]
        if self._lit:
            self._fading.start(_STEP_MS)
        else:
            self._fading.stop()

    def _repaint(self, ticket_ids: Collection[int]) -> None:
        viewport = self._table.viewport()
        for row in filter(lambda row: row >= 0, map(self._tickets.row_of, ticket_ids)):
            # What is out of sight is cut off.
            viewport.update(0, self._table.rowViewportPosition(row), viewport.width(), tokens.ROW)
