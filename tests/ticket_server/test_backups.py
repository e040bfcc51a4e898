"""The folder of backups."""

import os
from pathlib import Path

from tests.ticket_server.desk import NOON_US
from ticket_server.backups import backup_name, backup_time_us, backups_in, retain

HOUR_US = 3_600_000_000


def test_a_name_tells_the_time() -> None:
    assert backup_name(NOON_US) == "campusdesk-20260528T202640Z.db"
    assert backup_time_us(Path(backup_name(NOON_US + 999_999))) == NOON_US
    for name in ("campusdesk.db", "campusdesk-20261340T000000Z.db", "campusdesk-20260528T202640Z.db.unfinished"):
        assert backup_time_us(Path(name)) is None


def test_only_our_own_older_backups_are_deleted(tmp_path: Path) -> None:
    ours = [tmp_path / backup_name(NOON_US + hours * HOUR_US) for hours in range(5)]
    others = [tmp_path / name for name in ("tickets.db", "campusdesk-old.db", "campusdesk-20260528T202640Z.db.txt")]
    for file in (*ours, *others):
        file.touch()
    assert backups_in(tmp_path) == ours[::-1]
    retain(tmp_path, 2, NOON_US + 4 * HOUR_US)
    assert sorted(tmp_path.iterdir()) == sorted([*ours[3:], *others])


def test_what_a_wrong_clock_named_takes_no_place_of_those_that_are_kept(tmp_path: Path) -> None:
    files = [tmp_path / backup_name(NOON_US + hours * HOUR_US) for hours in (-2, -1, 0, 9_000, 9_001)]
    for file in files:
        file.touch()
    retain(tmp_path, 2, NOON_US)
    assert sorted(tmp_path.iterdir()) == files[1:]


def test_what_a_killed_program_left_goes_and_what_is_being_made_stays(tmp_path: Path) -> None:
    left, fresh = (tmp_path / (backup_name(NOON_US + at) + ".unfinished") for at in (0, HOUR_US))
    for file, hours in ((left, 2), (fresh, 0)):
        file.touch()
        os.utime(file, ns=(0, (NOON_US - hours * HOUR_US) * 1_000))
    retain(tmp_path, 2, NOON_US)
    assert [*tmp_path.iterdir()] == [fresh]
