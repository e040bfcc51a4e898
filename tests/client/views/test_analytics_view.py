"""The analyses move live and say how old they are."""

from collections.abc import Callable, Iterator
from typing import Any

import pyqtgraph as pg
import pytest
from pytestqt.qtbot import QtBot

from campusdesk.rules import Category, Role
from campusdesk.v1 import ticket_pb2
from client.addresses import Addresses
from client.connection import Connection, Reply
from client.helpdesk import HelpDesk
from client.state import Analysis
from client.views.analysis_panel import AnalysisPanel
from client.views.analytics_view import AnalyticsView
from client.views.backlog_panel import BacklogPanel
from client.views.theme.theme import Theme
from client.workstation import Workstation
from tests.client.views.answers import PATIENCE_MS
from tests.system.programs import Program, analytics_server

Ask = Callable[[Reply], ticket_pb2.Ticket]


@pytest.fixture
def servers(live_server: str) -> Iterator[dict[Analysis, Program]]:
    """Run the three analytics servers of the live server."""
    started = {analysis: analytics_server(analysis.value.replace("_", "-"), live_server) for analysis in Analysis}
    yield started
    for program in started.values():
        program.kill()


@pytest.fixture
def addresses(live_server: str, servers: dict[Analysis, Program]) -> Addresses:
    return Addresses(live_server, *(servers[analysis].address() for analysis in Analysis))


@pytest.fixture
def desk(addresses: Addresses) -> Iterator[HelpDesk]:
    connection = Connection(addresses, Role.HELPDESK, Workstation("Desk 1"))
    yield HelpDesk(connection)
    connection.close()


@pytest.fixture
def view(qtbot: QtBot, theme: Theme, desk: HelpDesk) -> Iterator[AnalyticsView]:
    made = AnalyticsView(theme, desk, {})
    qtbot.addWidget(made)
    made.resize(700, 360)
    made.show()
    yield made
    made.show_analysis(None)


def told_of_active(panel: AnalysisPanel[Any]) -> list[str]:
    """Return what stands over the bars of the active tickets of the categories."""
    items = panel.plot.plot.getPlotItem().items
    return [item.toPlainText() for item in items if isinstance(item, pg.TextItem)][::2]


@pytest.mark.parametrize(("analysis", "before", "after"), [
    (Analysis.BACKLOG, "0", "1"),
    (Analysis.RESOLUTION_TIME, "–", "0.0"),
    (Analysis.CATEGORY_LOAD, "0", "1"),
])  # fmt: skip
def test_each_analysis_moves_with_the_tickets(
    analysis: Analysis, before: str, after: str, view: AnalyticsView, desk: HelpDesk, qtbot: QtBot, ask: Ask
) -> None:
    view.show_analysis(analysis)
    panel = view.panels[analysis]
    qtbot.waitUntil(lambda: "live, 0 tickets" in panel.stamp.text(), timeout=PATIENCE_MS)
    assert panel.number.text() == before
    number = ask(desk.create_ticket("The lift is stuck")).id
    ask(desk.activate_ticket(number))
    if analysis is Analysis.RESOLUTION_TIME:
        ask(desk.close_ticket(number))
    qtbot.waitUntil(lambda: panel.number.text() == after, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: "live, 1 ticket," in panel.stamp.text(), timeout=PATIENCE_MS)
    view.grab()


def test_the_period_of_the_backlog_is_chosen_in_hours_or_days(view: AnalyticsView, qtbot: QtBot) -> None:
    view.show_analysis(Analysis.BACKLOG)
    panel = view.panels[Analysis.BACKLOG]
    assert isinstance(panel, BacklogPanel)
    qtbot.waitUntil(lambda: "30 days" in panel.words.text(), timeout=PATIENCE_MS)
    panel.controls.period.count.setText("12")
    panel.controls.period.unit.choose(0)
    panel.controls.period.unit.chosen.emit(0)
    qtbot.waitUntil(lambda: "last 12 hours" in panel.words.text(), timeout=PATIENCE_MS)


def test_a_correction_moves_the_bars_of_the_categories(
    view: AnalyticsView, desk: HelpDesk, qtbot: QtBot, ask: Ask
) -> None:
    view.show_analysis(Analysis.CATEGORY_LOAD)
    panel = view.panels[Analysis.CATEGORY_LOAD]
    number = ask(desk.create_ticket("The lift is stuck")).id
    active = ask(desk.activate_ticket(number))
    for category in (Category.SERVICES_COMPLAINTS, Category.TECHNICAL_IT):
        expected = ["active 1" if each is category else "active 0" for each in Category]
        active = ask(desk.update_ticket(number, {"category": category}, active.revision))
        qtbot.waitUntil(lambda: told_of_active(panel) == expected, timeout=PATIENCE_MS)  # noqa: B023


def test_a_result_turns_grey_with_its_age_when_its_service_goes(
    view: AnalyticsView, servers: dict[Analysis, Program], qtbot: QtBot
) -> None:
    view.show_analysis(Analysis.CATEGORY_LOAD)
    panel = view.panels[Analysis.CATEGORY_LOAD]
    qtbot.waitUntil(panel.has_result, timeout=PATIENCE_MS)
    servers[Analysis.CATEGORY_LOAD].kill()
    qtbot.waitUntil(lambda: "the analysis service is away" in panel.stamp.text(), timeout=PATIENCE_MS)
    assert panel.stamp.text().startswith("as of ")
    assert panel.plot.stale
    assert panel.number.text() == "0"


def test_only_the_analysis_that_is_looked_at_is_watched(view: AnalyticsView) -> None:
    view.show_analysis(Analysis.BACKLOG)
    view.show_analysis(Analysis.RESOLUTION_TIME)
    assert not view.panels[Analysis.BACKLOG].is_watching
    assert view.panels[Analysis.RESOLUTION_TIME].is_watching


def test_the_plot_takes_the_colours_of_the_theme(view: AnalyticsView, theme: Theme, qtbot: QtBot) -> None:
    from client.settings import Theme as ThemeChoice

    view.show_analysis(Analysis.BACKLOG)
    panel = view.panels[Analysis.BACKLOG]
    qtbot.waitUntil(panel.has_result, timeout=PATIENCE_MS)
    theme.choose(ThemeChoice.DARK)
    assert panel.plot.plot.backgroundBrush().color().name().upper() == theme.tokens.surface


def test_a_service_that_is_killed_and_comes_again_is_taken_up_by_itself(
    view: AnalyticsView,
    desk: HelpDesk,
    servers: dict[Analysis, Program],
    addresses: Addresses,
    qtbot: QtBot,
    ask: Ask,
) -> None:
    ask(desk.activate_ticket(ask(desk.create_ticket("The lift is stuck")).id))
    view.show_analysis(Analysis.BACKLOG)
    view.show_analysis(Analysis.CATEGORY_LOAD)
    backlog, load = view.panels[Analysis.BACKLOG], view.panels[Analysis.CATEGORY_LOAD]
    # Both are watched, as by two desks.
    backlog.start()
    qtbot.waitUntil(lambda: "live, 1 ticket," in backlog.stamp.text(), timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: "live, 1 ticket," in load.stamp.text(), timeout=PATIENCE_MS)
    servers[Analysis.CATEGORY_LOAD].kill()
    qtbot.waitUntil(lambda: "the analysis service is away" in load.stamp.text(), timeout=PATIENCE_MS)
    assert (load.plot.stale, load.number.text(), load.plot.is_plotted) == (True, "1", True)
    ask(desk.activate_ticket(ask(desk.create_ticket("The lift is stuck again")).id))
    qtbot.waitUntil(lambda: backlog.number.text() == "2", timeout=PATIENCE_MS)
    assert not backlog.plot.stale
    servers[Analysis.CATEGORY_LOAD] = analytics_server("category-load", addresses.tickets, addresses.category_load)
    qtbot.waitUntil(lambda: "live, 2 tickets," in load.stamp.text(), timeout=PATIENCE_MS)
    assert (load.plot.stale, load.number.text()) == (False, "2")
