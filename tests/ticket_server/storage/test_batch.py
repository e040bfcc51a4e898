"""Rows are written with one statement a table, and what stands for ever is never overwritten."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from unittest.mock import MagicMock

import pytest
from sqlalchemy import Connection

from campusdesk.rules import Category, CategorySource, Role
from ticket_server.judgement import Judgement
from ticket_server.storage import batch, prepared
from ticket_server.storage.engine import Database, open_database
from ticket_server.storage.history import read_messages
from ticket_server.storage.reading import read_counter, read_ticket
from ticket_server.storage.schema import request
from ticket_server.ticket import Change, Stamp, Ticket, opened, with_message

AUTOMATIC = Judgement(Category.TECHNICAL_IT, 0.5, CategorySource.AUTOMATIC)
TEXTS = {"description": "Dark", "location": "B105", "contact": "me"}


def reported(ticket_id: int) -> Change:
    return opened(Stamp(ticket_id, Role.USER, "LAB", 1_000), ticket_id, TEXTS, AUTOMATIC)


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    with open_database(database_url) as opened_database:
        yield opened_database


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Collect the statements that are sent to the driver."""
    words: list[str] = []
    lend = prepared.driver_cursor

    @contextmanager
    def noting(connection: Connection) -> Iterator[MagicMock]:
        with lend(connection) as cursor:
            spy = MagicMock(wraps=cursor)
            yield spy
            words.extend(call.args[0] for call in spy.executemany.call_args_list)

    monkeypatch.setattr(prepared, "driver_cursor", noting)
    return words


def stored(database: Database, ticket_id: int) -> Ticket | None:
    with database.connect_reader() as connection:
        return read_ticket(connection, ticket_id)


def test_many_rows_are_one_statement_a_table(database: Database, sent: list[str]) -> None:
    made = [reported(number) for number in range(1, 40)]
    answer = with_message(made[0].ticket, Stamp(40, Role.USER, "LAB", 2_000), "Any news?")
    with database.connect_writer() as connection, connection.begin():
        batch.write_tickets(connection, [change.ticket for change in made], ())
        batch.write_changes(connection, [*made, answer])
    assert [words.split("(")[0].strip() for words in sent] == [
        "INSERT INTO ticket",
        "INSERT INTO change",
        "INSERT INTO message",
    ]
    assert stored(database, 39) == made[-1].ticket
    with database.connect_reader() as connection:
        assert [message.text for message in read_messages(connection, 1, 0, 9, notes=True)] == ["Any news?"]


def test_nothing_to_write_sends_nothing(database: Database, sent: list[str]) -> None:
    with database.connect_writer() as connection, connection.begin():
        batch.write_tickets(connection, (), ())
        batch.write_changes(connection, ())
        batch.write_requests(connection, [])
    assert sent == []


def test_a_known_ticket_takes_its_new_state_and_keeps_its_origin(database: Database) -> None:
    first, second = reported(1).ticket, reported(2).ticket
    moved = first._replace(location="C1", category=Category.FACILITY_MANAGEMENT, update_us=2_000, revision=3)
    with database.connect_writer() as connection, connection.begin():
        batch.write_tickets(connection, [first, second], ())
        batch.write_tickets(connection, (), [moved._replace(open_us=1, reported_from="elsewhere")])
    assert stored(database, 1) == moved
    assert stored(database, 2) == second


def test_the_counter_counts_on_and_its_lineage_stays(database: Database) -> None:
    with database.connect_writer() as connection:
        with connection.begin():
            before = read_counter(connection)
            present = replace(before, last_ticket_id=7, last_revision=9, open_count=2, active_count=1, sample_data=True)
            batch.write_counter(connection, replace(present, lineage="another"))
        assert read_counter(connection) == present


def test_what_a_request_led_to_is_kept(database: Database) -> None:
    row = {"request_id": b"r" * 16, "digest": b"d" * 16, "ticket_id": 1, "revision": 1, "request_us": 5}
    with database.connect_writer() as connection:
        with connection.begin():
            batch.write_tickets(connection, [reported(1).ticket], ())
            batch.write_requests(connection, [row])
        kept = connection.execute(request.select()).mappings().one()
    assert dict(kept) == row
