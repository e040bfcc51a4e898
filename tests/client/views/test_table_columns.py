"""Columns are shown, moved and sized in the head and in the menu, by mouse and by keyboard."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from client.languages import Language
from client.models.columns import STAFF_COLUMNS, Column, title
from client.models.tickets import TicketTableModel
from client.views.columns_menu import ColumnsMenu
from client.views.table_header import TableHeader
from client.views.theme.theme import Theme
from client.views.ticket_table import TicketTable
from tests.client import made


@pytest.fixture
def table(qtbot: QtBot, theme: Theme) -> TicketTable:
    return made_table(qtbot, theme)


def made_table(qtbot: QtBot, theme: Theme) -> TicketTable:
    model = TicketTableModel(STAFF_COLUMNS, lambda: made.NOON_US)
    model.load(made.facts(made.ticket(number) for number in range(1, 6)), 5)
    table = TicketTable(theme, model, lambda: made.NOON_US)
    qtbot.addWidget(table)
    table.resize(900, 500)
    table.show()
    return table


@pytest.fixture
def menu(table: TicketTable) -> ColumnsMenu:
    return ColumnsMenu(table, [QAction("Ticket", table, checkable=True, checked=True)])


def section(column: Column) -> int:
    return STAFF_COLUMNS.index(column)


def shown(table: TicketTable) -> list[Column]:
    """Return the columns in sight, from the left."""
    head = table.horizontalHeader()
    places = (head.logicalIndex(place) for place in range(head.count()))
    return [STAFF_COLUMNS[at] for at in places if not head.isSectionHidden(at)]


def entry(menu: QMenu, words: str) -> QAction:
    return next(action for action in menu.actions() if action.text() == words)


def test_a_column_that_is_sized_keeps_its_width_and_the_problem_takes_the_rest(table: TicketTable) -> None:
    head = table.horizontalHeader()
    head.resizeSection(section(Column.OPENED), 131)
    for width in (1_000, 700, 1_900):
        table.resize(width, 500)
        table.grab()
        assert head.sectionSize(section(Column.OPENED)) == 131
        assert head.length() == table.viewport().width()
    head.sectionHandleDoubleClicked.emit(section(Column.OPENED))
    assert table.columns.layout.widths == {}


def test_a_column_that_is_dragged_keeps_its_place(table: TicketTable) -> None:
    head = table.horizontalHeader()
    head.moveSection(head.visualIndex(section(Column.CATEGORY)), 0)
    assert table.columns.layout.order[0] is Column.CATEGORY
    table.resize(1_900, 500)
    table.grab()
    assert shown(table)[:2] == [Column.CATEGORY, Column.NUMBER]
    table.columns.reset()
    assert shown(table)[0] is Column.NUMBER


def test_columns_are_shown_and_hidden_in_the_menu_which_stays_open(
    table: TicketTable, menu: ColumnsMenu, qtbot: QtBot
) -> None:
    menu.popup(table.mapToGlobal(QPoint(0, 0)))
    qtbot.waitUntil(menu.isVisible)
    age = entry(menu, title(Column.AGE))
    assert not age.isChecked()
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(age).center())
    assert menu.isVisible()
    assert Column.AGE in shown(table)
    menu.setActiveAction(entry(menu, title(Column.STATUS)))
    QTest.keyClick(menu, Qt.Key.Key_Space)
    assert Column.STATUS not in shown(table)
    entry(menu, "Reset columns and order").trigger()
    assert Column.AGE not in shown(table)
    menu.close()


def test_ctrl_and_an_arrow_move_the_marked_column_among_those_in_sight(
    table: TicketTable, menu: ColumnsMenu, qtbot: QtBot
) -> None:
    before = shown(table)
    menu.popup(table.mapToGlobal(QPoint(0, 0)))
    qtbot.waitUntil(menu.isVisible)
    menu.setActiveAction(entry(menu, title(before[1])))
    for key, place in ((Qt.Key.Key_Down, 2), (Qt.Key.Key_Up, 1), (Qt.Key.Key_Up, 0), (Qt.Key.Key_Up, 0)):
        QTest.keyClick(menu, key, Qt.KeyboardModifier.ControlModifier)
        assert shown(table)[place] is before[1]
        assert menu.activeAction().text() == title(before[1]), "it can be moved on"
    menu.close()


def test_ctrl_and_an_arrow_size_the_marked_column(table: TicketTable, menu: ColumnsMenu, qtbot: QtBot) -> None:
    at = table.columns.all.index(Column.OPENED)
    before = table.columnWidth(at)
    menu.popup(table.mapToGlobal(QPoint(0, 0)))
    qtbot.waitUntil(menu.isVisible)
    menu.setActiveAction(entry(menu, title(Column.OPENED)))
    QTest.keyClick(menu, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert table.columnWidth(at) == before + 16
    for _ in range(20):
        QTest.keyClick(menu, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    assert table.columnWidth(at) == 32
    assert menu.isVisible()
    menu.close()


def test_the_menu_of_a_head_sorts_moves_and_hides_its_column(
    table: TicketTable, menu: ColumnsMenu, qtbot: QtBot
) -> None:
    head = table.horizontalHeader()
    at = QPoint(head.sectionViewportPosition(section(Column.OPENED)) + 5, 5)
    head.customContextMenuRequested.emit(at)
    with qtbot.waitSignal(menu.sort_wanted) as wanted:
        entry(menu, "Sort rising").trigger()
    assert wanted.args == [Column.OPENED, False]
    place = shown(table).index(Column.OPENED)
    entry(menu, "Move left").trigger()
    assert shown(table)[place - 1] is Column.OPENED
    entry(menu, "Hide").trigger()
    assert Column.OPENED not in shown(table)
    menu.close()
    problem = QPoint(head.sectionViewportPosition(section(Column.PROBLEM)) + 5, 5)
    head.customContextMenuRequested.emit(problem)
    assert not entry(menu, "Texts are searched, not sorted").isEnabled()
    menu.close()


def test_by_any_fact_is_sorted_by_the_keyboard_alone_and_again_the_other_way(menu: ColumnsMenu, qtbot: QtBot) -> None:
    menu.aboutToShow.emit()
    sorting = menu.findChild(QMenu)
    assert isinstance(sorting, QMenu)
    assert sorting.title() == "Sort by"
    assert title(Column.PROBLEM) not in [action.text() for action in sorting.actions()]
    with qtbot.waitSignal(menu.sort_wanted) as wanted:
        entry(sorting, title(Column.OPENED)).trigger()
    assert wanted.args == [Column.OPENED, False], "it falls now"
    with qtbot.waitSignal(menu.sort_wanted) as wanted:
        entry(sorting, title(Column.CONFIDENCE)).trigger()
    assert wanted.args == [Column.CONFIDENCE, True]


def test_the_last_column_stays(table: TicketTable, menu: ColumnsMenu) -> None:
    menu.aboutToShow.emit()
    for column in STAFF_COLUMNS:
        if entry(menu, title(column)).isChecked():
            entry(menu, title(column)).trigger()
    assert len(shown(table)) == 1


def test_panels_stand_in_the_same_menu(menu: ColumnsMenu) -> None:
    menu.aboutToShow.emit()
    assert entry(menu, "Ticket").isChecked()


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("width", [560, 900, 1_500])
def test_no_heading_is_cut_in_any_language(
    language: Language, width: int, qtbot: QtBot, theme: Theme, spoken: Callable[[Language], None]
) -> None:
    spoken(language)
    table = made_table(qtbot, theme)
    table.resize(width, 500)
    head = table.horizontalHeader()
    assert isinstance(head, TableHeader)
    for column in set(shown(table)) - {Column.STATUS, Column.CATEGORY, Column.PROBLEM}:
        words = head.short_words.get(section(column), title(column))
        assert head.sectionSize(section(column)) >= head.room_for(words), words
