"""The resolution time: the mean of each opening month, and when half of its tickets are closed beside it."""

import numpy as np
import numpy.typing as npt
import pyqtgraph as pg
from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPen

from client.models.picked import Picked
from client.models.resolution_series import ResolutionSeries
from client.models.resolution_table import preliminary_words
from client.views.labels import plain_label
from client.views.plots.canvas import GRID, HATCHED, PLAIN, TICK_OFFSET, TICK_PIXELS, Canvas
from client.views.plots.month_labels import NOT_CLOSED_LINE, WHOLE_LINES, Labels, month_labels
from client.views.plots.resolution_card import ResolutionCard
from client.views.theme.theme import Theme

_BAR = 0.64
# Where the plot begins, half a bar and a little before the first month.
_FROM = -0.6
# Young data would else be one enormous bar.
_LEAST_MONTHS = 12
# How much of its colour a bar keeps whose mean is one of very few tickets.
_PALE = 0.3
# Pixels over the highest bar for the word over preliminary months, and of a plot that has room for counts under it.
_HEADROOM, _COUNTED = 28, 170
# Pixels of a month's mark, and those that a month must have for it to be readable; of the axis of values at least.
_MARK, _MARKED, _VALUES = 9, 10, 56
# Pixels that a word takes around itself.
_WORD_MARGIN = 8


class ResolutionPlot(Canvas):
    """One bar a month: hatched where it is preliminary, pale where few are closed, a gap where none is.

    `fitted` tells that it was painted for a size, in which months may be marked or not.
    """

    fitted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.series: ResolutionSeries | None = None
        self._tells = ResolutionCard(self)
        # What stands under the months that have a label.
        self.labels: Labels = {}
        # Settled and preliminary months, first those with enough closed tickets and then those with few.
        self._bars = [pg.BarGraphItem(x=[], height=[], width=_BAR) for _ in range(4)]
        # Drawn each time: what is cached has the pixels of the desk, and is coarse in a picture that has more.
        self._marks = pg.ScatterPlotItem(symbol="d", size=_MARK, useCache=False, antialias=True)
        self._over = pg.PlotCurveItem()
        self._word = pg.TextItem(anchor=(1, 1))
        for item in (*self._bars, self._marks, self._over, self._word):
            self.plot.addItem(item)
        self.plot.showGrid(y=True, alpha=GRID)
        self._font = QFont(self.font())
        self._font.setPixelSize(TICK_PIXELS)
        self._make_names()
        # The plot has no size of its own while words stand in its place.
        self.plot.getPlotItem().getViewBox().sigResized.connect(self._fit)
        self.dress()

    def _make_names(self) -> None:
        """Say beside the counts under the bars what they count."""
        words = self.tr("closed"), self.tr("not closed")
        measure = QFontMetrics(self._font).horizontalAdvance
        self._beside = max(_VALUES, TICK_OFFSET + max(map(measure, words)))
        self._names = plain_label(tone="muted", parent=self.plot)
        self._names.setText("\n".join(("", "", *words)))
        self._names.setFont(self._font)
        self._names.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)

    def show_series(self, series: ResolutionSeries) -> None:
        """Paint this result."""
        self.series = series
        if series.closed_counts.any():
            self.show_plot()
        else:
            self.say(self.tr("Each month has its bar here once a ticket of it is closed."))
        self.repaint_data()

    def _fit(self) -> None:
        """Label and mark as much as fits now."""
        if self.series is not None:
            self._label(self.series)
            self._mark(self.series)
            self._say_preliminary(self.series)
            self.fitted.emit()

    def repaint_data(self) -> None:
        """Paint the result that is shown, in the present colours."""
        series = self.series
        if series is None:
            return
        places = np.arange(len(series), dtype=np.float64)
        heights = series.mean_s / series.unit
        known = ~np.isnan(heights)
        for at, item in enumerate(self._bars):
            is_few, is_preliminary = divmod(at, 2)
            which = known & (series.few == is_few) & (series.preliminary == is_preliminary)
            accent = self.colours.accent
            fill = self.fill(accent, HATCHED if is_preliminary else PLAIN)
            if is_few:
                fill.setColor(QColor(pale(fill.color().name())))
            item.setOpts(x=places[which], height=heights[which], brush=fill, pen=self.outline(accent))
        axis, unit = self.plot.getPlotItem().getAxis("left"), series.unit.plural
        if axis.labelText != unit:
            self.plot.setLabel("left", unit)
        # Young data begins at the axis, beside what its counts are called.
        self.plot.setXRange(_FROM, max(len(places), _LEAST_MONTHS) - 0.4, padding=0)
        self._fit()

    @property
    def marked(self) -> npt.NDArray[np.bool_]:
        """Say of which months it is marked when half of their tickets are closed."""
        series = self.series
        if series is None:
            return np.zeros(0, np.bool_)
        return np.asarray(~np.isnan(series.expected_s) & (self._column(series) >= _MARKED))

    def _mark(self, series: ResolutionSeries) -> None:
        """Mark when half of each month's tickets are closed, where months are wide enough to be told apart."""
        middles = series.expected_s / series.unit
        which = self.marked
        # One pixel around each, and not one of its own size, sets it off from its bar.
        ground = QPen(QColor(self.colours.surface), 1)
        ground.setCosmetic(True)
        self._marks.setData(x=np.flatnonzero(which), y=middles[which], brush=self.fill(self.colours.text), pen=ground)

    def _say_preliminary(self, series: ResolutionSeries) -> None:
        """Write the word over the newest run of preliminary months, if there is room; older ones are hatched alike."""
        told = np.concatenate([series.mean_s, series.expected_s]) / series.unit
        highest = float(np.nanmax(told, initial=0.0)) or 1.0
        pixels = max(1.0, self.plot.getPlotItem().getViewBox().height())
        headroom = _HEADROOM if pixels > 3 * _HEADROOM else _HEADROOM / 4
        self.plot.setYRange(0, highest * pixels / max(1.0, pixels - headroom), padding=0)
        drawn = np.flatnonzero(series.preliminary & ~np.isnan(series.mean_s))
        is_said = bool(len(drawn)) and headroom == _HEADROOM
        self._word.setVisible(is_said)
        self._over.setVisible(is_said)
        if is_said:
            gaps = np.flatnonzero(np.diff(drawn) > 1)
            first, last = drawn[gaps[-1] + 1 if len(gaps) else 0], drawn[-1]
            height = highest * (1 + _HEADROOM / 4 / pixels)
            self._over.setData(x=[first - _BAR / 2, last + _BAR / 2], y=[height, height])
            self._over.setPen(self.outline(self.colours.muted))
            self._word.setText(preliminary_words(), self.colours.muted)
            self._word.setFont(self._font)
            self._place_word(series, first - _BAR / 2, last + _BAR / 2, height)

    def _place_word(self, series: ResolutionSeries, first: float, last: float, height: float) -> None:
        """Have the word end with its months, or begin with them where it would stand over the axis of values."""
        wide = QFontMetrics(self._font).horizontalAdvance(self._word.toPlainText())
        ends = (last - _FROM) * self._column(series) >= wide + _WORD_MARGIN
        self._word.setAnchor((1, 1) if ends else (0, 1))
        self._word.setPos(last if ends else first, height)

    def _column(self, series: ResolutionSeries) -> float:
        """Return the pixels that a month has."""
        pixels: int = self.plot.width()
        return max(1, pixels - self._beside) / max(len(series), _LEAST_MONTHS)

    def _label(self, series: ResolutionSeries) -> None:
        metrics = QFontMetrics(self._font)
        has_room = self.plot.height() >= _COUNTED
        self.labels = month_labels(series, self._column(series), metrics.horizontalAdvance, is_counted=has_room)
        axis = self.plot.getPlotItem().getAxis("bottom")
        axis.setTicks([list(self.labels.items())])
        lines = max((words.count("\n") + 1 for words in self.labels.values()), default=WHOLE_LINES)
        axis.setHeight(lines * metrics.lineSpacing() + TICK_OFFSET + 4)
        top = self.plot.height() - int(axis.height()) + TICK_OFFSET
        self._names.setGeometry(0, top, self._beside - TICK_OFFSET, int(axis.height()))
        is_counted = lines == WHOLE_LINES
        self._names.setVisible(is_counted)
        self.plot.getPlotItem().getAxis("left").setWidth(self._beside if is_counted else _VALUES)

    def is_told(self, position: QPointF) -> bool:
        """Have the counts under the bars told and picked too."""
        return super().is_told(position) or self.under_axis().contains(position)

    def _month_at(self, x: float, y: float) -> int | None:
        """Return the month at a place; under the axis the one whose label stands there."""
        if self.series is None or not -0.5 <= x < len(self.series) - 0.5:
            return None
        if y >= 0:
            return round(x)
        nearest = min(self.labels, key=lambda at: abs(at - x), default=None)
        return nearest if nearest is not None and abs(nearest - x) <= 0.5 else None

    def words_at(self, x: float, y: float) -> str:
        """Tell the month under the mouse."""
        series, at = self.series, self._month_at(x, y)
        return self._tells.words(series, at) if series is not None and at is not None else ""

    def pick_at(self, x: float, y: float) -> Picked | None:
        """Pick the closed tickets of a month's bar, those that its mean is made of, or those of a count under it."""
        series, at = self.series, self._month_at(x, y)
        if series is None or at is None:
            return None
        counts_them = y < 0 and self._names.isVisibleTo(self.plot) and self.label_line_at(y) == NOT_CLOSED_LINE
        return series.not_closed_of(at) if counts_them else series.closed_of(at)

    def pick_cell(self, row: int, column: int) -> Picked | None:
        """Pick the closed tickets of a row's month, or in their column those that are not closed."""
        return self.series.picked_in(row, column) if self.series is not None else None


def pale(colour: str) -> str:
    """Return a colour as it stands for a mean that says little."""
    faint = QColor(colour)
    faint.setAlphaF(_PALE)
    return faint.name(QColor.NameFormat.HexArgb)
