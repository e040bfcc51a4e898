"""A row that came or changed is lit for a moment, and none where so many change that it would flicker."""

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from client.models.columns import STAFF_COLUMNS
from client.models.rule import Rule
from client.models.tickets import TicketTableModel
from client.views import changed_rows
from client.views.theme import tokens
from client.views.theme.theme import Theme
from client.views.ticket_table import TicketTable
from tests.client.made import NOON_US, change, facts, removal, ticket
from tests.client.views.still_style import StillStyle


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


class Painted(QObject):
    """Takes up how strongly a ticket's row was lit each time the table was painted by itself."""

    def __init__(self, table: TicketTable, ticket_id: int) -> None:
        super().__init__(table)
        self.strengths: list[float] = []
        self._table, self._ticket_id = table, ticket_id
        table.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.strengths.append(self._table.lit.strength(self._ticket_id))
        return super().eventFilter(watched, event)


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


def test_the_table_is_painted_as_a_row_fades_until_nothing_is_lit(
    table: TicketTable, tickets: TicketTableModel, qtbot: QtBot
) -> None:
    painted = Painted(table, 4)
    tickets.apply([change(ticket(4, revision=20))], 20)
    qtbot.waitUntil(lambda: painted.strengths[-1:] == [0.0])
    assert painted.strengths[0] == 1


def test_a_row_fades_slowly(
    table: TicketTable, tickets: TicketTableModel, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tokens, "FADE_MS", 3_600_000)
    painted = Painted(table, 4)
    tickets.apply([change(ticket(4, revision=20))], 20)
    qtbot.waitUntil(lambda: any(0.9 < strength < 1 for strength in painted.strengths))


def test_a_row_goes_out_at_once_where_the_system_wants_no_motion(
    table: TicketTable, tickets: TicketTableModel, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tokens, "FADE_MS", 3_600_000)
    StillStyle(table)
    tickets.apply([change(ticket(4, revision=20))], 20)
    assert table.lit.strength(4) == 1
    qtbot.waitUntil(lambda: table.lit.strength(4) == 0)


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
