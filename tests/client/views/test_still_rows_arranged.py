"""Where a table stands once it is arranged by another rule."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from client.models.rule import Rule
from client.models.tickets import TicketTableModel
from client.views.theme.theme import Theme
from client.views.ticket_table import TicketTable
from tests.client.made import facts, ticket
from tests.client.views.still_tables import hundred_tickets, in_sight, shown_table


@pytest.fixture
def tickets() -> TicketTableModel:
    return hundred_tickets()


@pytest.fixture
def table(qtbot: QtBot, theme: Theme, tickets: TicketTableModel) -> TicketTable:
    return shown_table(qtbot, theme, tickets)


@pytest.mark.parametrize("arrange", [lambda model: model.arrange(Rule("id", descending=False))])
def test_in_another_order_the_chosen_ticket_stays_in_sight_else_the_top_is_shown(
    table: TicketTable, tickets: TicketTableModel, arrange: Callable[[TicketTableModel], None]
) -> None:
    table.choose(50)
    arrange(tickets)
    assert 50 in in_sight(table, tickets)
    tickets.arrange(Rule("id"))
    table.verticalScrollBar().setValue(0)
    arrange(tickets)
    assert table.verticalScrollBar().value() == 0


def test_another_order_looks_at_no_rows_but_those_in_sight(
    table: TicketTable, tickets: TicketTableModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    tickets.load(facts(ticket(number) for number in range(1, 1_001)), 1_000)
    table.verticalScrollBar().setValue(700)
    asked, ticket_id = list[int](), tickets.ticket_id

    def noted(row: int) -> int:
        asked.append(row)
        return ticket_id(row)

    monkeypatch.setattr(tickets, "ticket_id", noted)
    tickets.arrange(Rule("id", descending=False))
    assert table.verticalScrollBar().value() == 0
    assert len(asked) < 100


def test_another_view_begins_at_its_top(table: TicketTable, tickets: TicketTableModel) -> None:
    table.choose(50)
    table.still.begin_at_top()
    tickets.arrange(Rule("id"))
    assert table.verticalScrollBar().value() == 0
