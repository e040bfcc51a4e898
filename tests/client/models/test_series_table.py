"""A series' table: written as people read it, and updated without one row becoming another."""

from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from client.csv_file import Cell
from client.models.series_table import Moment, SeriesTable, SeriesTableModel
from tests.analytics.histories import HOUR_US, us

# The last hour before the clocks of Rome are set back, and forward, begins.
AUTUMN_US, SPRING_US = us("2026-10-25T00:00Z"), us("2026-03-29T00:00Z")
ROME = ZoneInfo("Europe/Rome")

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


@pytest.mark.parametrize(("zone", "pc", "names"), [
    (ROME, "America/New_York", ("CEST", "CET")),
    (None, "Europe/Rome", ("UTC+02:00", "UTC+01:00")),
])  # fmt: skip
def test_the_hour_that_comes_twice_is_told_apart(
    zone: ZoneInfo | None, pc: str, names: tuple[str, str], clocks: Callable[[str], None]
) -> None:
    clocks(pc)
    cells = [Moment(AUTUMN_US + at * HOUR_US, zone) for at in range(-1, 3)]
    summer, winter = names
    times = ["01:00", f"02:00 {summer}", f"02:00 {winter}", "03:00"]
    assert [cell.words for cell in cells] == [f"2026-10-25 {clock}" for clock in times]
    offsets = ["01:00:00+02:00", "02:00:00+02:00", "02:00:00+01:00", "03:00:00+01:00"]
    assert [cell.exact for cell in cells] == [f"2026-10-25T{clock}" for clock in offsets]
    assert [datetime.fromisoformat(cell.exact).timestamp() * 1e6 for cell in cells] == [cell.time_us for cell in cells]


def test_the_hour_that_is_left_out_is_not_told(clocks: Callable[[str], None]) -> None:
    clocks("America/New_York")
    cells = [Moment(SPRING_US + at * HOUR_US, ROME) for at in range(2)]
    assert [cell.words for cell in cells] == ["2026-03-29 01:00", "2026-03-29 03:00"]
    assert [cell.exact for cell in cells] == ["2026-03-29T01:00:00+01:00", "2026-03-29T03:00:00+02:00"]


def test_rows_of_the_same_time_of_day_stay_apart(model: SeriesTableModel, qtbot: QtBot) -> None:
    first, second = (Moment(AUTUMN_US + at * HOUR_US, ROME) for at in range(2))
    model.show_table(SeriesTable(("From", "Open"), ((first, 1), (second, 2))))
    assert shown(model) == [["2026-10-25 02:00 CEST", "1"], ["2026-10-25 02:00 CET", "2"]]
    with qtbot.waitSignal(model.rowsRemoved):
        model.show_table(SeriesTable(("From", "Open"), ((second, 2),)))
    assert shown(model) == [["2026-10-25 02:00 CET", "2"]]
    assert model.index(0, 0).data(Qt.ItemDataRole.TextAlignmentRole) & Qt.AlignmentFlag.AlignLeft.value
