"""Bringing a backup of either store back into a database of PostgreSQL: all of it or nothing."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection

from campusdesk.errors import DeskError
from campusdesk.rules import Reason
from tests.cluster import Cluster
from tests.ticket_server.desk import NOON_US, STAFF, USER, new_id, open_desk
from ticket_server.progress import Progress
from ticket_server.storage.engine import CannotOpen, open_database
from ticket_server.storage.snapshot import open_snapshot
from ticket_server.storage.upkeep import restore as restoring
from ticket_server.storage.upkeep.backup import back_up, verify
from ticket_server.storage.upkeep.checks import Level, check
from ticket_server.storage.upkeep.copying import copy_rows
from ticket_server.storage.upkeep.inventory import Inventory, read_inventory
from ticket_server.storage.upkeep.restore import restore

REQUEST = (new_id(), "before the backup", "B105", "me")


@pytest.fixture
def target(postgresql: Cluster, migrated: str) -> Iterator[str]:
    """Give the URL of another database of PostgreSQL, without tickets."""
    with postgresql.database(migrated) as url:
        yield url


@pytest.fixture
async def backup(database_url: str, tmp_path: Path) -> Path:
    path = tmp_path / "backup.db"
    async with open_desk(database_url) as desk:
        ticket = await desk.helpdesk.create_ticket(USER, *REQUEST)
        await desk.post(ticket, "Any news of the projector?")
        await desk.closed()
        back_up(database_url, path)
    return path


@pytest.fixture
async def filled(target: str) -> str:
    async with open_desk(target) as desk:
        await desk.report("what was there before")
    return target


def held(url: str) -> Inventory:
    with open_snapshot(url) as connection:
        return read_inventory(connection)


async def test_an_empty_database_takes_the_backup_under_a_new_lineage(backup: Path, target: str) -> None:
    restored = restore(backup, target, "now")
    assert restored.kept is None
    assert held(target) == restored.inventory
    before = verify(backup)
    assert before.counter.lineage != restored.inventory.counter.lineage
    assert (before.tickets, before.messages, before.changes, before.requests) == (2, 1, 5, 5)
    async with open_desk(target) as desk:
        assert (await desk.helpdesk.search_tickets(USER, "proj bef", 10)).ids == [1]
        # A retry of what was acknowledged before finds its own result.
        assert (await desk.helpdesk.create_ticket(USER, *REQUEST)).id == 1
        with pytest.raises(DeskError) as refused:
            await desk.feed.check_resumable(before.counter.lineage, 1)
        assert refused.value.reason is Reason.REVISION_COMPACTED
        assert (await desk.report()).id == 3
    assert {finding.level for finding in check(target, NOON_US)} == {Level.OK}


async def test_tickets_are_given_up_only_when_that_is_said(backup: Path, filled: str) -> None:
    before = held(filled)
    with pytest.raises(CannotOpen, match="say --replace"):
        restore(backup, filled, "now")
    assert held(filled) == before
    assert restore(backup, filled, "now", replacing=True).inventory == held(filled)
    async with open_desk(filled) as desk:
        assert not (await desk.helpdesk.search_tickets(STAFF, "there", 10)).ids


def test_an_interruption_changes_nothing(backup: Path, filled: str, monkeypatch: pytest.MonkeyPatch) -> None:
    before = held(filled)

    def interrupted(done: int, total: int) -> None:
        if done == total:
            raise KeyboardInterrupt

    def copied_last(source: Connection, writing: Connection, progress: Progress) -> None:
        copy_rows(source, writing, progress)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        restore(backup, filled, "now", replacing=True, progress=interrupted)
    monkeypatch.setattr(restoring, "copy_rows", copied_last)
    with pytest.raises(KeyboardInterrupt):
        restore(backup, filled, "now", replacing=True)
    assert held(filled) == before


def test_a_database_in_use_is_left_alone(backup: Path, target: str) -> None:
    with open_database(target), pytest.raises(CannotOpen, match="is in use by another program"):
        restore(backup, target, "now", replacing=True)
