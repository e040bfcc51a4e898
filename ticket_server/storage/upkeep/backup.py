"""A backup: a database of SQLite in our own shape, copied while the server writes and checked."""

import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import Connection
from sqlalchemy.exc import SQLAlchemyError

from ticket_server.progress import Progress, no_progress
from ticket_server.storage.engine import CannotOpen, parse_url, told
from ticket_server.storage.snapshot import open_file_snapshot, open_newest_snapshot, open_snapshot
from ticket_server.storage.sqlite import spare
from ticket_server.storage.upkeep import integrity
from ticket_server.storage.upkeep.copying import copy_to_file
from ticket_server.storage.upkeep.inventory import Inventory, read_inventory
from ticket_server.whole_file import whole_file

# 4 MB: a few milliseconds between two looks for a signal.
_PAGES_A_STEP = 1_000


class BadBackup(Exception):  # noqa: N818  reads as what happened: `except BadBackup`
    """A backup is not what it must be; the message says why in plain words."""


def back_up(url: str, target: Path, progress: Progress = no_progress) -> Inventory:
    """Copy the database at an SQLAlchemy URL, as it is at this moment, to a file of SQLite; return what it holds.

    Nothing is locked and nothing of the database is changed. The file appears once it is checked and on the disk.
    Raises CannotOpen when the database cannot be read or lies there, BadBackup when the copy is not equal to it,
    OSError when the file cannot be written.
    """
    parsed = parse_url(url)
    spare(parsed, target)
    in_file = parsed.get_backend_name() == "sqlite"
    # A file is copied as it is; what is copied row by row must have the shape that we know.
    with whole_file(target) as unfinished, (open_snapshot if in_file else open_newest_snapshot)(url) as source:
        held = read_inventory(source)
        (copy_pages if in_file else _copy_rows)(source, unfinished, progress)
        copied = verify(unfinished, progress)
        if copied != held:
            raise BadBackup("The copy does not hold what the database holds.")
    return copied


def verify(backup: Path, progress: Progress = no_progress) -> Inventory:
    """Return what a backup holds once it proves sound; raises BadBackup or CannotOpen with what is wrong.

    It may be in an older shape of ours. `progress` is told now and then that all is done, and may raise.
    """
    with open_file_snapshot(backup) as connection:
        for fault in integrity.faults(driver_connection(connection), lambda: progress(1, 1)):
            raise BadBackup(f"{backup} is damaged: {fault}.")
        inventory = read_inventory(connection)
    for disagreement in inventory.disagreements():
        raise BadBackup(f"{backup} is damaged: {disagreement}.")
    return inventory


def driver_connection(connection: Connection) -> sqlite3.Connection:
    """Return SQLite's own connection; raises CannotOpen for another store's."""
    raw = connection.connection.driver_connection
    if not isinstance(raw, sqlite3.Connection):
        raise CannotOpen("Only a file of SQLite is examined page by page: PostgreSQL has pg_amcheck for that.")
    return raw


def _copy_rows(source: Connection, target: Path, progress: Progress) -> None:
    try:
        copy_to_file(source, target, progress)
    except (SQLAlchemyError, sqlite3.Error) as error:
        raise BadBackup(f"The copy cannot be made: {told(error)}.") from error


def copy_pages(source: Connection, target: Path, progress: Progress) -> None:
    """Copy a file of SQLite to another; raises BadBackup when that fails.

    The source's transaction holds one moment, so that no commit makes the copy begin anew.
    """

    def step(_status: int, remaining: int, total: int) -> None:
        progress(total - remaining, total)

    try:
        with closing(sqlite3.connect(target, isolation_level=None)) as copy:
            # An unfinished file is thrown away: it is brought to the disk as a whole at the end.
            copy.execute("PRAGMA synchronous=OFF")
            driver_connection(source).backup(copy, pages=_PAGES_A_STEP, progress=step)
            # One file, without a log beside it.
            copy.execute("PRAGMA journal_mode=DELETE")
    except sqlite3.Error as error:
        raise BadBackup(f"The copy cannot be made: {error}.") from error
