"""The backups that a server makes by itself."""

import logging
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.system.programs import until
from tests.ticket_server.desk import NOON_US, Clock
from ticket_server import backup_keeper
from ticket_server.backup_keeper import BackupKeeper
from ticket_server.backups import backup_name, backups_in
from ticket_server.settings import BackupPlan
from ticket_server.storage.engine import open_database
from ticket_server.storage.upkeep.backup import verify

HOUR_US = 3_600_000_000


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "backups"


@pytest.fixture
def url(database_url: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """Make a database, and let keepers look at the clock often."""
    monkeypatch.setattr(backup_keeper, "_LOOK_S", 0.01)
    open_database(database_url).close()
    return database_url


def test_backups_are_made_on_time_and_old_ones_go(url: str, folder: Path) -> None:
    clock = Clock()
    with BackupKeeper(url, BackupPlan(folder, every_hours=2, keep=2), clock) as keeper:
        for hours in (0, 2, 4):
            clock.now_us = NOON_US + hours * HOUR_US
            until(lambda: keeper.last_good_us == clock.now_us, "a backup is made")
        clock.now_us += HOUR_US
        until(lambda: len(backups_in(folder)) == 2, "the oldest goes")
    names = [file.name for file in backups_in(folder)]
    assert names == [backup_name(NOON_US + hours * HOUR_US) for hours in (4, 2)]
    assert verify(folder / names[0]).tickets == 0


def test_a_server_that_starts_again_keeps_to_the_plan(url: str, folder: Path) -> None:
    folder.mkdir()
    (folder / backup_name(NOON_US - HOUR_US)).touch()
    clock = Clock()
    with BackupKeeper(url, BackupPlan(folder, every_hours=2, keep=2), clock) as keeper:
        assert keeper.last_good_us == NOON_US - HOUR_US
        clock.now_us = NOON_US + HOUR_US
        until(lambda: keeper.last_good_us == clock.now_us, "a backup is made")
    assert len(backups_in(folder)) == 2


def test_a_backup_of_a_time_to_come_keeps_none_from_being_made(url: str, folder: Path) -> None:
    folder.mkdir()
    (folder / backup_name(NOON_US + 9_000 * HOUR_US)).touch()
    clock = Clock()
    with BackupKeeper(url, BackupPlan(folder, every_hours=2, keep=1), clock) as keeper:
        until(lambda: keeper.last_good_us == NOON_US, "a backup is made")
        clock.now_us -= 5 * HOUR_US
        until(lambda: keeper.last_good_us == clock.now_us, "a backup is made after the clock was set back")
    assert (folder / backup_name(clock.now_us)).exists()


def test_a_failure_is_logged_seen_and_overcome(url: str, folder: Path, caplog: pytest.LogCaptureFixture) -> None:
    folder.write_text("no folder")
    clock = Clock()
    with BackupKeeper(url, BackupPlan(folder, every_hours=2, keep=2), clock) as keeper:
        until(lambda: keeper.failing, "the backup fails")
        assert keeper.last_good_us == 0
        folder.unlink()
        clock.now_us += HOUR_US // 6
        until(lambda: not keeper.failing, "the next one is good")
    assert keeper.last_good_us == clock.now_us
    (failure,) = (record for record in caplog.records if record.levelno == logging.ERROR)
    assert failure.getMessage().startswith("no backup could be made: ")


def test_the_stop_does_not_wait_for_a_long_check(url: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    begun, checked, ended = threading.Event(), threading.Event(), threading.Event()

    def back_up(_url: str, _target: Path, look: Callable[[int, int], None]) -> None:
        begun.set()
        checked.wait(60)
        ended.set()
        look(1, 1)

    monkeypatch.setattr(backup_keeper, "back_up", back_up)
    with BackupKeeper(url, BackupPlan(folder, every_hours=2, keep=2), Clock()):
        assert begun.wait(30)
    assert not ended.is_set()
    checked.set()
    assert ended.wait(30)


def test_a_backup_that_the_stop_meets_is_given_up(url: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    begun = threading.Event()

    def back_up(_url: str, _target: Path, look: Callable[[int, int], None]) -> None:
        begun.set()
        while True:
            look(0, 1)

    monkeypatch.setattr(backup_keeper, "back_up", back_up)
    with BackupKeeper(url, BackupPlan(folder, every_hours=2, keep=2), Clock()) as keeper:
        assert begun.wait(30)
    assert not keeper.failing
