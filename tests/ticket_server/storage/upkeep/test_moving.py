"""A campus that moves from one database to another, of either store."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, Table, select

from campusdesk.errors import DeskError
from campusdesk.rules import Category, Reason
from tests.cluster import Cluster
from tests.ticket_server.desk import STAFF, USER, Desk, new_id, open_desk
from ticket_server.progress import Progress
from ticket_server.storage.engine import CannotOpen, open_database
from ticket_server.storage.schema import counter
from ticket_server.storage.snapshot import open_snapshot
from ticket_server.storage.upkeep import moving
from ticket_server.storage.upkeep.copying import TABLES, copy_rows
from ticket_server.storage.upkeep.moving import NotCopied, move

REQUEST = (new_id(), "Beamer: “dark” 🔥\nagain", "B105", "0551")


@pytest.fixture(params=["sqlite", "postgresql"])
def other_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Give the URL of a database that has no tables yet."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'other.db'}"
    else:
        cluster: Cluster = request.getfixturevalue("postgresql")
        with cluster.database() as url:
            yield url


@pytest.fixture
async def filled(database_url: str) -> str:
    async with open_desk(database_url) as desk:
        ticket = await desk.helpdesk.create_ticket(USER, *REQUEST)
        ticket = await desk.edit(ticket, STAFF, category=Category.FACILITY_MANAGEMENT, location="")
        await desk.post(ticket, "Any news of the projector?")
        await desk.helpdesk.add_me_too(USER, new_id(), ticket.id, new_id())
        await desk.closed()
    return database_url


def rows(url: str, table: Table) -> list[tuple[Any, ...]]:
    with open_snapshot(url) as connection:
        return sorted(tuple(row) for row in connection.execute(select(table)))


async def resumable(desk: Desk, lineage: str, revision: int) -> bool:
    try:
        await desk.feed.check_resumable(lineage, revision)
    except DeskError as refusal:
        assert refusal.reason is Reason.REVISION_COMPACTED  # noqa: PT017
        return False
    return True


async def test_everything_is_there_and_desks_go_on_where_they_stopped(filled: str, other_url: str) -> None:
    [(_, lineage, _, revision, *_)] = rows(filled, counter)
    before = {table.name: rows(filled, table) for table in TABLES}
    held = move(filled, other_url)
    assert (held.tickets, held.messages, held.newest_revision) == (2, 1, revision)
    assert {table.name: rows(other_url, table) for table in TABLES} == before
    async with open_desk(other_url) as desk:
        assert await resumable(desk, lineage, revision)
        assert (await desk.helpdesk.search_tickets(USER, "proj beam", 10)).ids == [1]
        assert (await desk.helpdesk.create_ticket(USER, *REQUEST)).id == 1, "a retry finds its own result"
        assert (await desk.report()).id == 3


async def test_the_former_database_is_another_one_from_then_on(filled: str, other_url: str) -> None:
    held = move(filled, other_url)
    async with open_desk(filled) as desk:
        assert not await resumable(desk, held.counter.lineage, 1)
        assert (await desk.helpdesk.get_ticket(USER, 1)).description == REQUEST[1]


async def test_a_database_with_tickets_takes_no_others(filled: str, other_url: str) -> None:
    async with open_desk(other_url) as desk:
        await desk.report("Here already")
    with pytest.raises(CannotOpen, match="holds tickets"):
        move(filled, other_url)
    async with open_desk(other_url) as desk:
        assert (await desk.helpdesk.get_ticket(USER, 1)).description == "Here already"


@pytest.mark.parametrize("used", [0, 1])
def test_neither_may_be_in_use(filled: str, other_url: str, used: int) -> None:
    with open_database((filled, other_url)[used]), pytest.raises(CannotOpen, match="in use by another program"):
        move(filled, other_url)


@pytest.mark.parametrize(
    "harm",
    [
        "UPDATE message SET text = 'Any news?' WHERE revision > 0",
        "DELETE FROM request",
        "UPDATE ticket SET location = 'B106' WHERE id = 2",
    ],
)
def test_a_copy_that_differs_is_none(filled: str, other_url: str, harm: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def harmed(source: Connection, target: Connection, progress: Progress) -> None:
        copy_rows(source, target, progress)
        target.exec_driver_sql(harm)

    monkeypatch.setattr(moving, "copy_rows", harmed)
    before = rows(filled, counter)
    with pytest.raises(NotCopied):
        move(filled, other_url)
    assert rows(filled, counter) == before
    monkeypatch.undo()
    assert move(filled, other_url).tickets == 2


def test_a_count_that_differs_is_told(filled: str, other_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def harmed(source: Connection, target: Connection, progress: Progress) -> None:
        copy_rows(source, target, progress)
        target.exec_driver_sql("UPDATE counter SET open_count = open_count + 1")

    monkeypatch.setattr(moving, "copy_rows", harmed)
    with pytest.raises(NotCopied, match="does not hold"):
        move(filled, other_url)
