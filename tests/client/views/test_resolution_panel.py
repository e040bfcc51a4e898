"""The resolution time's number is the mean over every closed ticket."""

import pytest
from google.protobuf.duration_pb2 import Duration
from pytestqt.qtbot import QtBot

from campusdesk.v1 import analytics_pb2
from client.helpdesk import HelpDesk
from client.views.resolution_panel import ResolutionPanel
from client.views.theme.theme import Theme
from tests.client.views.held import HeldConnection


@pytest.fixture
def panel(theme: Theme, held: HeldConnection, qtbot: QtBot) -> ResolutionPanel:
    panel = ResolutionPanel(theme, HelpDesk(held))
    qtbot.addWidget(panel)
    return panel


def month(number: int, days: float | None, closed: int) -> analytics_pb2.ResolutionMonth:
    mean = Duration(seconds=round(days * 86_400)) if days is not None else None
    return analytics_pb2.ResolutionMonth(year=2026, month=number, mean=mean, closed_count=closed, not_closed_count=1)


def test_months_weigh_as_many_tickets_as_they_closed(panel: ResolutionPanel) -> None:
    months = [month(1, 10, 3), month(2, 2, 1), month(3, None, 0)]
    panel.paint_result(analytics_pb2.ResolutionTimesResult(time_zone="Europe/Rome", months=months))
    assert panel.number.text() == "8.0"
    assert panel.words.text().endswith("months as in Europe/Rome")


@pytest.mark.parametrize("months", [[], [month(1, None, 0)]])
def test_without_a_closed_ticket_there_is_no_number(
    months: list[analytics_pb2.ResolutionMonth], panel: ResolutionPanel
) -> None:
    panel.paint_result(analytics_pb2.ResolutionTimesResult(months=months))
    assert (panel.number.text(), panel.words.text()) == ("–", "no ticket is closed yet")


def test_it_is_watched_once(panel: ResolutionPanel, held: HeldConnection) -> None:
    panel.start()
    panel.start()
    assert held.watched == [analytics_pb2.WatchResolutionTimesRequest()]
