"""A table of tickets' facts in a chosen order: rows come, go and move, and views' marks stay on their tickets."""

from collections.abc import Callable, Iterable, Sequence

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QAbstractTableModel, QObject

from campusdesk.facts import Facts, TicketFacts
from client.models.arrangement import Arrangement
from client.models.pages import ROOT, ModelIndex
from client.models.rule import READ, Rule, count
from client.models.tally import Tally

# Rows of a large screen many times over.
_MOST_SEEN = 1_000


class ArrangedModel(QAbstractTableModel):
    """One row a ticket that the rule shows; a subclass says what stands in the columns and when rows change."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin with no tickets and the rule that nobody chose."""
        super().__init__(parent)
        self._facts = Facts()
        self._rule = Rule()
        self._shown = Arrangement.of(self._rule, self._facts.columns())
        # Facts that were looked at as they stand: a view asks for those of its rows again and again.
        self._seen: dict[int, TicketFacts] = {}
        self._tallies: dict[str, Tally] = {}

    def rowCount(self, parent: ModelIndex = ROOT) -> int:
        """Return how many tickets are shown."""
        return 0 if parent.isValid() else len(self._shown)

    def facts(self, ticket_id: int) -> TicketFacts | None:
        """Return the facts of a ticket, or None when it is not in sight of this desk."""
        seen = self._seen.get(ticket_id)
        if seen is None and (row := self._facts.row_of(ticket_id)) is not None:
            if len(self._seen) >= _MOST_SEEN:
                self._seen.clear()
            seen = self._seen[ticket_id] = self._facts.at(row)
        return seen

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

    def listed(self) -> npt.NDArray[np.int64]:
        """Return the ids of all tickets that are shown, from the top, as they are now."""
        return self._shown.ids().copy()

    @property
    def total(self) -> int:
        """How many tickets are in sight of this desk, shown or filtered out."""
        return len(self._facts)

    def count(self, purpose: str, rules: Sequence[Rule]) -> list[int]:
        """Return how many tickets in sight each rule shows; the rules last asked for a purpose are kept counted."""
        tally = self._tallies.get(purpose)
        if tally is None or tally.rules != tuple(rules):
            tally = self._tallies[purpose] = Tally(rules, self._facts.columns())
        return list(tally.counts)

    def count_among(self, ticket_ids: frozenset[int], rules: Iterable[Rule]) -> list[int]:
        """Return how many of these tickets, which are in sight, each rule shows."""
        columns = self._facts.columns()
        rows = columns["id"].searchsorted(sorted(ticket_ids))
        return count(rules, {name: columns[name][rows] for name in READ})

    def _facts_in(self, row: int) -> TicketFacts | None:
        return self.facts(self._shown.id_at(row))

    def _count_change(self, old: TicketFacts | None, new: TicketFacts | None) -> None:
        for tally in self._tallies.values():
            tally.replace(old, new)

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

    def _move(self, row: int, facts: TicketFacts | None) -> None:
        """Take a ticket from its row, -1 for none, to the one that its facts now have, if any."""
        if row >= 0:
            self._shown.remove(row)
        if facts is not None:
            self._shown.add(facts)

    def _take(self, shown: Arrangement, facts: Facts) -> None:
        if facts is not self._facts:
            self._tallies.clear()
            self._seen.clear()
        self._facts, self._shown = facts, shown

    def _show(self, shown: Arrangement, facts: Facts) -> None:
        """Show other rows in another order, with the marks that views keep (the selection) staying on their tickets."""
        if not len(shown) or not len(self._shown):
            self.beginResetModel()
            self._take(shown, facts)
            self.endResetModel()
            return
        self.layoutAboutToBeChanged.emit()
        marks = self.persistentIndexList()
        ids = [self._shown.id_at(mark.row()) for mark in marks]
        self._take(shown, facts)
        rows = [self.row_of(ticket_id) for ticket_id in ids]
        moved = [self.index(row, mark.column()) for row, mark in zip(rows, marks, strict=True)]
        self.changePersistentIndexList(marks, moved)
        self.layoutChanged.emit()
