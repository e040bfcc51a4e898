"""A series' table: written as people read it, and updated without one row becoming another."""

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from client.csv_file import Cell
from client.models.series_table import SeriesTable, SeriesTableModel, local_cell
from tests.client.made import NOON_US

pytestmark = [pytest.mark.qt_log_level_fail("WARNING"), pytest.mark.usefixtures("qapp")]


def table(*rows: tuple[Cell, ...]) -> SeriesTable:
    return SeriesTable(("From", "Open"), rows)


def shown(model: SeriesTableModel) -> list[list[str]]:
    return [[model.index(row, at).data() for at in range(model.columnCount())] for row in range(model.rowCount())]


@pytest.fixture
def model() -> SeriesTableModel:
    model = SeriesTableModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning, model)
    model.show_table(table(("9", 1), ("10", 2), ("11", 3)))
    return model


def test_cells_are_written_for_people(model: SeriesTableModel) -> None:
    model.show_table(table(("9", 12_345), ("10", 2.5), ("11", None)))
    assert shown(model) == [["9", "12,345"], ["10", "2.50"], ["11", "–"]]
    sides = [model.index(0, at).data(Qt.ItemDataRole.TextAlignmentRole) for at in range(2)]
    assert [Qt.AlignmentFlag(side) & Qt.AlignmentFlag.AlignHorizontal_Mask for side in sides] == [
        Qt.AlignmentFlag.AlignLeft,
        Qt.AlignmentFlag.AlignRight,
    ]
    heads = [model.headerData(at, Qt.Orientation.Horizontal) for at in range(2)]
    assert heads == ["From", "Open"]


def test_words_among_numbers_stand_on_the_side_of_the_numbers(model: SeriesTableModel) -> None:
    model.show_table(table(("9", 12), ("10", "not reached")))
    right = Qt.AlignmentFlag.AlignRight
    sides = [model.index(at, 1).data(Qt.ItemDataRole.TextAlignmentRole) for at in range(2)]
    sides.append(model.headerData(1, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole))
    assert [Qt.AlignmentFlag(side) & Qt.AlignmentFlag.AlignHorizontal_Mask for side in sides] == [right] * 3


def test_a_bar_that_comes_or_goes_leaves_the_others_their_rows(model: SeriesTableModel, qtbot: QtBot) -> None:
    ten = QPersistentModelIndex(model.index(1, 0))
    with qtbot.assertNotEmitted(model.modelReset):
        model.show_table(table(("10", 7), ("11", 3), ("12", 0), ("13", 4)))
        assert (ten.row(), shown(model)) == (0, [["10", "7"], ["11", "3"], ["12", "0"], ["13", "4"]])
        model.show_table(table(("8", 1), ("10", 7), ("10:30", 2), ("11", 3)))
    assert (ten.row(), shown(model)) == (1, [["8", "1"], ["10", "7"], ["10:30", "2"], ["11", "3"]])


def test_bars_go_and_come_in_several_places_at_once(model: SeriesTableModel) -> None:
    model.show_table(table(("1", 1), ("2", 2), ("3", 3), ("4", 4), ("5", 5), ("6", 6)))
    five = QPersistentModelIndex(model.index(4, 0))
    model.show_table(table(("0", 0), ("2", 2), ("2:30", 9), ("5", 5), ("7", 7)))
    assert (five.row(), shown(model)) == (3, [["0", "0"], ["2", "2"], ["2:30", "9"], ["5", "5"], ["7", "7"]])


def test_only_what_changed_is_written_anew(model: SeriesTableModel) -> None:
    told: list[tuple[int, int]] = []

    def keep(first: QModelIndex, last: QModelIndex) -> None:
        told.append((first.row(), last.row()))

    model.dataChanged.connect(keep)
    model.show_table(table(("9", 1), ("10", 5), ("11", 3)))
    assert told == [(1, 1)]


def test_other_columns_or_another_order_are_another_table(model: SeriesTableModel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(model.modelReset):
        model.show_table(table(("11", 3), ("10", 2), ("9", 1)))
    assert shown(model) == [["11", "3"], ["10", "2"], ["9", "1"]]
    with qtbot.waitSignal(model.modelReset):
        model.show_table(SeriesTable(("Month",), (("Jan",),)))
    assert shown(model) == [["Jan"]]


def test_a_moment_is_a_local_date_and_time() -> None:
    assert len(local_cell(NOON_US / 1e6)) == len("2026-03-02 12:00")
    assert local_cell(NOON_US / 1e6).startswith("2026-03-02 ")
