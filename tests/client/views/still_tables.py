"""A table of a hundred tickets, and what of it is in sight."""

from pytestqt.qtbot import QtBot

from client.models.columns import STAFF_COLUMNS
from client.models.rule import Rule
from client.models.tickets import TicketTableModel
from client.views.theme.theme import Theme
from client.views.ticket_table import TicketTable
from tests.client.made import NOON_US, facts, ticket


def hundred_tickets() -> TicketTableModel:
    """Return tickets in the order of their last change."""
    model = TicketTableModel(STAFF_COLUMNS, lambda: NOON_US)
    model.arrange(Rule("update_time"))
    model.load(facts(ticket(number) for number in range(1, 101)), 100)
    return model


def shown_table(qtbot: QtBot, theme: Theme, tickets: TicketTableModel) -> TicketTable:
    """Show them, some dozen at once."""
    table = TicketTable(theme, tickets, lambda: NOON_US)
    qtbot.addWidget(table)
    table.resize(900, 500)
    table.show()
    table.grab()
    return table


def in_sight(table: TicketTable, tickets: TicketTableModel) -> dict[int, int]:
    """Return the pixel of each ticket in sight."""
    last = table.rowAt(table.viewport().height() - 1)
    rows = range(table.rowAt(0), (last if last >= 0 else tickets.rowCount() - 1) + 1)
    return {tickets.ticket_id(row): table.rowViewportPosition(row) for row in rows}


def moved(before: dict[int, int], after: dict[int, int]) -> set[int]:
    return {number for number in before.keys() & after.keys() if before[number] != after[number]}
