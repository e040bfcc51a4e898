"""Whether the database can be written: it shows when it is written, and again when it can be."""

import asyncio
import logging
import sqlite3

import pytest
from sqlalchemy.exc import IntegrityError, OperationalError

from campusdesk.errors import DeskError
from tests.system.programs import until
from tests.ticket_server.desk import open_desk
from tests.ticket_server.storage.sabotage import held
from ticket_server.storage.engine import open_database
from ticket_server.storage.reading import read_counter
from ticket_server.storage.writable import Writable, write_nothing, write_to_disk


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
        with connection.begin():
            before = read_counter(connection)
        with held(database_url), pytest.raises((OperationalError, sqlite3.OperationalError)), connection.begin():
            write_nothing(connection)
        with connection.begin():
            write_nothing(connection)
            assert read_counter(connection) == before


def test_what_is_written_to_disk_changes_nothing_and_comes_there(sqlite_url: str) -> None:
    with open_database(sqlite_url) as database, database.connect_writer() as connection:
        before, sizes = read_counter(connection), [database.log_bytes()]
        connection.rollback()
        for write in (write_nothing, write_to_disk):
            with connection.begin():
                write(connection)
            sizes.append(database.log_bytes())
        assert sizes[0] == sizes[1] < sizes[2], "only the second finds a disk that is full"
        assert read_counter(connection) == before


async def test_the_writer_finds_out_by_itself_when_it_can_write_again(database_url: str) -> None:
    async with open_desk(database_url) as desk:
        ticket = await desk.report()
        assert desk.writer.healthy
        with held(database_url):
            with pytest.raises(DeskError, match="cannot be read or written"):
                await desk.report()
            assert not desk.writer.healthy
        await asyncio.to_thread(until, lambda: desk.writer.healthy, "it is healthy again")
        assert (await desk.report()).revision == ticket.revision + 1
