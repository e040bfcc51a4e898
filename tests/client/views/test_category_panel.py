"""The category load's number is that of all active tickets."""

import pytest
from pytestqt.qtbot import QtBot

from campusdesk.v1 import analytics_pb2, ticket_pb2
from client.helpdesk import HelpDesk
from client.views.category_panel import CategoryPanel
from client.views.theme.theme import Theme
from tests.client.views.held import HeldConnection


@pytest.fixture
def panel(theme: Theme, held: HeldConnection, qtbot: QtBot) -> CategoryPanel:
    panel = CategoryPanel(theme, HelpDesk(held))
    qtbot.addWidget(panel)
    return panel


def test_all_active_tickets_are_counted_and_no_open_ones(panel: CategoryPanel) -> None:
    loads = [
        analytics_pb2.CategoryLoad(category=ticket_pb2.CATEGORY_TECHNICAL_IT, active_count=4, open_count=90),
        analytics_pb2.CategoryLoad(category=ticket_pb2.CATEGORY_SERVICES_COMPLAINTS, active_count=3),
    ]
    series = panel.paint_result(
        analytics_pb2.CategoryLoadResult(stamp=analytics_pb2.ResultStamp(revision=9), loads=loads)
    )
    assert panel.number.text() == "7"
    assert series.stamp.revision == 9


def test_it_is_watched_once(panel: CategoryPanel, held: HeldConnection) -> None:
    panel.start()
    panel.start()
    assert held.watched == [analytics_pb2.WatchCategoryLoadRequest()]
