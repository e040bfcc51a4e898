"""The category load: how many tickets of each category are being worked on."""

from typing import TYPE_CHECKING

from campusdesk.v1 import analytics_pb2
from client.models.category_series import CategoryLoadSeries
from client.views.analysis_panel import AnalysisPanel
from client.views.numbers import count_words
from client.views.plots.category_plot import CategoryPlot
from client.views.theme.theme import Theme

if TYPE_CHECKING:
    from client.helpdesk import HelpDesk


class CategoryPanel(AnalysisPanel[analytics_pb2.CategoryLoadResult]):
    """The number of all active tickets, and two bars for each category."""

    def __init__(self, theme: Theme, desk: "HelpDesk") -> None:
        self._bars = CategoryPlot(theme)
        super().__init__(theme, self._bars)
        self._desk = desk
        self.note.setText(self.tr("filled: active · outlined: open, the load to come"))

    def start(self) -> None:
        """Watch the categories."""
        if not self.is_watching:
            self.follow(self._desk.watch_category_load())

    def paint_result(self, result: analytics_pb2.CategoryLoadResult) -> CategoryLoadSeries:
        """Show the number and the bars."""
        series = CategoryLoadSeries.of(result)
        self.number.setText(count_words(int(series.active_counts.sum())))
        self.words.setText(self.tr("tickets are being worked on"))
        self._bars.show_series(series)
        return series
