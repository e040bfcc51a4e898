"""Tickets without a vector are read too, each once, and nothing of them changes."""

import asyncio
import threading

import pytest

from tests.ticket_server.desk import NOON_US, USER, Desk, categorise, new_id, open_desk, speaking
from tests.ticket_server.readers import EndingReader, PromptReader
from tests.ticket_server.test_helpdesk_similar import Topics
from ticket_server.encoder.reading import Reader
from ticket_server.judging import Judging
from ticket_server.similar.catching_up import CatchingUp
from ticket_server.storage.meanings import Unread
from ticket_server.ticket import Ticket

_DAY_US = 24 * 3_600 * 1_000_000


def catching_up(desk: Desk, reader: Reader, now_us: int = NOON_US) -> CatchingUp:
    judging = Judging(categorise, speaking, reader)
    return CatchingUp(desk.queries, desk.writer, judging, lambda: now_us, pause_s=0, rest_s=0)


async def stored(desk: Desk, ticket: Ticket, version: str) -> None:
    async with asyncio.timeout(20):
        while ((await desk.queries.vector(ticket.id)) or ("",))[0] != version:  # noqa: ASYNC110  nobody is told of it
            await asyncio.sleep(0)


async def test_older_tickets_get_vectors_and_stay_as_they_are(database_url: str) -> None:
    async with open_desk(database_url) as desk:
        one = await desk.helpdesk.create_ticket(USER, new_id(), "No wifi", "Torre", "")
        closed = await desk.close(await desk.activate(await desk.report("The projector is dark")))
        before = [await desk.queries.ticket(ticket.id) for ticket in (one, closed)]
        async with catching_up(desk, Topics()).running():
            for ticket in (one, closed):
                await stored(desk, ticket, Topics.version)
        assert [await desk.queries.ticket(ticket.id) for ticket in (one, closed)] == before
        assert (await desk.queries.counter()).last_revision == closed.revision


async def test_who_ends_it_waits_for_the_thread_that_reads(database_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    begun, go_on, ended = threading.Event(), threading.Event(), []

    def unread(*_asked: object) -> list[Unread]:
        begun.set()
        ended.append(go_on.wait(20))
        return []

    async with open_desk(database_url) as desk:
        monkeypatch.setattr(desk.queries, "unread", unread)
        running = catching_up(desk, PromptReader()).running()
        await running.__aenter__()
        await asyncio.to_thread(begun.wait, 20)
        leaving = asyncio.ensure_future(running.__aexit__(None, None, None))
        for _ in range(50):
            await asyncio.sleep(0)
        assert not leaving.done()
        go_on.set()
        await leaving
        assert ended == [True]


async def test_closed_ones_are_read_by_when_they_were_closed(database_url: str) -> None:
    async with open_desk(database_url) as desk:
        late, early = [await desk.activate(await desk.report(text)) for text in ("Late", "Early")]
        await desk.close(early)
        desk.clock.now_us += 300 * _DAY_US
        await desk.close(late)
        reader = PromptReader()
        async with catching_up(desk, reader, NOON_US + 400 * _DAY_US).running():
            await stored(desk, late, reader.version)
        assert reader.asked == ["Late"]


async def test_what_has_no_vector_later_is_read_once_and_nothing_twice(database_url: str) -> None:
    async with open_desk(database_url) as desk:
        one, reader = await desk.report("One"), PromptReader()
        async with catching_up(desk, reader).running():
            await stored(desk, one, reader.version)
            await stored(desk, await desk.report("Two"), reader.version)
        another = PromptReader()
        another.version = "another"
        async with catching_up(desk, another).running():
            await stored(desk, one, another.version)
        assert (reader.asked, another.asked) == (["One", "Two"], ["Two", "One"])


async def test_a_text_over_which_the_reader_ends_holds_up_no_other(sqlite_url: str) -> None:
    async with open_desk(sqlite_url) as desk:
        older = await desk.report("Older")
        await desk.report(EndingReader.POISON)
        async with catching_up(desk, EndingReader()).running():
            await stored(desk, older, "ending")
