"""The resolution time's number is the mean over every closed ticket that is shown, and what is shown is chosen."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from campusdesk.rules import Category
from campusdesk.v1 import analytics_pb2
from client.helpdesk import HelpDesk
from client.views.resolution_panel import ResolutionPanel
from client.views.theme.theme import Theme
from tests.client.resolution_results import month, result
from tests.client.views.held import HeldConnection

KNOWN = {"mean": 10.0, "expected_median": 12.0}


@pytest.fixture
def panel(theme: Theme, held: HeldConnection, qtbot: QtBot) -> ResolutionPanel:
    panel = ResolutionPanel(theme, HelpDesk(held))
    qtbot.addWidget(panel)
    return panel


def request(months: int, category: int) -> analytics_pb2.WatchResolutionTimesRequest:
    asked = analytics_pb2.WatchResolutionTimesRequest(months=months)
    asked.category = category  # type: ignore[assignment]
    return asked


def test_months_weigh_as_many_tickets_as_they_closed(panel: ResolutionPanel) -> None:
    panel.paint_result(result(month(1, 3, days={"mean": 10}), month(2, 1, days={"mean": 2}), month(3, 0)))
    assert (panel.number.text(), panel.words.text()) == ("8.0", "days on average until closed, 4 closed tickets")


@pytest.mark.parametrize(("days", "number", "unit"), [(3 / 24, "3.0", "hours"), (6 / 1_440, "6.0", "minutes")])
def test_short_times_are_told_in_a_shorter_unit(days: float, number: str, unit: str, panel: ResolutionPanel) -> None:
    panel.paint_result(result(month(1, 3, days={"mean": days})))
    assert panel.number.text() == number
    assert panel.words.text().startswith(unit)


@pytest.mark.parametrize(("not_closed", "warns"), [(0, False), (1, True)])
def test_it_warns_of_new_months_while_tickets_are_not_closed(
    not_closed: int, warns: bool, panel: ResolutionPanel
) -> None:
    assert not panel.warning.isVisibleTo(panel), "nothing is told that could be read too short"
    panel.paint_result(result(month(1, 30, not_closed, days={"mean": 10})))
    assert panel.warning.isVisibleTo(panel) is warns


@pytest.mark.parametrize("months", [[], [month(1, 0, 3)]])
def test_without_a_closed_ticket_there_is_no_number(
    months: list[analytics_pb2.ResolutionMonth], panel: ResolutionPanel
) -> None:
    panel.paint_result(result(*months))
    assert (panel.number.text(), panel.words.text()) == ("–", "no ticket is closed yet")
    assert not panel.warning.isVisibleTo(panel)


def test_its_legend_explains_what_is_there(panel: ResolutionPanel) -> None:
    panel.resize(900, 400)
    panel.show()
    panel.paint_result(result(month(1, 30, days={"mean": 10})))
    assert not panel.legend.explains
    panel.paint_result(result(month(1, 3, 3, days=KNOWN)))
    assert panel.legend.accessibleName().split(", ") == [
        "half of all closed",
        "preliminary: over 5 % not closed",
        "fewer than 5 closed",
    ]
    years = range(1990, 2010)
    panel.paint_result(result(*(month(at, 9, days=KNOWN, year=year) for year in years for at in range(1, 13))))
    assert not panel.legend.explains, "months are too narrow to be marked"


def test_it_is_watched_once(panel: ResolutionPanel, held: HeldConnection) -> None:
    panel.start()
    panel.start()
    assert held.watched == [request(0, 0)]


def test_months_and_category_are_asked_for_when_they_are_chosen(
    panel: ResolutionPanel, held: HeldConnection, qtbot: QtBot
) -> None:
    panel.start()
    for button, at in ((panel.months, 2), (panel.category, 1)):
        with qtbot.waitSignal(panel.arranged):
            button.menu().actions()[at].trigger()
    assert held.watched == [request(0, 0), request(24, 0), request(24, int(Category.FACILITY_MANAGEMENT))]
    assert panel.months.text() == "Last 24 months"


def test_what_was_chosen_is_chosen_again(panel: ResolutionPanel, held: HeldConnection) -> None:
    panel.restore({"months": 60, "category": int(Category.TECHNICAL_IT)})
    panel.start()
    assert held.watched == [request(60, int(Category.TECHNICAL_IT))]
    assert panel.told() == {"months": 60, "category": int(Category.TECHNICAL_IT)}


@pytest.mark.parametrize("told", [None, 7, [], {"months": 7, "category": "2"}, {"months": True}, {"category": [1]}])
def test_what_means_nothing_leaves_all_chosen(told: object, panel: ResolutionPanel) -> None:
    panel.restore(told)
    assert panel.told() == {"months": 0, "category": 0}


def test_the_zone_of_months_is_named_once(panel: ResolutionPanel, clocks: Callable[[str], None]) -> None:
    told = []
    for pc in ("Europe/Berlin", "America/New_York"):
        clocks(pc)
        panel.show_again(panel.paint_result(result(month(1, 30, days={"mean": 10}))))
        told.append((panel.note.text(), panel.zone.text()))
        assert panel.note.toolTip() == panel.note.text(), "a narrow dock cuts it"
    assert told == [("months as in Europe/Rome", ""), ("", "Times in Europe/Rome")]
