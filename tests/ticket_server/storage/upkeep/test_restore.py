"""Bringing backups back: all of it or nothing, under a new lineage, and what was there before is kept."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import create_engine

from campusdesk.errors import DeskError
from campusdesk.rules import Reason
from tests.ticket_server.desk import open_desk
from ticket_server.storage import migrations
from ticket_server.storage.engine import CannotOpen, open_database
from ticket_server.storage.migrations import revision_0001
from ticket_server.storage.snapshot import open_file_snapshot
from ticket_server.storage.upkeep import restore as restoring
from ticket_server.storage.upkeep.backup import BadBackup, back_up, verify
from ticket_server.storage.upkeep.restore import restore

STAMP = "20260528T202640Z"


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "tickets.db"


@pytest.fixture
async def backup(database: Path, tmp_path: Path) -> Path:
    """Make a backup with a ticket in it, and one more ticket after it."""
    path = tmp_path / "backup.db"
    async with open_desk(f"sqlite:///{database}") as desk:
        await desk.report("before the backup")
        back_up(f"sqlite:///{database}", path)
        await desk.report("after the backup")
    return path


async def test_the_database_is_what_the_backup_holds_under_a_new_lineage(backup: Path, database: Path) -> None:
    held, before = verify(backup), verify(database)
    restored = restore(backup, f"sqlite:///{database}", STAMP)
    assert restored.kept == database.with_name(f"tickets-before-{STAMP}.db")
    assert verify(restored.kept) == before
    assert verify(backup) == held
    async with open_desk(f"sqlite:///{database}") as desk:
        (ticket,) = await desk.queries.page((), None, None, 10)
        assert ticket.description == "before the backup"
        with pytest.raises(DeskError) as refused:
            await desk.feed.check_resumable(before.counter.lineage, held.counter.last_revision)
        assert refused.value.reason is Reason.REVISION_COMPACTED
        # Revisions go on from the backup's.
        assert (await desk.report()).revision == held.counter.last_revision + 1


def test_a_database_is_made_where_there_was_none(backup: Path, tmp_path: Path) -> None:
    restored = restore(backup, f"sqlite:///{tmp_path / 'new' / 'other.db'}", STAMP)
    assert (restored.kept, restored.inventory.tickets) == (None, 1)
    assert {file.name for file in (tmp_path / "new").iterdir()} == {"other.db", "other.db.lock"}


def content(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir() if file.suffix != ".lock"}


def test_a_database_in_use_is_left_alone(backup: Path, database: Path) -> None:
    with open_database(f"sqlite:///{database}"):
        before = content(database.parent)
        with pytest.raises(CannotOpen, match="is in use by another program"):
            restore(backup, f"sqlite:///{database}", STAMP)
        assert content(database.parent) == before


def test_a_database_that_is_being_read_is_left_alone(backup: Path, database: Path) -> None:
    before = database.read_bytes()
    with open_file_snapshot(database), pytest.raises(CannotOpen, match="is being read by another program"):
        restore(backup, f"sqlite:///{database}", STAMP)
    assert database.read_bytes() == before
    assert verify(database).tickets == 2


def test_a_damaged_backup_changes_nothing(backup: Path, database: Path) -> None:
    with closing(sqlite3.connect(backup)) as connection, connection:
        connection.execute("DELETE FROM change")
    before = content(database.parent)
    with pytest.raises(BadBackup):
        restore(backup, f"sqlite:///{database}", STAMP)
    assert content(database.parent) == before


def test_a_backup_of_a_newer_program_changes_nothing(backup: Path, database: Path) -> None:
    with closing(sqlite3.connect(backup)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    before = content(database.parent)
    with pytest.raises(CannotOpen, match="newer version of this program"):
        restore(backup, f"sqlite:///{database}", STAMP)
    assert content(database.parent) == before


@pytest.mark.parametrize("step", ["copy_pages", "_renew", "verify", "_kept_aside"])
def test_an_interruption_changes_nothing(
    step: str, backup: Path, database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    before = content(database.parent)
    monkeypatch.setattr(restoring, step, interrupted)
    with pytest.raises(KeyboardInterrupt):
        restore(backup, f"sqlite:///{database}", STAMP)
    assert content(database.parent) == before
    open_database(f"sqlite:///{database}").close()


async def test_a_database_that_a_crash_left_with_its_log_is_kept_whole(backup: Path, database: Path) -> None:
    async with open_desk(f"sqlite:///{database}") as desk:
        await desk.report("only in the log")
        crashed = content(database.parent)
    for name, written in crashed.items():
        (database.parent / name).write_bytes(written)
    restored = restore(backup, f"sqlite:///{database}", STAMP)
    assert restored.kept is not None
    assert verify(restored.kept).tickets == 3
    assert verify(database).tickets == 1


def test_a_database_that_cannot_be_read_is_kept_with_its_log(backup: Path, database: Path) -> None:
    log = database.with_name("tickets.db-wal")
    database.write_bytes(b"a broken disk" * 1_000)
    log.write_bytes(b"and its log")
    restored = restore(backup, f"sqlite:///{database}", STAMP)
    assert restored.kept is not None
    assert restored.kept.read_bytes() == b"a broken disk" * 1_000
    assert restored.kept.with_name(f"{restored.kept.name}-wal").read_bytes() == b"and its log"
    assert not log.exists()
    assert verify(database).tickets == 1


def test_a_backup_in_an_older_shape_is_brought_to_the_newest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old = tmp_path / "old.db"
    engine = create_engine(f"sqlite:///{old}")
    with monkeypatch.context() as patch, engine.begin() as connection:
        patch.setattr(migrations, "STEPS", (revision_0001,))
        migrations.upgrade(connection)
    engine.dispose()
    before = old.read_bytes()
    shutil.copy(old, tmp_path / "tickets.db")
    assert restore(old, f"sqlite:///{tmp_path / 'tickets.db'}", STAMP).inventory.tickets == 0
    assert old.read_bytes() == before
    with closing(sqlite3.connect(tmp_path / "tickets.db")) as connection:
        assert connection.execute("SELECT version_num FROM alembic_version").fetchone() == (
            migrations.STEPS[-1].revision,
        )
