"""The category load's number is that of all active tickets, and their ages are those of now."""

import pytest
from pytestqt.qtbot import QtBot

from campusdesk.rules import Category
from campusdesk.v1 import analytics_pb2
from client.analysis_watch import AnalysisWatch
from client.helpdesk import HelpDesk
from client.views.category_panel import CategoryPanel
from client.views.theme.theme import Theme
from tests.client.category_results import load, result
from tests.client.made import MINUTE_US, NOON_US
from tests.client.views.held import HeldConnection
from tests.client.views.set_clock import SetClock


@pytest.fixture
def clock(held: HeldConnection, monkeypatch: pytest.MonkeyPatch) -> SetClock:
    clock = SetClock(NOON_US)
    monkeypatch.setattr(held, "server_time_us", clock)
    return clock


@pytest.fixture
def panel(theme: Theme, held: HeldConnection, qtbot: QtBot) -> CategoryPanel:
    panel = CategoryPanel(theme, HelpDesk(held))
    qtbot.addWidget(panel)
    return panel


def test_all_active_tickets_are_counted_and_the_open_ones_beside_them(panel: CategoryPanel) -> None:
    panel.paint_result(result(load(Category.TECHNICAL_IT, 4, 90), load(Category.SERVICES_COMPLAINTS, 3, 0)))
    assert (panel.number.text(), panel.words.text()) == ("7", "tickets are being worked on · open: 90")


@pytest.mark.parametrize(("stale", "minutes"), [(False, 5), (True, 1)])
def test_ages_move_with_the_servers_clock_while_the_service_is_there(
    stale: bool, minutes: int, panel: CategoryPanel, held: HeldConnection, clock: SetClock
) -> None:
    panel.start()
    latest = result(load(Category.TECHNICAL_IT, 1, 0, opened_us=NOON_US - MINUTE_US))
    (watch,) = held.findChildren(AnalysisWatch)
    watch.latest = latest
    watch.result.emit(latest)
    assert "median age 1 min" in panel.plot.words_at(0.8, 0)
    clock.now_us += 4 * MINUTE_US
    panel.plot.set_stale(stale)
    panel.growing_older.timeout.emit()
    assert f"median age {minutes} min" in panel.plot.words_at(0.8, 0)


def test_ages_stand_while_it_is_not_watched(panel: CategoryPanel) -> None:
    panel.start()
    assert panel.growing_older.isActive()
    panel.end()
    assert not panel.growing_older.isActive()


def test_what_the_bars_stand_for_can_be_read_where_it_is_cut(panel: CategoryPanel) -> None:
    assert panel.note.toolTip() == panel.note.text() != ""


def test_it_is_watched_once(panel: CategoryPanel, held: HeldConnection) -> None:
    panel.start()
    panel.start()
    assert held.watched == [analytics_pb2.WatchCategoryLoadRequest()]
