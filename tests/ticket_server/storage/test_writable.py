"""Whether the database can be written: it shows when it is written, and again when it can be."""

import asyncio
import logging
import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError, OperationalError

from tests.ticket_server.desk import open_desk
from ticket_server.storage.engine import open_database
from ticket_server.storage.writable import Writable, write_nothing


def test_faults_of_the_database_count_and_those_of_a_row_do_not() -> None:
    found = Writable()
    for harmless in (IntegrityError("", {}, sqlite3.IntegrityError()), ValueError()):
        found.failed(harmless)
        assert found.healthy
    found.failed(OperationalError("", {}, sqlite3.OperationalError()))
    assert not found.healthy
    found.succeeded()
    assert found.healthy


def test_a_change_of_it_is_said_once(caplog: pytest.LogCaptureFixture) -> None:
    found = Writable()
    with caplog.at_level(logging.INFO):
        for _ in range(3):
            found.failed(sqlite3.OperationalError("the words of a ticket"))
        for _ in range(3):
            found.succeeded()
    assert [record.getMessage() for record in caplog.records] == [
        "the database cannot be written: OperationalError",
        "the database can be written again",
    ]


def test_writing_nothing_changes_nothing_but_needs_the_lock(database_url: str) -> None:
    with open_database(database_url) as database, database.connect_writer() as connection:
        write_nothing(connection)
        found = Writable()
        with sqlite3.connect(Path(str(database.path)), isolation_level=None) as other:
            other.execute("BEGIN IMMEDIATE")
            found.probe(connection)
            assert not found.healthy
            other.execute("ROLLBACK")
        other.close()
        found.probe(connection)
        assert found.healthy


def until(holds: Callable[[], bool]) -> None:
    """Wait until it holds, for 20 seconds at most."""
    pause = threading.Event()
    for _ in range(400):
        if holds():
            return
        pause.wait(0.05)
    raise AssertionError("it never held")


async def test_the_writer_finds_out_by_itself_when_it_can_write_again(database_url: str) -> None:
    async with open_desk(database_url) as desk:
        ticket = await desk.report()
        assert desk.writer.healthy
        other = sqlite3.connect(Path(str(desk.database.path)), isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(Exception, match="cannot be read or written"):
            await desk.report()
        assert not desk.writer.healthy
        other.execute("ROLLBACK")
        other.close()
        await asyncio.to_thread(until, lambda: desk.writer.healthy)
        assert (await desk.report()).revision == ticket.revision + 1
