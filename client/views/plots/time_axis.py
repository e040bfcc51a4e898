"""The axis of time: days, months and hours by the clocks of the campus, as the person's language writes them."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta, tzinfo

import pyqtgraph as pg
from PySide6.QtCore import QDate, QDateTime, QLocale, QTime, QTimeZone

# How Qt writes what pyqtgraph's ticks name in C's words, which know English alone.
_WRITTEN = {"%Y": "yyyy", "%b": "MMM", "%d": "d", "%a %d": "ddd d", "%H:%M": "HH:mm"}
_FINER = "HH:mm:ss"
# No clock is further from UTC.
_MOST_OFFSET_S = 86_400
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)

Ticks = list[tuple[float, list[float]]]


class TimeAxis(pg.DateAxisItem):  # type: ignore[misc]
    """Stands at the bottom, in the time of a zone; None is this PC's."""

    def __init__(self) -> None:
        super().__init__(orientation="bottom")
        self._zone: tzinfo | None = None

    def show_zone(self, zone: tzinfo | None) -> None:
        """Show the time of this zone."""
        if zone is not self._zone:
            self._zone = zone
            # What is drawn is kept as long as the span is the same.
            self.picture = None
            self.update()

    def tickValues(self, minVal: float, maxVal: float, size: float) -> Ticks:
        """Return the moments at which the clocks of the zone show round times, the coarse ones first."""
        if self._zone is None:
            told: Ticks = super().tickValues(minVal, maxVal, size)
            return told
        self.setZoomLevelForDensity((maxVal - minVal) / size)
        taken: set[float] = set()
        ticks: Ticks = []
        for spec in self.zoomLevel.tickSpecs:
            # As if the clocks were at UTC: when they show it is found out then.
            shown, skipped = spec.makeTicks(minVal - _MOST_OFFSET_S, maxVal + _MOST_OFFSET_S, self.minSpacing)
            moments = {moment for each in shown.tolist() for moment in _moments(each, self._zone)}
            found = sorted(moment for moment in moments - taken if minVal <= moment <= maxVal)
            ticks.append((spec.spacing, found))
            taken.update(found)
            if skipped > 1:
                break
        return ticks

    def tickStrings(self, values: Sequence[float], scale: float, spacing: float) -> list[str]:
        """Write the moments as finely as they are apart."""
        form = next((tick.format for tick in self.zoomLevel.tickSpecs if tick.spacing == spacing), "")
        written, locale = _WRITTEN.get(form, _FINER), QLocale()
        return [locale.toString(_shown(round(value), self._zone), written) for value in values]


def _moments(shown_s: float, zone: tzinfo) -> Iterator[float]:
    """Tell when the clocks of a zone show a time: once, twice in the hour in which they are set back."""
    wall = (_EPOCH + timedelta(seconds=shown_s)).replace(tzinfo=zone)
    first, second = (wall.replace(fold=fold).timestamp() for fold in (0, 1))
    yield first
    # A time that is left out, when they are set forward, has its two the other way round.
    if second > first:
        yield second


def _shown(time_s: int, zone: tzinfo | None) -> QDateTime:
    """Return what the clocks of a zone show, as a time that no clock change of this PC moves."""
    local = (_EPOCH + timedelta(seconds=time_s)).astimezone(zone)
    day, clock = QDate(local.year, local.month, local.day), QTime(local.hour, local.minute, local.second)
    return QDateTime(day, clock, QTimeZone(QTimeZone.Initialization.UTC))
