"""The backlog's number and its meaning, for the period that a person chose."""

import pytest
from google.protobuf.duration_pb2 import Duration
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from campusdesk.v1 import analytics_pb2
from client.helpdesk import HelpDesk
from client.views.backlog_panel import BacklogPanel
from client.views.theme.theme import Theme
from tests.client.views.held import HeldConnection

HOUR, DAY = 3_600, 86_400


@pytest.fixture
def panel(theme: Theme, held: HeldConnection, qtbot: QtBot) -> BacklogPanel:
    panel = BacklogPanel(theme, HelpDesk(held))
    qtbot.addWidget(panel)
    panel.start()
    return panel


def periods(held: HeldConnection) -> list[int]:
    """Return the periods that were watched, in seconds."""
    requests = [request for request in held.watched if isinstance(request, analytics_pb2.WatchBacklogRequest)]
    return [request.period.seconds for request in requests]


def backlog(period_s: int, not_closed: int) -> analytics_pb2.BacklogResult:
    return analytics_pb2.BacklogResult(period=Duration(seconds=period_s), not_closed=not_closed)


def choose(panel: BacklogPanel, unit: str) -> None:
    next(button for button in panel.unit.findChildren(QPushButton) if button.text() == unit).click()


def test_thirty_days_are_watched_once(panel: BacklogPanel, held: HeldConnection) -> None:
    panel.start()
    assert periods(held) == [30 * DAY]


def test_the_unit_is_watched_at_once_and_a_number_when_it_is_typed(panel: BacklogPanel, held: HeldConnection) -> None:
    choose(panel, "hours")
    for text in ("4", "48"):
        panel.count.setText(text)
    assert periods(held) == [30 * DAY, 30 * HOUR]
    settling = next(timer for timer in panel.findChildren(QTimer) if timer.isActive())
    settling.timeout.emit()
    assert periods(held) == [30 * DAY, 30 * HOUR, 48 * HOUR]


def test_the_longest_period_is_the_same_in_both_units(panel: BacklogPanel) -> None:
    choose(panel, "hours")
    panel.count.setText("87840")
    assert panel.period_s == 3_660 * DAY
    choose(panel, "days")
    assert panel.period_s == 3_660 * DAY


def test_the_number_is_told_with_its_period(panel: BacklogPanel) -> None:
    panel.paint_result(backlog(30 * DAY, 41))
    assert panel.number.text() == "41"
    assert panel.words.text() == "opened in the last 30 days and not yet closed"
    choose(panel, "hours")
    panel.paint_result(backlog(48 * HOUR, 0))
    assert panel.number.text() == "0"
    assert panel.words.text() == "opened in the last 48 hours and not yet closed"
