"""The backlog: how many tickets of the last hours or days are not closed yet, and how old all others are."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from campusdesk.v1 import analytics_pb2
from client.models.backlog_parts import Split, part_brief, part_words
from client.models.backlog_series import BacklogSeries
from client.views.age_bars import AgeBars
from client.views.analysis_panel import AnalysisPanel
from client.views.backlog_controls import BacklogControls
from client.views.backlog_words import BacklogWords
from client.views.numbers import count_words
from client.views.plots.backlog_plot import BacklogPlot
from client.views.plots.legend import Entry
from client.views.plots.part_fill import part_colour, part_fill
from client.views.theme.theme import Theme

if TYPE_CHECKING:
    from client.helpdesk import HelpDesk

# Pixels from which on the ages stand beside the bars.
_ROOM_FOR_BOTH = 620


class BacklogPanel(AnalysisPanel[analytics_pb2.BacklogResult]):
    """The number with what stands beside it, a chooser of the period, the bars and the ages."""

    def __init__(self, theme: Theme, desk: "HelpDesk") -> None:
        self._bars = BacklogPlot(theme)
        self._drawn: BacklogSeries | None = None
        super().__init__(theme, self._bars)
        self._desk, self._theme = desk, theme
        self.details = BacklogWords(theme)
        self.details.opened.connect(self.opened)
        self.controls = BacklogControls(theme)
        self.controls.period.chosen.connect(self._change_period)
        self.controls.choice.chosen.connect(self._change_split)
        self.ages = AgeBars(self._bars)
        self.ages.picked.connect(self.picked)
        self.add_detail(self.details)
        self.add_row(self.controls)
        self.add_beside(self.ages)
        theme.changed.connect(self._explain)
        self._share_room()

    def start(self) -> None:
        """Watch the chosen period."""
        if not self.is_watching:
            self._watch_period()

    def told(self) -> object:
        """Return the period and what the bars show."""
        return {"period": self.controls.period.told(), "split": self.controls.split.value}

    def restore(self, told: object) -> None:
        """Choose period and bars as `told` said."""
        parts = told if isinstance(told, dict) else {}
        self.controls.period.restore(parts.get("period"))
        split = next((each for each in Split if each == parts.get("split")), Split.STATUS)
        self.controls.choose_split(split)
        self._share_room()

    def _change_period(self) -> None:
        self._watch_period()
        self.arranged.emit()

    def _watch_period(self) -> None:
        self.follow(self._desk.watch_backlog(self.controls.period.period_s))

    def _change_split(self) -> None:
        if self._drawn is not None:
            self._show(replace(self._drawn, split=self.controls.split))
        self.arranged.emit()

    def paint_result(self, result: analytics_pb2.BacklogResult) -> BacklogSeries:
        """Show the number, and all that stands beside it."""
        series = BacklogSeries.of(result, self.controls.split)
        self.number.setText(count_words(series.not_closed))
        self.words.setText(self.details.meaning(series))
        self.details.show_series(series)
        self._paint(series)
        return series

    def _paint(self, series: BacklogSeries) -> None:
        self._drawn = series
        self._bars.show_series(series)
        self.ages.show_series(series)
        self._explain()
        self._share_room()

    def _show(self, series: BacklogSeries) -> None:
        """Show another side of the same result."""
        self._paint(series)
        self.show_again(series)

    def _explain(self) -> None:
        if self._drawn is not None:
            colours = self._theme.tokens
            parts = self._drawn.parts
            self.legend.show_entries(
                [
                    Entry(part_colour(part, colours), part_fill(part), part_words(part), part_brief(part))
                    for part in parts
                ]
            )

    def explains(self) -> bool:
        """Say whether there are bars to explain, of the period or of the ages."""
        ages = self._drawn is not None and self._drawn.whole > 0 and self._drawn.split is not Split.CATEGORY
        return super().explains() or (ages and self.ages.isVisibleTo(self))

    @property
    def pictured(self) -> QWidget:
        """Return the ages where they are chosen, else the bars."""
        return self.ages if self._is_by_age else self.plot

    @property
    def has_picture(self) -> bool:
        """Say so of the ages too: they are of all tickets, whatever the period has."""
        return self._is_by_age or super().has_picture

    @property
    def _is_by_age(self) -> bool:
        """Say whether the ages are chosen in place of the bars, and told."""
        return self.controls.split is Split.AGE and self._drawn is not None and self._drawn.tells_all

    def show_numbers(self, shown: bool) -> None:
        """Have the ages as a table too where they are chosen."""
        super().show_numbers(shown)
        self._share_room()

    def _show_stamp(self) -> None:
        super()._show_stamp()
        # They are as stale as the plot.
        self.ages.update()

    def _share_room(self) -> None:
        """Have the ages beside the bars where there is room, else in their place when they are chosen."""
        alone = self._is_by_age and not self.wants_numbers
        beside = self._drawn is not None and self._drawn.whole > 0 and self.width() >= _ROOM_FOR_BOTH
        self.ages.setVisible(alone or beside)
        self.show_main(not alone)
        self.legend.setVisible(self.explains() and self.legend.explains)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Look again what there is room for."""
        super().resizeEvent(event)
        self._share_room()
