"""A database examined: what is well, what is to be watched, and what is broken."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.ticket_server.desk import NOON_US, open_desk
from ticket_server.storage import schema
from ticket_server.storage.engine import open_database
from ticket_server.storage.upkeep.checks import Finding, Level, check


class Usage(NamedTuple):
    """What the system tells of a disk."""

    total: int
    used: int
    free: int


@pytest.fixture
async def served(sqlite_url: str) -> str:
    async with open_desk(sqlite_url) as desk:
        ticket = await desk.report("secret words")
        desk.clock.now_us += 5_000_000
        await desk.post(ticket)
    return sqlite_url


def found(url: str, now_us: int = NOON_US + 6_000_000) -> dict[str, Finding]:
    return {finding.name: finding for finding in check(url, now_us)}


def told(url: str, name: str, now_us: int = NOON_US + 6_000_000) -> tuple[Level, str]:
    finding = found(url, now_us)[name]
    return finding.level, finding.words


def test_a_sound_database_is_well_beside_its_server(served: str) -> None:
    with open_database(served):
        findings = found(served)
    assert {finding.level for finding in findings.values()} == {Level.OK}
    assert findings["counters"].words == "1 tickets, 1 messages, 2 changes, as the counters say"
    assert findings["clock"].words == "2026-05-28 20:26:46 UTC, the newest change is of 2026-05-28 20:26:45 UTC"
    assert findings["requests"].words == "2, kept over 0.0 days"
    assert "secret" not in repr(findings)


def test_an_empty_database_is_well(sqlite_url: str) -> None:
    open_database(sqlite_url).close()
    assert {finding.level for finding in found(sqlite_url).values()} == {Level.OK}


def test_nothing_is_made_where_there_is_no_database(absent_url: str, tmp_path: Path) -> None:
    (finding,) = check(absent_url, NOON_US)
    assert (finding.name, finding.level) == ("database", Level.FAILED)
    assert not [*tmp_path.iterdir()]


@pytest.mark.parametrize(
    ("version", "level"),
    [
        ((3, 34, 1), Level.OK),
        ((3, 35, 0), Level.WARNING),
        ((3, 37, 1), Level.WARNING),
        ((3, 37, 2), Level.OK),
        ((3, 40, 1), Level.OK),
    ],
)
def test_a_sqlite_that_can_ruin_files_as_they_are_used_here_is_a_warning(
    version: tuple[int, int, int], level: Level, served: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite3, "sqlite_version_info", version)
    assert found(served)["SQLite"].level is level


@pytest.mark.parametrize(
    ("version", "said"),
    [((3, 40, 1), True), ((3, 50, 7), False), ((3, 51, 2), True), ((3, 51, 3), False), ((3, 53, 0), False)],
)
def test_it_is_said_that_nobody_else_should_write_a_file_which_two_writers_can_ruin(
    version: tuple[int, int, int], said: bool, served: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite3, "sqlite_version_info", version)
    level, words = told(served, "SQLite")
    assert (level, "alone writes" in words) == (Level.OK, said)


def test_a_clock_that_cannot_be_right_is_a_warning(served: str) -> None:
    assert told(served, "clock", NOON_US - 60_000_000) == (
        Level.WARNING,
        "2026-05-28 20:25:40 UTC, but the newest change is of 2026-05-28 20:26:45 UTC",
    )


@pytest.mark.parametrize(("free", "level"), [(2**40, Level.OK), (100_000_000, Level.OK), (1_000_000, Level.FAILED)])
def test_a_disk_that_is_almost_full_has_failed(
    free: int, level: Level, served: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage(2**40, 0, free))
    assert found(served)["disk"].level is level


def _changed(statement: str) -> Callable[[Path], None]:
    def change(path: Path) -> None:
        with closing(sqlite3.connect(path)) as connection, connection:
            connection.execute(statement)

    return change


def _flipped(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[content.rindex(b"secret words")] ^= 0xFF
    # A page of an index or of a table beside it: the byte that says which kind it is.
    content[4096 * 3] ^= 0xFF
    path.write_bytes(content)


def _copied(served: str) -> Path:
    return Path(served.removeprefix("sqlite:///"))


@pytest.mark.parametrize(
    ("ruin", "name", "level", "words"),
    [
        (_changed("UPDATE counter SET open_count = 7"), "counters", Level.FAILED, "the open tickets"),
        (_changed("INSERT INTO me_too VALUES (1, zeroblob(16))"), "counters", Level.FAILED, "1 tickets count fewer"),
        (_changed("UPDATE request SET revision = 99"), "requests", Level.FAILED, "a revision that there is not"),
        (_changed("UPDATE alembic_version SET version_num = '0001'"), "schema", Level.WARNING, "migrate"),
        (_changed("UPDATE alembic_version SET version_num = '9999'"), "schema", Level.FAILED, "newer version"),
        (_changed("PRAGMA journal_mode=DELETE"), "journal", Level.WARNING, "the next start makes it wal"),
        (_changed("DELETE FROM ticket"), "integrity", Level.FAILED, "belongs to no row of ticket"),
        (_flipped, "integrity", Level.FAILED, ""),
    ],
)
def test_what_is_wrong_is_found(ruin: Callable[[Path], None], name: str, level: Level, words: str, served: str) -> None:
    ruin(_copied(served))
    finding = found(served)[name]
    assert finding.level is level
    assert words in finding.words
    assert "secret" not in finding.words


def test_a_clock_that_was_set_back_is_a_warning(served: str) -> None:
    _changed("UPDATE change SET change_us = change_us + 3600000000 WHERE revision = 1")(_copied(served))
    level, words = told(served, "clock", NOON_US + 7_200_000_000)
    assert (level, words) == (
        Level.WARNING,
        "set back between 2026-05-28 21:26:40 UTC and 2026-05-28 20:26:45 UTC",
    )


def test_what_the_progress_raises_ends_the_check(served: str) -> None:
    def interrupted(_done: int, total: int) -> None:
        assert total == len(found(served))
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        [*check(served, NOON_US, interrupted)]


def test_an_older_shape_is_examined_too(served: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schema, "REVISION", "next")
    assert told(served, "schema")[0] is Level.WARNING
    assert found(served)["counters"].level is Level.OK
