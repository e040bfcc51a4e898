"""How the ticket server is: its health follows the database, and what operators ask for."""

import math
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from pathlib import Path

import pytest

from campusdesk.errors import DeskError
from campusdesk.rules import Reason
from tests.campusdesk.reported import Reported
from tests.system.small_disk import MemoryDisk, small_disk
from tests.ticket_server.desk import Desk, open_desk
from ticket_server.condition import Condition
from ticket_server.watchers import Watchers


@asynccontextmanager
async def looked_at(url: str) -> AsyncIterator[tuple[Desk, Condition]]:
    async with open_desk(url) as desk:
        clock = desk.clock
        yield desk, Condition(desk.database, desk.queries, desk.writer, desk.feed, Watchers(), None, clock)


async def test_the_health_follows_the_database(sqlite_url: str) -> None:
    async with looked_at(sqlite_url) as (desk, condition):
        health = Reported()
        async with condition.told_to(health):
            assert await health.next()
            with closing(sqlite3.connect(Path(str(desk.database.path)), isolation_level=None)) as other:
                other.execute("BEGIN IMMEDIATE")
                with pytest.raises(DeskError) as refused:
                    await desk.report()
                assert refused.value.reason is Reason.STORE_FAILED
                assert not await health.next()
                assert not await condition.store_healthy()
                # Reads go on.
                assert (await desk.queries.counter()).last_revision == 0
                other.execute("ROLLBACK")
            assert await health.next()
            assert (await desk.report()).revision == 1


async def test_the_room_of_the_database(database_url: str) -> None:
    async with looked_at(database_url) as (desk, condition):
        assert condition.database_bytes() >= desk.database.size_bytes() > 0


async def test_the_room_of_the_disk_is_known_where_the_database_is_a_file(database_url: str) -> None:
    async with looked_at(database_url) as (desk, condition):
        disk = condition.disk()
        assert (disk is not None) == (desk.database.store == "sqlite")
        assert disk is None or 0 <= disk.free <= disk.total


async def test_a_disk_without_room_is_no_healthy_store_though_the_last_write_was_taken() -> None:
    with small_disk() as disk:
        if not isinstance(disk, MemoryDisk):
            pytest.skip("no file system may be mounted here")
        async with looked_at(f"sqlite:///{disk.folder / 'tickets.db'}") as (desk, condition):
            await desk.report()
            assert await condition.store_healthy()
            disk.fill()
            assert desk.writer.healthy
            assert not await condition.store_healthy()
            disk.empty()
            assert await condition.store_healthy()


async def test_a_server_that_makes_no_backups_has_none_of_any_age(database_url: str) -> None:
    async with looked_at(database_url) as (_desk, condition):
        assert condition.backup_age_s() == math.inf
