"""A result says what it is true for, and that it is old when its service or the ticket server is away."""

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from campusdesk.rules import Reason
from campusdesk.v1 import analytics_pb2, ticket_pb2
from client.analysis_watch import AnalysisWatch
from client.helpdesk import HelpDesk
from client.models.category_series import CategoryLoadSeries
from client.models.picked import Picked
from client.state import ConnectionKind
from client.text import clock_words, exact_words, moment_words
from client.views.analysis_panel import AnalysisPanel
from client.views.plots.canvas import Canvas
from client.views.theme.theme import Theme
from tests.client.made import MINUTE_US, NOON_US, moment
from tests.client.views.answers import PATIENCE_MS
from tests.client.views.held import HeldConnection

Result = analytics_pb2.CategoryLoadResult


class StampPanel(AnalysisPanel[Result]):
    """Shows nothing but what a result is true for."""

    def paint_result(self, result: Result) -> CategoryLoadSeries:
        return CategoryLoadSeries.of(result, NOON_US)


@pytest.fixture
def panel(theme: Theme, qtbot: QtBot) -> StampPanel:
    panel = StampPanel(theme, Canvas(theme))
    panel.clock = lambda: NOON_US
    qtbot.addWidget(panel)
    return panel


def followed(panel: StampPanel, held: HeldConnection) -> AnalysisWatch:
    """Return a watch whose results the test tells; its service is away as soon as the event loop runs."""
    watch = HelpDesk(held).watch_category_load()
    panel.follow(watch)
    return watch


def result(*, live: bool) -> Result:
    stamp = analytics_pb2.ResultStamp(revision=7, as_of_time=moment(NOON_US), ticket_count=41, live=live)
    return Result(stamp=stamp)


def test_until_there_is_a_result_it_is_connecting(panel: StampPanel, held: HeldConnection) -> None:
    followed(panel, held)
    assert panel.stamp.text() == "Connecting …"
    assert not panel.has_result()
    assert panel.plot.stale


def test_a_live_result_tells_its_tickets_and_time(panel: StampPanel, held: HeldConnection) -> None:
    watch = followed(panel, held)
    watch.result.emit(result(live=True))
    assert panel.stamp.text() == f"live, 41 tickets, {clock_words(NOON_US)}"
    assert panel.has_result()
    assert not panel.plot.stale


def test_a_result_without_the_ticket_server_is_old(panel: StampPanel, held: HeldConnection) -> None:
    watch = followed(panel, held)
    watch.result.emit(result(live=False))
    assert panel.stamp.text() == f"as of {exact_words(NOON_US)}, the ticket server is away"
    assert panel.plot.stale


def test_a_service_that_goes_leaves_its_last_result(panel: StampPanel, held: HeldConnection, qtbot: QtBot) -> None:
    watch = followed(panel, held)
    watch.result.emit(result(live=True))
    qtbot.waitUntil(lambda: panel.plot.stale, timeout=PATIENCE_MS)
    assert panel.stamp.text() == f"as of {exact_words(NOON_US)}, the analysis service is away"


def test_a_service_that_never_came_is_said_to_be_away(panel: StampPanel, held: HeldConnection, qtbot: QtBot) -> None:
    followed(panel, held)
    qtbot.waitUntil(lambda: panel.stamp.text() == "The analysis service is away", timeout=PATIENCE_MS)
    assert panel.plot.nothing.text() == "The analysis service is away", "it is said where the plot would be"
    assert not panel.plot.is_plotted
    assert [part.isHidden() for part in (panel.number, panel.note, panel.stamp)] == [True, True, True]


def test_a_legend_stands_under_a_plot_alone(panel: StampPanel, held: HeldConnection) -> None:
    watch = followed(panel, held)
    panel.plot.show_plot()
    watch.result.emit(result(live=True))
    assert [part.isHidden() for part in (panel.number, panel.note, panel.stamp)] == [False, False, False]
    panel.plot.say("Nothing is open.")
    watch.result.emit(result(live=True))
    assert [part.isHidden() for part in (panel.number, panel.note, panel.stamp)] == [False, True, False]


def test_an_old_result_is_not_called_live_before_its_service_answers(panel: StampPanel, held: HeldConnection) -> None:
    followed(panel, held).result.emit(result(live=True))
    followed(panel, held)
    assert not panel.plot.stale, "a moment later it is as good as new: another period does not make it flicker"
    panel.end()
    panel.clock = lambda: NOON_US + MINUTE_US
    watch = followed(panel, held)
    assert panel.stamp.text() == "Connecting …"
    assert panel.plot.stale
    watch.result.emit(result(live=True))
    assert not panel.plot.stale


def test_another_watch_ends_the_one_before(panel: StampPanel, held: HeldConnection) -> None:
    watch = followed(panel, held)
    later = followed(panel, held)
    assert watch.cancelled
    assert not later.cancelled
    panel.end()
    assert later.cancelled
    assert not panel.is_watching


def test_a_service_that_is_not_believed_is_told_from_one_that_is_away(panel: StampPanel, held: HeldConnection) -> None:
    watch = followed(panel, held)
    watch.state = watch.state.after(ConnectionKind.AWAY, Reason.CERTIFICATE_EXPIRED)
    watch.state_changed.emit(watch.state)
    assert panel.stamp.text() == "The certificate of the analysis service is not valid here"


def test_it_has_the_series_that_is_shown(panel: StampPanel, held: HeldConnection) -> None:
    watch = followed(panel, held)
    assert panel.series() is None
    watch.result.emit(result(live=True))
    shown = panel.series()
    assert shown is not None
    assert shown.stamp.ticket_count == 41


def test_what_is_picked_in_the_plot_is_told(panel: StampPanel, qtbot: QtBot) -> None:
    pick = Picked("active", frozenset({2}))
    with qtbot.waitSignal(panel.picked) as told:
        panel.plot.picked.emit(pick)
    assert told.args == [pick]


def test_numbers_stand_in_the_plots_place_and_are_kept_current(panel: StampPanel, held: HeldConnection) -> None:
    watch = followed(panel, held)
    panel.show_numbers(True)
    assert panel.numbers is None, "there is nothing to be read yet"
    watch.result.emit(result(live=True))
    assert panel.numbers is not None
    assert (panel.shows_plot, panel.note.isHidden()) == (False, True)
    assert panel.numbers.numbers.index(0, 0).data() == "Facility management"
    told = result(live=True)
    told.loads.add(category=ticket_pb2.CATEGORY_FACILITY_MANAGEMENT, active_count=5)
    watch.result.emit(told)
    assert panel.numbers.numbers.index(0, 1).data() == "5"
    panel.plot.show_plot()
    panel.show_numbers(False)
    assert (panel.shows_plot, panel.note.isHidden()) == (True, False)


def test_numbers_turn_grey_with_the_service(panel: StampPanel, held: HeldConnection) -> None:
    watch = followed(panel, held)
    panel.show_numbers(True)
    watch.result.emit(result(live=True))
    watch.result.emit(result(live=False))
    assert panel.numbers is not None
    assert panel.numbers.property("tone") == "muted"
    watch.result.emit(result(live=True))
    assert panel.numbers.property("tone") == ""


def test_enter_in_the_numbers_picks_as_a_click_in_the_plot_does(
    panel: StampPanel, held: HeldConnection, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    watch = followed(panel, held)
    panel.show_numbers(True)
    watch.result.emit(result(live=True))
    pick = Picked("active", frozenset({2}))
    monkeypatch.setattr(panel.plot, "pick_cell", lambda row, column: pick if (row, column) == (1, 2) else None)
    assert panel.numbers is not None
    with qtbot.assertNotEmitted(panel.picked):
        panel.numbers.entered.emit(0, 2)
    with qtbot.waitSignal(panel.picked) as told:
        panel.numbers.entered.emit(1, 2)
    assert told.args == [pick]


@pytest.mark.parametrize(("minutes", "words"), [
    (0, f"as of {exact_words(NOON_US)}, the ticket server is away"),
    (12, f"12 min old ({moment_words(NOON_US, NOON_US)}): the ticket server is away"),
    (200, f"3 h old ({moment_words(NOON_US, NOON_US)}): the ticket server is away"),
])  # fmt: skip
def test_a_result_grows_older(panel: StampPanel, held: HeldConnection, minutes: int, words: str) -> None:
    watch = followed(panel, held)
    watch.result.emit(result(live=False))
    panel.clock = lambda: NOON_US + minutes * MINUTE_US
    (ageing,) = [timer for timer in panel.findChildren(QTimer) if timer.isActive()]
    ageing.timeout.emit()
    assert panel.stamp.text() == words
    assert panel.stamp.toolTip() == exact_words(NOON_US)
    watch.result.emit(result(live=True))
    assert not ageing.isActive()
    assert panel.stamp.toolTip() == ""


def test_a_service_that_is_away_is_told_with_the_age(panel: StampPanel, held: HeldConnection) -> None:
    watch = followed(panel, held)
    watch.result.emit(result(live=True))
    panel.clock = lambda: NOON_US + 12 * MINUTE_US
    watch.state = watch.state.after(ConnectionKind.AWAY, None)
    watch.state_changed.emit(watch.state)
    assert panel.stamp.text() == f"12 min old ({moment_words(NOON_US, NOON_US)}): the analysis service is away"
