"""A table of tickets that is held against Qt's rules of models, for tests."""

from collections.abc import Sequence

from PySide6.QtTest import QAbstractItemModelTester

from campusdesk.v1 import ticket_pb2
from client.models.columns import STAFF_COLUMNS, Column
from client.models.tickets import TicketTableModel
from tests.client.made import NOON_US, facts


def table(*known: ticket_pb2.Ticket, columns: Sequence[Column] = STAFF_COLUMNS) -> TicketTableModel:
    """Make a table of these tickets."""
    model = TicketTableModel(columns, lambda: NOON_US)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning, model)
    model.load(facts(known), 0)
    return model


def shown(model: TicketTableModel) -> list[int]:
    """Return the tickets from the top."""
    return [model.ticket_id(row) for row in range(model.rowCount())]
