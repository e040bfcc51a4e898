"""A series as a table: exactly what is plotted, one row a bar, to be read by rows and taken along as a file."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, tzinfo
from itertools import groupby
from typing import NamedTuple, TypeAlias

from PySide6.QtCore import QAbstractTableModel, QLocale, Qt

from client.campus_zone import clock
from client.csv_file import Cell
from client.models.pages import ROOT, ModelIndex


class Moment(NamedTuple):
    """A cell with a moment, in microseconds since 1970, by the clocks of the campus or, for None, of this PC."""

    time_us: int
    zone: tzinfo | None

    @property
    def words(self) -> str:
        """Return date and time, and of an hour that comes twice which one it is."""
        local = datetime.fromtimestamp(self.time_us // 1_000_000, self.zone)
        return f"{local:%Y-%m-%d} {clock(local)}"

    @property
    def exact(self) -> str:
        """Return it for a file that goes elsewhere: by ISO 8601, with its distance from UTC."""
        local = datetime.fromtimestamp(self.time_us // 1_000_000, self.zone)
        return (local if local.tzinfo is not None else local.astimezone()).isoformat()


ShownCell: TypeAlias = Cell | Moment
_Row: TypeAlias = tuple[ShownCell, ...]
# What is not known, and how many places a fraction has.
_UNKNOWN, _PLACES = "–", 2


@dataclass(frozen=True)
class SeriesTable:
    """What its columns are called, and its rows; None where something is not known.

    A row is known by its first cell.
    """

    headings: tuple[str, ...]
    rows: tuple[_Row, ...]

    @property
    def file_rows(self) -> tuple[tuple[Cell, ...], ...]:
        """Return the rows as they are written into a file."""
        return tuple(tuple(cell.exact if isinstance(cell, Moment) else cell for cell in row) for row in self.rows)


class SeriesTableModel(QAbstractTableModel):
    """Shows the table of one result after another; a row stays the same row as long as its bar is there."""

    def __init__(self) -> None:
        super().__init__()
        self._table = SeriesTable((), ())
        # The columns that hold words alone; in others words stand for numbers that are not known.
        self._worded: frozenset[int] = frozenset()

    def show_table(self, table: SeriesTable) -> None:
        """Show this table: what is gone goes, what is new comes, and what changed is written anew."""
        shown = self._table
        columns = enumerate(zip(*table.rows, strict=True))
        self._worded = frozenset(at for at, cells in columns if all(isinstance(cell, (str, Moment)) for cell in cells))
        kept = _keys(shown.rows) & _keys(table.rows)
        in_order = [[row[0] for row in rows if row[0] in kept] for rows in (shown.rows, table.rows)]
        if shown.headings != table.headings or in_order[0] != in_order[1]:
            self.beginResetModel()
            self._table = table
            self.endResetModel()
            return
        self._remove_others(kept)
        self._insert_others(table, kept)
        self._rewrite(table)

    def _remove_others(self, kept: set[ShownCell]) -> None:
        rows = self._table.rows
        for first, last in reversed(list(_spans(rows, kept))):
            self.beginRemoveRows(ROOT, first, last)
            rows = (*rows[:first], *rows[last + 1 :])
            self._table = SeriesTable(self._table.headings, rows)
            self.endRemoveRows()

    def _insert_others(self, table: SeriesTable, kept: set[ShownCell]) -> None:
        rows = self._table.rows
        for first, last in _spans(table.rows, kept):
            self.beginInsertRows(ROOT, first, last)
            rows = (*rows[:first], *table.rows[first : last + 1], *rows[first:])
            self._table = SeriesTable(table.headings, rows)
            self.endInsertRows()

    def _rewrite(self, table: SeriesTable) -> None:
        before, self._table = self._table, table
        for at, (old, new) in enumerate(zip(before.rows, table.rows, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(at, 0), self.index(at, len(table.headings) - 1))

    def rowCount(self, parent: ModelIndex = ROOT) -> int:
        """Return the number of bars."""
        return 0 if parent.isValid() else len(self._table.rows)

    def columnCount(self, parent: ModelIndex = ROOT) -> int:
        """Return the number of headings."""
        return 0 if parent.isValid() else len(self._table.headings)

    def data(self, index: ModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> str | int | None:
        """Return a cell as people read it; numbers stand at the right."""
        if not index.isValid():
            return None
        cell = self._table.rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return _words(cell)
        return self._side(index.column()) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | int | None:
        """Return a heading, on the side of what stands under it."""
        if orientation is not Qt.Orientation.Horizontal or section >= len(self._table.headings):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._table.headings[section]
        return self._side(section) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def _side(self, column: int) -> int:
        side = Qt.AlignmentFlag.AlignLeft if column in self._worded else Qt.AlignmentFlag.AlignRight
        return int(side | Qt.AlignmentFlag.AlignVCenter)


def _keys(rows: Iterable[_Row]) -> set[ShownCell]:
    return {row[0] for row in rows}


def _spans(rows: tuple[_Row, ...], kept: set[ShownCell]) -> Iterator[tuple[int, int]]:
    """Tell the first and the last of each run of rows that are not among those kept."""
    for is_kept, run in groupby(range(len(rows)), lambda at: rows[at][0] in kept):
        if not is_kept:
            places = list(run)
            yield places[0], places[-1]


def _words(cell: ShownCell) -> str:
    if isinstance(cell, Moment):
        return cell.words
    if cell is None:
        return _UNKNOWN
    if isinstance(cell, float):
        return QLocale().toString(cell, "f", _PLACES)
    return cell if isinstance(cell, str) else QLocale().toString(cell)
