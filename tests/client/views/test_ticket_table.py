"""The table shows what its model tells, in every width, and loses no choice to a row that leaves."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from campusdesk.rules import Status
from client.models.columns import STAFF_COLUMNS, Column
from client.models.named_views import Order
from client.models.rule import Rule
from client.models.tickets import TicketTableModel
from client.settings import Theme as ThemeChoice
from client.views.theme.theme import Theme
from client.views.theme.tokens import DARK, LIGHT
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


def test_a_click_on_a_head_asks_for_an_order_and_a_column_of_texts_leaves_it(shown: Shown) -> None:
    table, _ = shown
    header = table.horizontalHeader()
    wanted: list[tuple[Column, bool]] = []
    refused: list[tuple[()]] = []
    table.sort_wanted.connect(lambda column, falls: wanted.append((column, falls)))
    table.sort_refused.connect(lambda: refused.append(()))
    header.setSortIndicator(STAFF_COLUMNS.index(Column.NUMBER), Qt.SortOrder.AscendingOrder)
    assert wanted == [(Column.NUMBER, False)]
    table.show_order(Order(Column.NUMBER, descending=False))
    header.setSortIndicator(STAFF_COLUMNS.index(Column.PROBLEM), Qt.SortOrder.DescendingOrder)
    assert (len(wanted), refused) == (1, [()])
    assert header.sortIndicatorSection() == STAFF_COLUMNS.index(Column.NUMBER)


def test_who_comes_back_to_the_table_finds_no_other_ticket_chosen(shown: Shown, qtbot: QtBot) -> None:
    table, model = shown
    table.clearFocus()
    model.load(made.facts(made.ticket(number) for number in range(1, 6)), 5)
    told: list[int] = []
    table.chosen.connect(told.append)
    table.activateWindow()
    table.setFocus()
    qtbot.waitUntil(table.hasFocus, timeout=PATIENCE_MS)
    assert (told, table.chosen_ids(), table.currentIndex().isValid()) == ([], [], False)
    QTest.keyClick(table, Qt.Key.Key_Down)
    assert told == [5]


def test_home_and_end_are_the_first_and_the_last_ticket(shown: Shown) -> None:
    table, _ = shown
    table.choose(3)
    QTest.keyClick(table, Qt.Key.Key_End)
    assert table.chosen_ids() == [1]
    QTest.keyClick(table, Qt.Key.Key_Home)
    assert table.chosen_ids() == [5]


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
    model.arrange(Rule(statuses=frozenset({int(Status.OPEN)})))
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
@pytest.mark.parametrize("tells_doubt", [False, True])
def test_the_columns_fit_every_width(shown: Shown, width: int, tells_doubt: bool) -> None:
    table, _ = shown
    table.resize(width, 500)
    table.suit(has_closed=True, tells_doubt=tells_doubt)
    table.grab()
    assert table.columnWidth(STAFF_COLUMNS.index(Column.PROBLEM)) >= 180
    assert table.horizontalHeader().length() == table.viewport().width()


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
    model.arrange(Rule(statuses=frozenset({int(Status.CLOSED)})))
    assert table.emptiness.isVisible()
    assert table.emptiness.text() == "Nothing is open."


def cell_by_cell(table: TicketTable) -> QImage:
    """Return what is in sight as the delegate paints it cell by cell, in the places that Qt says."""
    image = QImage(table.viewport().size(), QImage.Format.Format_RGB32)
    image.fill(QColor(LIGHT.surface))
    painter = QPainter(image)
    for row in range(table.model().rowCount()):
        for section in range(table.model().columnCount()):
            index, option = table.model().index(row, section), QStyleOptionViewItem()
            option.rect, option.font = table.visualRect(index), table.font()
            if table.selectionModel().isRowSelected(row):
                option.state |= QStyle.StateFlag.State_Selected
            if not option.rect.isEmpty():
                table.itemDelegate().paint(painter, option, index)
    painter.end()
    return image


def move_a_column(table: TicketTable) -> None:
    table.columns.set_layout(table.columns.layout.moved(Column.LOCATION, -9))


def choose_many_columns(table: TicketTable) -> None:
    layout = table.columns.layout
    for column in STAFF_COLUMNS:
        layout = layout.with_choice(column, shown=True)
    table.columns.set_layout(layout)


@pytest.mark.parametrize("height", [500, 130])
@pytest.mark.parametrize("width", [1200, 520])
@pytest.mark.parametrize("arranged", [lambda _: None, move_a_column, choose_many_columns])
def test_rows_are_painted_as_their_cells_are(
    arranged: Callable[[TicketTable], None], width: int, height: int, shown: Shown
) -> None:
    table, _ = shown
    table.resize(width, height)
    arranged(table)
    table.choose(3)
    table.verticalScrollBar().setValue(17)
    assert table.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32) == cell_by_cell(table)


def test_rows_that_are_scrolled_sideways_are_painted_as_their_cells_are(shown: Shown, qtbot: QtBot) -> None:
    table, _ = shown
    table.resize(520, 500)
    choose_many_columns(table)
    bar = table.horizontalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0, timeout=PATIENCE_MS)
    bar.setValue(bar.maximum() // 2)
    assert table.horizontalHeader().offset() > 0
    assert table.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32) == cell_by_cell(table)


def test_nothing_of_rows_that_left_stays_under_the_last_one(shown: Shown, theme: Theme) -> None:
    table, model = shown
    for choice, ground in ((ThemeChoice.LIGHT, LIGHT), (ThemeChoice.DARK, DARK)):
        theme.choose(choice)
        for gone in (1, 2):
            model.apply([made.removal(gone, 6)], 6)
        picture = table.viewport().grab().toImage()
        end = table.rowViewportPosition(model.rowCount() - 1) + 36
        under = {picture.pixel(x, y) for x in range(0, picture.width(), 9) for y in range(end, picture.height())}
        assert under == {QColor(ground.surface).rgb()}
