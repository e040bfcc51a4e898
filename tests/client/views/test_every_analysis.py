"""What every analysis promises on the desk: a further one is one more line in CONTRACTS."""

from collections.abc import Callable
from functools import partial
from itertools import product
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

import pyqtgraph as pg
import pytest
from pytestqt.qtbot import QtBot

from analytics.backlog import BacklogMetric
from analytics.campus_calendar import DAY_US, CampusCalendar
from analytics.category_load import CategoryLoadMetric
from analytics.metric import Metric
from analytics.resolution_time import ResolutionQuery, ResolutionTimeMetric
from campusdesk.rules import Category, Status
from campusdesk.v1 import analytics_pb2
from client.analysis_watch import AnalysisWatch
from client.helpdesk import HelpDesk
from client.settings import Theme as ThemeChoice
from client.state import Analysis
from client.views.analysis_panel import AnalysisPanel
from client.views.analysis_picture import picture
from client.views.analytics_view import PANELS
from client.views.theme.theme import Theme
from client.views.theme.tokens import LIGHT
from tests.analytics.further_analysis import PATH, PeopleWaitingMetric, PeopleWaitingResult
from tests.client.made import MINUTE_US, NOON_US, facts, moment, ticket
from tests.client.views.further_analysis import PeopleWaitingPanel
from tests.client.views.held import HeldConnection

_Panel = AnalysisPanel[Any]
Request = analytics_pb2.WatchBacklogRequest


class Contract(NamedTuple):
    """An analysis: how its panel is made, and what its server tells."""

    name: str
    make: Callable[[Theme, HeldConnection], _Panel]
    metric: Callable[[], Metric[Any, Any]]
    query: object


def shipped(analysis: Analysis, metric: Callable[[], Metric[Any, Any]], query: object) -> Contract:
    return Contract(analysis, lambda theme, held: PANELS[analysis](theme, HelpDesk(held)), metric, query)


def people_waiting(theme: Theme, held: HeldConnection) -> _Panel:
    def method_on(channel: Any) -> Any:  # noqa: ANN401  gRPC's channels have no type
        return channel.unary_stream(f"/{PATH}", Request.SerializeToString, PeopleWaitingResult.FromString)

    request = Request()
    return PeopleWaitingPanel(theme, lambda: held.watch_analysis(Analysis.BACKLOG, method_on, request))


CALENDAR = CampusCalendar(ZoneInfo("Europe/Rome"))
CONTRACTS = [
    shipped(Analysis.BACKLOG, partial(BacklogMetric, CALENDAR), DAY_US),
    shipped(Analysis.RESOLUTION_TIME, partial(ResolutionTimeMetric, CALENDAR), ResolutionQuery(0, 0)),
    shipped(Analysis.CATEGORY_LOAD, CategoryLoadMetric, None),
    Contract("people_waiting", people_waiting, PeopleWaitingMetric, MINUTE_US),
]
KINDS = [*product(Status, Category)] * 4
TICKETS = facts(ticket(number, status=kind[0], category=kind[1]) for number, kind in enumerate(KINDS, 1))


def test_every_analysis_has_a_line_here() -> None:
    assert {contract.name for contract in CONTRACTS} >= set(Analysis)


@pytest.fixture(params=CONTRACTS, ids=lambda contract: contract.name)
def contract(request: pytest.FixtureRequest) -> Contract:
    found: Contract = request.param
    return found


@pytest.fixture
def panel(contract: Contract, theme: Theme, held: HeldConnection, qtbot: QtBot) -> _Panel:
    panel = contract.make(theme, held)
    panel.clock = lambda: NOON_US
    qtbot.addWidget(panel)
    panel.resize(900, 400)
    panel.show()
    return panel


def told(contract: Contract, panel: _Panel, held: HeldConnection) -> AnalysisWatch:
    """Have the panel watch its service, and be told a result; it is away as soon as the event loop runs."""
    metric = contract.metric()
    metric.load(TICKETS.columns())
    result = metric.result(contract.query, NOON_US + 60 * MINUTE_US)
    stamp = analytics_pb2.ResultStamp(revision=7, as_of_time=moment(NOON_US), ticket_count=len(TICKETS), live=True)
    result.stamp.CopyFrom(stamp)
    panel.start()
    panel.start()
    (watch,) = held.findChildren(AnalysisWatch)
    watch.latest = result
    watch.result.emit(result)
    return watch


def colours(panel: _Panel) -> set[str]:
    """Return the colours in which bars stand."""
    bars = [item for item in panel.plot.plot.getPlotItem().items if isinstance(item, pg.BarGraphItem)]
    pens = [pen for bar in bars for pen in (bar.opts["pens"] or [bar.opts["pen"]]) if pen is not None]
    return {pg.mkPen(pen).color().name().upper() for pen in pens}


def test_it_says_what_it_is_true_for_and_plots(contract: Contract, panel: _Panel, held: HeldConnection) -> None:
    watch = told(contract, panel, held)
    assert panel.is_watching
    assert panel.stamp.text().startswith(f"live, {len(TICKETS)} tickets, ")
    assert panel.number.text() != "–"
    assert panel.words.text()
    assert panel.has_picture
    panel.end()
    assert watch.cancelled
    assert not panel.is_watching


def test_its_table_has_a_cell_under_each_heading_and_a_name_a_row(
    contract: Contract, panel: _Panel, held: HeldConnection
) -> None:
    told(contract, panel, held)
    series = panel.series()
    assert series is not None
    table = series.table()
    assert {len(row) for row in table.rows} == {len(table.headings)}
    assert len({row[0] for row in table.rows}) == len(table.rows) > 0
    panel.show_numbers(True)
    assert panel.numbers is not None
    assert panel.numbers.model().rowCount() == len(table.rows)
    assert not panel.shows_plot


def test_the_mouse_is_told_and_what_it_picks_a_cell_picks_too(
    contract: Contract, panel: _Panel, held: HeldConnection
) -> None:
    told(contract, panel, held)
    (left, right), (low, high) = panel.plot.plot.viewRange()
    places = [left + (right - left) * at / 400 for at in range(401)]
    middle = (low + high) / 2
    assert any(panel.plot.words_at(x, middle) for x in places)
    series = panel.series()
    assert series is not None
    table = series.table()
    cells = product(range(len(table.rows)), range(len(table.headings)))
    by_cell = {pick.words for cell in cells if (pick := panel.plot.pick_cell(*cell)) is not None}
    by_mouse = {pick.words for x in places if (pick := panel.plot.pick_at(x, 0.5)) is not None}
    assert by_mouse
    assert by_mouse <= by_cell


def test_it_turns_grey_when_its_result_is_old_and_follows_the_look(
    contract: Contract, panel: _Panel, held: HeldConnection, theme: Theme
) -> None:
    told(contract, panel, held)
    alive = colours(panel)
    panel.plot.set_stale(True)
    assert panel.plot.ink(LIGHT.accent).name().upper() in colours(panel) - alive
    panel.plot.set_stale(False)
    assert colours(panel) == alive
    theme.choose(ThemeChoice.DARK)
    assert colours(panel) - alive


def test_a_picture_of_it_leaves_the_desk_as_it_was(contract: Contract, panel: _Panel, held: HeldConnection) -> None:
    told(contract, panel, held)
    size, before = panel.plot.size(), colours(panel)
    assert picture(panel, "title", 2).width() > 2 * size.width()
    assert (panel.plot.size(), colours(panel)) == (size, before)


def test_what_is_chosen_in_it_is_chosen_again(contract: Contract, theme: Theme, held: HeldConnection) -> None:
    panel, again = contract.make(theme, held), contract.make(theme, held)
    again.restore(panel.told())
    assert again.told() == panel.told()


@pytest.mark.parametrize("nonsense", [None, 7, "x", [], {"x": 1}])
def test_nonsense_chooses_nothing(contract: Contract, theme: Theme, held: HeldConnection, nonsense: object) -> None:
    panel = contract.make(theme, held)
    told = panel.told()
    panel.restore(nonsense)
    assert panel.told() == told
