"""The backlog: tickets of the period that are not closed yet, by hour or day of opening."""

import pyqtgraph as pg

from client.models.backlog_series import BacklogSeries
from client.text import exact_words
from client.views.numbers import count_words
from client.views.plots.canvas import GRID, HATCHED, Canvas
from client.views.plots.time_axis import TimeAxis
from client.views.plots.value_axis import ValueAxis
from client.views.theme.theme import Theme

# The share of a bar's time that is painted.
_FULL = 0.82


class BacklogPlot(Canvas):
    """Stacked bars over real time: still open below, being worked on above."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, {"bottom": TimeAxis(), "left": ValueAxis(least=1)})
        self._series: BacklogSeries | None = None
        self._open = pg.BarGraphItem(x0=[], x1=[], y0=[], y1=[])
        self._active = pg.BarGraphItem(x0=[], x1=[], y0=[], y1=[])
        for item in (self._open, self._active):
            self.plot.addItem(item)
        self.plot.setLabel("left", self.tr("tickets"))
        self.plot.showGrid(y=True, alpha=GRID)
        self.dress()

    def show_series(self, series: BacklogSeries) -> None:
        """Paint this result."""
        self._series = series
        if series.open_counts.any() or series.active_counts.any():
            self.show_plot()
        else:
            self.say(self.tr("Nothing from this time is left to do."))
        self.repaint_data()

    def repaint_data(self) -> None:
        """Paint the result that is shown, in the present colours."""
        series = self._series
        if series is None:
            return
        half = (series.end_s - series.start_s) * _FULL / 2
        middle = (series.end_s + series.start_s) / 2
        total = series.open_counts + series.active_counts
        left, right = middle - half, middle + half
        opened, active = self.colours.open, self.colours.active
        # A bar of nothing would still show its outline.
        some, both = series.open_counts > 0, series.active_counts > 0
        self._open.setOpts(
            x0=left[some],
            x1=right[some],
            y0=0 * total[some],
            y1=series.open_counts[some],
            brush=self.fill(opened),
            pen=self.outline(opened),
        )
        self._active.setOpts(
            x0=left[both],
            x1=right[both],
            y0=series.open_counts[both],
            y1=total[both],
            brush=self.fill(active, HATCHED),
            pen=self.outline(active),
        )
        if len(total):
            self.plot.setXRange(float(series.start_s[0]), float(series.end_s[-1]), padding=0.01)
            self.plot.setYRange(0, max(4.0, float(total.max()) * 1.15), padding=0)

    def words_at(self, x: float, y: float) -> str:
        """Tell the hour or day under the mouse."""
        series = self._series
        if series is None or not len(series.start_s):
            return ""
        inside = (series.start_s <= x) & (x < series.end_s)
        if not inside.any():
            return ""
        at = int(inside.argmax())
        words = self.tr("from %1\nopen %2 · active %3").replace("%1", exact_words(int(series.start_s[at] * 1e6)))
        words = words.replace("%2", count_words(int(series.open_counts[at])))
        return words.replace("%3", count_words(int(series.active_counts[at])))
