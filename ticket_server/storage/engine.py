"""Open a database: its lock, its newest shape, one connection that writes and others that only read."""

import logging
import sqlite3
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import URL, Connection, Engine, NullPool, create_engine, event, inspect, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, SQLAlchemyError

from ticket_server.storage import schema
from ticket_server.storage.lock import DatabaseLock, Locked

_log = logging.getLogger(__name__)

# Short enough that a refusal, and the client's tries after it, fit into a call's deadline.
_BUSY_MS = 1_000
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
_READER_PRAGMAS = ("query_only=ON", "wal_autocheckpoint=0", f"busy_timeout={_BUSY_MS}")


class CannotOpen(Exception):  # noqa: N818  reads as what happened: `except CannotOpen`
    """The database cannot be opened; the message says why in plain words."""


class Database:
    """An open database that this process alone may write."""

    def __init__(self, path: Path, lock: DatabaseLock) -> None:
        """Take the file at `path`, whose lock is held, and bring it to the newest shape."""
        self.path = path
        self._lock = lock
        self._writer = _engine(path, _WRITER_PRAGMAS, writes=True)
        self._reader = _engine(path, _READER_PRAGMAS, writes=False)

    def connect_writer(self) -> Connection:
        """Return a connection whose transactions write; there must be only one at a time."""
        return self._writer.connect()

    def connect_reader(self) -> Connection:
        """Return a connection that cannot write; outside of an explicit BEGIN each statement sees the newest commit."""
        return self._reader.connect()

    def log_bytes(self) -> int:
        """Return the size of the write-ahead log's file."""
        try:
            return self.path.with_name(f"{self.path.name}-wal").stat().st_size
        except OSError:
            return 0

    def fold_log(self, connection: Connection) -> bool:
        """Move the write-ahead log into the database; only the writer may, between transactions.

        Return whether all of it was moved: what a reader still needs stays, and so does everything when it fails.
        """
        # Not through the connection's execute, which would begin a transaction.
        cursor = connection.connection.cursor()
        try:
            cursor.execute("PRAGMA wal_checkpoint(PASSIVE)")
            busy, logged, moved = cursor.fetchall()[0]
        except sqlite3.Error as error:
            _log.error("the write-ahead log cannot be moved into the database: %s", type(error).__name__)
            return False
        finally:
            cursor.close()
        return not busy and bool(logged == moved)

    def close(self) -> None:
        """Let the file and its lock go; connections must be closed before."""
        self._reader.dispose()
        self._writer.dispose()
        self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def open_database(url: str) -> Database:
    """Open the database at an SQLAlchemy URL (`sqlite:///file`), made anew or brought to the newest shape as needed.

    Raises CannotOpen when another program holds it, a newer program made it, or it is no database of ours.
    """
    path = _path(url)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        lock = DatabaseLock(path)
    except Locked as error:
        raise CannotOpen(f"The database {path} is in use by another program.") from error
    except OSError as error:
        raise CannotOpen(f"The database {path} cannot be opened: {error.strerror}.") from error
    database = Database(path, lock)
    try:
        _prepare(database)
    except BaseException:
        database.close()
        raise
    _log.info("database opened, SQLite %s", sqlite3.sqlite_version)
    return database


def _path(url: str) -> Path:
    try:
        parsed = make_url(url)
    except ArgumentError as error:
        raise CannotOpen(f"{url!r} is not the URL of a database, such as sqlite:///tickets.db.") from error
    if parsed.get_backend_name() != "sqlite" or not parsed.database or parsed.database == ":memory:":
        raise CannotOpen("The database must be a file of SQLite, such as sqlite:///tickets.db.")
    return Path(parsed.database).absolute()


def _prepare(database: Database) -> None:
    """Bring the tables to the newest shape, in one transaction."""
    try:
        with database.connect_writer() as connection:
            stored = _stored_revision(connection, database.path)
            if stored != schema.REVISION:
                _migrate(connection, stored, database.path)
            with connection.begin():
                # Changes nothing, but tells a database that cannot be written before anybody relies on it.
                connection.execute(text("UPDATE counter SET last_revision = last_revision"))
    except (SQLAlchemyError, sqlite3.Error) as error:
        reason = error.orig if isinstance(error, DBAPIError) else error
        raise CannotOpen(f"The database {database.path} cannot be opened: {reason}.") from error


def _stored_revision(connection: Connection, path: Path) -> str | None:
    """Return the revision of the tables, None for an empty database."""
    with connection.begin():
        names = inspect(connection).get_table_names()
        if not names:
            return None
        if "alembic_version" not in names or "counter" not in names:
            raise CannotOpen(f"The database {path} belongs to another program.")
        return str(connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one())


def _migrate(connection: Connection, stored: str | None, path: Path) -> None:
    # Alembic is needed once in a database's life: most starts do without the time that its import takes.
    logging.getLogger("alembic").setLevel(logging.WARNING)
    from ticket_server.storage import migrations

    if stored is not None and not migrations.knows(stored):
        raise CannotOpen(f"The database {path} was made by a newer version of this program.")
    with connection.begin():
        migrations.upgrade(connection)
    _log.info("database brought from shape %s to %s", stored or "none", schema.REVISION)


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
