"""A database in SQLite: work in pieces beside the event loop, and when its file is brought to disk."""

import asyncio
import os
from pathlib import Path

import pytest
from sqlalchemy import Connection, text

from ticket_server.storage.engine import open_database


class Work:
    """Reads the database so many times, and says when it has."""

    def __init__(self, pieces: int) -> None:
        self.pieces, self.done = pieces, asyncio.Event()
        self._loop = asyncio.get_running_loop()

    def __call__(self, connection: Connection) -> bool:
        self.pieces -= int(connection.execute(text("SELECT count(*) FROM counter")).scalar_one())
        if self.pieces == 0:
            self._loop.call_soon_threadsafe(self.done.set)
        return self.pieces > 0


async def test_work_goes_on_until_it_is_done_and_reads_go_between(tmp_path: Path) -> None:
    with open_database(f"sqlite:///{tmp_path / 'tickets.db'}") as database:
        work, more = Work(3), Work(1)
        database.go_on_aside(work)
        database.go_on_aside(more)
        assert await database.read_aside(lambda connection: connection.closed) is False
        await work.done.wait()
        assert (work.pieces, more.pieces) == (0, 1)


async def test_closing_the_database_ends_the_work(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    with open_database(f"sqlite:///{tmp_path / 'tickets.db'}") as database:
        work = Work(1_000_000)
        before = asyncio.all_tasks()
        database.go_on_aside(work)
        while work.pieces == 1_000_000:
            await database.read_aside(lambda _: None)
    await asyncio.gather(*asyncio.all_tasks() - before)
    assert work.pieces > 0
    assert not [record for record in caplog.records if record.levelname == "ERROR"]


def test_the_first_fold_syncs_what_was_there_before_and_later_ones_leave_a_still_file_alone(tmp_path: Path) -> None:
    with open_database(f"sqlite:///{tmp_path / 'tickets.db'}") as database, database.connect_writer() as connection:
        assert database.path is not None
        written = []
        for _ in range(2):
            os.utime(database.path, ns=(0, 0))
            assert database.fold_log(connection)
            written.append(database.path.stat().st_mtime_ns > 0)
        assert written == [True, False]


def test_the_log_is_folded_though_nothing_more_can_be_written(tmp_path: Path) -> None:
    with open_database(f"sqlite:///{tmp_path / 'tickets.db'}") as database, database.connect_writer() as connection:
        assert database.path is not None
        with connection.begin():
            connection.execute(text("UPDATE counter SET sample_data = 1 - sample_data"))
        connection.connection.cursor().execute("PRAGMA query_only=ON")
        os.utime(database.path, ns=(0, 0))
        assert database.fold_log(connection)
        assert database.path.stat().st_mtime_ns > 0
