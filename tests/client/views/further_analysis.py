"""A further analysis on the desk, which lives in the tests only: its series, its plot and its panel.

In the product each would be a file of its own, and what is watched a verb of `HelpDesk`; all else of it is this file.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Self, TypeAlias

import pyqtgraph as pg

from client.analysis_watch import AnalysisWatch
from client.models.picked import Picked
from client.models.series import Stamp
from client.models.series_table import SeriesTable
from client.views.analysis_panel import AnalysisPanel
from client.views.numbers import count_words
from client.views.plots.canvas import Canvas
from client.views.plots.value_axis import ValueAxis
from client.views.theme.theme import Theme

# No generated code knows the message.
_Result: TypeAlias = Any

_BAR = 0.5
_WAITING = Picked("not closed", frozenset({1, 2}))


@dataclass(frozen=True, slots=True)
class PeopleWaitingSeries:
    """How many people wait."""

    stamp: Stamp
    people: int

    @classmethod
    def of(cls, result: _Result) -> Self:
        """Return the series of a result."""
        return cls(Stamp.of(result.stamp), result.people)

    def table(self) -> SeriesTable:
        """Return its one bar."""
        return SeriesTable(("Who", "People"), (("waiting", self.people),))


class PeopleWaitingPlot(Canvas):
    """One bar."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, {"left": ValueAxis(least=1)})
        self._series: PeopleWaitingSeries | None = None
        self._bar = pg.BarGraphItem(x=[], height=[], width=_BAR)
        self.plot.addItem(self._bar)
        self.dress()

    def show_series(self, series: PeopleWaitingSeries) -> None:
        """Paint this result."""
        self._series = series
        self.show_plot()
        self.repaint_data()

    def repaint_data(self) -> None:
        """Paint the result that is shown, in the present colours."""
        if self._series is not None:
            colour = self.colours.accent
            self._bar.setOpts(x=[0], height=[self._series.people], brush=self.fill(colour), pen=self.outline(colour))

    def words_at(self, x: float, y: float) -> str:
        """Tell the bar under the mouse."""
        return count_words(self._series.people) if self._series is not None and abs(x) < _BAR / 2 else ""

    def pick_at(self, x: float, y: float) -> Picked | None:
        """Pick the tickets of the bar."""
        return _WAITING if self.words_at(x, y) else None

    def pick_cell(self, row: int, column: int) -> Picked | None:
        """Pick the tickets of the bar."""
        return _WAITING


class PeopleWaitingPanel(AnalysisPanel[_Result]):
    """The number and the bar."""

    def __init__(self, theme: Theme, watch: Callable[[], AnalysisWatch]) -> None:
        self._bar = PeopleWaitingPlot(theme)
        super().__init__(theme, self._bar)
        self._begin = watch

    def start(self) -> None:
        """Watch who waits."""
        if not self.is_watching:
            self.follow(self._begin())

    def paint_result(self, result: _Result) -> PeopleWaitingSeries:
        """Show the number and the bar."""
        series = PeopleWaitingSeries.of(result)
        self.number.setText(count_words(series.people))
        self.words.setText("people wait")
        self._bar.show_series(series)
        return series
