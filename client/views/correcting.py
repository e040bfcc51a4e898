"""Corrections of categories: of one ticket or many, told in the work bar, and taken back by one key."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from campusdesk.rules import Category, CategorySource, Status
from campusdesk.v1 import ticket_pb2
from client.models.tickets import TicketTableModel
from client.text import category_within_words
from client.views.batch_line import BatchLine, BatchWords
from client.views.ticket_list import TicketList
from client.views.work_bar import WorkBar
from client.writing import Batch, Writing

if TYPE_CHECKING:
    from campusdesk.facts import TicketFacts
    from client.connection import Reply
    from client.helpdesk import HelpDesk


@dataclass(eq=False)
class _Correction:
    """Corrections that belong together, None for the server's own category.

    `wanted` has what each ticket shall have and the revision that this was asked of; `before` what a person had set.
    """

    wanted: Mapping[int, tuple[Category | None, int]]
    before: Mapping[int, Category | None]
    is_undo: bool = False
    begun_s: float = field(default_factory=monotonic)

    def __post_init__(self) -> None:
        """Begin without anything sent."""
        self.batch: Batch | None = None
        self.line: BatchLine | None = None


class Correcting(QObject):
    """Sends corrections, tells what became of them, and leads on through "Please check".

    `failed` tells with which of several tickets it did not work, and all that were asked for.
    """

    failed = Signal(object, object)

    def __init__(
        self, desk: "HelpDesk", tickets: TicketTableModel, shown: TicketList, writing: Writing, bar: WorkBar
    ) -> None:
        """Correct tickets of this list, and tell of it in the bar."""
        super().__init__(shown)
        self._desk, self._tickets, self._list, self._writing, self._bar = desk, tickets, shown, writing, bar
        # What is under way, by the revision that it was asked of.
        self._asked_of: dict[int, int] = {}
        self._last: _Correction | None = None
        self._told: BatchLine | None = None
        # The tickets that are leaving "Please check" by a correction made here, and the row where they began.
        self._leaving: tuple[set[int], int] = set(), -1
        self._returning = 0
        for signal in (tickets.rowsRemoved, tickets.rowsInserted, tickets.layoutChanged, tickets.modelReset):
            signal.connect(self._lead_on)

    @property
    def begun_s(self) -> float:
        """Return when the correction that can be taken back was made, in monotonic seconds; 0 without any."""
        return self._last.begun_s if self._last is not None else 0.0

    def correct(self, ticket_ids: Iterable[int], category: Category | None) -> None:
        """Set the category of these tickets, or take their corrections back (None); closed ones stay as they are."""
        known = [facts for facts in map(self._tickets.facts, ticket_ids) if facts is not None]
        changed = [facts for facts in known if self._changes(facts, category)]
        if changed:
            self._keep_place([facts.id for facts in changed])
            wanted = {facts.id: (category, facts.revision) for facts in changed}
            self._start(_Correction(wanted, {facts.id: _set_by_hand(facts) for facts in changed}))

    def undo(self) -> None:
        """Give the tickets that were corrected last what they had before, unless somebody changed it since."""
        last, self._last = self._last, None
        if last is None or last.batch is None:
            return
        done = [ticket for ticket in last.batch.done.values() if isinstance(ticket, ticket_pb2.Ticket)]
        self._returning = done[0].id if self._list.is_check and self._tickets.row_of(done[0].id) < 0 else 0
        wanted = {ticket.id: (last.before[ticket.id], ticket.revision) for ticket in done}
        self._start(_Correction(wanted, {}, is_undo=True))

    def _changes(self, facts: "TicketFacts", category: Category | None) -> bool:
        # The feed may tell of a correction before its reply does: from then on the next one counts.
        asked_before = facts.revision <= self._asked_of.get(facts.id, -1)
        if facts.status == Status.CLOSED or asked_before or facts.id in self._leaving[0]:
            return False
        return _set_by_hand(facts) != category

    def _keep_place(self, ticket_ids: Sequence[int]) -> None:
        rows = [row for row in map(self._tickets.row_of, ticket_ids) if row >= 0]
        if self._list.is_check and rows:
            self._leaving = set(ticket_ids), min(rows)

    def _start(self, correction: _Correction) -> None:
        if self._told is not None:
            self._told.make_room()
        batch = self._writing.start(correction.wanted, lambda ticket_id: self._send(correction, ticket_id))
        undo = None if correction.is_undo else self.undo
        line = BatchLine(self._bar, self._writing, batch, self._words(correction, None), undo=undo)
        correction.batch, self._told = batch, line
        batch.progressed.connect(lambda: self._settle(correction, batch, line))
        batch.ended.connect(lambda: self._end(correction, batch))

    def _send(self, correction: _Correction, ticket_id: int) -> "Reply":
        category, revision = correction.wanted[ticket_id]
        self._asked_of[ticket_id] = revision
        if category is None:
            return self._desk.take_back_category(ticket_id, revision)
        return self._desk.update_ticket(ticket_id, {"category": category}, revision)

    def _settle(self, correction: _Correction, batch: Batch, line: BatchLine) -> None:
        for ticket_id in (*batch.done, *batch.failed):
            self._asked_of.pop(ticket_id, None)
        self._leaving[0].difference_update(batch.failed)
        line.words = self._words(correction, next(iter(batch.done.values()), None))

    def _end(self, correction: _Correction, batch: Batch) -> None:
        self._last = correction if batch.done and not correction.is_undo else None
        if batch.failed and batch.total > 1:
            self.failed.emit(list(batch.failed), list(correction.wanted))

    def _words(self, correction: _Correction, answer: object) -> BatchWords:
        """Say what is corrected; only the server's first answer tells what stands again."""
        category = next(category for category, _ in correction.wanted.values())
        again = category is None or correction.is_undo
        if isinstance(answer, ticket_pb2.Ticket) and int(answer.category) in set(Category):
            category = Category(answer.category)
        name = category_within_words(category) if category is not None else ""
        many, one = self.tr("%1 tickets set to %2."), self.tr("%1 set to %2.")
        if again:
            many, one = self.tr("%1 tickets as before."), self.tr("%1 is %2 again.")
        return BatchWords(
            busy=self.tr("Correcting %1 tickets"),
            many=many.replace("%2", name),
            one=one.replace("%2", name),
            failed=self.tr("%1 not corrected: %2"),
        )

    def _lead_on(self) -> None:
        """Choose what stands where the corrected tickets stood, once they have left; nothing when somebody went on."""
        table, (leaving, row) = self._list.table, self._leaving
        if self._returning and self._tickets.row_of(self._returning) >= 0:
            table.choose(self._returning)
            self._returning = 0
        if not self._list.is_check:
            self._leaving = set(), -1
        elif leaving and all(self._tickets.row_of(ticket_id) < 0 for ticket_id in leaving):
            self._leaving = set(), -1
            if not table.currentIndex().isValid() and self._tickets.rowCount():
                table.choose_row(min(row, self._tickets.rowCount() - 1))


def _set_by_hand(facts: "TicketFacts") -> Category | None:
    """Return the category that a person set, None while the server's own stands."""
    corrected = facts.category_source == CategorySource.CORRECTED
    return Category(facts.category) if corrected and facts.category in set(Category) else None
