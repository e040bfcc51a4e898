"""Backups of a database that is being written, and what is wrong with bad ones."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from pathlib import Path

import pytest

from tests.ticket_server.desk import Desk, open_desk
from ticket_server.storage.engine import CannotOpen
from ticket_server.storage.upkeep import backup
from ticket_server.storage.upkeep.backup import BadBackup, back_up, verify

PAGE = 4096


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "backup.db"


@asynccontextmanager
async def writing(desk: Desk) -> AsyncIterator[None]:
    """Report one problem after the other inside the block."""

    async def report() -> None:
        while True:
            await desk.report("x" * 2_000)

    task = asyncio.create_task(report())
    yield
    task.cancel()


async def until_beyond(desk: Desk, revision: int) -> None:
    async with asyncio.timeout(20):
        while (await desk.queries.counter()).last_revision <= revision:
            pass


async def test_one_moment_is_copied_while_the_database_is_written(sqlite_url: str, target: Path) -> None:
    async with open_desk(sqlite_url) as desk:
        await desk.closed()
        async with writing(desk):
            # The second one replaces the first.
            await asyncio.to_thread(back_up, sqlite_url, target)
            await until_beyond(desk, 4)
            held = await asyncio.to_thread(back_up, sqlite_url, target)
            assert verify(target) == held
            await until_beyond(desk, held.counter.last_revision)
        counter = await desk.queries.counter()
    assert held.counter.lineage == counter.lineage
    assert 4 < held.counter.last_revision < counter.last_revision
    assert held.changes == held.counter.last_revision


async def test_a_backup_is_a_database_that_can_be_served(sqlite_url: str, target: Path) -> None:
    async with open_desk(sqlite_url) as desk:
        reported = await desk.report("It drips")
        back_up(sqlite_url, target)
    async with open_desk(f"sqlite:///{target}") as desk:
        assert await desk.queries.ticket(reported.id) == reported


async def test_the_log_of_a_database_that_nobody_serves_is_left_as_it_is(tmp_path: Path, target: Path) -> None:
    database_path = tmp_path / "tickets.db"
    async with open_desk(f"sqlite:///{database_path}") as desk:
        await desk.report()
        log = database_path.with_name(f"{database_path.name}-wal")
        written = {file: file.read_bytes() for file in (database_path, log)}
    for file, content in written.items():
        file.write_bytes(content)
    assert back_up(f"sqlite:///{database_path}", target).tickets == 1
    assert {file: file.read_bytes() for file in (database_path, log)} == written


async def test_an_interrupted_backup_leaves_nothing(
    sqlite_url: str, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backup, "_PAGES_A_STEP", 5)
    async with open_desk(sqlite_url) as desk:
        await desk.report("x" * 9_000)
        before = {*target.parent.iterdir()}

        def interrupted(done: int, total: int) -> None:
            assert target.with_name("backup.db.unfinished").exists()
            if done > total / 2:
                raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            back_up(sqlite_url, target, interrupted)
        assert {*target.parent.iterdir()} == before


def test_a_database_that_is_not_there_is_not_made(tmp_path: Path, target: Path) -> None:
    with pytest.raises(CannotOpen, match="There is no database"):
        back_up(f"sqlite:///{tmp_path / 'nowhere.db'}", target)
    assert not [*tmp_path.iterdir()]


@pytest.fixture
async def made(sqlite_url: str, target: Path) -> Path:
    """Make a backup of some tickets."""
    async with open_desk(sqlite_url) as desk:
        for _ in range(50):
            await desk.report("The beamer stays dark. " * 20)
        back_up(sqlite_url, target)
    return target


def test_a_flipped_byte_is_seen(made: Path) -> None:
    pages = made.read_bytes()
    # Not in a text, which may be any: in the header of a page of the tree.
    for page in range(2, len(pages) // PAGE):
        damaged = bytearray(pages)
        damaged[page * PAGE + 3] ^= 0x15
        made.write_bytes(damaged)
        with pytest.raises((BadBackup, CannotOpen)):
            verify(made)


def test_a_backup_that_lost_rows_is_seen(made: Path) -> None:
    with closing(sqlite3.connect(made)) as connection, connection:
        connection.execute("DELETE FROM change WHERE revision = 7")
    with pytest.raises(BadBackup, match="the number of changes: the counter says 50, the rows say 49"):
        verify(made)


@pytest.mark.parametrize("content", [b"", b"no database at all" * 1_000])
def test_a_file_that_is_no_database_is_none(content: bytes, target: Path) -> None:
    target.write_bytes(content)
    with pytest.raises(CannotOpen):
        verify(target)


def test_a_copy_that_differs_from_its_source_gets_no_name(
    made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "other.db"
    monkeypatch.setattr(backup, "copy_pages", lambda _source, target, _progress: target.write_bytes(other.read_bytes()))
    back = sqlite3.connect(made)
    back.execute("VACUUM INTO ?", (str(other),))
    back.close()
    with closing(sqlite3.connect(other)) as connection, connection:
        connection.execute("DELETE FROM request")
    with pytest.raises(BadBackup, match="does not hold what the database holds"):
        back_up(f"sqlite:///{made}", tmp_path / "copy.db")
    assert not (tmp_path / "copy.db").exists()
