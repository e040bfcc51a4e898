"""A row that came or changed is lit for a moment, and none where so many change that it would flicker."""

import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from client.models.columns import STAFF_COLUMNS
from client.models.rule import Rule
from client.models.tickets import TicketTableModel
from client.views import changed_rows
from client.views.theme.theme import Theme
from client.views.ticket_table import TicketTable
from tests.client.made import NOON_US, change, facts, removal, ticket


@pytest.fixture
def tickets() -> TicketTableModel:
    model = TicketTableModel(STAFF_COLUMNS, lambda: NOON_US)
    model.arrange(Rule("id"))
    model.load(facts(ticket(number) for number in range(1, 11)), 10)
    return model


@pytest.fixture
def table(qtbot: QtBot, theme: Theme, tickets: TicketTableModel, monkeypatch: pytest.MonkeyPatch) -> TicketTable:
    monkeypatch.setattr(changed_rows, "HOLD_MS", 60)
    table = TicketTable(theme, tickets, lambda: NOON_US)
    qtbot.addWidget(table)
    table.resize(900, 500)
    table.show()
    return table


def ground(table: TicketTable, row: int) -> QColor:
    """Return the colour behind a row's words."""
    top = table.rowViewportPosition(row)
    return QColor(table.viewport().grab().toImage().pixel(4, top + 3))


def test_what_came_or_changed_is_lit_and_fades(table: TicketTable, tickets: TicketTableModel, qtbot: QtBot) -> None:
    plain = ground(table, 3)
    tickets.apply([change(ticket(11)), change(ticket(4, revision=20)), removal(3, 21)], 21)
    lit = {number: table.lit.strength(number) for number in (11, 4, 3, 5)}
    assert lit == {11: 1, 4: 1, 3: 0, 5: 0}
    assert ground(table, tickets.row_of(4)) != plain
    qtbot.waitUntil(lambda: ground(table, tickets.row_of(4)) == plain)
    assert ground(table, tickets.row_of(11)) == plain


def test_a_chosen_row_stays_as_it_is(table: TicketTable, tickets: TicketTableModel) -> None:
    table.choose(4)
    chosen = QColor(table.viewport().grab().toImage().pixel(20, table.rowViewportPosition(6) + 3))
    tickets.apply([change(ticket(4, revision=20))], 20)
    assert QColor(table.viewport().grab().toImage().pixel(20, table.rowViewportPosition(6) + 3)) == chosen


@pytest.mark.parametrize("batch", [1, 3, 10])
def test_a_storm_lights_nothing(batch: int, table: TicketTable, tickets: TicketTableModel) -> None:
    changes = [change(ticket(number, revision=100 + number)) for number in range(1, 11)]
    for start in range(0, 10, batch):
        tickets.apply(changes[start : start + batch], 200)
    assert not any(table.lit.strength(number) for number in range(1, 11))
    assert ground(table, 2) == ground(table, 9)
