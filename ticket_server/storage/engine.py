"""Open a database of either store, and what both have in common: the newest shape, one writer, readers beside it."""

import logging
import sqlite3
import time
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from types import TracebackType
from typing import ClassVar, Literal, Self, TypeVar

from sqlalchemy import URL, Connection, Engine, inspect, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, SQLAlchemyError

from campusdesk.errors import DeskError
from campusdesk.rules import Reason
from ticket_server.storage import schema
from ticket_server.storage.notice import Notice
from ticket_server.storage.writable import write_nothing

_log = logging.getLogger(__name__)

KINDS = "a file of SQLite (sqlite:///tickets.db) or a database of PostgreSQL (postgresql+psycopg://host/tickets)"

Store = Literal["sqlite", "postgresql"]

_Answer = TypeVar("_Answer")

# Seconds: servers that are started together wait until one of them has made the tables.
PATIENCE_S = 15.0

# Behind it psycopg tells anew what it told, once for each address of the same host.
_ALL_TRIES = "\nMultiple connection attempts failed"


class CannotOpen(Exception):  # noqa: N818  reads as what happened: `except CannotOpen`
    """The database cannot be opened; the message says why in plain words."""


class InUse(CannotOpen):
    """Another program holds the database."""


class Database(ABC):
    """An open database that this process alone may write, or, where it is shared, other servers too."""

    store: ClassVar[Store]
    # Whether other servers may write it at the same time.
    is_shared = False
    # The file that holds it, where it is held in one.
    path: Path | None = None

    def __init__(self, name: str, writer: Engine, reader: Engine) -> None:
        """Keep the engines; `name` is how operators know the database, never with a password."""
        self.name = name
        self._writer = writer
        self._reader = reader

    def connect_writer(self) -> Connection:
        """Return a connection whose transactions write; there must be only one at a time."""
        return self._writer.connect()

    def connect_reader(self) -> Connection:
        """Return a connection that cannot write; each statement sees the newest commit."""
        return self._reader.connect()

    @abstractmethod
    async def read(self, read: Callable[[Connection], _Answer]) -> _Answer:
        """Return what `read` makes of a connection that cannot write; the event loop is never held up by a network."""

    @abstractmethod
    async def read_aside(self, read: Callable[[Connection], _Answer]) -> _Answer:
        """Return what `read` makes of a connection as `read` has it, in a thread beside the event loop.

        That is for what may take milliseconds. Such reads wait for one another, and one that nobody waits for any more
        is left out.
        """

    @abstractmethod
    def go_on_aside(self, work: Callable[[Connection], bool]) -> None:
        """Do a piece of work after the other, with pauses, where reads aside happen, until `work` returns False.

        To be called in the event loop. Nothing is begun while such work goes on, nor where the store has no use for it.
        """

    def alone(self, connection: Connection) -> AbstractContextManager[bool]:
        """Return the context in which the writer's connection has the database for itself; False: it has not.

        Then another server had it, and may have done meanwhile what was to be done.
        """
        return nullcontext(True)

    @abstractmethod
    def snapshot(self) -> AbstractContextManager[Connection]:
        """Lend a connection of its own that cannot write and sees everything as it was at one moment.

        Not to be held for a client that may stall: the store keeps what it sees until the end.
        """

    @abstractmethod
    def size_bytes(self) -> int:
        """Return how much room the database takes, without its log; 0 when that cannot be told now.

        It may take as long as the network does.
        """

    @abstractmethod
    def log_bytes(self) -> int:
        """Return the size of the log that this program has to fold into the database; 0 where the store does that."""

    @abstractmethod
    def fold_log(self, connection: Connection) -> bool:
        """Move the log into the database; only the writer may, between transactions, on its connection.

        Return whether all of it was moved: what a reader still needs stays, and so does everything when it fails.
        """

    @abstractmethod
    def check_in_place(self) -> None:
        """Check within a write that what is written will be found by whoever opens the database next.

        Raises what the driver raises.
        """

    def tell_others(self, connection: Connection, notice: Notice) -> None:  # noqa: B027  most have nobody to tell
        """Within a write, tell other servers of this database of it once it is committed; raises DBAPIError."""

    def listening(self, take: Callable[[Notice], None]) -> AbstractContextManager[object]:
        """Return the context in which `take` is told, in some thread, of what any server of this database commits."""
        return nullcontext()

    @abstractmethod
    def forget_deleted(self, connection: Connection) -> None:
        """Rid the store's files of all that no row holds any more; only the writer may, between transactions.

        Takes seconds a gigabyte. Raises what the driver raises.
        """

    def close(self) -> None:
        """Let the database go; connections must be closed before."""
        self._reader.dispose()
        self._writer.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def open_database(url: str, *, shared: bool = False) -> Database:
    """Open the database at an SQLAlchemy URL (`sqlite:///file`), made anew or brought to the newest shape as needed.

    With `shared` others that open it so may write it at the same time, where the store allows that.
    Raises CannotOpen when another program holds it, a newer program made it, or it is no database of ours.
    """
    database = _taken(url, shared=shared)
    try:
        _prepare(database)
    except BaseException:
        database.close()
        raise
    return database


def _taken(url: str, *, shared: bool) -> Database:
    """Return the database that the URL names, which no other program may write from now on, unless it is shared."""
    parsed = parse_url(url)
    # Each store is imported with its driver only where it is used.
    if parsed.get_backend_name() == "sqlite":
        from ticket_server.storage.sqlite import take_sqlite

        return take_sqlite(parsed)
    if parsed.get_backend_name() == "postgresql":
        from ticket_server.storage.postgresql import take_postgresql

        return take_postgresql(parsed, shared=shared)
    raise CannotOpen(f"The database must be {KINDS}.")


def parse_url(url: str) -> URL:
    """Return the URL in its parts; raises CannotOpen when it is none."""
    try:
        return make_url(url)
    # The second: what stands in the place of a port is no number.
    except (ArgumentError, ValueError) as error:
        raise CannotOpen(f"The database's URL must name {KINDS}.") from error


def _prepare(database: Database) -> None:
    """Bring the tables to the newest shape, in one transaction."""
    try:
        with database.connect_writer() as connection:
            deadline = time.monotonic() + PATIENCE_S
            while not _is_newest(connection, database.name):
                with database.alone(connection) as is_alone:
                    if is_alone:
                        bring_to_newest(connection, database.name)
                    elif time.monotonic() > deadline:
                        raise InUse(f"The database {database.name} is in use by another program.")
            # Tells a database that cannot be written before anybody relies on it.
            with connection.begin():
                write_nothing(connection)
    # The last is SQLite's own complaint, when it quotes a damaged file.
    except (SQLAlchemyError, sqlite3.Error, UnicodeDecodeError) as error:
        raise CannotOpen(f"The database {database.name} cannot be opened: {told(error)}.") from error


def _is_newest(connection: Connection, name: str) -> bool:
    with connection.begin():
        return stored_revision(connection, name) == schema.REVISION


def bring_to_newest(connection: Connection, name: str) -> str | None:
    """Bring the tables to the newest shape; return the revision that they had, None for an empty database.

    Raises CannotOpen when they are not ours or a newer program's, and what the driver raises.
    """
    with connection.begin():
        stored = stored_revision(connection, name)
    if stored != schema.REVISION:
        _migrate(connection, stored, name)
    return stored


def told(error: Exception) -> str:
    """Return what a driver said of its error, in one line."""
    said = error.orig if isinstance(error, DBAPIError) else error
    # PostgreSQL's details quote rows, in which people's words stand.
    primary = getattr(getattr(said, "diag", None), "message_primary", None)
    words = str(primary or said).partition(_ALL_TRIES)[0]
    # libpq asks back in lines that begin with a tab: "Is the server running on that host ...?"
    return " ".join(" ".join(line for line in words.splitlines() if not line.startswith("\t")).split()).rstrip(".")


def stored_revision(connection: Connection, name: str) -> str | None:
    """Return the revision of the tables, None for an empty database; raises CannotOpen when they are not ours."""
    names = inspect(connection).get_table_names()
    if not names:
        return None
    if "alembic_version" not in names or "counter" not in names:
        raise CannotOpen(f"The database {name} belongs to another program.")
    return str(connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one())


def _migrate(connection: Connection, stored: str | None, name: str) -> None:
    # Alembic is needed once in a database's life: most starts do without the time that its import takes.
    logging.getLogger("alembic").setLevel(logging.WARNING)
    from ticket_server.storage import migrations

    if stored is not None and not migrations.knows(stored):
        raise CannotOpen(f"The database {name} was made by a newer version of this program.")
    if stored is not None:
        _log.info(
            "database %s is brought from shape %s to %s, and not served until then", name, stored, schema.REVISION
        )
    with connection.begin():
        migrations.upgrade(connection)
    _log.info("database %s brought from shape %s to %s", name, stored or "none", schema.REVISION)


@contextmanager
def refusing() -> Iterator[None]:
    """Turn what the database raises into DeskError (STORE_FAILED)."""
    try:
        yield
    except (SQLAlchemyError, sqlite3.Error) as error:
        raise DeskError(Reason.STORE_FAILED) from error
