"""The ticket table: facts of all tickets in sight, sorted and filtered in numpy, and texts of the rows looked at."""

from collections.abc import Callable, Container, Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal, Slot

from campusdesk.facts import Facts, TicketFacts, facts_of
from campusdesk.v1 import change_feed_pb2, ticket_pb2
from client.models.arranged import ArrangedModel
from client.models.arrangement import Arrangement
from client.models.columns import (
    ANSWERED_ROLES,
    SHAPE_COLUMNS,
    TEXT_COLUMNS,
    Column,
    TicketRole,
    UnreadRole,
    fact_words,
    hint_words,
    text_words,
    title,
)
from client.models.pages import ROOT, ModelIndex
from client.models.rule import Rule
from client.models.sorting import Sorting
from client.models.ticket_texts import TicketText, TicketTexts

# Sorting fewer tickets takes less time than handing them to another thread and back.
MOST_INLINE = 20_000
# More changes at once are arranged together: row by row they would hold up the window.
MOST_ROW_BY_ROW = 50
# Rows above and below a painted one whose texts are fetched with it.
AROUND = 30


class RowState(NamedTuple):
    """What a row shows, before it becomes words; without a text as long as that is on its way."""

    facts: TicketFacts
    text: TicketText | None
    is_unread: bool


class TicketTableModel(ArrangedModel):
    """One row a ticket; changes touch the rows concerned only, so that selection and scroll position stay.

    `texts_wanted` asks for tickets by id (answer by `set_texts`), `left` names tickets that this desk may not see any
    more, `ticket_changed` those with new facts or texts, `applied` all that came or changed at once; `obeyed` that the
    rows stand as a person chose.
    """

    texts_wanted = Signal(object)
    left = Signal(object)
    counts_changed = Signal()
    ticket_changed = Signal(object)
    obeyed = Signal()
    applied = Signal(object)

    def __init__(self, columns: Sequence[Column], clock: Callable[[], int], parent: QObject | None = None) -> None:
        """Make an empty table of these columns; `clock` tells microseconds since 1970 by the server's clock."""
        super().__init__(parent)
        self.columns = tuple(columns)
        # What others changed since it was looked at; it is asked, and nobody is told when it changes.
        self.unread: Container[int] = frozenset()
        self._clock = clock
        self._sorting: Sorting | None = None
        # Whether a person chose how the rows shall stand, and waits for that.
        self.is_awaited = False
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
        if role == UnreadRole:
            return int(facts.id in self.unread)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(column, facts, index.row())
        if role == Qt.ItemDataRole.ToolTipRole:
            return hint_words(column, facts) if column in SHAPE_COLUMNS else None
        return facts.id if role == TicketRole else facts.status

    def glance(self, row: int, section: int) -> tuple[Column, TicketFacts, str, bool] | None:
        """Return all that a cell shows: its column, the ticket's facts, the words, and whether it is unread.

        It is what `data` tells by its roles, at a tenth of the time: a view paints hundreds of cells with each change.
        """
        facts = self._facts_in(row)
        if facts is None:
            return None
        column = self.columns[section]
        return column, facts, self._words(column, facts, row), facts.id in self.unread

    def state(self, row: int) -> RowState | None:
        """Return all that the cells of a row depend on but the time, so that a view can say whether they are others."""
        facts = self._facts_in(row)
        return RowState(facts, self._texts.get(facts.id), facts.id in self.unread) if facts is not None else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        """Return the heading of a column."""
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        return title(self.columns[section]) if 0 <= section < len(self.columns) else None

    def arrange(self, rule: Rule) -> None:
        """Show and sort by this rule; which tickets stand first stays as it is."""
        self._obey(replace(rule, first=self._rule.first))

    def slide(self, rule: Rule) -> None:
        """Go on to the same rule at a later moment, by which a few rows come or leave."""
        self._obey(replace(rule, first=self._rule.first), anew=False)

    @property
    def is_arranging(self) -> bool:
        """Say whether the rows follow the rule a moment later: `obeyed` tells when."""
        return self._sorting is not None

    def show_first(self, ticket_ids: frozenset[int]) -> None:
        """Have these tickets stand before all others, however the table is sorted."""
        self._obey(replace(self._rule, first=ticket_ids))

    @property
    def puts_first(self) -> bool:
        """Say whether any of those that shall stand first are shown."""
        return self.rowCount() > 0 and self.ticket_id(0) in self._rule.first

    def load(self, facts: Facts, revision: int) -> None:
        """Take all facts anew, as they are at a revision; the table owns them from now on."""
        gone = self._facts.without(facts)
        self._texts.keep_current(facts)
        self._show_all(Arrangement.of(self._rule, facts.columns()), facts)
        self._tell(gone, (int(ticket_id) for ticket_id in self._texts.known()))

    def forget(self) -> None:
        """Know no ticket any more, because another history begins; nobody left by that."""
        self._texts.clear()
        nothing = Facts()
        self._show_all(Arrangement.of(self._rule, nothing.columns()), nothing)
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
            self._show_all(Arrangement.of(self._rule, self._facts.columns()), self._facts)
        self._tell(gone, changed)
        self.applied.emit(changed.keys())

    def set_texts(self, asked: Sequence[int], tickets: Iterable[ticket_pb2.Ticket]) -> None:
        """Take the answer to `texts_wanted`; without tickets when the call failed."""
        new = self._texts.answered(asked, (ticket for ticket in tickets if self.has(ticket.id)))
        self._repaint(new)
        for ticket_id in new:
            self.ticket_changed.emit(ticket_id)

    def hand_over(self) -> tuple[Facts, list[ticket_pb2.Ticket]]:
        """Return all facts, which another table may own from now on, and the tickets whose texts are known."""
        texts = (self._texts.get(ticket_id) for ticket_id in self._texts.known())
        return self._facts, [text.ticket for text in texts if text is not None]

    def ticket(self, ticket_id: int) -> ticket_pb2.Ticket | None:
        """Return the ticket as it was last told; None when its texts are not here yet: then they are asked for."""
        text = self._texts.get(ticket_id)
        if text is None and self.has(ticket_id):
            self._texts.want_all((ticket_id,))
        return text.ticket if text is not None else None

    def _spoken(self, column: Column, facts: TicketFacts, row: int) -> str:
        """Return the words for whoever listens: what is unread is seen by its dot and its bold letters."""
        words = self._words(column, facts, row)
        if column is not Column.NUMBER or facts.id not in self.unread:
            return words
        return QCoreApplication.translate("TicketTable", "%1, unread").replace("%1", words)

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
        self._count_change(old, new)
        if together:
            self._store(ticket)
            return
        row = self._shown.row_of(old) if old is not None else -1
        target = self._shown.target_of(new, row)
        end = self._begin(row, target)
        self._store(ticket)
        self._move(row, new if target >= 0 else None)
        end()
        if row >= 0 and target >= 0:
            self._repaint([ticket.id])

    def _store(self, ticket: ticket_pb2.Ticket) -> None:
        self._facts.apply(ticket)
        self._seen.pop(ticket.id, None)

    def _remove(self, ticket_id: int, *, together: bool) -> None:
        self._count_change(self.facts(ticket_id), None)
        row = self.row_of(ticket_id)
        end = self._begin(-1 if together else row, -1)
        if row >= 0 and not together:
            self._shown.remove(row)
        self._facts.remove(ticket_id)
        self._seen.pop(ticket_id, None)
        self._texts.forget(ticket_id)
        end()

    def _obey(self, rule: Rule, *, anew: bool = True) -> None:
        """Arrange by the rule; `anew` says that a person chose it, and not the clock."""
        if rule == self._rule:
            return
        # What a person chose may still be on its way, whatever the clock does meanwhile.
        self.is_awaited = anew or self.is_awaited
        self._rule = rule
        if len(self._facts if rule.only is None else rule.only) <= MOST_INLINE:
            self._show_all(Arrangement.of(rule, self._facts.columns()), self._facts)
            return
        self._sort()

    def _sort(self, *, apart: bool = False) -> None:
        self._touched.clear()
        self._sorting = Sorting(self._rule, self._facts, apart=apart)
        self._sorting.done.connect(self._sorted, Qt.ConnectionType.QueuedConnection)
        self._sorting.start()

    @Slot(object, object)
    def _sorted(self, sorting: Sorting, shown: Arrangement) -> None:
        if sorting is not self._sorting:
            return
        if not sorting.holds(self._facts):
            # A ticket left, which is seldom: copying the facts each time would hold up the window.
            self._sort(apart=True)
            return
        # What changed while the other thread sorted stands in its old place there.
        shown = shown.without_all(self._touched)
        for ticket_id in self._touched:
            facts = self.facts(ticket_id)
            if facts is not None and shown.rule.shows(facts):
                shown.add(facts)
        self._show_all(shown, self._facts)

    def _show_all(self, shown: Arrangement, facts: Facts) -> None:
        """Show all rows by the rule in force, and tell whoever waited for that."""
        self._sorting = None
        if facts is self._facts and np.array_equal(shown.ids(), self._shown.ids()):
            # The clock went on, and no ticket left or came by that.
            self._shown = shown
        else:
            self._show(shown, facts)
        if self.is_awaited:
            self.is_awaited = False
            self.obeyed.emit()

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
