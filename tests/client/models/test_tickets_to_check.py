"""What is to be checked stands in the ticket table with the least sure first."""

import pytest
from PySide6.QtTest import QAbstractItemModelTester

from campusdesk.rules import Status
from campusdesk.v1 import ticket_pb2
from client.models.columns import STAFF_COLUMNS
from client.models.tickets import TicketTableModel
from tests.client.made import NOON_US, change, facts, ticket

pytestmark = [pytest.mark.qt_log_level_fail("WARNING"), pytest.mark.usefixtures("qapp")]


def table(*known: ticket_pb2.Ticket) -> TicketTableModel:
    model = TicketTableModel(STAFF_COLUMNS, lambda: NOON_US)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning, model)
    model.load(facts(known), 0)
    return model


def shown(model: TicketTableModel) -> list[int]:
    return [model.ticket_id(row) for row in range(model.rowCount())]


def test_the_least_sure_come_first_and_one_that_was_checked_leaves() -> None:
    tickets = [ticket(number) for number in range(1, 5)]
    for each, sure in zip(tickets, (0.5, 0.3, 0.95, 0.4), strict=True):
        each.confidence = sure
    model = table(*tickets)
    model.sort_by_doubt()
    model.set_filter({Status.OPEN}, None, unsure=True)
    assert shown(model) == [2, 4, 1]
    checked = ticket(4, revision=9)
    checked.category_source, checked.confidence = ticket_pb2.CATEGORY_SOURCE_CORRECTED, 1.0
    model.apply([change(checked)], 9)
    assert shown(model) == [2, 1]
    assert model.unsure_count() == 2
