"""Rows counted, and the counter row held against them."""

import pytest

from tests.ticket_server.desk import open_desk
from tests.ticket_server.storage.sabotage import execute
from ticket_server.storage.upkeep.inventory import read_inventory


async def test_everything_is_counted_and_agrees(database_url: str) -> None:
    async with open_desk(database_url) as desk:
        await desk.closed()
        ticket = await desk.report()
        await desk.post(ticket)
        with desk.database.connect_reader() as connection:
            found = read_inventory(connection)
    assert (found.tickets, found.messages, found.changes, found.requests) == (2, 1, 5, 5)
    assert (found.newest_ticket_id, found.newest_revision, found.open_count, found.active_count) == (2, 5, 1, 0)
    assert not [*found.disagreements()]


@pytest.mark.parametrize("column", ["last_ticket_id", "last_revision", "open_count", "active_count"])
async def test_a_counter_that_is_wrong_is_told(column: str, database_url: str) -> None:
    async with open_desk(database_url) as desk:
        await desk.report()
        execute(database_url, f"UPDATE counter SET {column} = 7")  # noqa: S608  a column of our own
        with desk.database.connect_reader() as connection:
            told = [*read_inventory(connection).disagreements()]
    assert told
    assert all("the counter says 7, the rows say " in words for words in told)
