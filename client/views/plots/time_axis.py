"""The axis of time: days, months and hours as the person's language writes them."""

from collections.abc import Sequence

import pyqtgraph as pg
from PySide6.QtCore import QDateTime, QLocale

# How Qt writes what pyqtgraph's ticks name in C's words, which know English alone.
_WRITTEN = {"%Y": "yyyy", "%b": "MMM", "%d": "d", "%a %d": "ddd d", "%H:%M": "HH:mm"}
_FINER = "HH:mm:ss"


class TimeAxis(pg.DateAxisItem):  # type: ignore[misc]
    """Stands at the bottom, in the time of this PC."""

    def __init__(self) -> None:
        super().__init__(orientation="bottom")

    def tickStrings(self, values: Sequence[float], scale: float, spacing: float) -> list[str]:
        """Write the moments as finely as they are apart."""
        form = next((tick.format for tick in self.zoomLevel.tickSpecs if tick.spacing == spacing), "")
        written, locale = _WRITTEN.get(form, _FINER), QLocale()
        return [locale.toString(QDateTime.fromSecsSinceEpoch(round(value)), written) for value in values]
