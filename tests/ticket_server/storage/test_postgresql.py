"""PostgreSQL: lost connections, commits of which nobody hears, the lock, and refusals that keep secrets."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator

import pytest
from sqlalchemy.exc import DBAPIError

from campusdesk.errors import DeskError
from campusdesk.rules import Reason
from tests.cluster import Cluster
from tests.ticket_server.desk import USER, Desk, new_id, open_desk
from tests.ticket_server.readers import VECTOR, PromptReader
from tests.ticket_server.storage.proxy import Moment, Proxy
from tests.ticket_server.storage.sabotage import execute
from ticket_server.storage.engine import CannotOpen, InUse, open_database


@pytest.fixture
def name(postgresql: Cluster, migrated: str) -> Iterator[str]:
    """Give the name of a database without tickets."""
    made = postgresql.create(migrated)
    yield made
    postgresql.drop(made)


@pytest.fixture
def url(postgresql: Cluster, name: str) -> str:
    return postgresql.url(name)


def end_sessions(cluster: Cluster, name: str) -> None:
    words = f"SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = '{name}'"  # noqa: S608
    cluster.execute(words)


async def failed(call: Awaitable[object]) -> None:
    with pytest.raises(DeskError) as refused:
        await call
    assert refused.value.reason is Reason.STORE_FAILED


async def until_it_answers(ask: Callable[[], Awaitable[object]]) -> object:
    """Ask as a desk does, again and again while the store fails."""
    async with asyncio.timeout(30):
        while True:
            try:
                return await ask()
            except DeskError:
                await asyncio.sleep(0.05)


async def told(desk: Desk, revision: int) -> list[int]:
    """Return the revisions that a watcher from the beginning is told, once that one has come."""
    async with asyncio.timeout(30):
        while desk.feed.revision < revision:
            await desk.feed.changed(desk.feed.revision, 30)
    return [change.revision for change in await desk.feed.since(0, 100)]


@pytest.mark.parametrize(("moment", "kept"), [("after", True), ("before", False)])
async def test_what_a_text_means_is_in_memory_if_and_only_if_it_was_kept(
    postgresql: Cluster, name: str, moment: Moment, kept: bool
) -> None:
    with Proxy(postgresql.folder) as road:
        url = f"postgresql+psycopg://postgres@/{name}?host={road.folder}"
        async with open_desk(url, reader=PromptReader()) as desk:
            await desk.report("The lamp")
            road.cut_commit(moment, b"Dark")
            await failed(desk.report("Dark"))
            # In the order of the commits: before this one it is told what became of the other.
            await desk.report("The door")
            told = [await desk.vector(ticket_id) for ticket_id in (1, 2, 3)]
            assert told == ([VECTOR] * 3 if kept else [VECTOR, VECTOR, None])


@pytest.mark.parametrize(("moment", "kept"), [("after", True), ("before", False)])
async def test_a_commit_of_which_nobody_heard_is_found_by_its_request(
    postgresql: Cluster, name: str, moment: Moment, kept: bool
) -> None:
    with Proxy(postgresql.folder) as road:
        async with open_desk(f"postgresql+psycopg://postgres@/{name}?host={road.folder}") as desk:
            await desk.report()
            request_id = new_id()
            road.cut_commit(moment, b"Dark")
            await failed(desk.helpdesk.create_ticket(USER, request_id, "Dark", "", ""))
            assert postgresql.execute("SELECT last_revision FROM counter", name) == [(2 if kept else 1,)]
            if kept:
                # Watchers hear of it though nobody writes any more.
                assert await told(desk, 2) == [1, 2]
            again = await desk.helpdesk.create_ticket(USER, request_id, "Dark", "", "")
            assert (again.id, again.revision) == (2, 2)
            assert (await desk.report()).revision == 3
            assert await told(desk, 3) == [1, 2, 3]
            assert [change.revision for group in desk.published for change in group] == [1, 2, 3]
            assert desk.feed.revision == (await desk.queries.counter()).last_revision


async def test_ended_sessions_are_replaced_for_readers_and_for_the_writer(
    postgresql: Cluster, name: str, url: str
) -> None:
    async with open_desk(url) as desk:
        ticket = await desk.report()
        assert await desk.helpdesk.get_ticket(USER, ticket.id) == ticket
        end_sessions(postgresql, name)
        assert await desk.helpdesk.get_ticket(USER, ticket.id) == ticket
        # Perhaps the writer has seen it already, in a pause.
        await until_it_answers(desk.report)
        assert await told(desk, 2) == [1, 2]


async def test_all_comes_back_with_postgresql_by_itself(postgresql: Cluster, url: str) -> None:
    async with open_desk(url) as desk:
        ticket = await desk.report()
        postgresql.stop()
        try:
            await failed(desk.report())
            await failed(desk.helpdesk.get_ticket(USER, ticket.id))
            assert not desk.writer.healthy
            assert desk.database.size_bytes() == 0
        finally:
            postgresql.start()
        async with asyncio.timeout(30):
            while not desk.writer.healthy:  # noqa: ASYNC110  the writer tells nobody
                await asyncio.sleep(0.05)
        assert await until_it_answers(lambda: desk.helpdesk.get_ticket(USER, ticket.id)) == ticket
        assert (await desk.report()).revision == 2
        assert await told(desk, 2) == [1, 2]


async def test_who_lost_the_lock_writes_again_only_once_it_is_free(postgresql: Cluster, name: str, url: str) -> None:
    async with open_desk(url) as desk:
        await desk.report()
        with pytest.raises(InUse, match="in use by another program"):
            open_database(url)
        end_sessions(postgresql, name)
        async with open_desk(url) as other:
            assert (await other.report()).revision == 2
            for _ in range(2):
                await failed(desk.report())
        await until_it_answers(desk.report)
        assert await told(desk, 3) == [1, 2, 3]


async def test_a_database_that_was_replaced_is_not_written(postgresql: Cluster, name: str, url: str) -> None:
    async with open_desk(url) as desk:
        await desk.report()
        execute(url, "UPDATE counter SET lineage = 'another'")
        end_sessions(postgresql, name)
        for _ in range(3):
            await failed(desk.report())
        assert not desk.writer.healthy
        assert postgresql.execute("SELECT count(*) FROM ticket", name) == [(1,)]


def test_only_the_writer_writes_and_its_commits_are_durable(url: str) -> None:
    execute(url, "ALTER ROLE postgres SET synchronous_commit = off")
    try:
        with open_database(url) as database:
            with database.connect_writer() as writer:
                assert writer.exec_driver_sql("SHOW synchronous_commit").scalar_one() == "on"
            with database.connect_reader() as reader, pytest.raises(DBAPIError, match="read-only"):
                reader.exec_driver_sql("UPDATE counter SET open_count = 5")
    finally:
        execute(url, "ALTER ROLE postgres RESET synchronous_commit")


def test_a_stricter_durability_stays(url: str) -> None:
    execute(url, "ALTER ROLE postgres SET synchronous_commit = remote_apply")
    try:
        with open_database(url) as database, database.connect_writer() as writer:
            assert writer.exec_driver_sql("SHOW synchronous_commit").scalar_one() == "remote_apply"
    finally:
        execute(url, "ALTER ROLE postgres RESET synchronous_commit")


def test_a_newer_shape_is_refused_and_left_alone(url: str) -> None:
    execute(url, "UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(CannotOpen, match="newer version"):
        open_database(url)


def test_tables_of_another_program_are_refused_and_left_alone(postgresql: Cluster) -> None:
    with postgresql.database() as url:
        execute(url, "CREATE TABLE song (title text)")
        with pytest.raises(CannotOpen, match="belongs to another program"):
            open_database(url)


def test_another_encoding_is_refused(postgresql: Cluster) -> None:
    postgresql.execute("CREATE DATABASE latin ENCODING 'LATIN1' TEMPLATE template0")
    try:
        with pytest.raises(CannotOpen, match="the encoding UTF8, not LATIN1"):
            open_database(postgresql.url("latin"))
    finally:
        postgresql.drop("latin")


@pytest.mark.parametrize(
    "url",
    [
        "postgresql+psycopg://clerk:secret@127.0.0.1:1/tickets",
        "postgresql+psycopg://clerk@127.0.0.1:1/tickets?password=secret",
        "postgresql+psycopg://127.0.0.1:1/tickets?passwordd=secret",
        "postgresql+psycopg2://clerk:secret@127.0.0.1:1/tickets",
        "postgresql+psycopg:/clerk:secret@127.0.0.1:1/tickets",
        "postgresql+psycopg://clerk:secret@127.0.0.1:port/tickets",
    ],
)
def test_no_refusal_tells_the_password(url: str) -> None:
    with pytest.raises(CannotOpen) as refused:
        open_database(url)
    assert "secret" not in str(refused.value)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize(
    "url",
    [
        "postgresql+psycopg://clerk@127.0.0.1:1/tickets",
        "postgresql+psycopg://clerk@/tickets?host=127.0.0.1,127.0.0.1&port=1,1",
        "postgresql+psycopg://clerk@/tickets?host=/nowhere",
    ],
)
def test_who_is_not_reached_is_told_in_a_sentence(url: str) -> None:
    with pytest.raises(CannotOpen, match=r" failed: (Connection refused|No such file or directory)\.$"):
        open_database(url)


def test_a_database_that_is_not_there_is_refused(postgresql: Cluster) -> None:
    with pytest.raises(CannotOpen, match="does not exist"):
        open_database(postgresql.url("nowhere"))


def test_the_size_of_the_database_is_known(url: str) -> None:
    with open_database(url) as database:
        assert database.size_bytes() > 1_000_000
        assert database.path is None
        with database.connect_writer() as connection:
            assert database.fold_log(connection)
