"""The resolution time: the mean of each opening month, with how many tickets it is made of and how many it lacks."""

import math

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtGui import QFont, QFontMetrics

from client.models.resolution_series import ResolutionSeries
from client.views.labels import plain_label
from client.views.numbers import count_words
from client.views.plots.canvas import GRID, HATCHED, TICK_OFFSET, TICK_PIXELS, Canvas
from client.views.theme.theme import Theme

_BAR = 0.64
# A month with a smaller share of closed tickets is preliminary: its slow ones are still to come.
_SETTLED = 0.95
# Pixels that a month's column needs for its numbers.
_COLUMN = 30
# Young data would else be one enormous bar.
_LEAST_MONTHS = 12
# Pixels under the plot for the month and its two counts, and at least beside it for what those are.
_LABELS, _NAMES = 68, 64


class ResolutionPlot(Canvas):
    """One bar a month; a preliminary month is hatched, a month without a closed ticket is a gap."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._series: ResolutionSeries | None = None
        self._settled = pg.BarGraphItem(x=[], height=[], width=_BAR)
        self._preliminary = pg.BarGraphItem(x=[], height=[], width=_BAR)
        for item in (self._settled, self._preliminary):
            self.plot.addItem(item)
        self.plot.setLabel("left", self.tr("days"))
        self.plot.showGrid(y=True, alpha=GRID)
        self.plot.getPlotItem().getAxis("bottom").setTicks([[]])
        self.plot.getPlotItem().getAxis("bottom").setHeight(_LABELS)
        words = self.tr("closed"), self.tr("not closed")
        font = QFont(self.font())
        font.setPixelSize(TICK_PIXELS)
        self._beside = max(_NAMES, TICK_OFFSET + max(map(QFontMetrics(font).horizontalAdvance, words)))
        self.plot.getPlotItem().getAxis("left").setWidth(self._beside)
        self._names = plain_label(tone="muted", parent=self.plot)
        self._names.setText("\n".join(("", "", *words)))
        self._names.setFont(font)
        self._names.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        # The plot has no size of its own while words stand in its place.
        self.plot.getPlotItem().getViewBox().sigResized.connect(self._fit)
        self.dress()

    def show_series(self, series: ResolutionSeries) -> None:
        """Paint this result."""
        self._series = series
        if series.closed_counts.any():
            self.show_plot()
        else:
            self.say(self.tr("Each month has its bar here once a ticket of it is closed."))
        self.repaint_data()

    def _fit(self) -> None:
        """Label as many months as fit now."""
        self._names.setGeometry(0, self.plot.height() - _LABELS + TICK_OFFSET, self._beside - TICK_OFFSET, _LABELS)
        if self._series is not None:
            self._label(self._series)

    def repaint_data(self) -> None:
        """Paint the result that is shown, in the present colours."""
        series = self._series
        if series is None:
            return
        places = np.arange(len(series.mean_days), dtype=np.float64)
        known = ~np.isnan(series.mean_days)
        settled = known & self._is_settled(series)
        colour = self.colours.accent
        for item, which, fill in (
            (self._settled, settled, self.fill(colour)),
            (self._preliminary, known & ~settled, self.fill(colour, HATCHED)),
        ):
            item.setOpts(x=places[which], height=series.mean_days[which], brush=fill, pen=self.outline(colour))
        self._label(series)
        highest = float(np.nanmax(series.mean_days)) if known.any() else 1.0
        self.plot.setXRange(min(-0.6, len(places) - _LEAST_MONTHS - 0.4), len(places) - 0.4, padding=0)
        self.plot.setYRange(0, max(1.0, highest * 1.12), padding=0)

    @staticmethod
    def _is_settled(series: ResolutionSeries) -> "np.ndarray[tuple[int], np.dtype[np.bool_]]":
        all_counts = series.closed_counts + series.not_closed_counts
        return np.asarray(series.closed_counts >= _SETTLED * all_counts)

    def _label(self, series: ResolutionSeries) -> None:
        """Write each month with its two counts under its bar; where all do not fit, every second or third."""
        shown = max(len(series.mean_days), _LEAST_MONTHS)
        step = max(1, math.ceil(shown * _COLUMN / max(1, self.plot.width() - self._beside)))
        labelled = range(len(series.mean_days) - 1, -1, -step)[::-1]
        ticks = [(at, self._month(series, at, named=at - step not in labelled)) for at in labelled]
        self.plot.getPlotItem().getAxis("bottom").setTicks([ticks])

    @staticmethod
    def _month(series: ResolutionSeries, at: int, *, named: bool) -> str:
        """Return a month over its counts; the year stands under the first month and where a year begins."""
        month = QLocale().toString(QDate(series.years[at], series.months[at], 1), "MMM")
        year = str(series.years[at]) if named or series.months[at] == 1 else ""
        closed, open_ = (int(counts[at]) for counts in (series.closed_counts, series.not_closed_counts))
        return "\n".join((month, year, count_words(closed), count_words(open_)))

    def words_at(self, x: float, y: float) -> str:
        """Tell the month under the mouse."""
        series, at = self._series, round(x)
        if series is None or not 0 <= at < len(series.mean_days):
            return ""
        mean = series.mean_days[at]
        days = (
            self.tr("no ticket closed yet")
            if np.isnan(mean)
            else self.tr("%1 days").replace("%1", QLocale().toString(mean, "f", 1))
        )
        if not np.isnan(mean) and not self._is_settled(series)[at]:
            days = self.tr("%1, preliminary").replace("%1", days)
        words = self.tr("%1: %2\nclosed %3 · not closed yet %4").replace("%1", series.labels()[at]).replace("%2", days)
        words = words.replace("%3", count_words(int(series.closed_counts[at])))
        return words.replace("%4", count_words(int(series.not_closed_counts[at])))
