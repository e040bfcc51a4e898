"""More bars than the plot has room for: of those that would stand in the same column the highest is drawn, as it is."""

import numpy as np
import numpy.typing as npt

from client.models.series import Numbers

# Pixels of the narrowest column, in which a fill can be told from another.
_NARROWEST = 2

Places = npt.NDArray[np.int64]


class Columns:
    """Which bars are drawn, where, and which one stands at a place; all of them where each has a pixel."""

    def __init__(self, start: Numbers, end: Numbers, totals: Numbers, pixels: float) -> None:
        """Share so many pixels among the bars."""
        self.drawn: Places = np.arange(len(start))
        room = max(1.0, pixels // _NARROWEST)
        self.width = float(end[-1] - start[0]) / room if len(start) else 0.0
        self.is_shared = len(start) > room
        self._left = float(start[0]) if len(start) else 0.0
        self._columns: Places = self.drawn
        if self.is_shared:
            self._columns = np.floor(((start + end) / 2 - self._left) / self.width).astype(np.int64)
            order = np.lexsort((totals, self._columns))
            columns = self._columns[order]
            self.drawn = order[np.append(columns[1:] != columns[:-1], True)]

    def left(self) -> Numbers:
        """Return where the column of each bar that is drawn begins."""
        return np.asarray(self._left + self._columns[self.drawn] * self.width, np.float64)

    def drawn_for(self, at: int) -> int:
        """Return the bar that is drawn where another would stand."""
        return int(self.drawn[np.searchsorted(self._columns[self.drawn], self._columns[at])])

    def beside(self, at: int) -> int:
        """Return how many bars share the column of one, itself included."""
        return int(np.count_nonzero(self._columns == self._columns[at]))
