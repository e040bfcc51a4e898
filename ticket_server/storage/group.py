"""Units of work that are decided together, in one transaction, each on top of what the ones before it changed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from campusdesk.errors import DeskError
from campusdesk.rules import Action, Reason, Status
from ticket_server.judgement import Meaning
from ticket_server.storage import batch, reading
from ticket_server.storage.rows import Counter, Values
from ticket_server.storage.search import index
from ticket_server.ticket import Change, Message, Ticket


@dataclass(frozen=True, slots=True)
class Situation:
    """What a unit of work decides upon.

    `ticket` is None for a new ticket and for one that does not exist; `edited_after` tells which of its fields were
    edited after a revision, and `has_joined` whether an installation said "me too" to it before.
    """

    ticket: Ticket | None
    next_ticket_id: int
    next_revision: int
    edited_after: Callable[[int], frozenset[str]]
    has_joined: Callable[[bytes], bool]


@dataclass(frozen=True, slots=True)
class Unit:
    """One write: what it is known by, what it reads, and a pure function that decides.

    `decide` returns the change to be made, or None when nothing changes, or raises DeskError. `digest` is the same for
    the same request; `time_us` is the server's clock in microseconds since 1970 UTC. `meaning` is kept with the ticket
    when that has the same description after the unit, whether or not the unit changes it. Without a request id it
    is the server's own: nobody asks for its result again.
    """

    request_id: bytes
    digest: bytes
    ticket_id: int | None
    time_us: int
    decide: Callable[[Situation], Change | None]
    meaning: Meaning | None = None


def own_unit(
    ticket_id: int, time_us: int, decide: Callable[[Situation], Change | None], meaning: Meaning | None
) -> Unit:
    """Return a unit of work that the server does by itself on a ticket."""
    return Unit(b"", b"", ticket_id, time_us, decide, meaning)


@dataclass(frozen=True, slots=True)
class Result:
    """The ticket after a unit of work, and the message that it posted."""

    ticket: Ticket
    message: Message | None = None


Answer = Result | Exception


class Group:
    """One transaction's worth of units, in the order of their arrival."""

    def __init__(self, connection: Connection, units: Sequence[Unit], dated: Callable[[int], int]) -> None:
        """Read what the units need within the connection's transaction; `dated` tells when their requests came."""
        self._dated = dated
        self.changes: list[Change] = []
        self.meanings: dict[int, Meaning] = {}
        self._connection = connection
        self._units = units
        # First: what is read after it no other server changes before the transaction's end.
        self.counter = reading.take_counter(connection)
        self._tickets = reading.read_tickets(connection, {unit.ticket_id for unit in units if unit.ticket_id})
        self._requests = reading.read_requests(connection, [unit.request_id for unit in units])
        self._results: dict[bytes, Result] = {}
        self._made: list[Values] = []

    def run(self) -> list[Answer]:
        """Decide every unit and write what changed; return their answers in order.

        Raises SQLAlchemyError when the database fails; then nothing of the group may be kept.
        """
        answers = [self._answer(unit) for unit in self._units]
        self._write()
        return answers

    def _answer(self, unit: Unit) -> Answer:
        try:
            return self._first_result(unit) or self._decided(unit)
        except DeskError as refusal:
            return refusal

    def _first_result(self, unit: Unit) -> Result | None:
        """Return what the same request led to before, if it was made before."""
        known = self._requests.get(unit.request_id)
        if known is None:
            return None
        digest, ticket_id, revision = known
        if digest != unit.digest:
            raise DeskError(Reason.REQUEST_ID_REUSED, field="request_id")
        if unit.request_id not in self._results:
            self._results[unit.request_id] = Result(*reading.read_result(self._connection, ticket_id, revision))
        return self._results[unit.request_id]

    def _decided(self, unit: Unit) -> Result:
        ticket = self._tickets.get(unit.ticket_id) if unit.ticket_id is not None else None
        change = unit.decide(
            Situation(
                ticket,
                self.counter.last_ticket_id + 1,
                self.counter.last_revision + 1,
                lambda revision: self._edited_after(unit.ticket_id, revision),
                lambda installation: self._has_joined(unit.ticket_id, installation),
            )
        )
        if change is not None:
            self._keep(change)
            result, revision = Result(change.ticket, change.message), change.revision
        elif ticket is not None:
            result, revision = Result(ticket), max(ticket.revision, ticket.last_note_revision)
        else:
            raise ValueError("a unit that makes no ticket must change one")
        if unit.meaning is not None and unit.meaning.description == result.ticket.description:
            self.meanings[result.ticket.id] = unit.meaning
        self._remember(unit, result, revision)
        return result

    def _edited_after(self, ticket_id: int | None, revision: int) -> frozenset[str]:
        if ticket_id is None:
            return frozenset()
        stored = {field.field for field in reading.read_edits(self._connection, ticket_id, revision)}
        fresh = {
            field.field
            for change in self.changes
            if change.ticket.id == ticket_id and change.revision > revision and change.action != Action.CATEGORISE
            for field in change.fields
        }
        return frozenset(stored | fresh)

    def _has_joined(self, ticket_id: int | None, installation: bytes) -> bool:
        fresh = any(change.ticket.id == ticket_id and change.installation == installation for change in self.changes)
        return fresh or reading.has_joined(self._connection, ticket_id, installation)

    def _keep(self, change: Change) -> None:
        before = self._tickets.get(change.ticket.id)
        self._tickets[change.ticket.id] = change.ticket
        if before is None or before.description != change.ticket.description:
            self.meanings.pop(change.ticket.id, None)
        self.changes.append(change)
        self.counter = counted(self.counter, before.status if before is not None else None, change)

    def _remember(self, unit: Unit, result: Result, revision: int) -> None:
        """Keep the request, so that the same one again, in this group or years later, finds its result."""
        if not unit.request_id:
            return
        ticket = result.ticket
        self._requests[unit.request_id] = (unit.digest, ticket.id, revision)
        self._results[unit.request_id] = result
        self._made.append(
            {
                "request_id": unit.request_id,
                "digest": unit.digest,
                "ticket_id": ticket.id,
                "revision": revision,
                "request_us": self._dated(unit.time_us),
            }
        )

    def _write(self) -> None:
        if self.changes:
            new = {change.ticket.id for change in self.changes if change.action == Action.CREATE}
            touched = dict.fromkeys(change.ticket.id for change in self.changes)
            tickets = [self._tickets[ticket_id] for ticket_id in touched]
            batch.write_tickets(
                self._connection,
                [ticket for ticket in tickets if ticket.id in new],
                [ticket for ticket in tickets if ticket.id not in new],
            )
            batch.write_changes(self._connection, self.changes)
            index.write_changes(self._connection, self.changes)
            batch.write_counter(self._connection, self.counter)
        edited = {change.ticket.id for change in self.changes if _edits_description(change)}
        batch.write_meanings(self._connection, self.meanings, edited)
        batch.write_requests(self._connection, self._made)


def _edits_description(change: Change) -> bool:
    return any(field.field == "description" for field in change.fields)


def counted(counter: Counter, before: Status | None, change: Change) -> Counter:
    """Return the counter row after a change of a ticket that had the status `before` (None: there was no ticket)."""
    after = change.ticket.status
    return Counter(
        counter.lineage,
        max(counter.last_ticket_id, change.ticket.id),
        change.revision,
        counter.sample_data,
        counter.open_count + (after == Status.OPEN) - (before == Status.OPEN),
        counter.active_count + (after == Status.ACTIVE) - (before == Status.ACTIVE),
    )
