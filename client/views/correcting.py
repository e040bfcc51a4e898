"""Corrections of categories: by key in the table or by click in a ticket, said in one line and undone by one key."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView

from campusdesk.rules import Category, CategorySource, Reason, Status
from campusdesk.v1 import ticket_pb2
from client.models.tickets import TicketTableModel
from client.refusals import error_words
from client.text import category_within_words
from client.views.ticket_list import TicketList

if TYPE_CHECKING:
    from campusdesk.errors import DeskError
    from campusdesk.facts import TicketFacts
    from client.connection import Reply
    from client.helpdesk import HelpDesk

# Tickets that are corrected together; more than that is a slip of the hand.
_MOST = 20


@dataclass
class _Batch:
    """Corrections that belong together; `before` has the category that a person had set, None for the server's own."""

    category: Category | None
    before: dict[int, Category | None]
    waiting: set[int]
    done: dict[int, int] = field(default_factory=dict)
    refused: dict[int, str] = field(default_factory=dict)
    is_undo: bool = False
    gives_back: bool = field(init=False)

    def __post_init__(self) -> None:
        """Remember that what was before shall stand again: the server tells which category that is."""
        self.gives_back = self.category is None


class Correcting(QObject):
    """Sends corrections, tells in the list's head what became of them, and leads on through "Please check"."""

    def __init__(self, desk: "HelpDesk", tickets: TicketTableModel, shown: TicketList) -> None:
        """Listen to the keys 1, 2, 3 and Ctrl+Z in the table of this list."""
        super().__init__(shown)
        self._desk, self._tickets, self._list = desk, tickets, shown
        # What is under way, and the revision that it was asked of.
        self._replies: dict[int, tuple[Reply, int]] = {}
        self._last: _Batch | None = None
        # The tickets that are leaving "Please check" by a correction made here, and the row where they began.
        self._leaving: tuple[set[int], int] = set(), -1
        self._returning = 0
        shown.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        for category in Category:
            self._on_key(str(int(category)), lambda wanted=category: self.correct(shown.table.chosen_ids(), wanted))
        self._on_key("Ctrl+Z", self.undo)
        shown.head.undo_wanted.connect(self.undo)
        for signal in (tickets.rowsRemoved, tickets.rowsInserted, tickets.layoutChanged, tickets.modelReset):
            signal.connect(self._lead_on)

    def _on_key(self, key: str, act: object) -> None:
        shortcut = QShortcut(QKeySequence(key), self._list.table)
        shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(act)

    def correct(self, ticket_ids: Sequence[int], category: Category | None) -> None:
        """Set the category of these tickets, or take their corrections back (None); closed ones stay as they are."""
        if len(ticket_ids) > _MOST:
            words = self.tr("At most %1 tickets are corrected at once.").replace("%1", str(_MOST))
            self._list.head.show_note(words)
            return
        facts = {ticket_id: self._tickets.facts(ticket_id) for ticket_id in ticket_ids}
        changed = {number: known for number, known in facts.items() if known and self._changes(known, category)}
        if changed:
            self._keep_place(changed)
            self._start(_Batch(category, {number: _set_by_hand(known) for number, known in changed.items()}, set()))

    def undo(self) -> None:
        """Give the tickets that were corrected last what they had before, unless somebody changed it since."""
        last, self._last = self._last, None
        if last is None:
            return
        first = next(iter(last.done))
        self._returning = first if self._list.is_check and self._tickets.row_of(first) < 0 else 0
        batch = _Batch(None, {}, set(last.done), is_undo=True)
        for ticket_id, revision in last.done.items():
            self._send(batch, ticket_id, last.before[ticket_id], revision)

    def _changes(self, facts: "TicketFacts", category: Category | None) -> bool:
        _, asked_of = self._replies.get(facts.id, (None, -1))
        # The feed may tell of a correction before its reply does: from then on the next one counts.
        if facts.status == Status.CLOSED or facts.revision <= asked_of or facts.id in self._leaving[0]:
            return False
        return _set_by_hand(facts) != category

    def _keep_place(self, ticket_ids: "Sequence[int] | dict[int, TicketFacts]") -> None:
        rows = [row for row in map(self._tickets.row_of, ticket_ids) if row >= 0]
        if self._list.is_check and rows:
            self._leaving = set(ticket_ids), min(rows)

    def _start(self, batch: _Batch) -> None:
        batch.waiting.update(batch.before)
        for ticket_id in batch.before:
            facts = self._tickets.facts(ticket_id)
            self._send(batch, ticket_id, batch.category, facts.revision if facts is not None else 0)

    def _send(self, batch: _Batch, ticket_id: int, category: Category | None, revision: int) -> None:
        if category is None:
            reply = self._desk.take_back_category(ticket_id, revision)
        else:
            reply = self._desk.update_ticket(ticket_id, {"category": category}, revision)
        self._replies[ticket_id] = reply, revision
        reply.done.connect(lambda ticket: self._done(batch, ticket))
        reply.failed.connect(lambda error: self._refused(batch, ticket_id, error))

    def _done(self, batch: _Batch, ticket: ticket_pb2.Ticket) -> None:
        batch.done[ticket.id] = ticket.revision
        if batch.category is None and int(ticket.category) in set(Category):
            batch.category = Category(ticket.category)
        self._settle(batch, ticket.id)

    def _refused(self, batch: _Batch, ticket_id: int, error: "DeskError") -> None:
        overtaken = self.tr("Somebody else changed its category meanwhile.")
        batch.refused[ticket_id] = (
            overtaken if error.reason is Reason.EDIT_OVERTAKEN else error_words(error, typed=False)
        )
        self._leaving[0].discard(ticket_id)
        self._settle(batch, ticket_id)

    def _settle(self, batch: _Batch, ticket_id: int) -> None:
        self._replies.pop(ticket_id, None)
        batch.waiting.discard(ticket_id)
        if batch.waiting:
            return
        undoable = bool(batch.done) and not batch.is_undo
        self._last = batch if undoable else None
        self._list.head.show_note(" ".join(self._words(batch)), undoable=undoable, wrong=bool(batch.refused))

    def _words(self, batch: _Batch) -> list[str]:
        said = [f"#{ticket_id}: {words}" for ticket_id, words in batch.refused.items()]
        if not batch.done or batch.category is None:
            return said
        category = category_within_words(batch.category)
        if len(batch.done) > 1:
            words = self.tr("%1 tickets as before.") if batch.gives_back else self.tr("%1 tickets set to %2.")
            return [words.replace("%1", str(len(batch.done))).replace("%2", category), *said]
        words = self.tr("%1 is %2 again.") if batch.gives_back else self.tr("%1 set to %2.")
        return [words.replace("%1", f"#{next(iter(batch.done))}").replace("%2", category), *said]

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
