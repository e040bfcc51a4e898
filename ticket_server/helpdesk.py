"""The verbs of the ticket server: each asks the rules, and hands what is to be written to the writer."""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import replace

from campusdesk import rules
from campusdesk.access import Caller
from campusdesk.errors import DeskError
from campusdesk.rules import Action, Category, Reason, Role
from ticket_server import asked
from ticket_server import ticket as step
from ticket_server.answering import Answering, gone
from ticket_server.asked import Edits
from ticket_server.editing import Editing
from ticket_server.judging import Judged, Judging
from ticket_server.refining import Refining
from ticket_server.similar.finder import Finder
from ticket_server.storage.group import Result, Situation, Unit
from ticket_server.storage.queries import Queries
from ticket_server.storage.writer import Writer
from ticket_server.ticket import Change, Message, Stamp, Ticket

_POSTING = Action.POST_MESSAGE, "post", step.with_message
_NOTING = Action.POST_NOTE, "note", step.with_note

Decide = Callable[[Ticket | None, Situation, Stamp], Change | None]


class HelpDesk(Answering):
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
        super().__init__(queries, judging, finder)
        self._writer = writer
        self._refining = refining
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

    async def post_message(
        self, caller: Caller, request_id: str, ticket_id: int, text: str, *, internal: bool = False
    ) -> Message:
        """Post a message, or an internal note, under an open or active ticket."""
        action, verb, posted = _NOTING if internal else _POSTING
        asked.check_role(caller, action)
        asked.check_id("ticket_id", ticket_id)
        words = asked.text("message", text, field="text")
        request = asked.request(request_id, verb, [ticket_id, words])

        def decide(found: Ticket | None, _situation: Situation, stamp: Stamp) -> Change:
            return posted(_checked(found, ticket_id, caller.role, action), stamp, words)

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
        if judged is None:
            return (await self._write(caller, request, ticket_id, decide)).ticket
        unit = replace(self._unit(caller, request, ticket_id, decide), meaning=judged.meaning)
        written = self._writer.submit(unit)
        written.add_done_callback(lambda done: self._refine(done, judged))
        # Whoever gives up waiting has reported it all the same.
        return (await asyncio.shield(written)).ticket

    def _refine(self, written: asyncio.Future[Result], judged: Judged) -> None:
        if not written.cancelled() and written.exception() is None:
            self._refining.add(written.result().ticket, judged)

    async def _write(
        self, caller: Caller, request: tuple[bytes, bytes], ticket_id: int | None, decide: Decide
    ) -> Result:
        return await self._writer.submit(self._unit(caller, request, ticket_id, decide))

    def _unit(self, caller: Caller, request: tuple[bytes, bytes], ticket_id: int | None, decide: Decide) -> Unit:
        now = self._clock()

        def decided(situation: Situation) -> Change | None:
            stamp = Stamp(situation.next_revision, caller.role, caller.workstation, now)
            return decide(situation.ticket, situation, stamp)

        return Unit(*request, ticket_id, now, decided)


def _checked(ticket: Ticket | None, ticket_id: int, role: Role, action: Action) -> Ticket:
    """Return the ticket if the rules let the role do the action on it."""
    if ticket is None:
        raise DeskError(Reason.TICKET_NOT_FOUND, ticket_id=ticket_id)
    reason = rules.refusal(role, action, ticket.status)
    if reason == Reason.TICKET_CLOSED:
        raise gone(ticket)
    if reason == Reason.WRONG_TRANSITION:
        raise DeskError(reason, ticket_id=ticket_id, status=ticket.status.name)
    if reason is not None:
        raise DeskError(reason, ticket_id=ticket_id)
    return ticket
