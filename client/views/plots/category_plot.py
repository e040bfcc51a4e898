"""The category load: how many tickets of each category are being worked on, and how many wait."""

import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QFont, QFontMetrics, QResizeEvent

from campusdesk.rules import Category
from client.models.category_series import CategoryLoadSeries
from client.text import brief_category_words, category_words
from client.views.numbers import count_words
from client.views.plots.canvas import DOTTED, GRID, HATCHED, PLAIN, TICK_PIXELS, Canvas
from client.views.plots.value_axis import ValueAxis
from client.views.theme.theme import Theme

_BAR, _SHIFT = 0.34, 0.19
# How many categories wide the plot is; pixels of its axis of values at most, of the names' line, and between words.
_COLUMNS, _VALUES, _NAMES, _APART = 3.2, 64, 28, 8
_FILLS = {
    Category.FACILITY_MANAGEMENT: PLAIN,
    Category.TECHNICAL_IT: HATCHED,
    Category.SERVICES_COMPLAINTS: DOTTED,
}


class CategoryPlot(Canvas):
    """Two bars a category: active in its colour and fill, open as an outline beside it; each with its number."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, {"left": ValueAxis(least=1)})
        self._series: CategoryLoadSeries | None = None
        # What stands under the bars.
        self.names: list[str] = []
        self._bars = [pg.BarGraphItem(x=[], height=[], width=_BAR) for _ in range(6)]
        self._numbers = [pg.TextItem(anchor=(0.5, 1)) for _ in range(6)]
        for item in (*self._bars, *self._numbers):
            self.plot.addItem(item)
        self.plot.setLabel("left", self.tr("tickets"))
        self.plot.showGrid(y=True, alpha=GRID)
        self.plot.getPlotItem().getAxis("bottom").setTicks([[]])
        self.plot.getPlotItem().getAxis("bottom").setHeight(_NAMES)
        self.plot.setXRange(1 - _COLUMNS / 2, 1 + _COLUMNS / 2, padding=0)
        self.dress()

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
        highest = 1
        told = self._told(series)
        for at, category in enumerate(series.categories):
            counts = int(series.active_counts[at]), int(series.open_counts[at])
            colour = self.colours.category(category)
            fills = self.fill(colour, _FILLS[category]), QBrush(Qt.BrushStyle.NoBrush)
            for side, (count, fill) in enumerate(zip(counts, fills, strict=True)):
                place = at + (_SHIFT if side else -_SHIFT)
                self._bars[2 * at + side].setOpts(x=[place], height=[count], brush=fill, pen=self.outline(colour))
                number = self._numbers[2 * at + side]
                number.setText(told[at][side], self.colours.text)
                number.setPos(place, count)
                highest = max(highest, count)
        self.names = self._names(series)
        self.plot.getPlotItem().getAxis("bottom").setTicks([list(enumerate(self.names))])
        self.plot.setYRange(0, highest * 1.2, padding=0)

    @property
    def _column(self) -> float:
        """Return the pixels that a category has."""
        return (self.width() - _VALUES) / _COLUMNS

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
        return worded if widest + _APART <= 2 * _SHIFT * self._column else counts

    def _names(self, series: CategoryLoadSeries) -> list[str]:
        """Return the categories' names, in a word each where whole ones would touch."""
        font = QFont(self.font())
        font.setPixelSize(TICK_PIXELS)
        names = [category_words(category) for category in series.categories]
        fit = max(map(QFontMetrics(font).horizontalAdvance, names)) + 2 * _APART <= self._column
        return names if fit else [brief_category_words(category) for category in series.categories]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say over the bars what there is room for."""
        super().resizeEvent(event)
        self.repaint_data()
