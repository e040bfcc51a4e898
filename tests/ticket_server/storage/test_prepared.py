"""Prepared statements do on every store what SQLAlchemy's own execution does, and fail as it fails."""

import uuid
from collections.abc import Iterator

import pytest
from sqlalchemy import Connection, bindparam, insert, select
from sqlalchemy.exc import IntegrityError

from tests.ticket_server.storage.test_batch import reported
from ticket_server.storage.engine import open_database
from ticket_server.storage.prepared import Prepared, PreparedForKeys
from ticket_server.storage.rows import ticket_values
from ticket_server.storage.schema import request, ticket

INSERT = Prepared(insert(ticket))
NEWEST = Prepared(
    select(ticket.c.id)
    .where(ticket.c.status == 1, ticket.c.id <= bindparam("last"))
    .order_by(ticket.c.id.desc())
    .limit(bindparam("limit"))
)
OF_IDS = PreparedForKeys(select(ticket.c.id), ticket.c.id)


@pytest.fixture
def connection(database_url: str) -> Iterator[Connection]:
    with open_database(database_url) as database, database.connect_writer() as opened, opened.begin():
        INSERT.write(opened, [ticket_values(reported(number).ticket) for number in range(1, 10)])
        yield opened


def test_it_finds_what_was_written_by_values_in_any_order(connection: Connection) -> None:
    assert [row[0] for row in NEWEST.rows(connection, limit=3, last=7)] == [7, 6, 5]


@pytest.mark.parametrize("count", [1, 2, 3, 4, 5, 9])
def test_rows_are_found_by_however_many_keys(connection: Connection, count: int) -> None:
    keys = {*range(1, count + 1), 1_000}
    assert sorted(row[0] for row in OF_IDS.rows(connection, keys)) == list(range(1, count + 1))


def test_no_keys_find_nothing(connection: Connection) -> None:
    assert OF_IDS.rows(connection, []) == []


def test_bytes_come_back_as_they_went(connection: Connection) -> None:
    key = uuid.uuid4().bytes
    row = {"request_id": key, "digest": bytes(range(16)), "ticket_id": 1, "revision": 1, "request_us": 5}
    Prepared(insert(request)).write(connection, [row])
    found = PreparedForKeys(select(request), request.c.request_id).rows(connection, [key, bytes(16)])
    assert [tuple(one) for one in found] == [tuple(row.values())]


def test_what_the_driver_refuses_is_raised_as_sqlalchemy_would(connection: Connection) -> None:
    with pytest.raises(IntegrityError) as caught:
        INSERT.write(connection, [ticket_values(reported(1).ticket)])
    assert "Dark" not in str(caught.value)
