"""The resolution time: how long tickets took from opening to closing, by the month of their opening."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from campusdesk.rules import Category
from campusdesk.v1 import analytics_pb2
from client.models.category_group import group_within
from client.models.duration_unit import DurationUnit
from client.models.resolution_series import ResolutionSeries
from client.text import category_words
from client.views.analysis_panel import AnalysisPanel
from client.views.elided_label import ElidedLabel
from client.views.numbers import closed_tickets_words
from client.views.plots.canvas import HATCHED, PLAIN
from client.views.plots.legend import Entry
from client.views.plots.resolution_plot import ResolutionPlot, pale
from client.views.theme.theme import Theme
from client.views.value_button import ValueButton

if TYPE_CHECKING:
    from client.helpdesk import HelpDesk

_MONTHS, _CATEGORY = "months", "category"
# Stands for all months, and for all categories.
_ALL = 0


class ResolutionPanel(AnalysisPanel[analytics_pb2.ResolutionTimesResult]):
    """The mean over everything that is closed, and a bar for each month."""

    def __init__(self, theme: Theme, desk: "HelpDesk") -> None:
        self._bars = ResolutionPlot(theme)
        super().__init__(theme, self._bars)
        self._desk = desk
        months = {
            _ALL: self.tr("All months"),
            12: self.tr("Last 12 months"),
            24: self.tr("Last 24 months"),
            60: self.tr("Last 60 months"),
        }
        categories = {_ALL: self.tr("All categories"), **{int(each): category_words(each) for each in Category}}
        self.months = ValueButton(theme, self.tr("Months"), months)
        self.category = ValueButton(theme, self.tr("Category"), categories)
        self.warning = ElidedLabel(tone="muted", scale="small")
        warning = self.tr("New months read too short: their slow tickets are not closed yet.")
        self.warning.setText(warning)
        self.warning.setToolTip(warning)
        self.warning.brief = self.tr("New months read too short.")
        # Of nothing that is told yet.
        self.warning.hide()
        self.add_detail(self.warning)
        self._bars.fitted.connect(self._explain)
        for button in (self.months, self.category):
            button.chosen.connect(self._ask_anew)
        self.add_row(self._chooser())

    def _chooser(self) -> QWidget:
        chooser = QWidget()
        row = QHBoxLayout(chooser)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.months)
        row.addWidget(self.category)
        row.addStretch()
        return chooser

    def told(self) -> object:
        """Return the chosen months and category."""
        return {_MONTHS: self.months.value, _CATEGORY: self.category.value}

    def restore(self, told: object) -> None:
        """Choose months and category as told, where they are offered."""
        parts = told if isinstance(told, dict) else {}
        for name, button in ((_MONTHS, self.months), (_CATEGORY, self.category)):
            if button.offers(parts.get(name)):
                button.choose(parts[name])

    def start(self) -> None:
        """Watch the months."""
        if not self.is_watching:
            self._follow_choice()

    def _ask_anew(self) -> None:
        self._follow_choice()
        self.arranged.emit()

    def _follow_choice(self) -> None:
        self.follow(self._desk.watch_resolution_times(self.months.value, self.category.value))

    def paint_result(self, result: analytics_pb2.ResolutionTimesResult) -> ResolutionSeries:
        """Show the mean and the months."""
        series = ResolutionSeries.of(result)
        mean = series.headline()
        self.number.setText("–" if mean is None else series.unit.number(mean))
        self.words.setText(self.tr("no ticket is closed yet") if mean is None else self._meaning(series))
        self.warning.setVisible(mean is not None and bool(series.not_closed_counts.any()))
        # Where this PC's clocks show another time, the zone of all is named anyway.
        months = self.tr("months as in %1").replace("%1", series.time_zone)
        self.note.setText("" if series.stamp.is_elsewhere else months)
        self.note.setToolTip(self.note.text())
        self._bars.show_series(series)
        return series

    def _meaning(self, series: ResolutionSeries) -> str:
        """Say what the number is the mean of."""
        words = {
            DurationUnit.MINUTES: self.tr("minutes on average until closed, %1"),
            DurationUnit.HOURS: self.tr("hours on average until closed, %1"),
            DurationUnit.DAYS: self.tr("days on average until closed, %1"),
        }[series.unit]
        if series.category is not None:
            # By what is shown and not by what is chosen: while the service is away they may differ.
            words = self.tr("%1, %2").replace("%1", words).replace("%2", group_within(series.category))
        return words.replace("%1", closed_tickets_words(int(series.closed_counts.sum())))

    def _explain(self) -> None:
        """Say what the fills of the bars stand for, as far as there are such bars."""
        series = self._bars.series
        if series is not None:
            colours, drawn = self._bars.colours, series.closed_counts > 0
            half = self.tr("half of all closed"), self.tr("half closed")
            preliminary = self.tr("preliminary: over 5 % not closed"), self.tr("preliminary")
            few = self.tr("fewer than 5 closed"), self.tr("few closed")
            entries = {
                Entry(colours.text, PLAIN, *half, is_mark=True): self._bars.marked,
                Entry(colours.accent, HATCHED, *preliminary): drawn & series.preliminary,
                Entry(pale(colours.accent), PLAIN, *few): drawn & series.few,
            }
            self.legend.show_entries([entry for entry, which in entries.items() if which.any()])
