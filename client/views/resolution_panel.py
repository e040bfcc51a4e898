"""The resolution time: how long tickets took from opening to closing, by the month of their opening."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale

from campusdesk.v1 import analytics_pb2
from client.models.resolution_series import ResolutionSeries
from client.views.analysis_panel import AnalysisPanel
from client.views.plots.resolution_plot import ResolutionPlot
from client.views.theme.theme import Theme

if TYPE_CHECKING:
    from client.helpdesk import HelpDesk


class ResolutionPanel(AnalysisPanel[analytics_pb2.ResolutionTimesResult]):
    """The mean over everything that is closed, and a bar for each month."""

    def __init__(self, theme: Theme, desk: "HelpDesk") -> None:
        self._months = ResolutionPlot(theme)
        super().__init__(theme, self._months)
        self._desk = desk
        self.note.setText(self.tr("hatched: preliminary, more than 5 % not closed yet"))

    def start(self) -> None:
        """Watch the months."""
        if not self.is_watching:
            self.follow(self._desk.watch_resolution_times())

    def paint_result(self, result: analytics_pb2.ResolutionTimesResult) -> ResolutionSeries:
        """Show the mean and the months."""
        series = ResolutionSeries.of(result)
        mean = series.headline()
        self.number.setText("–" if mean is None else QLocale().toString(mean, "f", 1))
        nothing = self.tr("no ticket is closed yet")
        words = self.tr("days on average from opening to closing; months as in %1").replace("%1", series.time_zone)
        self.words.setText(nothing if mean is None else words)
        self._months.show_series(series)
        return series
