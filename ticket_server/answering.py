"""What callers ask of tickets: each answer holds what their role may see."""

from collections.abc import Collection
from dataclasses import dataclass, replace

from campusdesk import rules, terms
from campusdesk.access import Caller
from campusdesk.errors import DeskError
from campusdesk.policy import may_see_field
from campusdesk.rules import Category, Reason, Status
from ticket_server import asked
from ticket_server.asked import Wanted
from ticket_server.instant import time_text
from ticket_server.judging import Judging, Suggestion
from ticket_server.similar.finder import Asked, Finder, SimilarTicket
from ticket_server.storage.queries import Queries
from ticket_server.ticket import HistoryEntry, Message, Ticket

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


class Answering:
    """Reads tickets for callers of every role.

    Every method raises DeskError with the reason of the refusal; STORE_FAILED when the database cannot be read.
    """

    def __init__(self, queries: Queries, judging: Judging, finder: Finder) -> None:
        """Read by the queries; what is still being typed is judged, and compared by the finder."""
        self._queries = queries
        self._judging = judging
        self._finder = finder

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
        self,
        caller: Caller,
        status: Status | None,
        category: Category | None,
        before_id: int | None,
        limit: int,
        *,
        reported_from: str = "",
    ) -> list[Ticket]:
        """Return up to `limit` tickets that the caller may see, newest first, with ids before `before_id`.

        Only those that one workstation reported, if it is named.
        """
        workstation = asked.workstation("reported_from", reported_from)
        if status is not None and not rules.may_see(caller.role, status):
            raise DeskError(Reason.TICKET_CLOSED)
        if status is not None:
            statuses: tuple[Status, ...] = (status,)
        else:
            statuses = () if rules.may_see(caller.role, Status.CLOSED) else _IN_SIGHT
        return await self._queries.page(statuses, category, before_id, limit, reported_from=workstation)

    async def search_tickets(self, caller: Caller, text: str, limit: int) -> Found:
        """Return up to `limit` tickets that the caller may see and that hold every word of the text, newest first.

        A word is found by its beginning, whatever its case and accents. A text of no words finds nothing.
        """
        wanted = asked.search(text)
        staff = rules.may_see(caller.role, Status.CLOSED) and rules.SEES_NOTES[caller.role]
        ids = await self._queries.search(terms.asked(wanted), limit + 1, staff=staff)
        numbered = await self._queries.ticket(terms.number(wanted))
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
        """Return up to `limit` messages of a ticket posted after a revision, oldest first; notes for helpdesk staff."""
        asked.check_id("ticket_id", ticket_id)
        await self._visible(caller, ticket_id)
        notes = rules.SEES_NOTES[caller.role]
        return await self._queries.messages(ticket_id, after_revision, limit, notes=notes)

    async def list_changes(self, caller: Caller, ticket_id: int, after_revision: int, limit: int) -> list[HistoryEntry]:
        """Return up to `limit` changes of a ticket after a revision, oldest first; edits of fields that he may see."""
        asked.check_id("ticket_id", ticket_id)
        await self._visible(caller, ticket_id)
        notes = rules.SEES_NOTES[caller.role]
        entries = await self._queries.history(ticket_id, after_revision, limit, notes=notes)
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

    async def _visible(self, caller: Caller, ticket_id: int) -> Ticket:
        ticket = await self._queries.ticket(ticket_id)
        if ticket is None:
            raise DeskError(Reason.TICKET_NOT_FOUND, ticket_id=ticket_id)
        if not rules.may_see(caller.role, ticket.status):
            raise gone(ticket)
        return ticket


def gone(ticket: Ticket) -> DeskError:
    """Return the refusal of a closed ticket to who does not see those: all that is told is when it was closed."""
    return DeskError(Reason.TICKET_CLOSED, ticket_id=ticket.id, close_time=time_text(ticket.close_us))
