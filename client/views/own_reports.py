"""What was reported from this PC: it stands first, it was answered, or it was closed, also while nobody looked."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from campusdesk.rules import Reason, Role
from campusdesk.v1 import change_feed_pb2, ticket_service_pb2
from client.models.tickets import TicketTableModel
from client.store import Store

if TYPE_CHECKING:
    from campusdesk.errors import DeskError
    from client.helpdesk import HelpDesk

# By lineage and number: what was reported here and is open as far as is known; when it was closed and nobody was told;
# up to which revision its messages were read.
_REPORTED, _CLOSED, _READ = "reported", "closed", "answer"
# The most that is asked about one by one, the newest first.
_MOST_ASKED = 20


class OwnReports(QObject):
    """Follows the tickets that were reported from here; `changed` when there is other news of them.

    The server tells what of them is open and active. It is remembered, to tell of one that was closed meanwhile.
    """

    changed = Signal()

    def __init__(
        self, desk: "HelpDesk", here: str, tickets: TicketTableModel, store: Store, parent: QObject | None = None
    ) -> None:
        """Know nothing before `take_reset`; `here` is this PC's name as a workstation."""
        super().__init__(parent)
        self._desk, self._here, self._tickets, self._store = desk, here, tickets, store
        self._own: frozenset[int] = frozenset()
        self._reading = 0
        if not store.is_loaded:
            store.loaded.connect(self._find_closed)

    def keep(self, ticket_id: int) -> None:
        """Remember that a ticket was reported at this desk."""
        self._remember([ticket_id])

    @Slot(object, object)
    def take_reset(self, _facts: object, _revision: object) -> None:
        """Learn anew what was reported from here, once the table has all tickets."""
        self._own = frozenset(number for number in self._numbers(_REPORTED) if self._tickets.has(number))
        self._ask_page("")
        self._find_closed()
        self._show_first()

    @Slot(object, object)
    def apply(self, changes: Sequence[change_feed_pb2.Change], _revision: int) -> None:
        """Take changes: what comes from here stands first, and what leaves is told."""
        for change in changes:
            if change.removed and (change.ticket_id in self._own or change.ticket_id in self._numbers(_REPORTED)):
                self._close(change.ticket_id, change.close_time.ToMicroseconds())
        came = [change.ticket_id for change in changes if change.ticket.reported_from == self._here]
        if not self._own.issuperset(came):
            self._remember(came)
        elif self._own.intersection(change.ticket_id for change in changes):
            self.read(self._reading)
            self.changed.emit()

    def answered(self) -> list[int]:
        """Return which of them the helpdesk answered since they were last read, the newest answer first."""
        found = []
        for ticket_id in self._own:
            facts = self._tickets.facts(ticket_id)
            if facts is not None and facts.last_message_role == Role.HELPDESK:
                seen = self._store.get(_READ, self._key(ticket_id))
                if facts.last_message_revision > (seen if isinstance(seen, int) else 0):
                    found.append((facts.last_message_revision, ticket_id))
        return [ticket_id for _, ticket_id in sorted(found, reverse=True)]

    def closed(self) -> list[tuple[int, int]]:
        """Return which of them were closed, each with when in microseconds since 1970, the last first."""
        found = [(self._store.get(_CLOSED, self._key(number)), number) for number in self._numbers(_CLOSED)]
        known = [(time_us if isinstance(time_us, int) else 0, number) for time_us, number in found]
        return [(number, time_us) for time_us, number in sorted(known, reverse=True)]

    def read(self, ticket_id: int) -> None:
        """Take it that a ticket's messages are read, from now on until another ticket is."""
        self._reading = ticket_id
        facts = self._tickets.facts(ticket_id)
        if facts is not None and ticket_id in self.answered():
            self._store.put(_READ, self._key(ticket_id), facts.last_message_revision)
            self.changed.emit()

    def put_away(self, ticket_id: int) -> None:
        """Tell no more that a ticket was closed."""
        self._store.drop(_CLOSED, self._key(ticket_id))
        self.changed.emit()

    def _remember(self, ticket_ids: Sequence[int]) -> None:
        for ticket_id in set(ticket_ids).difference(self._numbers(_REPORTED)):
            self._store.put(_REPORTED, self._key(ticket_id), 1)
        self._own = self._own.union(ticket_ids)
        self._show_first()

    def _show_first(self) -> None:
        self._tickets.show_first(self._own)
        self.changed.emit()

    def _close(self, ticket_id: int, time_us: int) -> None:
        self._own -= {ticket_id}
        for kind in (_REPORTED, _READ):
            self._store.drop(kind, self._key(ticket_id))
        self._store.put(_CLOSED, self._key(ticket_id), time_us)
        self.changed.emit()

    def _ask_page(self, token: str) -> None:
        self._desk.list_reported_from(self._here, token).done.connect(self._take_page)

    def _take_page(self, page: ticket_service_pb2.ListTicketsResponse) -> None:
        # An older server does not know the wish, and tells all tickets.
        own = [ticket.id for ticket in page.tickets if ticket.reported_from == self._here]
        self._remember([ticket_id for ticket_id in own if self._tickets.has(ticket_id)])
        if page.next_page_token:
            self._ask_page(page.next_page_token)

    def _find_closed(self) -> None:
        """Ask what became of those that are not in sight any more."""
        gone = [number for number in self._numbers(_REPORTED) if not self._tickets.has(number)]
        for number in sorted(gone, reverse=True)[:_MOST_ASKED] if self._desk.lineage else ():
            self._desk.get_ticket(number).failed.connect(partial(self._take_gone, number))

    def _take_gone(self, number: int, error: "DeskError") -> None:
        if error.reason is Reason.TICKET_CLOSED:
            self._close(number, _microseconds(error.metadata.get("close_time", "")))
        elif error.reason is Reason.TICKET_NOT_FOUND:
            self._store.drop(_REPORTED, self._key(number))

    def _key(self, ticket_id: int) -> str:
        return f"{self._desk.lineage}/{ticket_id}"

    def _numbers(self, kind: str) -> list[int]:
        """Return the numbers that are remembered of the present lineage."""
        keys = (key.rpartition("/") for key in self._store.entries(kind))
        return [int(number) for lineage, _, number in keys if lineage == self._desk.lineage and number.isdecimal()]


def _microseconds(written: str) -> int:
    """Return a moment of RFC 3339 in microseconds since 1970, or 0 when it is none."""
    try:
        return round(datetime.fromisoformat(written).timestamp() * 1_000_000)
    except ValueError:
        return 0
