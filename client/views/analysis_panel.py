"""What every analysis shows around its plot: a large number with its words, and what the result is true for."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Generic, TypeVar, cast

from google.protobuf.message import Message
from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from client.state import ConnectionKind, ConnectionState, wall_clock_us
from client.text import age_words, clock_words, exact_words, moment_words
from client.views.analysis_foot import AnalysisFoot
from client.views.elided_label import ElidedLabel
from client.views.labels import plain_label, set_tone
from client.views.numbers import tickets_words
from client.views.numbers_view import NumbersView
from client.views.plots.canvas import Canvas
from client.views.plots.legend import Legend
from client.views.theme.theme import Theme

if TYPE_CHECKING:
    from client.analysis_watch import AnalysisWatch
    from client.models.series import Series, Stamp


Result = TypeVar("Result", bound=Message)

_MINUTE_US, _AGEING_MS = 60_000_000, 5_000


class AnalysisPanel(QFrame, Generic[Result]):
    """One analysis; a subclass watches its service and says what its number means.

    `picked` tells which tickets are behind the bar that was chosen, `arranged` that a person chose what is asked,
    `opened` the number of a ticket that is to be shown.
    """

    picked = Signal(object)
    arranged = Signal()
    opened = Signal(int)

    def __init__(self, theme: Theme, plot: Canvas) -> None:
        """Lay the plot out under its number."""
        super().__init__()
        self.setProperty("ground", "surface")
        self.plot = plot
        self.number = plain_label("–", scale="headline")
        self.words = plain_label(tone="muted", wrap=True)
        self.stamp = plain_label(tone="muted", scale="small")
        # Which clocks show the times above, where they are not this PC's.
        self.zone = plain_label(tone="muted", scale="small")
        self.zone.hide()
        self.legend = Legend(plot)
        self.note = ElidedLabel(tone="muted", scale="small")
        self._watch: AnalysisWatch | None = None
        # Whether the watch has told no result yet: until then an earlier one stands.
        self._is_unanswered = False
        self._series: Series | None = None
        # Microseconds since 1970 by the clock that results are stamped by.
        self.clock: Callable[[], int] = wall_clock_us
        # While nothing new comes, what is shown grows older.
        self._ageing = QTimer(self, interval=_AGEING_MS)
        self._ageing.timeout.connect(self._show_stamp)
        plot.picked.connect(self.picked)
        # The plot, and once somebody wants them its numbers.
        self._shown = QStackedWidget()
        self._wants_numbers = False
        self.numbers: NumbersView | None = None
        self._head, self._said, self._body = QHBoxLayout(), QVBoxLayout(), QHBoxLayout()
        self._column = QVBoxLayout(self)
        self._arrange()
        self._show_absence("")

    def _arrange(self) -> None:
        """Stack number and words, the plot, and what the plot is true for."""
        self._head.setSpacing(12)
        self._head.addWidget(self.number)
        self._said.setSpacing(2)
        self._said.addWidget(self.words)
        self._head.addLayout(self._said, 1)
        self._body.setSpacing(16)
        self._shown.addWidget(self.plot)
        self._body.addWidget(self._shown, 1)
        self._column.setContentsMargins(20, 4, 16, 8)
        self._column.setSpacing(8)
        self._column.addLayout(self._head)
        self._column.addLayout(self._body, 1)
        self._column.addWidget(AnalysisFoot(self.legend, self.note, self.zone, self.stamp))

    def add_control(self, control: QWidget) -> None:
        """Put a control at the right of the head."""
        self._head.addWidget(control)

    def show_numbers(self, shown: bool) -> None:
        """Show the numbers as a table in the plot's place, or the plot again."""
        self._wants_numbers = shown
        self._show_body()
        self._show_stamp()

    @property
    def pictured(self) -> QWidget:
        """Return what a picture is taken of: what is painted in the colours of the plot."""
        return self.plot

    @property
    def has_picture(self) -> bool:
        """Say whether there is something to take a picture of, and not words alone."""
        return self.has_result() and self.plot.is_plotted

    @property
    def wants_numbers(self) -> bool:
        """Say whether numbers are wanted in place of the plot."""
        return self._wants_numbers

    @property
    def shows_plot(self) -> bool:
        """Say whether the plot is shown, and neither its numbers nor words in its place."""
        return self.plot.is_plotted and self._shown.currentWidget() is self.plot

    def _show_body(self) -> None:
        table = self._series.table() if self._wants_numbers and self._series is not None else None
        if table is None or not table.rows:
            # It says why there is nothing.
            self._shown.setCurrentWidget(self.plot)
            return
        if self.numbers is None:
            self.numbers = NumbersView()
            self.numbers.entered.connect(self._pick_cell)
            self._shown.addWidget(self.numbers)
        self.numbers.show_table(table)
        self._shown.setCurrentWidget(self.numbers)

    def _pick_cell(self, row: int, column: int) -> None:
        pick = self.plot.pick_cell(row, column)
        if pick is not None:
            self.picked.emit(pick)

    def add_detail(self, detail: QWidget) -> None:
        """Put something small under the words of the number."""
        self._said.addWidget(detail)

    def add_row(self, row: QWidget) -> None:
        """Put a row of controls between the head and the plot."""
        self._column.insertWidget(self._column.indexOf(self._body), row)

    def add_beside(self, part: QWidget) -> None:
        """Put something at the right of the plot."""
        self._body.addWidget(part)

    def show_main(self, shown: bool) -> None:
        """Show the plot, or leave its place to what stands beside it."""
        self._shown.setVisible(shown)

    def follow(self, watch: "AnalysisWatch") -> None:
        """Show what this watch tells from now on, and end the one before."""
        self.end()
        self._watch, self._is_unanswered = watch, True
        watch.result.connect(self._take)
        watch.state_changed.connect(self._show_stamp)
        self._show_stamp()

    def start(self) -> None:
        """Watch the service, unless it is being watched."""

    def told(self) -> object:
        """Return what is chosen here as JSON can hold it, to be chosen again next time."""
        return None

    def restore(self, told: object) -> None:
        """Choose what `told` said, as far as it means something."""

    def end(self) -> None:
        """Watch no more."""
        if self._watch is not None:
            self._watch.cancel()
            self._watch.deleteLater()
            self._watch = None
            self._ageing.stop()

    @property
    def is_watching(self) -> bool:
        """Say whether the service is being watched."""
        return self._watch is not None

    def series(self) -> "Series | None":
        """Return what is shown, None before the first result."""
        return self._series

    @property
    def _true_for(self) -> "Stamp | None":
        return self._series.stamp if self._series is not None else None

    def has_result(self) -> bool:
        """Say whether the service has told a result yet."""
        return self._series is not None

    def paint_result(self, result: Result) -> "Series":
        """Show a result and return it as it is drawn; a subclass says how."""
        raise TypeError(f"{type(self).__name__} paints no results")

    def paint_again(self) -> None:
        """Show the latest result as of now: what it tells may have become older."""
        if self._watch is not None and self._watch.latest is not None:
            self._take(cast("Result", self._watch.latest))

    def _take(self, result: Result) -> None:
        self._is_unanswered = False
        self.show_again(self.paint_result(result))

    def show_again(self, series: "Series") -> None:
        """Have this shown wherever else it stands, once it is painted."""
        self._series = series
        self._show_body()
        self._show_stamp()

    def _show_stamp(self) -> None:
        state = self._watch.state if self._watch is not None else None
        words, fresh = self._stamp_words(state)
        self.stamp.setText(words)
        self.stamp.setToolTip("" if fresh else self._exact_words())
        self._show_zone()
        if fresh:
            self._ageing.stop()
        elif not self._ageing.isActive():
            self._ageing.start()
        set_tone(self.stamp, "tone", "muted" if fresh or self._true_for is None else "danger")
        set_tone(self.number, "tone", "" if fresh else "muted")
        self.plot.set_stale(not fresh)
        if self.numbers is not None:
            self.numbers.set_stale(not fresh)
        self.legend.update()
        self._show_absence(words if state is not None and state.kind is ConnectionKind.AWAY else "")

    def _show_zone(self) -> None:
        stamp = self._true_for
        name = stamp.zone.key if stamp is not None and stamp.zone is not None and stamp.is_elsewhere else ""
        self.zone.setText(self.tr("Times in %1").replace("%1", name) if name else "")
        self.zone.setVisible(bool(name))

    def _exact_words(self) -> str:
        """Return the moment for which the result is true, by the clocks that the plot goes by."""
        stamp = self._true_for
        return exact_words(stamp.as_of_us, stamp.zone) if stamp is not None else ""

    def explains(self) -> bool:
        """Say whether something is plotted whose colours are to be explained."""
        return self.shows_plot

    def _show_absence(self, why: str) -> None:
        """Before the first result say in the middle `why` there is none; without a plot have no legend of it."""
        waits = self._true_for is None
        if waits:
            self.plot.say(why)
        self.number.setVisible(not waits)
        self.stamp.setVisible(not (waits and why))
        self.legend.setVisible(self.explains() and self.legend.explains)
        self.note.setVisible(self.shows_plot)

    def _stale_words(self, stamp: "Stamp", *, is_service: bool) -> str:
        """Return how old a result is, and who would tell a newer one."""
        now_us, as_of_us = self.clock(), stamp.as_of_us
        if now_us - as_of_us < _MINUTE_US:
            words = self.tr("as of %1, the ticket server is away")
            if is_service:
                words = self.tr("as of %1, the analysis service is away")
            return words.replace("%1", self._exact_words())
        words = self.tr("%1 old (%2): the ticket server is away")
        if is_service:
            words = self.tr("%1 old (%2): the analysis service is away")
        return words.replace("%1", age_words(as_of_us, now_us)).replace(
            "%2", moment_words(as_of_us, now_us, stamp.zone)
        )

    def _stamp_words(self, state: ConnectionState | None) -> tuple[str, bool]:
        stamp, away = self._true_for, state is not None and state.kind is ConnectionKind.AWAY
        if state is not None and state.is_refused:
            return self.tr("The analysis service does not let this PC in"), False
        if state is not None and state.is_distrusted:
            return self.tr("The certificate of the analysis service is not valid here"), False
        if stamp is None:
            return self.tr("The analysis service is away") if away else self.tr("Connecting …"), False
        if away or not stamp.live:
            return self._stale_words(stamp, is_service=away), False
        if self._is_unanswered and self.clock() - stamp.as_of_us >= _MINUTE_US:
            # What was shown when it was watched last: nobody knows yet whether it is so still.
            return self.tr("Connecting …"), False
        words = self.tr("live, %1, %2").replace("%1", tickets_words(stamp.ticket_count))
        return words.replace("%2", clock_words(stamp.as_of_us, stamp.zone)), True
