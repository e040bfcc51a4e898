"""The category load's number is that of all active tickets, and their ages are those of now."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from campusdesk.rules import Category, Status
from campusdesk.v1 import analytics_pb2
from client.analysis_watch import AnalysisWatch
from client.helpdesk import HelpDesk
from client.languages import Language
from client.text import status_words
from client.views.category_panel import CategoryPanel
from client.views.theme.theme import Theme
from tests.client.category_results import load, result
from tests.client.made import MINUTE_US, NOON_US
from tests.client.views.answers import PATIENCE_MS
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


@pytest.mark.parametrize("language", Language)
def test_what_the_bars_stand_for_is_read_in_a_narrow_dock_too(
    language: Language, theme: Theme, held: HeldConnection, qtbot: QtBot, spoken: Callable[[Language], None]
) -> None:
    spoken(language)
    panel = CategoryPanel(theme, HelpDesk(held))
    qtbot.addWidget(panel)
    panel.show_again(panel.paint_result(result(load(Category.TECHNICAL_IT, 4, 90))))
    panel.show()
    told = []
    for width in (330, 760):
        panel.resize(width, 300)
        qtbot.waitUntil(lambda: panel.legend.height() == panel.legend.sizeHint().height(), timeout=PATIENCE_MS)
        told.append(panel.legend.shown_words())
        measure = panel.legend.fontMetrics().horizontalAdvance
        assert all(measure(words) < panel.legend.width() for words in told[-1])
    assert [len(words) for words in told] == [2, 2]
    assert len(told[1][1]) > len(status_words(Status.OPEN)), "there is room for all of it"


def test_filled_and_outlined_bars_are_told_apart_in_the_legend(panel: CategoryPanel) -> None:
    filled, outlined = (entry.pattern for line in panel.legend.lines() for entry, _words in line)
    assert (filled, outlined) == (Qt.BrushStyle.SolidPattern, Qt.BrushStyle.NoBrush)


def test_it_is_watched_once(panel: CategoryPanel, held: HeldConnection) -> None:
    panel.start()
    panel.start()
    assert held.watched == [analytics_pb2.WatchCategoryLoadRequest()]
