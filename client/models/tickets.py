"""The ticket table: facts of all tickets in sight, sorted and filtered in numpy, and texts of the rows looked at."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace

import numpy as np
from PySide6.QtCore import QObject, Qt, Signal, Slot

from campusdesk.facts import Facts, TicketFacts, facts_of
from campusdesk.rules import Category, Status
from campusdesk.v1 import change_feed_pb2, ticket_pb2
from client.models.arranged import ArrangedModel
from client.models.arrangement import Arrangement, Rule
from client.models.columns import (
    ANSWERED_ROLES,
    SHAPE_COLUMNS,
    SORT_FACTS,
    TEXT_COLUMNS,
    Column,
    fact_value,
    fact_words,
    hint_words,
    text_words,
    title,
)
from client.models.pages import ROOT, ModelIndex
from client.models.sorting import Sorting
from client.models.ticket_texts import TicketTexts

# Sorting fewer tickets takes less time than handing them to another thread and back.
MOST_INLINE = 20_000
# More changes at once are arranged together: row by row they would hold up the window.
MOST_ROW_BY_ROW = 50
# Rows above and below a painted one whose texts are fetched with it.
AROUND = 30


class TicketTableModel(ArrangedModel):
    """One row a ticket; changes touch the rows concerned only, so that selection and scroll position stay.

    `texts_wanted` asks for tickets by id (answer by `set_texts`), `left` names tickets that this desk may not see any
    more, `ticket_changed` those with new facts or texts.
    """

    texts_wanted = Signal(object)
    left = Signal(object)
    counts_changed = Signal()
    ticket_changed = Signal(object)

    def __init__(self, columns: Sequence[Column], clock: Callable[[], int], parent: QObject | None = None) -> None:
        """Make an empty table of these columns; `clock` tells microseconds since 1970 by the server's clock."""
        super().__init__(parent)
        self.columns = tuple(columns)
        self._clock = clock
        self._sorting: Sorting | None = None
        self._touched: set[int] = set()
        self._texts = TicketTexts(self)
        self._texts.missing.connect(self.texts_wanted)
        self._texts.again.connect(self._repaint)

    def columnCount(self, parent: ModelIndex = ROOT) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: ModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> str | int | None:
        """Return one plain line for DisplayRole and numbers for the roles of this table; nothing else is answered."""
        facts = self._facts_in(index.row()) if role in ANSWERED_ROLES and index.isValid() else None
        if facts is None:
            return None
        column = self.columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(column, facts, index.row())
        if role == Qt.ItemDataRole.ToolTipRole:
            return hint_words(column, facts) if column in SHAPE_COLUMNS else None
        return fact_value(role, column, facts)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        """Return the heading of a column."""
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        return title(self.columns[section]) if 0 <= section < len(self.columns) else None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column of this table, by its number."""
        if 0 <= column < len(self.columns):
            self.set_sort(self.columns[column], order)

    def set_sort(self, column: Column, order: Qt.SortOrder) -> None:
        """Sort by the fact of a column; a column of texts is not sorted by."""
        if column in SORT_FACTS:
            descending = order == Qt.SortOrder.DescendingOrder
            self._obey(replace(self._rule, fact=SORT_FACTS[column], descending=descending))

    def sort_by_doubt(self) -> None:
        """Sort by how sure the categories are, the least sure first."""
        self._obey(replace(self._rule, fact="confidence", descending=False))

    def set_filter(
        self,
        statuses: Collection[Status] | None = None,
        categories: Collection[Category] | None = None,
        *,
        unsure: bool = False,
    ) -> None:
        """Show tickets of these statuses and categories only; None is any.

        With `unsure` only those are shown whose category is the server's own and unsure.
        """
        self._obey(replace(self._rule, statuses=_numbers(statuses), categories=_numbers(categories), unsure=unsure))

    def load(self, facts: Facts, revision: int) -> None:
        """Take all facts anew, as they are at a revision; the table owns them from now on."""
        gone = np.setdiff1d(self._facts.columns()["id"], facts.columns()["id"], assume_unique=True).tolist()
        self._texts.keep_current(facts)
        self._sorting = None
        self._show(Arrangement.of(self._rule, facts.columns()), facts)
        self._tell(gone, (int(ticket_id) for ticket_id in self._texts.known()))

    def forget(self) -> None:
        """Know no ticket any more, because another history begins; nobody left by that."""
        self._texts.clear()
        self._sorting = None
        nothing = Facts()
        self._show(Arrangement.of(self._rule, nothing.columns()), nothing)
        self.counts_changed.emit()

    def apply(self, changes: Sequence[change_feed_pb2.Change], revision: int) -> None:
        """Take changes, which are complete up to a revision."""
        gone = [change.ticket_id for change in changes if change.removed and self.has(change.ticket_id)]
        changed = dict.fromkeys(change.ticket_id for change in changes if not change.removed)
        together = len(changes) > MOST_ROW_BY_ROW
        for change in changes:
            self._touched.add(change.ticket_id)
            if change.removed:
                self._remove(change.ticket_id, together=together)
            else:
                self._put(change.ticket, together=together)
        if together:
            self._sorting = None
            self._show(Arrangement.of(self._rule, self._facts.columns()), self._facts)
        self._tell(gone, changed)

    def set_texts(self, asked: Sequence[int], tickets: Iterable[ticket_pb2.Ticket]) -> None:
        """Take the answer to `texts_wanted`; without tickets when the call failed."""
        new = self._texts.answered(asked, (ticket for ticket in tickets if self.has(ticket.id)))
        self._repaint(new)
        for ticket_id in new:
            self.ticket_changed.emit(ticket_id)

    def ticket(self, ticket_id: int) -> ticket_pb2.Ticket | None:
        """Return the ticket as it was last told; None when its texts are not here yet: then they are asked for."""
        text = self._texts.get(ticket_id)
        if text is None and self.has(ticket_id):
            self._texts.want_all((ticket_id,))
        return text.ticket if text is not None else None

    def _words(self, column: Column, facts: TicketFacts, row: int) -> str:
        if column not in TEXT_COLUMNS:
            return fact_words(column, facts, self._clock())
        text = self._texts.get(facts.id)
        if text is not None:
            return text_words(column, text)
        self._texts.want_all((*self._shown.ids_at(row - AROUND, row + AROUND), facts.id))
        return ""

    def _put(self, ticket: ticket_pb2.Ticket, *, together: bool) -> None:
        self._texts.put(ticket)
        old, new = self.facts(ticket.id), facts_of(ticket)
        if old is not None and old.revision > new.revision:
            return
        if together:
            self._facts.apply(ticket)
            return
        row = self._shown.row_of(old) if old is not None else -1
        rest = self._shown.without(row) if row >= 0 else self._shown
        target = rest.row_for(new) if rest.rule.shows(new) else -1
        shown = rest.with_ticket(new) if target >= 0 else rest
        end = self._begin(row, target)
        self._facts.apply(ticket)
        self._shown, self._last = shown, None
        end()
        if row >= 0 and target >= 0:
            self._repaint([ticket.id])

    def _remove(self, ticket_id: int, *, together: bool) -> None:
        row = self.row_of(ticket_id)
        end = self._begin(-1 if together else row, -1)
        if row >= 0 and not together:
            self._shown = self._shown.without(row)
        self._facts.remove(ticket_id)
        self._last = None
        self._texts.forget(ticket_id)
        end()

    def _obey(self, rule: Rule) -> None:
        if rule == self._rule:
            return
        self._rule = rule
        self._sorting = None
        if len(self._facts) <= MOST_INLINE:
            self._show(Arrangement.of(rule, self._facts.columns()), self._facts)
            return
        self._touched.clear()
        self._sorting = Sorting(rule, self._facts)
        self._sorting.done.connect(self._sorted, Qt.ConnectionType.QueuedConnection)
        self._sorting.start()

    @Slot(object, object)
    def _sorted(self, sorting: Sorting, shown: Arrangement) -> None:
        if sorting is not self._sorting:
            return
        self._sorting = None
        # What changed while the other thread sorted stands in its old place there.
        shown = shown.without_all(self._touched)
        for ticket_id in self._touched:
            facts = self.facts(ticket_id)
            if facts is not None and shown.rule.shows(facts):
                shown = shown.with_ticket(facts)
        self._show(shown, self._facts)

    @Slot(object)
    def _repaint(self, ticket_ids: Iterable[int]) -> None:
        rows = [row for row in map(self.row_of, ticket_ids) if row >= 0]
        if rows:
            self.dataChanged.emit(self.index(min(rows), 0), self.index(max(rows), len(self.columns) - 1))

    def _tell(self, gone: list[int], changed: Iterable[int]) -> None:
        if gone:
            self.left.emit(gone)
        for ticket_id in changed:
            self.ticket_changed.emit(ticket_id)
        self.counts_changed.emit()


def _numbers(values: Collection[Status] | Collection[Category] | None) -> frozenset[int] | None:
    return frozenset(int(value) for value in values) if values is not None else None
