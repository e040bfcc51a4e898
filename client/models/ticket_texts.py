"""The texts of the tickets that were looked at lately, and which of those in sight must still be asked for."""

from collections import OrderedDict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from campusdesk.facts import Facts
from campusdesk.v1 import ticket_pb2
from client.text import erased_words, one_line

MOST_TICKETS = 5_000
# As many as the server gives at once.
MOST_ASKED = 200
# Rows come into sight by dozens: they are asked for together.
GATHER_MS = 15
# What could not be had is asked for again when it is still in sight.
AGAIN_MS = 2_000


@dataclass(frozen=True)
class TicketText:
    """A ticket as it was last told, and the lines that a table shows of it, made when they are first looked at."""

    ticket: ticket_pb2.Ticket

    @cached_property
    def problem(self) -> str:
        """The beginning of the description in one line, or the word that it was erased."""
        return erased_words() if is_erased(self.ticket) else one_line(self.ticket.description)

    @cached_property
    def location(self) -> str:
        """The location in one line."""
        return one_line(self.ticket.location)

    @cached_property
    def taken_by(self) -> str:
        """The workstation that took it in one line."""
        return one_line(self.ticket.taken_by)


def is_erased(ticket: ticket_pb2.Ticket) -> bool:
    """Say whether an operator erased the ticket's texts: a description is never empty otherwise."""
    return not ticket.description


class TicketTexts(QObject):
    """A bounded store of texts; `missing` tells which tickets to fetch, `again` which may be asked for again."""

    missing = Signal(object)
    again = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin with no texts."""
        super().__init__(parent)
        self._texts: OrderedDict[int, TicketText] = OrderedDict()
        self._wanted: OrderedDict[int, None] = OrderedDict()
        self._asked: set[int] = set()
        self._failed: list[int] = []
        self._gather = QTimer(self, singleShot=True, interval=GATHER_MS)
        self._gather.timeout.connect(self._ask)
        self._retry = QTimer(self, singleShot=True, interval=AGAIN_MS)
        self._retry.timeout.connect(self._try_again)

    def get(self, ticket_id: int) -> TicketText | None:
        """Return the ticket's texts if they are known."""
        text = self._texts.get(ticket_id)
        if text is not None:
            self._texts.move_to_end(ticket_id)
        return text

    def known(self) -> Sequence[int]:
        """Return the ids of the tickets with known texts."""
        return tuple(self._texts)

    def want_all(self, ticket_ids: Iterable[int]) -> None:
        """Ask for those of these texts that are not known, soon and together; the latest wish counts most."""
        for ticket_id in ticket_ids:
            if ticket_id not in self._texts and ticket_id not in self._asked:
                self._wanted[ticket_id] = None
                self._wanted.move_to_end(ticket_id)
        if self._wanted and not self._gather.isActive():
            self._gather.start()

    def put(self, ticket: ticket_pb2.Ticket) -> bool:
        """Keep a ticket as it was told, unless a newer one is known; say whether it was kept."""
        known = self._texts.get(ticket.id)
        if known is not None and known.ticket.revision > ticket.revision:
            return False
        self._texts[ticket.id] = TicketText(ticket)
        self._texts.move_to_end(ticket.id)
        if len(self._texts) > MOST_TICKETS:
            self._texts.popitem(last=False)
        return True

    def answered(self, asked: Sequence[int], tickets: Iterable[ticket_pb2.Ticket]) -> list[int]:
        """Take the answer to a fetch and return which tickets have new texts; those left out may be asked for later."""
        new = [ticket.id for ticket in tickets if self.put(ticket)]
        self._asked.difference_update(asked)
        left_out = [ticket_id for ticket_id in asked if ticket_id not in self._texts]
        if left_out:
            self._failed.extend(left_out)
            self._retry.start()
        return new

    def forget(self, ticket_id: int) -> None:
        """Drop the ticket's texts."""
        self._texts.pop(ticket_id, None)

    def clear(self) -> None:
        """Drop all texts, and every wish for more."""
        self._texts.clear()
        self._wanted.clear()
        self._asked.clear()

    def keep_current(self, facts: Facts) -> None:
        """Drop the texts of tickets that are gone from the facts or were changed since."""
        for ticket_id, text in list(self._texts.items()):
            row = facts.row_of(ticket_id)
            if row is None or facts.at(row).revision != text.ticket.revision:
                del self._texts[ticket_id]
        self._asked.clear()

    @Slot()
    def _ask(self) -> None:
        wanted = [ticket_id for ticket_id in self._wanted if ticket_id not in self._texts][-MOST_ASKED:]
        self._wanted.clear()
        if wanted:
            self._asked.update(wanted)
            self.missing.emit(wanted)

    @Slot()
    def _try_again(self) -> None:
        failed, self._failed = self._failed, []
        self.again.emit(failed)
