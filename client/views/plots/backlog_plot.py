"""The backlog: tickets of the period that are not closed yet, by hour or day of opening."""

from itertools import zip_longest

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QPen

from client.models.backlog_parts import PARTS, Part, Split, part_brief
from client.models.backlog_series import BacklogSeries
from client.models.picked import Picked
from client.models.series import Numbers
from client.views.numbers import count_words
from client.views.plots.canvas import GRID, Canvas
from client.views.plots.columns import Columns
from client.views.plots.part_fill import part_colour, part_fill
from client.views.plots.time_axis import TimeAxis
from client.views.plots.value_axis import ValueAxis
from client.views.theme.theme import Theme

# The share of a bar's time that is painted.
_FULL = 0.82
# How high the plot is at least, and how much higher than its highest bar.
_LEAST, _OVER = 4.0, 1.15
# The share of the width that is free at either side, and the pixels of a bar from which on it has an outline.
_BESIDE, _OUTLINED = 0.01, 4


class BacklogPlot(Canvas):
    """Stacked bars over real time: by status still open below and being worked on above, or by category."""

    def __init__(self, theme: Theme) -> None:
        self._times = TimeAxis()
        super().__init__(theme, {"bottom": self._times, "left": ValueAxis(least=1)})
        self._series: BacklogSeries | None = None
        self._by_day: bool | None = None
        self._columns = Columns(np.zeros(0), np.zeros(0), np.zeros(0), 0)
        self._bars: list[pg.BarGraphItem] = []
        self._have_bars(max(map(len, PARTS.values())))
        self.plot.getPlotItem().getViewBox().sigResized.connect(lambda _box: self.repaint_data())
        self.plot.showGrid(y=True, alpha=GRID)
        self.dress()

    def _have_bars(self, parts: int) -> None:
        """Have what paints so many parts."""
        while len(self._bars) < parts:
            self._bars.append(pg.BarGraphItem(x0=[], x1=[], y0=[], y1=[]))
            self.plot.addItem(self._bars[-1])

    def show_series(self, series: BacklogSeries) -> None:
        """Paint this result."""
        self._series = series
        if series.not_closed:
            self.show_plot()
        elif series.opened or not series.tells_all:
            self.say(self.tr("Nothing from this time is left to do."))
        else:
            self.say(self.tr("No ticket was opened in this time."))
        self.repaint_data()

    def repaint_data(self) -> None:
        """Paint the result that is shown, in the present colours."""
        series = self._series
        if series is None:
            return
        self._have_bars(len(series.parts))
        start, end = series.start_s, series.end_s
        self._columns = columns = Columns(start, end, series.totals, self._pixels)
        left, right = self._edges(start, end)
        below = np.zeros(len(columns.drawn))
        for item, part in zip_longest(self._bars, series.parts):
            counts = series.counts_of(part)[columns.drawn] if part is not None else 0 * below
            # A bar of nothing would still show its outline.
            some = counts > 0
            item.setOpts(x0=left[some], x1=right[some], y0=below[some], y1=(below + counts)[some], **self._look(part))
            below = below + counts
        self._show_unit(by_day=series.is_by_day)
        self._times.show_zone(series.stamp.zone)
        if len(start):
            self.plot.setXRange(float(start[0]), float(end[-1]), padding=_BESIDE)
            self.plot.setYRange(0, max(_LEAST, float(below.max()) * _OVER), padding=0)

    @property
    def _pixels(self) -> float:
        return float(self.plot.getPlotItem().getViewBox().width()) / (1 + 2 * _BESIDE)

    def _edges(self, start: Numbers, end: Numbers) -> tuple[Numbers, Numbers]:
        """Return where each bar that is drawn begins and ends."""
        if self._columns.is_shared:
            left = self._columns.left()
            return left, left + self._columns.width
        half, middle = (end - start) * _FULL / 2, (end + start) / 2
        return middle - half, middle + half

    def _look(self, part: Part | None) -> dict[str, object]:
        if part is None:
            return {}
        colour = part_colour(part, self.colours)
        bars = len(self._columns.drawn)
        outlined = bars and self._pixels / bars >= _OUTLINED
        pen = self.outline(colour) if outlined else QPen(Qt.PenStyle.NoPen)
        return {"brush": self.fill(colour, part_fill(part)), "pen": pen}

    def _show_unit(self, *, by_day: bool) -> None:
        if by_day != self._by_day:
            self._by_day = by_day
            self.plot.setLabel("left", self.tr("tickets/day") if by_day else self.tr("tickets/hour"))

    def _bar_at(self, x: float) -> int | None:
        """Return the bar that is drawn at a place."""
        at = self._series.bar_at(x * 1e6) if self._series is not None else None
        return self._columns.drawn_for(at) if at is not None else None

    def words_at(self, x: float, y: float) -> str:
        """Tell the hour or day under the mouse, with all of its parts."""
        series, at = self._series, self._bar_at(x)
        if series is None or at is None:
            return ""
        lines = [
            series.span_words(at),
            self.tr("%1 not closed yet").replace("%1", count_words(int(series.totals[at]))),
        ]
        for parts in (PARTS[Split.STATUS], *([series.categories] if series.tells_categories else [])):
            told = (f"{part_brief(part)} {count_words(int(series.counts_of(part)[at]))}" for part in parts)
            lines.append(" · ".join(told))
        beside = self._columns.beside(at)
        if beside > 1:
            lines.append(self.tr("the highest of %1 days that share this place").replace("%1", count_words(beside)))
        return "\n".join(lines)

    def pick_at(self, x: float, y: float) -> Picked | None:
        """Return the tickets of the part of a bar that is clicked; over it, where a low bar is hard to hit, of all."""
        series, at = self._series, self._bar_at(x)
        if series is None or at is None or y < 0:
            return None
        below = 0.0
        for part in series.parts:
            below += float(series.counts_of(part)[at])
            if y < below:
                return series.pick(at, part)
        return series.pick(at)

    def pick_cell(self, row: int, column: int) -> Picked | None:
        """Return the tickets of a row of the table, or those that a cell counts."""
        return self._series.pick_cell(row, column) if self._series is not None else None
