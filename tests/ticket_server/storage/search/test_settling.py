"""Written rows are settled in a pause, or once too many wait, and are found at every moment of it."""

import asyncio
from collections.abc import Iterable, Iterator

import pytest
from sqlalchemy import Connection

from tests.ticket_server.desk import STAFF, USER, open_desk
from tests.ticket_server.storage.search.test_index import ticket
from ticket_server.storage import batch
from ticket_server.storage.engine import open_database
from ticket_server.storage.search.index import index_of
from ticket_server.storage.search.row import SearchRow
from ticket_server.storage.search.settling import Settling


@pytest.fixture
def connection(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Connection]:
    """Give a connection to a file of SQLite: the other store settles nothing."""
    url = f"sqlite:///{tmp_path_factory.mktemp('settling') / 'tickets.db'}"
    with open_database(url) as database, database.connect_writer() as opened:
        yield opened


def write(connection: Connection, numbers: Iterable[int]) -> int:
    """Write rows with a word of their own, and return how many."""
    rows = [SearchRow(number, own=f"dark n{number}") for number in numbers]
    with connection.begin():
        batch.write_tickets(connection, [ticket(row.ticket_id) for row in rows], ())
        index_of(connection).write(connection, rows)
    return len(rows)


def waiting(connection: Connection) -> int:
    with connection.begin():
        return int(connection.exec_driver_sql("SELECT count(*) FROM search_row").scalar_one())


def found(connection: Connection, word: str) -> list[int]:
    with connection.begin():
        return index_of(connection).find(connection, [word], 1_000, staff=False)


async def test_a_pause_of_the_writer_settles_what_it_wrote(database_url: str) -> None:
    async with open_desk(database_url) as desk:
        opened = await desk.report("Dark lamp")
        closed = await desk.closed()
        with desk.database.connect_reader() as reader:
            while desk.database.store == "sqlite" and waiting(reader):  # noqa: ASYNC110  the writer tells nobody
                await asyncio.sleep(0.01)
        await desk.post(opened, "Still flickering")
        assert (await desk.helpdesk.search_tickets(USER, "dark flick", 5)).ids == [opened.id]
        assert (await desk.helpdesk.search_tickets(STAFF, "beam", 5)).ids == [closed.id]
        assert (await desk.helpdesk.search_tickets(USER, "beam", 5)).ids == []


def test_few_rows_wait_and_many_are_settled(connection: Connection) -> None:
    settling = Settling()
    settling.keep_up(connection, write(connection, range(1, 401)))
    assert waiting(connection) == 400
    settling.keep_up(connection, write(connection, range(401, 701)))
    assert waiting(connection) == 400
    assert found(connection, "dark") == list(range(700, 0, -1))
    settling.use_pause(connection)
    assert waiting(connection) == 0
    assert not settling.due
    assert found(connection, "dark") == list(range(700, 0, -1))
    assert found(connection, "n12") == [*range(129, 119, -1), 12]


def test_more_than_fit_into_one_pause_go_on_in_the_next(connection: Connection) -> None:
    settling = Settling()
    write(connection, range(1, 701))
    settling.use_pause(connection)
    assert (settling.due, waiting(connection)) == (True, 700 - 512)
    settling.use_pause(connection)
    assert (settling.due, waiting(connection)) == (False, 0)


def test_what_cannot_be_settled_is_found_where_it_waits(connection: Connection) -> None:
    settling = Settling()
    write(connection, [1, 2])
    with connection.begin():
        connection.exec_driver_sql(
            "CREATE TRIGGER stuck BEFORE DELETE ON search_row BEGIN SELECT raise(ABORT, 'stuck'); END"
        )
    settling.use_pause(connection)
    assert waiting(connection) == 2
    assert found(connection, "dark") == [2, 1]
    with connection.begin():
        connection.exec_driver_sql("DROP TRIGGER stuck")
    settling.keep_up(connection, write(connection, [3]))
    settling.use_pause(connection)
    assert waiting(connection) == 0
    assert found(connection, "dark") == [3, 2, 1]
