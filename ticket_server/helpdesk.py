"""The verbs of the ticket server: each asks the rules, and hands what is to be written to the writer."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace

from campusdesk import rules
from campusdesk.access import Caller
from campusdesk.errors import DeskError
from campusdesk.policy import may_see_field
from campusdesk.rules import Action, Category, Reason, Role, Status
from ticket_server import asked
from ticket_server import ticket as step
from ticket_server.asked import Edits, Wanted
from ticket_server.editing import Editing
from ticket_server.judging import Judged, Judging, Suggestion
from ticket_server.refining import Refining
from ticket_server.similar.finder import Asked, Finder, SimilarTicket
from ticket_server.storage.group import Result, Situation, Unit
from ticket_server.storage.queries import Queries
from ticket_server.storage.search import terms
from ticket_server.storage.writer import Writer
from ticket_server.ticket import Change, HistoryEntry, Meaning, Message, Stamp, Ticket

MOST_TICKETS = 200

_IN_SIGHT = (Status.OPEN, Status.ACTIVE)


@dataclass(frozen=True, slots=True)
class ServerInfo:
    """What a desk needs to know of the server; the counts are of open and of active tickets."""

    lineage: str
    revision: int
    sample_data: bool
    open_count: int
    active_count: int


@dataclass(frozen=True, slots=True)
class Found:
    """The tickets that hold what was asked for, newest first, whether there are more, and the one of that number."""

    ids: list[int]
    more: bool
    numbered: int


Decide = Callable[[Ticket | None, Situation, Stamp], Change | None]


class HelpDesk:
    """Reports, changes and reads tickets for callers of every role.

    Writes are answered once they are durable, and a repeated request id with its first result. Every method raises
    DeskError with the reason of the refusal; STORE_FAILED when the database cannot be used.
    """

    def __init__(
        self,
        writer: Writer,
        queries: Queries,
        judging: Judging,
        refining: Refining,
        finder: Finder,
        clock: Callable[[], int],
    ) -> None:
        """Write by the writer and read by the queries; the clock tells microseconds since 1970 UTC.

        A description is judged before it is written, and the category refined when that took too long.
        """
        self._writer = writer
        self._queries = queries
        self._judging = judging
        self._refining = refining
        self._finder = finder
        self._clock = clock

    async def create_ticket(
        self, caller: Caller, request_id: str, description: str, location: str, contact: str
    ) -> Ticket:
        """Report a problem."""
        asked.check_role(caller, Action.CREATE)
        texts = {"description": description, "location": location, "contact": contact}
        texts = {name: asked.text(name, value) for name, value in texts.items()}
        request = asked.request(request_id, "create", texts)
        judged = await self._judging.judged(texts["description"])

        def decide(_ticket: Ticket | None, situation: Situation, stamp: Stamp) -> Change:
            return step.opened(stamp, situation.next_ticket_id, texts, judged.judgement)

        return await self._write_judged(caller, request, None, decide, judged)

    async def update_ticket(
        self,
        caller: Caller,
        request_id: str,
        ticket_id: int,
        edits: Mapping[str, str | Category | None],
        expected_revision: int,
    ) -> Ticket:
        """Edit fields of an open or active ticket, seen at `expected_revision`; a category of None is automatic again.

        Raises Overtaken when a field that is to become something else was edited after that revision.
        """
        asked.check_role(caller, Action.UPDATE)
        asked.check_id("id", ticket_id)
        wanted = asked.edits(caller.role, edits)
        said = [ticket_id, wanted.texts, 0 if wanted.clears else wanted.category, expected_revision]
        request = asked.request(request_id, "update", said)
        judged = await self._judged(ticket_id, wanted)
        editing = Editing(wanted, expected_revision, lambda text: self._judging.of(judged, text))

        def decide(found: Ticket | None, situation: Situation, stamp: Stamp) -> Change | None:
            return editing.decided(_checked(found, ticket_id, caller.role, Action.UPDATE), situation, stamp)

        return await self._write_judged(caller, request, ticket_id, decide, judged)

    async def activate_ticket(self, caller: Caller, request_id: str, ticket_id: int) -> Ticket:
        """Take an open ticket: it becomes active, taken by the caller's workstation."""
        return await self._advance(caller, request_id, ticket_id, Action.ACTIVATE)

    async def close_ticket(self, caller: Caller, request_id: str, ticket_id: int) -> Ticket:
        """Close an active ticket for good."""
        return await self._advance(caller, request_id, ticket_id, Action.CLOSE)

    async def post_message(self, caller: Caller, request_id: str, ticket_id: int, text: str) -> Message:
        """Post a message under an open or active ticket."""
        asked.check_role(caller, Action.POST_MESSAGE)
        asked.check_id("ticket_id", ticket_id)
        words = asked.text("message", text, field="text")
        request = asked.request(request_id, "post", [ticket_id, words])

        def decide(found: Ticket | None, _situation: Situation, stamp: Stamp) -> Change:
            return step.with_message(_checked(found, ticket_id, caller.role, Action.POST_MESSAGE), stamp, words)

        message = (await self._write(caller, request, ticket_id, decide)).message
        assert message is not None, "posting a message makes one"  # noqa: S101 - for the type checker
        return message

    async def add_me_too(self, caller: Caller, request_id: str, ticket_id: int, installation_id: str) -> Ticket:
        """Count the caller's installation among those that have an open or active ticket's problem; once a ticket."""
        asked.check_role(caller, Action.ADD_ME_TOO)
        asked.check_id("ticket_id", ticket_id)
        installation = asked.uuid("installation_id", installation_id)
        request = asked.request(request_id, "me too", [ticket_id, installation.hex()])

        def decide(found: Ticket | None, situation: Situation, stamp: Stamp) -> Change | None:
            ticket = _checked(found, ticket_id, caller.role, Action.ADD_ME_TOO)
            return None if situation.has_joined(installation) else step.joined(ticket, stamp, installation)

        return (await self._write(caller, request, ticket_id, decide)).ticket

    async def get_ticket(self, caller: Caller, ticket_id: int) -> Ticket:
        """Return a ticket that the caller may see."""
        asked.check_id("id", ticket_id)
        return await self._visible(caller, ticket_id)

    async def batch_get_tickets(self, caller: Caller, ids: Collection[int]) -> list[Ticket]:
        """Return those of up to MOST_TICKETS tickets that exist and that the caller may see, in the order asked."""
        if len(ids) > MOST_TICKETS:
            raise DeskError(Reason.FIELD_INVALID, field="ids", limit=MOST_TICKETS)
        for ticket_id in ids:
            asked.check_id("ids", ticket_id)
        found = await self._queries.tickets(ids)
        wanted = (found[ticket_id] for ticket_id in dict.fromkeys(ids) if ticket_id in found)
        return [ticket for ticket in wanted if rules.may_see(caller.role, ticket.status)]

    async def list_tickets(
        self, caller: Caller, status: Status | None, category: Category | None, before_id: int | None, limit: int
    ) -> list[Ticket]:
        """Return up to `limit` tickets that the caller may see, newest first, with ids before `before_id`."""
        if status is not None and not rules.may_see(caller.role, status):
            raise DeskError(Reason.TICKET_CLOSED)
        if status is not None:
            statuses: tuple[Status, ...] = (status,)
        else:
            statuses = () if rules.may_see(caller.role, Status.CLOSED) else _IN_SIGHT
        return await self._queries.page(statuses, category, before_id, limit)

    async def search_tickets(self, caller: Caller, text: str, limit: int) -> Found:
        """Return up to `limit` tickets that the caller may see and that hold every word of the text, newest first.

        A word is found by its beginning, whatever its case and accents. A text of no words finds nothing.
        """
        wanted = asked.search(text)
        closed = rules.may_see(caller.role, Status.CLOSED)
        ids = await self._queries.search(terms.asked(wanted), limit + 1, closed=closed)
        numbered = await self._queries.ticket(asked.number(wanted))
        seen = numbered is not None and rules.may_see(caller.role, numbered.status)
        return Found(ids[:limit], len(ids) > limit, numbered.id if numbered is not None and seen else 0)

    async def suggest_category(self, description: str) -> Suggestion:
        """Return the category that a text would get now, and why; nothing is kept of it."""
        return await self._judging.suggested(asked.text("description", description))

    async def find_similar_tickets(self, caller: Caller, wanted: Wanted) -> list[SimilarTicket]:
        """Return tickets that report the same incident as a text or a ticket, of those that the caller may see."""
        if wanted.ticket_id:
            asked.check_id("ticket_id", wanted.ticket_id)
        about = await self._visible(caller, wanted.ticket_id) if wanted.ticket_id else None
        texts = ("", "") if about is not None else asked.report(wanted.description, wanted.location)
        closed = wanted.include_closed and rules.may_see(caller.role, Status.CLOSED)
        found = await self._finder.find(Asked(*texts, about, closed, wanted.limit, wanted.least_confidence))
        return [one for one in found if rules.may_see(caller.role, one.ticket.status)]

    async def list_messages(self, caller: Caller, ticket_id: int, after_revision: int, limit: int) -> list[Message]:
        """Return up to `limit` messages of a ticket posted after a revision, oldest first."""
        asked.check_id("ticket_id", ticket_id)
        await self._visible(caller, ticket_id)
        return await self._queries.messages(ticket_id, after_revision, limit)

    async def list_changes(self, caller: Caller, ticket_id: int, after_revision: int, limit: int) -> list[HistoryEntry]:
        """Return up to `limit` changes of a ticket after a revision, oldest first; edits of fields that he may see."""
        asked.check_id("ticket_id", ticket_id)
        await self._visible(caller, ticket_id)
        entries = await self._queries.history(ticket_id, after_revision, limit)
        return [
            replace(
                entry, fields=tuple(edit for edit in entry.fields if may_see_field(caller.role, "Ticket", edit.field))
            )
            for entry in entries
        ]

    async def server_info(self) -> ServerInfo:
        """Return what a desk needs to know of the server."""
        counter = await self._queries.counter()
        return ServerInfo(
            counter.lineage, counter.last_revision, counter.sample_data, counter.open_count, counter.active_count
        )

    async def _advance(self, caller: Caller, request_id: str, ticket_id: int, action: Action) -> Ticket:
        asked.check_role(caller, action)
        asked.check_id("id", ticket_id)
        request = asked.request(request_id, action.word, ticket_id)

        def decide(found: Ticket | None, _situation: Situation, stamp: Stamp) -> Change:
            return step.advanced(_checked(found, ticket_id, caller.role, action), stamp, action)

        return (await self._write(caller, request, ticket_id, decide)).ticket

    async def _judged(self, ticket_id: int, edits: Edits) -> Judged | None:
        """Judge the description that an edit sets, or the present one where it clears a correction."""
        text = edits.texts.get("description", "")
        if edits.clears and not text:
            present = await self._queries.ticket(ticket_id)
            text = present.description if present is not None else ""
        return await self._judging.judged(text) if text else None

    async def _write_judged(
        self,
        caller: Caller,
        request: tuple[bytes, bytes],
        ticket_id: int | None,
        decide: Decide,
        judged: Judged | None,
    ) -> Ticket:
        meaning = judged.meaning if judged is not None else None
        ticket = (await self._write(caller, request, ticket_id, decide, meaning)).ticket
        if judged is not None:
            self._refining.add(ticket, judged)
        return ticket

    async def _write(
        self,
        caller: Caller,
        request: tuple[bytes, bytes],
        ticket_id: int | None,
        decide: Decide,
        meaning: Meaning | None = None,
    ) -> Result:
        now = self._clock()

        def decided(situation: Situation) -> Change | None:
            stamp = Stamp(situation.next_revision, caller.role, caller.workstation, now)
            return decide(situation.ticket, situation, stamp)

        return await self._writer.submit(Unit(*request, ticket_id, now, decided, meaning))

    async def _visible(self, caller: Caller, ticket_id: int) -> Ticket:
        ticket = await self._queries.ticket(ticket_id)
        if ticket is None:
            raise DeskError(Reason.TICKET_NOT_FOUND, ticket_id=ticket_id)
        if not rules.may_see(caller.role, ticket.status):
            raise DeskError(Reason.TICKET_CLOSED, ticket_id=ticket_id)
        return ticket


def _checked(ticket: Ticket | None, ticket_id: int, role: Role, action: Action) -> Ticket:
    """Return the ticket if the rules let the role do the action on it."""
    if ticket is None:
        raise DeskError(Reason.TICKET_NOT_FOUND, ticket_id=ticket_id)
    reason = rules.refusal(role, action, ticket.status)
    if reason == Reason.WRONG_TRANSITION:
        raise DeskError(reason, ticket_id=ticket_id, status=ticket.status.name)
    if reason is not None:
        raise DeskError(reason, ticket_id=ticket_id)
    return ticket
