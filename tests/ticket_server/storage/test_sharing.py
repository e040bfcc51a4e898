"""Servers that share a database of PostgreSQL: one history, heard by all, and nobody beside who must be alone."""

import asyncio
import random
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AsyncExitStack

import pytest

from campusdesk.errors import DeskError
from campusdesk.rules import Reason, Status
from tests.cluster import Cluster
from tests.ticket_server.desk import NOON_US, STAFF, USER, Desk, new_id, open_desk
from tests.ticket_server.readers import VECTOR, PromptReader
from tests.ticket_server.storage.sabotage import execute
from ticket_server.judgement import Meaning
from ticket_server.storage import schema
from ticket_server.storage.engine import InUse, open_database, stored_revision
from ticket_server.storage.group import own_unit
from ticket_server.ticket import Ticket

_PATIENCE_S = 20


@pytest.fixture
def url(postgresql: Cluster, migrated: str) -> Iterator[str]:
    with postgresql.database(migrated) as url:
        yield url


@pytest.fixture(autouse=True)
def only_when_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no server find by looking now and then what it should have been told."""
    for pause in ("_PAUSE_S", "_PROBE_S"):
        monkeypatch.setattr(f"ticket_server.storage.committing.{pause}", 3_600.0)


@pytest.fixture
async def both(url: str) -> AsyncIterator[tuple[Desk, Desk]]:
    """Give two servers of one database."""
    async with AsyncExitStack() as stack:
        first, second = [await stack.enter_async_context(open_desk(url, shared=True)) for _ in range(2)]
        yield first, second


async def told(desk: Desk, revision: int) -> list[int]:
    """Return the revisions that a watcher from the beginning is told, once that one has come."""
    async with asyncio.timeout(_PATIENCE_S):
        while desk.feed.revision < revision:
            await desk.feed.changed(desk.feed.revision, _PATIENCE_S)
    return [change.revision for change in await desk.feed.since(0, 10_000)]


async def understood(desk: Desk, ticket_id: int) -> None:
    """Wait until the desk compares the ticket by what it means; nobody is told of that."""
    async with asyncio.timeout(_PATIENCE_S):
        while await desk.vector(ticket_id) != VECTOR:
            await desk.feed.changed(desk.feed.revision, 0.02)


def end_sessions(postgresql: Cluster, url: str) -> None:
    """End every session of the database, the writers' and those that listen."""
    name = url.partition("@/")[2].partition("?")[0]
    postgresql.execute(f"SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = '{name}'")  # noqa: S608


async def test_each_hears_of_the_others_commits_in_their_order(both: tuple[Desk, Desk]) -> None:
    first, second = both
    tickets = [await (first, second)[number % 2].report(f"Lamp {number}") for number in range(10)]
    assert [(ticket.id, ticket.revision) for ticket in tickets] == [(number, number) for number in range(1, 11)]
    for desk in both:
        assert await told(desk, 10) == list(range(1, 11))
        descriptions = [change.ticket.description for change in await desk.feed.since(0, 100)]
        assert descriptions == [f"Lamp {number}" for number in range(10)]


async def test_who_only_listens_is_told_at_once(both: tuple[Desk, Desk]) -> None:
    first, second = both
    await told(second, 0)
    for revision in range(1, 6):
        await first.report()
        assert await told(second, revision) == list(range(1, revision + 1))


async def test_the_rules_hold_across_servers(both: tuple[Desk, Desk]) -> None:
    first, second = both
    ticket = await first.report()
    active = await second.activate(ticket)
    with pytest.raises(DeskError) as refused:
        await first.activate(ticket)
    assert refused.value.reason is Reason.WRONG_TRANSITION
    await second.edit(active, description="The beamer is dark, the lamp is new")
    with pytest.raises(DeskError) as refused:
        await first.edit(active, description="The beamer")
    assert refused.value.reason is Reason.EDIT_OVERTAKEN
    assert (await first.close(ticket)).status is Status.CLOSED
    with pytest.raises(DeskError) as refused:
        await second.post(ticket)
    assert refused.value.reason is Reason.TICKET_CLOSED


async def test_the_same_request_at_both_is_done_once(both: tuple[Desk, Desk]) -> None:
    first, second = both
    request_id = new_id()
    asked = [desk.helpdesk.create_ticket(USER, request_id, "The lift", "", "") for desk in (first, second) * 5]
    made = await asyncio.gather(*asked)
    assert {ticket.id for ticket in made} == {1}
    assert await told(second, 1) == [1]


async def test_both_at_once_make_one_history(both: tuple[Desk, Desk]) -> None:
    await asyncio.gather(*(desk.report(f"Report {number}") for number in range(20) for desk in both))
    chance = random.Random(7)

    async def work(desk: Desk) -> None:
        verbs: list[Callable[[Ticket], Awaitable[object]]] = [desk.post, desk.activate, desk.close]
        for _ in range(40):
            ticket = await desk.helpdesk.get_ticket(STAFF, chance.randint(1, 40))
            try:
                await chance.choice(verbs)(ticket)
            except DeskError as refusal:
                assert refusal.reason in {Reason.WRONG_TRANSITION, Reason.TICKET_CLOSED, Reason.TICKET_FINAL}  # noqa: PT017

    await asyncio.gather(*(work(desk) for desk in both for _ in range(4)))
    newest = (await both[0].queries.counter()).last_revision
    assert newest > 100
    histories = []
    for desk in both:
        assert await told(desk, newest) == list(range(1, newest + 1))
        published = [change for group in desk.published for change in group]
        assert [change.revision for change in published] == list(range(1, newest + 1)), "each once, none late"
        histories.append([(change.action, change.ticket.id, change.ticket.status) for change in published])
    assert histories[0] == histories[1]
    counter = await both[1].queries.counter()
    assert (counter.last_ticket_id, counter.last_revision) == (40, newest)


async def test_what_one_understands_the_other_compares(url: str) -> None:
    async with open_desk(url, shared=True) as plain, open_desk(url, shared=True, reader=PromptReader()) as reading:
        await told(plain, 0)
        ticket = await plain.report("The lamp")
        await reading.report("The door")
        await understood(plain, 2)
        # What the server reads later changes no ticket, and the other hears of it all the same.
        meaning = Meaning(ticket.description, PromptReader.version, VECTOR)
        await reading.writer.submit(own_unit(ticket.id, NOON_US, lambda _situation: None, meaning))
        await understood(plain, ticket.id)


async def test_lost_sessions_lose_nothing(both: tuple[Desk, Desk], postgresql: Cluster, url: str) -> None:
    first, second = both
    await first.report()
    end_sessions(postgresql, url)
    done = 1
    async with asyncio.timeout(_PATIENCE_S):
        while done < 6:
            try:
                await first.report()
            except DeskError:
                continue
            done += 1
    assert await told(second, done) == await told(first, done) == list(range(1, done + 1))


async def test_one_that_ends_leaves_the_other_at_work(url: str) -> None:
    async with open_desk(url, shared=True) as first:
        async with open_desk(url, shared=True) as second:
            await second.report()
        assert (await first.report()).revision == 2
        assert await told(first, 2) == [1, 2]
    open_database(url).close()


async def test_who_must_be_alone_waits_for_no_server_to_be_there(both: tuple[Desk, Desk], url: str) -> None:
    with pytest.raises(InUse, match="in use by another program"):
        open_database(url)
    await both[0].report()


@pytest.fixture
def hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wait for a lock no longer than a test has to."""
    for module in ("engine", "postgresql"):
        monkeypatch.setattr(f"ticket_server.storage.{module}.PATIENCE_S", 0.5)


@pytest.mark.usefixtures("hurried")
async def test_no_server_comes_while_somebody_is_alone(url: str) -> None:
    with open_database(url), pytest.raises(InUse, match="in use by another program"):
        open_database(url, shared=True)


@pytest.mark.usefixtures("hurried")
async def test_tables_are_brought_to_another_shape_by_one_alone(both: tuple[Desk, Desk], url: str) -> None:
    await both[0].report()
    execute(url, "UPDATE alembic_version SET version_num = '0005'")
    with pytest.raises(InUse, match="in use by another program"):
        open_database(url, shared=True)
    execute(url, "UPDATE alembic_version SET version_num = '0006'")
    open_database(url, shared=True).close()


def test_servers_that_come_together_make_the_tables_once(postgresql: Cluster) -> None:
    with postgresql.database() as bare, ThreadPoolExecutor(4) as pool:
        opened = [pool.submit(open_database, bare, shared=True) for _ in range(4)]
        for database in [each.result(_PATIENCE_S) for each in opened]:
            with database, database.connect_reader() as connection:
                assert stored_revision(connection, database.name) == schema.REVISION


async def test_who_comes_from_another_server_is_awaited_and_goes_on(both: tuple[Desk, Desk]) -> None:
    first, second = both
    await asyncio.gather(*(first.report() for _ in range(50)))
    await second.feed.check_resumable(first.feed.lineage, 50)
    assert await second.feed.since(50, 10) == []
    assert second.feed.revision == 50
