"""Keys move through the table and between panes, and keep the place of a ticket that left."""

import pytest
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from client.models.columns import STAFF_COLUMNS
from client.models.tickets import TicketTableModel
from client.views.moving import Moving, focus
from client.views.theme.theme import Theme
from client.views.ticket_table import TicketTable
from tests.client import made


class Window(QWidget):
    """A table of five tickets, the newest on top, between two panes."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.tickets = TicketTableModel(STAFF_COLUMNS, lambda: made.NOON_US)
        self.tickets.load(made.facts(made.ticket(number) for number in range(1, 6)), 5)
        self.table = TicketTable(theme, self.tickets, lambda: made.NOON_US)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.before, self.after, self.inside = QWidget(), QWidget(), QLineEdit()
        QVBoxLayout(self.before).addWidget(QLineEdit())
        QVBoxLayout(self.after).addWidget(self.inside)
        column = QVBoxLayout(self)
        for pane in (self.before, self.table, self.after):
            column.addWidget(pane)
        self.moving = Moving(self.table, lambda: [self.before, self.table, self.after])

    def moved(self, *steps: int) -> list[int]:
        for step in steps:
            self.moving.by(step)
        return self.table.chosen_ids()


@pytest.fixture
def window(theme: Theme, qtbot: QtBot) -> Window:
    window = Window(theme)
    qtbot.addWidget(window)
    window.resize(700, 500)
    window.show()
    window.activateWindow()
    return window


def test_moving_stops_at_both_ends(window: Window) -> None:
    assert window.moved(1) == [5], "nothing was chosen"
    assert window.moved(1, 1) == [3]
    assert window.moved(1, 1, 1, 1) == [1]
    assert window.moved(-1) == [2]
    assert window.moved(-1, -1, -1, -1) == [5]


@pytest.mark.parametrize(("step", "chosen"), [(1, [2]), (-1, [4])])
def test_what_stood_beside_a_ticket_that_left_comes_next(step: int, chosen: list[int], window: Window) -> None:
    window.table.choose(3)
    window.tickets.apply([made.removal(3, 9)], 9)
    assert window.table.chosen_ids() == []
    assert window.moved(step) == chosen


def test_the_last_one_stands_in_for_what_left_the_end(window: Window) -> None:
    window.table.choose(1)
    window.tickets.apply([made.removal(1, 9)], 9)
    assert window.moved(1) == [2]


def test_nothing_moves_in_an_empty_table(window: Window) -> None:
    window.tickets.load(made.facts([]), 9)
    window.moving.extend(1)
    assert window.moved(1, -1) == []


def test_more_are_chosen_and_on_the_way_back_fewer(window: Window) -> None:
    window.table.choose(4)
    window.moving.extend(1)
    window.moving.extend(1)
    assert window.table.chosen_ids() == [4, 3, 2]
    window.moving.extend(-1)
    assert window.table.chosen_ids() == [4, 3]
    window.moving.extend(-1)
    window.moving.extend(-1)
    assert window.table.chosen_ids() == [5, 4]


def test_the_focus_goes_round_the_panes_in_sight(window: Window, qtbot: QtBot) -> None:
    focus(window.table)
    qtbot.waitUntil(window.table.hasFocus)
    window.moving.to_pane(1)
    assert window.inside.hasFocus()
    window.moving.to_pane(1)
    assert window.before.isAncestorOf(window.focusWidget())
    window.before.hide()
    window.moving.to_pane(-1)
    assert window.inside.hasFocus(), "a hidden pane takes no focus"
    window.moving.to_table()
    assert window.table.hasFocus()
