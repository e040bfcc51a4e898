"""Tickets that came before the encoder are read too, and nothing of them changes."""

import asyncio

from tests.ticket_server.desk import NOON_US, USER, Desk, categorise, new_id, open_desk, speaking
from tests.ticket_server.test_helpdesk_similar import Topics
from ticket_server.judging import Judging
from ticket_server.similar.catching_up import CatchingUp
from ticket_server.ticket import Ticket


async def test_older_tickets_get_vectors_and_stay_as_they_are(database_url: str) -> None:
    async with open_desk(database_url) as desk:
        one = await desk.helpdesk.create_ticket(USER, new_id(), "No wifi", "Torre", "")
        closed = await desk.close(await desk.activate(await desk.report("The projector is dark")))
        judging = Judging(categorise, speaking, Topics())
        before = [await desk.queries.ticket(ticket.id) for ticket in (one, closed)]
        catching = CatchingUp(desk.queries, desk.writer, judging, lambda: NOON_US, pause_s=0)
        async with catching.running(), asyncio.timeout(20):
            for ticket in (one, closed):
                await _read(desk, ticket)
        assert [await desk.queries.ticket(ticket.id) for ticket in (one, closed)] == before
        assert (await desk.queries.counter()).last_revision == closed.revision


async def _read(desk: Desk, ticket: Ticket) -> None:
    while (stored := await desk.queries.vector(ticket.id)) is None:  # noqa: ASYNC110  the database tells nobody of it
        await asyncio.sleep(0)
    assert stored[0] == Topics.version
