"""Tickets that report the same incident as a text, or as a ticket."""

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager, nullcontext, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from campusdesk.background import in_background
from campusdesk.rules import Status
from ticket_server.encoder.reading import Reading
from ticket_server.judgement import Judgement, automatic
from ticket_server.judging import Judging
from ticket_server.similar.keeper import YEAR_US, Keeper
from ticket_server.storage.queries import Queries
from ticket_server.ticket import Ticket

if TYPE_CHECKING:
    from ticket_server.similar.index import Found, SimilarIndex, Vectors
    from ticket_server.similar.pair import Report

# Closed tickets that are nearest in meaning, whose texts are read to be compared.
_CLOSED_NEAREST = 100
# How long an answer waits for the vectors of closed tickets, in seconds; then it is given with those that are read.
_PATIENCE_S = 3.0


@dataclass(frozen=True, slots=True)
class Asked:
    """What is looked for: a text and where it is, or a ticket; among closed tickets too or not.

    `least_confidence` is None for as likely as it takes that few new reports are offered any.
    """

    description: str
    location: str
    ticket: Ticket | None
    include_closed: bool
    limit: int
    least_confidence: float | None


class SimilarTicket(NamedTuple):
    """A ticket and how likely it reports the same incident, 0 to 1."""

    ticket: Ticket
    confidence: float


class Finder:
    """Compares what is asked with the tickets in memory, in a thread beside the event loop."""

    def __init__(self, keeper: Keeper, queries: Queries, judging: Judging, clock: Callable[[], int]) -> None:
        """Ask the keeper's index; texts come from the queries, and what they mean from the judging's reader.

        The clock tells microseconds since 1970 UTC.
        """
        self.keeper = keeper
        self._queries = queries
        self._judging = judging
        self._clock = clock

    @asynccontextmanager
    async def running(self, in_sight: int, after_s: float = 0.0) -> AsyncIterator[None]:
        """Fill the index if so many tickets that are not closed are any, and let its thread go at the end.

        That begins after so many seconds.
        """
        try:
            async with in_background(self._fill(after_s)) if in_sight else nullcontext():
                yield
        finally:
            await asyncio.to_thread(self.keeper.close)

    async def _fill(self, after_s: float) -> None:
        await asyncio.sleep(after_s)
        await self.keeper.fill()

    async def find(self, asked: Asked) -> list[SimilarTicket]:
        """Return the tickets that are as likely the same incident at least, likeliest first."""
        report, vector = await self._understood(asked)
        found = await self.keeper.ask(lambda index, _closed: self._open_found(index, asked, report, vector))
        if asked.include_closed and vector is not None:
            found = [*found, *await self._closed_found(asked, report, vector)]
        tickets = await self._queries.tickets([one.ticket_id for one in found])
        own = asked.ticket.id if asked.ticket is not None else 0
        likely = sorted(found, key=lambda one: (-one.confidence, -one.ticket_id))
        told = (SimilarTicket(tickets[one.ticket_id], one.confidence) for one in likely if one.ticket_id in tickets)
        seen = (one for one in told if one.ticket.id != own and self._wanted(one.ticket, asked))
        return list(seen)[: asked.limit]

    def _wanted(self, ticket: Ticket, asked: Asked) -> bool:
        """Say whether the ticket is looked for as it is now, whatever it was when it was compared."""
        if ticket.status != Status.CLOSED:
            return True
        return asked.include_closed and ticket.close_us >= self._clock() - YEAR_US

    async def _understood(self, asked: Asked) -> tuple["Report", bytes | None]:
        """Return what is compared of the text or the ticket, and its vector if there is one."""
        ticket = asked.ticket
        vector = await self._stored_vector(ticket) if ticket is not None else None
        description = ticket.description if ticket is not None else asked.description
        location = ticket.location if ticket is not None else asked.location
        reading = await self._judging.answer(description) if vector is None else None
        if ticket is not None:
            judged, open_us = Judgement(ticket.category, ticket.confidence, ticket.category_source), ticket.open_us
        else:
            judged, open_us = self._judged(description, reading), self._clock()
        if reading is not None and self.keeper.compares(self._judging.version):
            vector = reading.vector

        def compared(_index: "SimilarIndex", _closed: "Vectors | None") -> "Report":
            from ticket_server.similar.pair import report_of

            return report_of(location, description, judged.category, judged.confidence, open_us)

        return await self.keeper.ask(compared), vector

    def _judged(self, description: str, reading: Reading | None) -> Judgement:
        return automatic(reading) if reading is not None else self._judging.light(description)

    async def _stored_vector(self, ticket: Ticket) -> bytes | None:
        stored = await self._queries.vector(ticket.id)
        return stored[1] if stored is not None and self.keeper.compares(stored[0]) else None

    def _open_found(self, index: "SimilarIndex", asked: Asked, report: "Report", vector: bytes | None) -> "list[Found]":
        # One more, for the ticket itself.
        return index.find(report, vector, asked.limit + 1, self._least(index, asked))

    def _least(self, index: "SimilarIndex", asked: Asked) -> float:
        return index.least_confidence if asked.least_confidence is None else asked.least_confidence

    async def _closed_found(self, asked: Asked, report: "Report", vector: bytes) -> "list[Found]":
        with suppress(TimeoutError):
            await asyncio.wait_for(self.keeper.read_closed(), _PATIENCE_S)
        near = await self.keeper.ask(
            lambda _index, closed: closed.nearest(vector, _CLOSED_NEAREST) if closed is not None else {}
        )
        tickets = await self._queries.tickets(near)
        return await self.keeper.ask(lambda index, _closed: self._judged_closed(index, asked, report, tickets, near))

    def _judged_closed(
        self,
        index: "SimilarIndex",
        asked: Asked,
        report: "Report",
        tickets: Mapping[int, Ticket],
        near: Mapping[int, float],
    ) -> "list[Found]":
        from ticket_server.similar.index import Found
        from ticket_server.similar.pair import report_of

        found = []
        for number, ticket in tickets.items():
            told = (ticket.location, ticket.description, ticket.category, ticket.confidence, ticket.open_us)
            found.append(Found(number, index.probability(report, report_of(*told), near[number])))
        return [one for one in found if 0 < one.confidence >= self._least(index, asked)]
