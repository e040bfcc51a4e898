"""The category load: how many tickets of each category are being worked on."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer

from campusdesk.rules import Status
from campusdesk.v1 import analytics_pb2
from client.models.category_series import CategoryLoadSeries
from client.text import status_words
from client.views.analysis_panel import AnalysisPanel
from client.views.numbers import count_words
from client.views.plots.canvas import PLAIN
from client.views.plots.category_plot import CategoryPlot
from client.views.plots.legend import Entry
from client.views.theme.theme import Theme

if TYPE_CHECKING:
    from client.helpdesk import HelpDesk

# The age of what is worked on is told in minutes at its finest.
_AGE_MS = 60_000


class CategoryPanel(AnalysisPanel[analytics_pb2.CategoryLoadResult]):
    """The number of all active tickets, and two bars for each category."""

    def __init__(self, theme: Theme, desk: "HelpDesk") -> None:
        self._bars = CategoryPlot(theme)
        super().__init__(theme, self._bars)
        self._desk = desk
        self.growing_older = QTimer(self, interval=_AGE_MS)
        self.growing_older.timeout.connect(self._grow_older)
        self._theme = theme
        theme.changed.connect(self._explain)
        self._explain()

    def _explain(self) -> None:
        """Say what a filled and an outlined bar stand for, whichever its category's colour and fill are."""
        colour = self._theme.tokens.muted
        waiting = self.tr("open, the load to come"), status_words(Status.OPEN)
        active = status_words(Status.ACTIVE)
        filled, outlined = Entry(colour, PLAIN, active, active), Entry(colour, Qt.BrushStyle.NoBrush, *waiting)
        self.legend.show_entries([filled, outlined])

    def start(self) -> None:
        """Watch the categories."""
        if not self.is_watching:
            self.follow(self._desk.watch_category_load())
            self.growing_older.start()

    def end(self) -> None:
        """Watch no more."""
        self.growing_older.stop()
        super().end()

    def _grow_older(self) -> None:
        # An old result is told as it was then.
        if not self.plot.stale:
            self.paint_again()

    def paint_result(self, result: analytics_pb2.CategoryLoadResult) -> CategoryLoadSeries:
        """Show the number and the bars."""
        series = CategoryLoadSeries.of(result, self._desk.server_time_us())
        self.number.setText(count_words(int(series.active_counts.sum())))
        words = self.tr("tickets are being worked on · open: %1")
        self.words.setText(words.replace("%1", count_words(int(series.open_counts.sum()))))
        self._bars.show_series(series)
        return series
