"""Everything of one database, row by row into another."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Table, select

from campusdesk.rules import Category
from tests.cluster import Cluster
from tests.ticket_server.desk import STAFF, USER, new_id, open_desk
from ticket_server.judgement import Meaning
from ticket_server.storage.batch import write_meanings
from ticket_server.storage.engine import open_database
from ticket_server.storage.schema import counter
from ticket_server.storage.snapshot import open_snapshot
from ticket_server.storage.upkeep.copying import TABLES, copy_rows
from ticket_server.storage.upkeep.inventory import read_inventory


@pytest.fixture
async def filled(database_url: str) -> str:
    async with open_desk(database_url) as desk:
        ticket = await desk.report("Beamer: “dark” 🔥\nagain", contact="0551")
        ticket = await desk.edit(ticket, STAFF, category=Category.FACILITY_MANAGEMENT, location="")
        await desk.post(ticket, "Any news of the projector?")
        await desk.note(ticket, "Rossi ordered a bulb")
        await desk.helpdesk.add_me_too(USER, new_id(), ticket.id, new_id())
        await desk.closed()
    with open_database(database_url) as database, database.connect_writer() as connection, connection.begin():
        write_meanings(connection, {ticket.id: Meaning("Beamer", "topics 1", bytes(range(128)))}, ())
    return database_url


def rows(url: str, table: Table) -> list[tuple[Any, ...]]:
    with open_snapshot(url) as connection:
        return sorted(tuple(row) for row in connection.execute(select(table)))


async def test_every_row_comes_over_and_is_found(filled: str, other_url: str) -> None:
    told: list[tuple[int, int]] = []
    with (
        open_database(other_url) as target,
        target.connect_writer() as writing,
        open_snapshot(filled) as source,
        writing.begin(),
    ):
        copy_rows(source, writing, lambda done, total: told.append((done, total)))
    assert told[-1] == (24, 24)
    assert told == sorted(told)
    for table in (*TABLES, counter):
        assert rows(other_url, table) == rows(filled, table)
    async with open_desk(other_url) as desk:
        assert (await desk.helpdesk.search_tickets(USER, "proj beam", 10)).ids == [1]
        assert (await desk.helpdesk.search_tickets(STAFF, "stays", 10)).ids == [2]
        for caller, found in ((STAFF, [1]), (USER, [])):
            assert (await desk.helpdesk.search_tickets(caller, "rossi bulb", 10)).ids == found
        assert (await desk.report()).id == 3
    with open_snapshot(other_url) as connection:
        assert not [*read_inventory(connection).disagreements()]


@pytest.fixture(params=["sqlite", "postgresql"])
def other_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Give the URL of another database, without tickets."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'other.db'}"
    else:
        cluster: Cluster = request.getfixturevalue("postgresql")
        with cluster.database(request.getfixturevalue("migrated")) as url:
            yield url
