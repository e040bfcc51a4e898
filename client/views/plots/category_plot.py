"""The category load: how many tickets of each category are being worked on, and how many wait."""

import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QResizeEvent

from campusdesk.rules import Category
from client.models.series import CategoryLoadSeries
from client.text import category_words
from client.views.numbers import count_words
from client.views.plots.canvas import DOTTED, HATCHED, PLAIN, Canvas
from client.views.theme.theme import Theme

_BAR, _SHIFT = 0.34, 0.19
# Pixels from which the words over two bars stand beside each other.
_ROOMY = 560
_FILLS = {
    Category.FACILITY_MANAGEMENT: PLAIN,
    Category.TECHNICAL_IT: HATCHED,
    Category.SERVICES_COMPLAINTS: DOTTED,
}


class CategoryPlot(Canvas):
    """Two bars a category: active in its colour and fill, open as an outline beside it; each with its number."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._series: CategoryLoadSeries | None = None
        self._bars = [pg.BarGraphItem(x=[], height=[], width=_BAR) for _ in range(6)]
        self._numbers = [pg.TextItem(anchor=(0.5, 1)) for _ in range(6)]
        for item in (*self._bars, *self._numbers):
            self.plot.addItem(item)
        self.plot.setLabel("left", self.tr("tickets"))
        self.plot.showGrid(y=True, alpha=0.12)
        self.plot.getPlotItem().getAxis("bottom").setTicks([[]])
        self.plot.setXRange(-0.6, 2.6, padding=0)
        self.dress()

    def show_series(self, series: CategoryLoadSeries) -> None:
        """Paint this result."""
        self._series = series
        self.repaint_data()

    def repaint_data(self) -> None:
        """Paint the result that is shown, in the present colours."""
        series = self._series
        if series is None:
            return
        highest = 1
        for at, category in enumerate(series.categories):
            counts = int(series.active_counts[at]), int(series.open_counts[at])
            colour = self.colours.category(category)
            fills = self.fill(colour, _FILLS[category]), QBrush(Qt.BrushStyle.NoBrush)
            for side, (count, fill) in enumerate(zip(counts, fills, strict=True)):
                place = at + (_SHIFT if side else -_SHIFT)
                words = self._words(side)
                self._bars[2 * at + side].setOpts(x=[place], height=[count], brush=fill, pen=self.outline(colour))
                number = self._numbers[2 * at + side]
                number.setText(words.replace("%1", count_words(count)), self.colours.text)
                number.setPos(place, count)
                highest = max(highest, count)
        names = [(at, category_words(category)) for at, category in enumerate(series.categories)]
        self.plot.getPlotItem().getAxis("bottom").setTicks([names])
        self.plot.setYRange(0, highest * 1.2, padding=0)

    def _words(self, side: int) -> str:
        """Return what is said over a bar; where there is little room the fill alone tells the two apart."""
        if self.width() < _ROOMY:
            return "%1"
        return self.tr("active %1") if side == 0 else self.tr("open %1")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say over the bars what there is room for."""
        super().resizeEvent(event)
        self.repaint_data()
