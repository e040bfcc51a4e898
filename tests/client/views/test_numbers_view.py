"""The numbers of a plot are read, walked through and chosen by keys, and stay where they are when others come."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QFont, QFontMetrics
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from client.models.series_table import SeriesTable
from client.views.numbers_view import NumbersView
from client.views.theme import tokens

pytestmark = pytest.mark.usefixtures("theme")


def table(first: int, last: int, count: int = 0) -> SeriesTable:
    return SeriesTable(("Hour", "Open"), tuple((f"hour {hour}", count) for hour in range(first, last)))


@pytest.fixture
def view(qtbot: QtBot) -> NumbersView:
    view = NumbersView()
    QAbstractItemModelTester(view.numbers, QAbstractItemModelTester.FailureReportingMode.Warning, view)
    qtbot.addWidget(view)
    view.resize(300, 200)
    view.show()
    view.show_table(table(0, 100))
    return view


@pytest.mark.qt_log_level_fail("WARNING")
def test_what_is_chosen_and_in_sight_stays_as_bars_come_and_go(view: NumbersView) -> None:
    view.setCurrentIndex(view.numbers.index(50, 1))
    view.scrollTo(view.numbers.index(50, 1), NumbersView.ScrollHint.PositionAtTop)
    view.show_table(table(0, 100, 7))
    assert (view.currentIndex().row(), view.currentIndex().column()) == (50, 1)
    assert view.rowAt(2) == 50
    view.show_table(table(1, 101, 7))
    assert view.currentIndex().siblingAtColumn(0).data() == "hour 50"
    assert view.numbers.index(view.rowAt(2), 0).data() == "hour 50"


def test_it_begins_at_the_newest(view: NumbersView) -> None:
    assert view.rowAt(view.viewport().height() - 2) == 99
    assert view.currentIndex().row() == 99


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_shows_the_tickets_of_a_cell(view: NumbersView, qtbot: QtBot, key: Qt.Key) -> None:
    view.setCurrentIndex(view.numbers.index(0, 0))
    for walked in (Qt.Key.Key_Down, Qt.Key.Key_Right):
        QTest.keyClick(view, walked)
    with qtbot.waitSignal(view.entered) as told:
        QTest.keyClick(view, key)
    assert told.args == [1, 1]


def test_a_double_click_does_as_enter_does(view: NumbersView, qtbot: QtBot) -> None:
    at = view.visualRect(view.numbers.index(98, 1)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    with qtbot.waitSignal(view.entered) as told:
        QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert told.args == [98, 1]


def test_it_has_a_name_and_headings_for_who_has_it_read_aloud(view: NumbersView) -> None:
    read = QAccessible.queryAccessibleInterface(view)
    assert read.text(QAccessible.Text.Name) == "Numbers of the plot"
    told = [read.child(at).text(QAccessible.Text.Name) for at in range(9)]
    assert [words for words in told if words] == ["Hour", "Open", "hour 0", "0", "hour 1", "0"]


def test_columns_are_as_wide_as_their_words_and_hardly_wider(view: NumbersView) -> None:
    headings = ("Hour", "Expected median, days", "Open")
    view.show_table(SeriesTable(headings, (("2026-11-20 23:00", 1, 320_000), ("2026-11-20 24:00", 2, 1))))
    small = QFont(view.font())
    small.setPixelSize(tokens.SMALL)
    cells, heads = view.fontMetrics().horizontalAdvance, QFontMetrics(small).horizontalAdvance
    needed = [cells("2026-11-20 23:00"), heads(headings[1]), cells("320,000")]
    widths = [view.columnWidth(column) for column in range(3)]
    assert all(24 <= width - wide <= 40 for width, wide in zip(widths, needed, strict=True)), (widths, needed)
