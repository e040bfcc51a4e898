"""A database in one file of SQLite: its lock, its pragmas, and its write-ahead log, which this program folds itself."""

import asyncio
import logging
import sqlite3
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TypeVar

from sqlalchemy import URL, Connection, Engine, NullPool, create_engine, event
from sqlalchemy.engine.interfaces import DBAPICursor
from sqlalchemy.exc import SQLAlchemyError

from ticket_server.storage.engine import CannotOpen, Database, InUse
from ticket_server.storage.lock import DatabaseLock, Locked
from ticket_server.storage.schema import SEARCH_TABLES

_log = logging.getLogger(__name__)

_Answer = TypeVar("_Answer")

# Short enough that a refusal, and the client's tries after it, fit into a call's deadline.
_BUSY_MS = 1_000
# Between pieces of work of some milliseconds each, so that they take a small part of the machine.
_PAUSE_S = 0.01
# What the log file is cut back to once its pages stand in the database itself.
_LOG_REST_BYTES = 8 * 1024 * 1024

_WRITER_PRAGMAS = (
    "journal_mode=WAL",
    # A power cut takes no acknowledged write with it; group commit pays for it once a group.
    "synchronous=FULL",
    "foreign_keys=ON",
    # Checkpoints are made when nobody waits for a commit: by the writer, and by nobody else.
    "wal_autocheckpoint=0",
    f"journal_size_limit={_LOG_REST_BYTES}",
    f"busy_timeout={_BUSY_MS}",
)
# The file itself, and those beside it.
_FILE_ENDS = ("", "-wal", "-shm", "-journal", ".lock")
_READER_PRAGMAS = ("query_only=ON", "wal_autocheckpoint=0", f"busy_timeout={_BUSY_MS}")


class SqliteDatabase(Database):
    """A file of SQLite, with the operating system's lock beside it."""

    store = "sqlite"
    path: Path

    def __init__(self, path: Path, lock: DatabaseLock) -> None:
        """Take the file at `path`, whose lock is held."""
        writer, reader = _engine(path, _WRITER_PRAGMAS, writes=True), _engine(path, _READER_PRAGMAS, writes=False)
        super().__init__(str(path), writer, reader)
        self.path = path
        self._log_path = path.with_name(f"{path.name}-wal")
        self._lock = lock
        # What the files of the writer's connection are, as the system counts them.
        self._files: tuple[tuple[int, int], ...] | None = None
        event.listen(writer, "connect", self._forget_files)
        # Whether all that the system kept in memory of the file when it was opened was to be brought to disk.
        self._on_disk = False
        # Of the event loop's thread alone.
        self._standing: Connection | None = None
        # Of the one thread beside it alone; it starts with its first use.
        self._aside = ThreadPoolExecutor(1, "search")
        self._standing_aside: Connection | None = None
        self._going_on: asyncio.Task[None] | None = None

    async def read(self, read: Callable[[Connection], _Answer]) -> _Answer:
        """Read at once: a point read takes less time than handing it to another thread would."""
        if self._standing is None:
            self._standing = self.connect_reader()
        return read(self._standing)

    async def read_aside(self, read: Callable[[Connection], _Answer]) -> _Answer:
        """Read in the thread beside the event loop."""
        return await asyncio.get_running_loop().run_in_executor(self._aside, self._read_there, read)

    def go_on_aside(self, work: Callable[[Connection], bool]) -> None:
        """Do a piece of work after the other in the thread beside the event loop."""
        if self._going_on is None or self._going_on.done():
            self._going_on = asyncio.get_running_loop().create_task(self._go_on(work))

    async def _go_on(self, work: Callable[[Connection], bool]) -> None:
        try:
            while await self.read_aside(work):  # noqa: ASYNC110  it works, and does not wait for anything
                await asyncio.sleep(_PAUSE_S)
        except (SQLAlchemyError, sqlite3.Error) as error:
            _log.error("what makes searches fast cannot be read: %s", type(error).__name__)
        except RuntimeError:
            _log.debug("the database was closed before searches were made fast")

    def _read_there(self, read: Callable[[Connection], _Answer]) -> _Answer:
        if self._standing_aside is None:
            self._standing_aside = self.connect_reader()
        return read(self._standing_aside)

    @contextmanager
    def snapshot(self) -> Iterator[Connection]:
        """Lend a connection within one read transaction, which keeps the log from being folded."""
        with self.connect_reader() as connection:
            connection.exec_driver_sql("BEGIN")
            # The transaction's moment is that of its first read.
            connection.exec_driver_sql("SELECT 1 FROM counter").close()
            yield connection
            connection.exec_driver_sql("COMMIT")

    def size_bytes(self) -> int:
        """Return the size of the file."""
        return _size(self.path)

    def log_bytes(self) -> int:
        """Return the size of the write-ahead log's file."""
        return _size(self._log_path)

    def fold_log(self, connection: Connection) -> bool:
        """Move the write-ahead log into the database; return whether all of it was moved."""
        # Not through the connection's execute, which would begin a transaction.
        cursor = connection.connection.cursor()
        try:
            if not self._on_disk:
                self._on_disk = True
                # On a full disk the log is folded all the same.
                with suppress(sqlite3.Error):
                    _write_page(cursor)
            cursor.execute("PRAGMA wal_checkpoint(PASSIVE)")
            busy, logged, moved = cursor.fetchall()[0]
        except sqlite3.Error as error:
            _log.error("the write-ahead log cannot be moved into the database: %s", type(error).__name__)
            return False
        finally:
            cursor.close()
        return not busy and bool(logged == moved)

    def check_in_place(self) -> None:
        """Check that the file and its log are still those that were opened, by their names.

        SQLite would go on to write files that were moved, replaced or deleted, and nobody would find that again.
        """
        try:
            files = tuple((found.st_dev, found.st_ino) for found in (self.path.stat(), self._log_path.stat()))
        except OSError as error:
            raise sqlite3.OperationalError("the file or its log is not there any more") from error
        if files != (self._files or files):
            raise sqlite3.OperationalError("the file or its log was replaced")
        self._files = files

    def _forget_files(self, _connection: object, _record: object) -> None:
        self._files = None

    def forget_deleted(self, connection: Connection) -> None:
        """Write the file anew, and empty the log of what the old pages said."""
        cursor = connection.connection.cursor()
        try:
            for name in SEARCH_TABLES:
                # FTS5 keeps deleted words beside a mark until they are merged away.
                cursor.execute(f"INSERT INTO {name} ({name}) VALUES ('optimize')")  # noqa: S608  our names
            cursor.execute("VACUUM")
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            busy = cursor.fetchall()[0][0]
        finally:
            cursor.close()
        if busy:
            raise sqlite3.OperationalError("another program reads the database")

    def close(self) -> None:
        """Let the file and its lock go; connections must be closed before."""
        self._aside.shutdown(cancel_futures=True)
        for standing in (self._standing, self._standing_aside):
            if standing is not None:
                standing.close()
        super().close()
        self._lock.release()


def take_sqlite(url: URL) -> SqliteDatabase:
    """Take the lock of the file that the URL names, and its folder if need be; raises CannotOpen."""
    path = file_of(url)
    lock = lock_file(path)
    _log.info("database %s, SQLite %s", path, sqlite3.sqlite_version)
    return SqliteDatabase(path, lock)


def file_of(url: URL) -> Path:
    """Return the file that the URL names; raises CannotOpen when it names none of SQLite."""
    if url.get_backend_name() != "sqlite" or not url.database or url.database == ":memory:":
        raise CannotOpen("The database must be a file of SQLite, such as sqlite:///tickets.db.")
    return Path(url.database).absolute()


def spare(url: URL, target: Path) -> None:
    """Let nobody write a file where the database or what belongs to it lies; raises CannotOpen."""
    if url.get_backend_name() != "sqlite":
        return
    database = file_of(url).resolve()
    if target.resolve() in {database.with_name(database.name + end) for end in _FILE_ENDS}:
        raise CannotOpen(f"{target} is where the database itself lies: name another file.")


def lock_file(path: Path) -> DatabaseLock:
    """Take the lock of a database's file, and make its folder if need be; raises CannotOpen."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        return DatabaseLock(path)
    except Locked as error:
        raise InUse(f"The database {path} is in use by another program.") from error
    except OSError as error:
        raise CannotOpen(f"The database {path} cannot be opened: {error.strerror}.") from error


def _write_page(cursor: DBAPICursor) -> None:
    """Write what stands once more, so that the fold after it finds something to do.

    Then it syncs the file, and with it all that the system keeps in memory of a copy made just before the start: 0.6 s
    for 1.4 GB, and longer on a slow disk. In the first pause nobody waits for that; after the first report the next
    one would.
    """
    cursor.execute("PRAGMA user_version")
    [(version,)] = cursor.fetchall()
    # Not a row: SQLite writes no page for one that is given the values that it has.
    cursor.execute(f"PRAGMA user_version = {version}")


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _engine(path: Path, pragmas: tuple[str, ...], *, writes: bool) -> Engine:
    engine = create_engine(
        URL.create("sqlite", database=str(path)),
        poolclass=NullPool,
        connect_args={"check_same_thread": False, "timeout": _BUSY_MS / 1000},
        isolation_level=None if writes else "AUTOCOMMIT",
        # Errors are logged, and what people wrote stands in the parameters.
        hide_parameters=True,
    )

    @event.listens_for(engine, "connect")
    def prepare(connection: sqlite3.Connection, _record: object) -> None:
        connection.isolation_level = None
        for pragma in pragmas:
            connection.execute(f"PRAGMA {pragma}").close()

    if writes:

        @event.listens_for(engine, "begin")
        def begin(connection: Connection) -> None:
            # A transaction that starts by reading cannot fail half way for want of the write lock.
            # It goes past the connection's own execute, which takes longer than SQLite itself.
            cursor = connection.connection.cursor()
            cursor.execute("BEGIN IMMEDIATE")
            cursor.close()

    return engine
