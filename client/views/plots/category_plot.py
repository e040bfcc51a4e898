"""The category load: how many tickets of each category are being worked on, and how many wait."""

from collections.abc import Iterator

import pyqtgraph as pg
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QBrush, QFont, QResizeEvent

from campusdesk.rules import Category
from client.models.category_group import group_brief, group_words
from client.models.category_series import CategoryLoadSeries
from client.models.picked import Picked
from client.models.series import percent
from client.views.numbers import count_words
from client.views.plots.canvas import GRID, TICK_PIXELS, Canvas
from client.views.plots.part_fill import part_colour, part_fill
from client.views.plots.value_axis import ValueAxis
from client.views.theme.theme import Theme

_BAR, _SHIFT = 0.34, 0.19
# What is told of a category: its two bars, and the last line under them.
_ACTIVE, _OPEN, _UNSURE = range(3)
# How much wider than its categories the plot is, in categories; pixels of its axis of values at most, of the names'
# line, and between words.
_BESIDE, _VALUES, _NAMES, _APART = 0.2, 64, 28, 8
# Pixels of a plot that has room for more than names under it.
_DETAILED = 180


class CategoryPlot(Canvas):
    """Two bars a category: active in its colour and fill, open as an outline beside it; each with its number.

    Under its name stand the median age of the active ones and of how many of them the categoriser was unsure.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, {"left": ValueAxis(least=1)})
        self._series: CategoryLoadSeries | None = None
        # What stands under the bars.
        self.names: list[str] = []
        self._bars: list[pg.BarGraphItem] = []
        self._numbers: list[pg.TextItem] = []
        self._have_bars(len(Category))
        self.plot.setLabel("left", self.tr("tickets"))
        self.plot.showGrid(y=True, alpha=GRID)
        self.plot.getPlotItem().getAxis("bottom").setTicks([[]])
        self.dress()

    def _have_bars(self, categories: int) -> None:
        """Have what paints so many categories."""
        while len(self._bars) < 2 * categories:
            self._bars.append(pg.BarGraphItem(x=[], height=[], width=_BAR))
            self._numbers.append(pg.TextItem(anchor=(0.5, 1)))
            for item in (self._bars[-1], self._numbers[-1]):
                self.plot.addItem(item)

    def show_series(self, series: CategoryLoadSeries) -> None:
        """Paint this result."""
        self._series = series
        if series.active_counts.any() or series.open_counts.any():
            self.show_plot()
        else:
            self.say(self.tr("Nothing is open, and nothing is being worked on."))
        self.repaint_data()

    def repaint_data(self) -> None:
        """Paint the result that is shown, in the present colours."""
        series = self._series
        if series is None:
            return
        self._have_bars(len(series.categories))
        for at in range(len(self._bars) // 2):
            self._paint_category(series, at)
        self.names = self._names(series)
        axis = self.plot.getPlotItem().getAxis("bottom")
        axis.setTicks([list(enumerate(self.names))])
        axis.setHeight(_NAMES + max(name.count("\n") for name in self.names) * self.label_metrics.lineSpacing())
        # At once, and not when nothing else is to do: a picture is taken before that.
        self.plot.getPlotItem().layout.activate()
        middle, half = (len(series.categories) - 1) / 2, (len(series.categories) + _BESIDE) / 2
        self.plot.setXRange(middle - half, middle + half, padding=0)
        highest = max(1, series.active_counts.max(), series.open_counts.max())
        self.plot.setYRange(0, highest * 1.2, padding=0)

    def _paint_category(self, series: CategoryLoadSeries, at: int) -> None:
        """Paint both bars with their numbers, nothing for a category that there is none of."""
        bars, numbers = (items[2 * at : 2 * at + 2] for items in (self._bars, self._numbers))
        if at >= len(series.categories):
            for bar, number in zip(bars, numbers, strict=True):
                bar.setOpts(x=[], height=[])
                number.setText("")
            return
        category = series.categories[at]
        colour, told, font = part_colour(category, self.colours), self._told(series)[at], self._number_font(series)
        fills = self.fill(colour, part_fill(category)), QBrush(Qt.BrushStyle.NoBrush)
        for side, counts in enumerate((series.active_counts, series.open_counts)):
            place, count = at + (_SHIFT if side else -_SHIFT), int(counts[at])
            bars[side].setOpts(x=[place], height=[count], brush=fills[side], pen=self.outline(colour))
            numbers[side].setText(told[side], self.colours.text)
            numbers[side].setFont(font)
            numbers[side].setPos(place, count)

    def _column(self, series: CategoryLoadSeries) -> float:
        """Return the pixels that a category has."""
        return (self.width() - _VALUES) / (len(series.categories) + _BESIDE)

    def _told(self, series: CategoryLoadSeries) -> list[tuple[str, str]]:
        """Return what is said over each two bars; where there is little room the fill alone tells the two apart."""
        counts = [
            (count_words(int(active)), count_words(int(waiting)))
            for active, waiting in zip(series.active_counts, series.open_counts, strict=True)
        ]
        worded = [
            (self.tr("active %1").replace("%1", active), self.tr("open %1").replace("%1", waiting))
            for active, waiting in counts
        ]
        widest = max(self.fontMetrics().horizontalAdvance(words) for pair in worded for words in pair)
        return worded if widest + _APART <= 2 * _SHIFT * self._column(series) else counts

    def _number_font(self, series: CategoryLoadSeries) -> QFont:
        """Return the font of what is said over the bars: a smaller one where large numbers would touch."""
        font = QFont(self.font())
        widest = max(self.fontMetrics().horizontalAdvance(words) for pair in self._told(series) for words in pair)
        if widest + _APART > 2 * _SHIFT * self._column(series):
            font.setPixelSize(TICK_PIXELS)
        return font

    def _names(self, series: CategoryLoadSeries) -> list[str]:
        """Return what stands under the bars: names, in a word where whole ones would touch; details if they fit."""
        names = [group_words(category) for category in series.categories]
        if not self._fit(series, names):
            names = [group_brief(category) for category in series.categories]
        details = [list(self._details(series, at)) for at in range(len(names))]
        if self.height() < _DETAILED or not self._fit(series, [line for lines in details for line in lines]):
            return names
        return ["\n".join((name, *lines)) for name, lines in zip(names, details, strict=True)]

    def _fit(self, series: CategoryLoadSeries, lines: list[str]) -> bool:
        """Say whether lines under neighbouring bars would not touch."""
        return max(map(self.label_metrics.horizontalAdvance, lines), default=0) + 2 * _APART <= self._column(series)

    def _details(self, series: CategoryLoadSeries, at: int) -> Iterator[str]:
        """Tell of a category's active tickets how old they are and of how many the categoriser was unsure."""
        active, unsure = series.active_counts[at], series.unsure_counts[at]
        if active:
            if age := series.age(at):
                yield self.tr("median age %1").replace("%1", age)
            words = self.tr("unsure of %1 (%2 %)").replace("%1", count_words(int(unsure)))
            yield words.replace("%2", str(percent(unsure, active)))

    def _part_at(self, x: float, y: float) -> tuple[int, int] | None:
        """Return the category of what stands at a place, and which of its parts that is."""
        at = round(x)
        if self._series is None or not 0 <= at < len(self._series.categories):
            return None
        if y < 0:
            last = self.names[at].count("\n")
            return (at, _UNSURE) if last and self.label_line_at(y) == last else None
        side = _OPEN if x > at else _ACTIVE
        return (at, side) if abs(x - at - (_SHIFT if side else -_SHIFT)) <= _BAR / 2 else None

    def is_told(self, position: QPointF) -> bool:
        """Have the doubts under the bars told and picked too."""
        return super().is_told(position) or self.under_axis().contains(position)

    def words_at(self, x: float, y: float) -> str:
        """Tell the category under the mouse."""
        part, series = self._part_at(x, y), self._series
        if part is None or series is None:
            return ""
        at, _ = part
        counts = self.tr("active %1 · open %2").replace("%1", count_words(int(series.active_counts[at])))
        counts = counts.replace("%2", count_words(int(series.open_counts[at])))
        return "\n".join((group_words(series.categories[at]), counts, *self._details(series, at)))

    def pick_at(self, x: float, y: float) -> Picked | None:
        """Pick the tickets of the bar in whose column this is, as many a bar is too low to be met, or the doubtful."""
        part, series = self._part_at(x, y), self._series
        if part is None or series is None:
            return None
        at, which = part
        return (series.active_of, series.open_of, series.unsure_of)[which](at)

    def pick_cell(self, row: int, column: int) -> Picked | None:
        """Pick the tickets that a cell counts, or the active ones of a row's category."""
        return self._series.picked_in(row, column) if self._series is not None else None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say over the bars what there is room for."""
        super().resizeEvent(event)
        self.repaint_data()
