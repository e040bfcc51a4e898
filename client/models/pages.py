"""What the conversation and the history of one ticket have in common: pages that are fetched, and what comes live."""

import bisect
from collections.abc import Iterable
from itertools import groupby
from typing import Any, Protocol

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Signal

from client.moments import local_day

ModelIndex = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()


class Entry(Protocol):
    """A message or a change: its revision is its identity and its place."""

    @property
    def revision(self) -> int:
        """The revision that it came with."""


# How many of the newest entries are rows at first, and how many more whenever earlier ones are wanted: a view lays all
# of them out whenever one comes, and whenever it gets another width.
STEP = 50


class PagedModel(QAbstractListModel):
    """The entries of one ticket by rising revision, each once, however often it is told; of many the newest are rows.

    `wanted` asks for the entries of a ticket after a revision: answer by `set_page`, or by `page_failed`.
    """

    wanted = Signal(object, object)
    loaded = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin with no ticket."""
        super().__init__(parent)
        self.ticket_id = 0
        self._entries: list[Any] = []
        # How many entries there are before the first row; while the first pages are read they all stand there.
        self._before = 0
        self._is_reading = False
        self._read_to = 0
        self._asking = False
        self._ask_again = False
        self._outdated = False

    def rowCount(self, parent: ModelIndex = ROOT) -> int:
        """Return how many entries are shown."""
        return 0 if parent.isValid() else len(self._entries) - self._before

    @property
    def has_earlier(self) -> bool:
        """Say whether there are entries before the first row."""
        return self._before > 0 and not self._is_reading

    def show_earlier(self) -> None:
        """Make rows of some of the entries before the first row."""
        if self.has_earlier:
            self._reach_back(min(STEP, self._before))

    def fold(self) -> None:
        """Have few rows again, the newest: nobody reads the others any more."""
        surplus = self.rowCount() - STEP
        if surplus > STEP:
            self.beginRemoveRows(ROOT, 0, surplus - 1)
            self._before += surplus
            self.endRemoveRows()
            self._tell_first(0)

    def _reach_back(self, count: int) -> None:
        self.beginInsertRows(ROOT, 0, count - 1)
        self._before -= count
        self.endInsertRows()
        self._tell_first(count)

    def _entry(self, row: int) -> Any:  # noqa: ANN401 - a message or a change
        return self._entries[self._before + row]

    def _begins_day(self, row: int) -> bool:
        """Say whether an entry is the first of its local day."""
        return row == 0 or local_day(self._time_us(row - 1)) != local_day(self._time_us(row))

    def _time_us(self, row: int) -> int:
        raise NotImplementedError

    def show(self, ticket_id: int) -> None:
        """Show another ticket's entries from the first on; 0 shows none."""
        self.beginResetModel()
        self.ticket_id, self._read_to = ticket_id, 0
        self._asking = self._ask_again = self._outdated = False
        self._forget()
        self.endResetModel()
        self.refresh()

    def _forget(self) -> None:
        self._entries, self._before, self._is_reading = [], 0, True

    def read_anew(self) -> None:
        """Forget the entries shown and ask for all of them again; an answer on its way is not taken any more."""
        outdated = self._asking
        self.beginResetModel()
        self._read_to = 0
        self._forget()
        self.endResetModel()
        self.refresh()
        self._outdated = outdated

    def refresh(self) -> None:
        """Ask for what may have been missed, such as while the server was away."""
        # What happens while an answer is on its way may not be part of it.
        self._ask_again = self._asking
        if self.ticket_id and not self._asking:
            self._asking = True
            self.wanted.emit(self.ticket_id, self._read_to)

    def page_failed(self, ticket_id: int) -> None:
        """Take notice that `wanted` was not answered; `refresh` asks again."""
        if ticket_id == self.ticket_id:
            self._asking = False
            if not self._ask_if_outdated():
                self._show_newest()

    def _take_page(self, ticket_id: int, entries: Iterable[Entry], *, more: bool) -> None:
        if ticket_id != self.ticket_id:
            return
        self._asking = False
        if self._ask_if_outdated():
            return
        known = list(entries)
        self._insert(known, as_rows=not self._is_reading)
        self._read_to = max([self._read_to, *(entry.revision for entry in known)])
        if not more:
            self._show_newest()
        if more or self._ask_again:
            self.refresh()
        else:
            self.loaded.emit()

    def _ask_if_outdated(self) -> bool:
        outdated, self._outdated = self._outdated, False
        if outdated:
            self.refresh()
        return outdated

    def _show_newest(self) -> None:
        """Make rows of the newest entries, once all that there were have been read."""
        was_reading, self._is_reading = self._is_reading, False
        if was_reading and self._before:
            self._reach_back(min(STEP, self._before))

    def _insert(self, entries: Iterable[Entry], *, as_rows: bool = True) -> None:
        """Take in the entries that are not known yet, those that stand together at once; not all become rows."""
        known = {entry.revision for entry in self._entries}
        new = {entry.revision: entry for entry in entries if entry.revision not in known}
        runs = groupby(sorted(new), key=lambda revision: bisect.bisect(self._entries, revision, key=_revision))
        # From behind, so that what is inserted moves no place where more belongs.
        for place, run in reversed([(place, [new[revision] for revision in run]) for place, run in runs]):
            self._insert_run(place, run, as_rows=as_rows)

    def _insert_run(self, place: int, run: list[Entry], *, as_rows: bool) -> None:
        row = place - self._before
        if row < 0 or (row == 0 and not as_rows):
            self._entries[place:place] = run
            self._before += len(run)
            return
        self.beginInsertRows(ROOT, row, row + len(run) - 1)
        self._entries[place:place] = run
        self.endInsertRows()
        self._tell_first(row + len(run))

    def _tell_first(self, row: int) -> None:
        """Have a row painted anew: how an entry looks may depend on the one before it."""
        if row < self.rowCount():
            self.dataChanged.emit(self.index(row), self.index(row))


def _revision(entry: Entry) -> int:
    return entry.revision
