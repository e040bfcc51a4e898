"""The backlog: how many tickets of the last hours or days are not closed yet."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QWidget

from campusdesk.v1 import analytics_pb2
from client.models.backlog_series import BacklogSeries
from client.views.analysis_panel import AnalysisPanel
from client.views.buttons import Choice
from client.views.number_field import NumberField
from client.views.numbers import count_words
from client.views.plots.backlog_plot import BacklogPlot
from client.views.theme.theme import Theme

if TYPE_CHECKING:
    from client.helpdesk import HelpDesk

_HOUR_S, _DAY_S = 3_600, 86_400
_FIRST_DAYS, _MOST_DAYS = 30, 3_660
# A period that is still being typed is not asked for yet.
_SETTLE_MS = 300


class BacklogPanel(AnalysisPanel[analytics_pb2.BacklogResult]):
    """The number, a chooser of the period, and the bars."""

    def __init__(self, theme: Theme, desk: "HelpDesk") -> None:
        self._bars = BacklogPlot(theme)
        super().__init__(theme, self._bars)
        self._desk = desk
        self.count = NumberField(_FIRST_DAYS, _MOST_DAYS, self.tr("Length of the period"))
        self.unit = Choice(theme, [self.tr("hours"), self.tr("days")], self.tr("Unit of the period"))
        self.unit.choose(1)
        self._settling = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._settling.timeout.connect(self._watch_period)
        self.count.changed.connect(lambda _value: self._settling.start())
        self.unit.chosen.connect(self._change_unit)
        self.note.setText(self.tr("plain: open · hatched: active, by time of opening"))
        self.add_control(self._chooser())

    def _chooser(self) -> QWidget:
        chooser = QWidget()
        row = QHBoxLayout(chooser)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.count)
        row.addWidget(self.unit)
        return chooser

    @property
    def period_s(self) -> int:
        """Return the chosen period in seconds."""
        return self.count.value * (_DAY_S if self.unit.index else _HOUR_S)

    def start(self) -> None:
        """Watch the chosen period."""
        if not self.is_watching:
            self._watch_period()

    def _change_unit(self, unit: int) -> None:
        self.count.set_highest(_MOST_DAYS if unit else _MOST_DAYS * 24)
        self._watch_period()

    def _watch_period(self) -> None:
        self._settling.stop()
        self.follow(self._desk.watch_backlog(self.period_s))

    def paint_result(self, result: analytics_pb2.BacklogResult) -> BacklogSeries:
        """Show the number and the bars."""
        series = BacklogSeries.of(result)
        self.number.setText(count_words(series.not_closed))
        self.words.setText(self._meaning(round(series.period_s)))
        self._bars.show_series(series)
        return series

    def _meaning(self, period_s: int) -> str:
        in_days = self.unit.index == 1
        words = (
            self.tr("opened in the last %1 days and not yet closed")
            if in_days
            else self.tr("opened in the last %1 hours and not yet closed")
        )
        return words.replace("%1", count_words(period_s // (_DAY_S if in_days else _HOUR_S)))
