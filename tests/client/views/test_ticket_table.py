"""The table shows what its model tells, in every width, and loses no choice to a row that leaves."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from campusdesk.rules import Status
from client.models.columns import STAFF_COLUMNS, Column
from client.models.tickets import TicketTableModel
from client.views.theme.theme import Theme
from client.views.ticket_table import TicketTable
from tests.client import made
from tests.client.views.answers import PATIENCE_MS

Shown = tuple[TicketTable, TicketTableModel]


@pytest.fixture
def shown(qtbot: QtBot, theme: Theme) -> Shown:
    model = TicketTableModel(STAFF_COLUMNS, lambda: made.NOON_US)
    model.load(made.facts(made.ticket(number) for number in range(1, 6)), 5)
    table = TicketTable(theme, model, lambda: made.NOON_US)
    qtbot.addWidget(table)
    table.resize(1200, 500)
    table.show()
    return table, model


def numbers(model: TicketTableModel) -> list[int]:
    return [model.ticket_id(row) for row in range(model.rowCount())]


def test_the_newest_ticket_comes_first(shown: Shown) -> None:
    assert numbers(shown[1]) == [5, 4, 3, 2, 1]


def test_a_click_on_a_head_sorts_and_a_column_of_texts_leaves_the_order(shown: Shown) -> None:
    table, model = shown
    header = table.horizontalHeader()
    header.setSortIndicator(STAFF_COLUMNS.index(Column.NUMBER), Qt.SortOrder.AscendingOrder)
    assert numbers(model) == [1, 2, 3, 4, 5]
    header.setSortIndicator(STAFF_COLUMNS.index(Column.PROBLEM), Qt.SortOrder.DescendingOrder)
    assert numbers(model) == [1, 2, 3, 4, 5]
    assert header.sortIndicatorSection() == STAFF_COLUMNS.index(Column.NUMBER)


def test_the_arrow_keys_move_and_tell(shown: Shown, qtbot: QtBot) -> None:
    table, _ = shown
    table.choose(5)
    with qtbot.waitSignal(table.chosen) as chosen:
        QTest.keyClick(table, Qt.Key.Key_Down)
    assert chosen.args == [4]


def test_a_chosen_row_that_leaves_chooses_no_neighbour(shown: Shown, qtbot: QtBot) -> None:
    table, model = shown
    table.choose(3)
    with qtbot.assertNotEmitted(table.chosen):
        model.apply([made.removal(3, 6)], 6)
    assert not table.currentIndex().isValid()
    assert numbers(model) == [5, 4, 2, 1]


def test_a_ticket_that_is_not_in_the_table_leaves_no_other_chosen(shown: Shown, qtbot: QtBot) -> None:
    table, model = shown
    table.choose(3)
    model.set_filter({Status.OPEN}, None)
    with qtbot.assertNotEmitted(table.chosen):
        assert not table.choose(77)
    assert table.chosen_ids() == []
    # A click on the row that was chosen before leads back to it.
    with qtbot.waitSignal(table.chosen) as chosen:
        QTest.mouseClick(
            table.viewport(), Qt.MouseButton.LeftButton, pos=table.visualRect(model.index(model.row_of(3), 0)).center()
        )
    assert chosen.args == [3]


def test_a_choice_stays_on_its_ticket_while_others_come(shown: Shown, qtbot: QtBot) -> None:
    table, model = shown
    table.choose(3)
    with qtbot.assertNotEmitted(table.chosen):
        model.apply([made.change(made.ticket(6))], 6)
    assert model.ticket_id(table.currentIndex().row()) == 3


@pytest.mark.parametrize("width", [460, 600, 643, 728, 1000, 1300, 1900])
def test_the_columns_fit_every_width(shown: Shown, width: int) -> None:
    table, _ = shown
    table.resize(width, 500)
    table.grab()
    assert table.columnWidth(STAFF_COLUMNS.index(Column.PROBLEM)) >= (160 if width >= 600 else 76)
    assert table.horizontalHeader().length() <= table.viewport().width()
    kept = (Column.STATUS, Column.CATEGORY, Column.OPENED, Column.MODIFIED, Column.CLOSED)
    assert not [column for column in kept if table.isColumnHidden(STAFF_COLUMNS.index(column))]


@pytest.mark.parametrize("width", [460, 600, 728, 1000, 1100, 1300, 1900])
@pytest.mark.parametrize("tells_doubt", [False, True])
def test_where_nothing_is_closed_the_problem_takes_the_room_of_closing_dates(
    shown: Shown, width: int, tells_doubt: bool
) -> None:
    table, _ = shown
    table.resize(width, 500)
    table.grab()
    problem = STAFF_COLUMNS.index(Column.PROBLEM)
    before = table.columnWidth(problem)
    table.suit(has_closed=False, tells_doubt=tells_doubt)
    assert table.isColumnHidden(STAFF_COLUMNS.index(Column.CLOSED))
    assert table.columnWidth(problem) > before
    assert table.horizontalHeader().length() <= table.viewport().width()
    table.suit(has_closed=True, tells_doubt=False)
    assert table.columnWidth(problem) == before


def test_the_narrowest_table_needs_no_sideways_scrolling_beside_its_scroll_bar(shown: Shown, qtbot: QtBot) -> None:
    table, model = shown
    model.load(made.facts(made.ticket(number) for number in range(1, 60)), 60)
    table.resize(table.minimumSizeHint().width(), 300)
    qtbot.waitUntil(table.verticalScrollBar().isVisible, timeout=PATIENCE_MS)
    assert table.horizontalScrollBar().maximum() == 0


def test_an_empty_table_says_what_to_do(shown: Shown) -> None:
    table, model = shown
    table.say_when_empty("Nothing is open.")
    assert table.emptiness.isHidden()
    model.set_filter({Status.CLOSED}, None)
    assert table.emptiness.isVisible()
    assert table.emptiness.text() == "Nothing is open."


def test_a_column_can_be_chosen_while_the_least_sure_come_first(shown: Shown) -> None:
    table, model = shown
    table.sort_by_doubt()
    assert table.horizontalHeader().sortIndicatorSection() == -1
    table.horizontalHeader().setSortIndicator(STAFF_COLUMNS.index(Column.ME_TOO), Qt.SortOrder.DescendingOrder)
    table.sort_by_doubt()
    table.sort_as_chosen()
    assert table.horizontalHeader().sortIndicatorSection() == STAFF_COLUMNS.index(Column.ME_TOO)
    assert numbers(model) == [5, 4, 3, 2, 1]


@pytest.mark.parametrize(("width", "hidden"), [(600, True), (643, False), (1900, False)])
def test_the_count_of_others_gives_way_in_a_narrow_table(shown: Shown, width: int, hidden: bool) -> None:
    table, _ = shown
    table.resize(width, 500)
    table.grab()
    assert table.isColumnHidden(STAFF_COLUMNS.index(Column.ME_TOO)) is hidden
