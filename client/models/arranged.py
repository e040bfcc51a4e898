"""A table of tickets' facts in a chosen order: rows come, go and move, and views' marks stay on their tickets."""

from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QAbstractTableModel, QObject

from campusdesk.facts import Facts, TicketFacts
from campusdesk.rules import Status
from client.models.arrangement import Arrangement, Rule, unsure
from client.models.pages import ROOT, ModelIndex


class ArrangedModel(QAbstractTableModel):
    """One row a ticket that the rule shows; a subclass says what stands in the columns and when rows change."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin with no tickets and the rule that nobody chose."""
        super().__init__(parent)
        self._facts = Facts()
        self._rule = Rule()
        self._shown = Arrangement.of(self._rule, self._facts.columns())
        self._last: tuple[int, TicketFacts | None] | None = None

    def rowCount(self, parent: ModelIndex = ROOT) -> int:
        """Return how many tickets are shown."""
        return 0 if parent.isValid() else len(self._shown)

    def facts(self, ticket_id: int) -> TicketFacts | None:
        """Return the facts of a ticket, or None when it is not in sight of this desk."""
        row = self._facts.row_of(ticket_id)
        return self._facts.at(row) if row is not None else None

    def has(self, ticket_id: int) -> bool:
        """Say whether the ticket is in sight of this desk, shown or filtered out."""
        return self._facts.row_of(ticket_id) is not None

    def row_of(self, ticket_id: int) -> int:
        """Return the row of the ticket, or -1 when it is not shown."""
        facts = self.facts(ticket_id)
        return self._shown.row_of(facts) if facts is not None else -1

    def ticket_id(self, row: int) -> int:
        """Return the id of the ticket in a row, 0 to `rowCount() - 1`."""
        return self._shown.id_at(row)

    @property
    def total(self) -> int:
        """How many tickets are in sight of this desk, shown or filtered out."""
        return len(self._facts)

    def counts(self) -> dict[Status, int]:
        """Return how many tickets in sight have each status."""
        statuses = self._facts.columns()["status"]
        return {status: int(np.count_nonzero(statuses == status)) for status in Status}

    def unsure_count(self) -> int:
        """Return how many tickets in sight that are not closed have a category that the server is unsure of."""
        columns = self._facts.columns()
        # Most tickets are closed: only the others are looked at.
        rows = np.flatnonzero(columns["status"] != Status.CLOSED)
        return int(np.count_nonzero(unsure({name: columns[name][rows] for name in ("category_source", "confidence")})))

    def _facts_in(self, row: int) -> TicketFacts | None:
        # A view asks for all cells of a row, and several roles of each, one after the other.
        if self._last is None or self._last[0] != row:
            self._last = (row, self.facts(self._shown.id_at(row)))
        return self._last[1]

    def _begin(self, row: int, target: int) -> Callable[[], None]:
        """Announce that a row comes (from -1), goes (to -1), moves or stays; return what to call once it did."""
        if row >= 0 and target >= 0 and row != target:
            self.beginMoveRows(ROOT, row, row, ROOT, target + 1 if target > row else target)
            return self.endMoveRows
        if row >= 0 and target < 0:
            self.beginRemoveRows(ROOT, row, row)
            return self.endRemoveRows
        if row < 0 and target >= 0:
            self.beginInsertRows(ROOT, target, target)
            return self.endInsertRows
        return lambda: None

    def _show(self, shown: Arrangement, facts: Facts) -> None:
        """Show other rows in another order, with the marks that views keep (the selection) staying on their tickets."""
        if not len(shown) or not len(self._shown):
            self.beginResetModel()
            self._facts, self._shown, self._last = facts, shown, None
            self.endResetModel()
            return
        self.layoutAboutToBeChanged.emit()
        marks = self.persistentIndexList()
        ids = [self._shown.id_at(mark.row()) for mark in marks]
        self._facts, self._shown, self._last = facts, shown, None
        rows = [self.row_of(ticket_id) for ticket_id in ids]
        moved = [self.index(row, mark.column()) for row, mark in zip(rows, marks, strict=True)]
        self.changePersistentIndexList(marks, moved)
        self.layoutChanged.emit()
