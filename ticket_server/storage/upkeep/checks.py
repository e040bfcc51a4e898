"""A database examined from all sides, beside whoever serves it, and without changing anything."""

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import IntEnum
from pathlib import Path

from sqlalchemy import Connection, func, select
from sqlalchemy.exc import SQLAlchemyError

from ticket_server.progress import Progress, no_progress
from ticket_server.storage import schema
from ticket_server.storage.engine import CannotOpen, stored_revision, told
from ticket_server.storage.requests import DAY_US
from ticket_server.storage.schema import change, counter, request
from ticket_server.storage.snapshot import open_snapshot
from ticket_server.storage.upkeep import integrity
from ticket_server.storage.upkeep.backup import driver_connection
from ticket_server.storage.upkeep.inventory import read_inventory

# Both ends included. In these, two connections that write or fold the log at once can ruin the file
# (https://www.sqlite.org/wal.html#walresetbug). Here one connection does both, under a lock: nothing has to be mended.
_WAL_RESET_FAULT = ((3, 7, 0), (3, 51, 2))
_WAL_RESET_MENDED = frozenset({(3, 44, 6), (3, 50, 7)})
# In these, taking back a part of a transaction can ruin the file (https://www.sqlite.org/howtocorrupt.html#svptbug),
# and that happens within a statement too, of FTS5 above all.
_SAVEPOINT_FAULT = ((3, 35, 0), (3, 37, 1))
_LEAST_FREE_BYTES = 64 * 1024 * 1024
_MICROSECONDS = 1_000_000
# Clocks of one campus agree within this.
_CLOCK_SLACK_US = 60 * _MICROSECONDS


class Level(IntEnum):
    """How good a finding is; the numbers are the command's exit codes."""

    OK = 0
    WARNING = 1
    FAILED = 2


@dataclass(frozen=True, slots=True)
class Finding:
    """What one check found, in words without anything that people wrote."""

    name: str
    level: Level
    words: str


Check = Callable[[], tuple[Level, str]]


def check(url: str, now_us: int, progress: Progress = no_progress) -> Iterator[Finding]:
    """Yield what is found of the database at an SQLAlchemy URL; `now_us` is this machine's time, in microseconds.

    `progress` is told now and then, and may raise to end it.
    """
    try:
        with open_snapshot(url) as connection:
            yield from _findings(connection, now_us, progress)
    except CannotOpen as error:
        yield Finding("database", Level.FAILED, str(error))


def _findings(connection: Connection, now_us: int, progress: Progress) -> Iterator[Finding]:
    shape = _found("schema", lambda: _schema(connection))
    yield shape
    in_file = connection.dialect.name == "sqlite"
    checks: dict[str, Check] = {}
    if in_file:
        checks["SQLite"] = _sqlite_version
        checks["journal"] = lambda: _journal(connection)
        checks["disk"] = lambda: _disk(connection)
    if shape.level != Level.FAILED:
        checks["clock"] = lambda: _clock(connection, now_us)
        checks["requests"] = lambda: _requests(connection)
        checks["counters"] = lambda: _counters(connection)
    if in_file:
        # The longest one comes last.
        checks["integrity"] = lambda: _integrity(connection, lambda: progress(len(checks), len(checks) + 1))
    for done, (name, run) in enumerate(checks.items(), start=1):
        progress(done, len(checks) + 1)
        yield _found(name, run)


def _found(name: str, run: Check) -> Finding:
    try:
        return Finding(name, *run())
    except (SQLAlchemyError, sqlite3.Error) as error:
        return Finding(name, Level.FAILED, told(error))


def _schema(connection: Connection) -> tuple[Level, str]:
    stored = stored_revision(connection, "checked")
    if stored == schema.REVISION:
        return Level.OK, f"shape {stored}, the newest"
    # Alembic takes long to import, and is needed for no database in the newest shape.
    from ticket_server.storage import migrations

    if migrations.knows(str(stored)):
        return Level.WARNING, f"shape {stored}; the next start, or migrate, brings it to {schema.REVISION}"
    return Level.FAILED, f"shape {stored} was made by a newer version of this program"


def _sqlite_version() -> tuple[Level, str]:
    version, words = sqlite3.sqlite_version_info, sqlite3.sqlite_version
    if _has(_SAVEPOINT_FAULT, version):
        return Level.WARNING, f"{words} can ruin the file when a write fails half way: take 3.37.2 or newer"
    if _has(_WAL_RESET_FAULT, version) and version not in _WAL_RESET_MENDED:
        return Level.OK, f"{words}, safe while Campus Desk alone writes the file (3.51.3 and newer also with others)"
    return Level.OK, words


def _has(fault: tuple[tuple[int, int, int], tuple[int, int, int]], version: tuple[int, ...]) -> bool:
    oldest, newest = fault
    return oldest <= version <= newest


def _journal(connection: Connection) -> tuple[Level, str]:
    mode = connection.exec_driver_sql("PRAGMA journal_mode").scalar_one()
    if mode != "wal":
        return Level.WARNING, f"{mode}; the next start makes it wal"
    return Level.OK, mode


def _disk(connection: Connection) -> tuple[Level, str]:
    file = Path(connection.exec_driver_sql("PRAGMA database_list").one()[2])
    free, size = shutil.disk_usage(file.parent).free, file.stat().st_size
    words = f"{free / 1e9:,.1f} GB free, the database has {size / 1e9:,.1f} GB"
    if free < _LEAST_FREE_BYTES:
        return Level.FAILED, words
    # Writing it anew, as erasing does, takes its size once more, and so does its log.
    return (Level.WARNING if free < 2 * size else Level.OK), words


def _integrity(connection: Connection, look: Callable[[], None]) -> tuple[Level, str]:
    faults = integrity.faults(driver_connection(connection), look)
    return (Level.FAILED, "; ".join(faults)) if faults else (Level.OK, "every page is sound")


def _counters(connection: Connection) -> tuple[Level, str]:
    inventory = read_inventory(connection)
    disagreements = [*inventory.disagreements()]
    if disagreements:
        return Level.FAILED, "; ".join(disagreements)
    counted = f"{inventory.tickets:,} tickets, {inventory.messages:,} messages, {inventory.changes:,} changes"
    return Level.OK, f"{counted}, as the counters say"


def _requests(connection: Connection) -> tuple[Level, str]:
    """Tell of the rows by which a retry finds its first result."""
    times = request.c.request_us
    # The span counts the time in which a server ran: the dates are by its own clock, which nobody sets.
    count, span_us, newest = connection.execute(
        select(func.count(), func.max(times) - func.min(times), func.max(request.c.revision))
    ).one()
    if not count:
        return Level.OK, "none"
    if newest > connection.execute(select(counter.c.last_revision)).scalar_one():
        return Level.FAILED, "one led to a revision that there is not"
    return Level.OK, f"{count:,}, kept over {span_us / DAY_US:.1f} days"


def _clock(connection: Connection, now_us: int) -> tuple[Level, str]:
    """Tell whether the clock can be right, by the times of what was done."""
    newest_us = connection.execute(select(func.max(change.c.change_us))).scalar_one()
    if newest_us is None:
        return Level.OK, _time(now_us)
    if newest_us > now_us + _CLOCK_SLACK_US:
        return Level.WARNING, f"{_time(now_us)}, but the newest change is of {_time(newest_us)}"
    last_us = connection.execute(select(change.c.change_us).order_by(change.c.revision.desc()).limit(1)).scalar_one()
    if newest_us > last_us + _CLOCK_SLACK_US:
        return Level.WARNING, f"set back between {_time(newest_us)} and {_time(last_us)}"
    return Level.OK, f"{_time(now_us)}, the newest change is of {_time(newest_us)}"


def _time(time_us: int) -> str:
    return f"{datetime.fromtimestamp(time_us / _MICROSECONDS, UTC):%Y-%m-%d %H:%M:%S} UTC"
