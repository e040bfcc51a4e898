"""What the conversation and the history of one ticket have in common: pages that are fetched, and what comes live."""

import bisect
from collections.abc import Iterable
from typing import Any, Protocol

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Signal

ModelIndex = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()


class Entry(Protocol):
    """A message or a change: its revision is its identity and its place."""

    @property
    def revision(self) -> int:
        """The revision that it came with."""


class PagedModel(QAbstractListModel):
    """The entries of one ticket by rising revision, each once, however often it is told.

    `wanted` asks for the entries of a ticket after a revision: answer by `set_page`, or by `page_failed`.
    """

    wanted = Signal(object, object)
    loaded = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin with no ticket."""
        super().__init__(parent)
        self.ticket_id = 0
        self._entries: list[Any] = []
        self._read_to = 0
        self._asking = False
        self._ask_again = False
        self._outdated = False

    def rowCount(self, parent: ModelIndex = ROOT) -> int:
        """Return how many entries are known."""
        return 0 if parent.isValid() else len(self._entries)

    def show(self, ticket_id: int) -> None:
        """Show another ticket's entries from the first on; 0 shows none."""
        self.beginResetModel()
        self.ticket_id, self._read_to = ticket_id, 0
        self._asking = self._ask_again = self._outdated = False
        self._entries = []
        self.endResetModel()
        self.refresh()

    def read_anew(self) -> None:
        """Forget the entries shown and ask for all of them again; an answer on its way is not taken any more."""
        outdated = self._asking
        self.beginResetModel()
        self._entries, self._read_to = [], 0
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
            self._ask_if_outdated()

    def _take_page(self, ticket_id: int, entries: Iterable[Entry], *, more: bool) -> None:
        if ticket_id != self.ticket_id:
            return
        self._asking = False
        if self._ask_if_outdated():
            return
        for entry in entries:
            self._insert(entry)
            self._read_to = max(self._read_to, entry.revision)
        if more or self._ask_again:
            self.refresh()
        else:
            self.loaded.emit()

    def _ask_if_outdated(self) -> bool:
        outdated, self._outdated = self._outdated, False
        if outdated:
            self.refresh()
        return outdated

    def _insert(self, entry: Entry) -> None:
        place = bisect.bisect_left(self._entries, entry.revision, key=_revision)
        if place < len(self._entries) and self._entries[place].revision == entry.revision:
            return
        self.beginInsertRows(ROOT, place, place)
        self._entries.insert(place, entry)
        self.endInsertRows()


def _revision(entry: Entry) -> int:
    return entry.revision
