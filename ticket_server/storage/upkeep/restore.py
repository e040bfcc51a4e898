"""Bring a backup back: the database becomes what the backup holds, under a new lineage, in one step or not at all."""

import os
import shutil
import sqlite3
import uuid
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import text, update
from sqlalchemy.exc import SQLAlchemyError

from ticket_server.progress import Progress, no_progress
from ticket_server.storage.engine import (
    CannotOpen,
    bring_to_newest,
    open_database,
    parse_url,
    refusing,
    told,
)
from ticket_server.storage.reading import read_counter
from ticket_server.storage.schema import counter
from ticket_server.storage.snapshot import open_file_snapshot
from ticket_server.storage.sqlite import file_of, lock_file
from ticket_server.storage.upkeep.backup import BadBackup, copy_pages, verify
from ticket_server.storage.upkeep.copying import copy_rows, writing_file
from ticket_server.storage.upkeep.inventory import Inventory, read_inventory
from ticket_server.whole_file import whole_file


@dataclass(frozen=True, slots=True)
class Restored:
    """What the database holds now, and the file that keeps what it was before, if it was."""

    inventory: Inventory
    kept: Path | None


def restore(
    backup: Path, url: str, stamp: str, *, replacing: bool = False, progress: Progress = no_progress
) -> Restored:
    """Make the database at an SQLAlchemy URL what the backup holds, brought to the newest shape.

    The new lineage makes desks and replicas that are ahead of the backup take a snapshot. What a file of SQLite held is
    kept beside it, `stamp` in its name; a database elsewhere that holds tickets is refused unless they are given up by
    `replacing`. Raises CannotOpen when somebody uses the database or it cannot be made, BadBackup when the backup is
    damaged, OSError when a file cannot be written, DeskError (STORE_FAILED); then everything is as it was.
    """
    parsed = parse_url(url)
    if parsed.get_backend_name() == "sqlite":
        return _in_place_of(file_of(parsed), backup, stamp, progress)
    return _into_tables(url, backup, replacing, progress)


def _in_place_of(path: Path, backup: Path, stamp: str, progress: Progress) -> Restored:
    lock = lock_file(path)
    try:
        with whole_file(path) as unfinished:
            inventory = prepare(backup, unfinished, progress)
            kept = _kept_aside(path, path.with_name(f"{path.stem}-before-{stamp}{path.suffix}"))
        return Restored(inventory, kept)
    finally:
        lock.release()


def _into_tables(url: str, backup: Path, replacing: bool, progress: Progress) -> Restored:
    with TemporaryDirectory() as folder, open_database(url) as database:
        prepared = Path(folder) / "prepared.db"
        inventory = prepare(backup, prepared, progress)
        with open_file_snapshot(prepared) as source, refusing(), database.connect_writer() as target, target.begin():
            if read_counter(target).last_revision and not replacing:
                raise CannotOpen("The database holds tickets, which restoring would give up for good: say --replace.")
            target.execute(text("TRUNCATE ticket, message, change, request, me_too, vector, search_row"))
            copy_rows(source, target, progress)
            if read_inventory(target) != inventory:
                raise BadBackup("What was written does not hold what the backup holds.")
    return Restored(inventory, None)


def prepare(backup: Path, target: Path, progress: Progress) -> Inventory:
    """Write to the target what the backup holds, checked, in the newest shape and under a new lineage."""
    held = verify(backup, progress)
    with open_file_snapshot(backup) as source:
        copy_pages(source, target, progress)
    try:
        _renew(target)
    except (SQLAlchemyError, sqlite3.Error) as error:
        raise BadBackup(f"{backup} cannot be brought to the newest shape: {told(error)}.") from error
    prepared = verify(target, progress)
    if replace(prepared, counter=replace(prepared.counter, lineage=held.counter.lineage)) != held:
        raise BadBackup("What was written does not hold what the backup holds.")
    return prepared


def _renew(path: Path) -> None:
    """Bring the file to the newest shape and give it a lineage of its own."""
    with writing_file(path) as connection:
        bring_to_newest(connection, str(path))
        with connection.begin():
            connection.execute(update(counter).values(lineage=str(uuid.uuid4())))


def _kept_aside(path: Path, aside: Path) -> Path | None:
    """Give the present database a second name that outlives its replacing; return it, None when there is none."""
    if not path.exists():
        return None
    if aside.exists():
        raise CannotOpen(f"{aside} is there already.")
    log, log_aside = (file.with_name(f"{file.name}-wal") for file in (path, aside))
    # SQLite throws the log of a file away that it cannot read.
    if log.exists():
        shutil.copy2(log, log_aside)
    try:
        folded = _fold(path)
    except BaseException:
        log_aside.unlink(missing_ok=True)
        raise
    (log_aside if folded else log).unlink(missing_ok=True)
    try:
        os.link(path, aside)
    except OSError:
        # Not every file system knows a second name.
        shutil.copy2(path, aside)
    return aside


def _fold(path: Path) -> bool:
    """Fold the log into the file for good; say whether that could be done.

    Raises CannotOpen while anybody still reads it.
    """
    try:
        with closing(sqlite3.connect(path, isolation_level=None)) as connection:
            # Only the one who is alone with a file can take its log away.
            connection.execute("PRAGMA journal_mode=DELETE")
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode == sqlite3.SQLITE_BUSY:
            raise CannotOpen(f"The database {path} is being read by another program.") from error
        return False
    except sqlite3.DatabaseError:
        return False
    return True
