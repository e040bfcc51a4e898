"""A database of PostgreSQL: its lock, held by the session that writes, and readers in threads beside the event loop."""

import asyncio
import logging
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, closing, contextmanager, nullcontext
from typing import TypeVar

import psycopg
from sqlalchemy import URL, Connection, Engine, QueuePool, create_engine, event, text
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from ticket_server.storage.engine import PATIENCE_S, CannotOpen, Database, InUse, told
from ticket_server.storage.listening import Listening, tell
from ticket_server.storage.notice import Notice

_log = logging.getLogger(__name__)

# What it warns of only follows from errors that are told anyway, such as a transaction that was interrupted.
logging.getLogger("psycopg").setLevel(logging.ERROR)

_Answer = TypeVar("_Answer")

DRIVER = "postgresql+psycopg"

_READERS = 4
# Beside the readers: snapshots of facts, and whoever looks at the database's size.
_MORE_READERS = 12
# Short enough that a refusal, and the client's tries after it, fit into a call's deadline.
_CONNECT_S = 2
# A connection into nowhere is noticed within 11 seconds; the URL may say otherwise.
_CONNECTING = {
    "connect_timeout": _CONNECT_S,
    "keepalives_idle": 5,
    "keepalives_interval": 2,
    "keepalives_count": 3,
    "tcp_user_timeout": 11_000,
    "client_encoding": "utf8",
}
_KEEPALIVE = "SET tcp_keepalives_idle = 5; SET tcp_keepalives_interval = 2; SET tcp_keepalives_count = 3"
_LOCK = int.from_bytes(b"campusdk", "big")
# A session whose program was killed is gone a moment later: a successor waits for that.
_PATIENCE_S = 2
_PAUSE_S = 0.05
# Servers share the lock; whoever must be alone, as to restore or to bring the tables to another shape, takes it whole.
_LOCK_ALONE = f"SELECT pg_advisory_lock({_LOCK})"
_LOCK_SHARED = f"SELECT pg_advisory_lock_shared({_LOCK})"
_TRY_LOCK_ALONE = f"SELECT pg_try_advisory_lock({_LOCK})"
_UNLOCK_ALONE = f"SELECT pg_advisory_unlock({_LOCK})"
_UNLOCK_SHARED = f"SELECT pg_advisory_unlock_shared({_LOCK})"
# When an administrator locks a table, callers are told soon.
_SHORT_WAITS = "SET lock_timeout = '1s'"
# More than this may be the database's own setting, such as a standby that must have applied it too.
_DURABLE = (
    "SELECT set_config('synchronous_commit', 'on', false)"
    " WHERE current_setting('synchronous_commit') IN ('off', 'local')"
)


class PostgresqlDatabase(Database):
    """A database of a PostgreSQL server that this process alone writes, or, shared, all servers that open it so.

    The lock belongs to the one session that writes and cannot outlive it: whoever has lost the session has lost the
    lock, and every new session takes it before it may write.
    """

    store = "postgresql"

    def __init__(self, url: URL, *, shared: bool = False) -> None:
        """Prepare to connect to the database that the URL names; raises CannotOpen for another driver than ours."""
        self.is_shared = shared
        if url.drivername not in {"postgresql", DRIVER}:
            raise CannotOpen(f"PostgreSQL is reached by {DRIVER}://host/database only.")
        url = url.set(drivername=DRIVER)
        writer = _engine(url, _prepare_sharing_writer if shared else _prepare_writer, size=1, more=0)
        super().__init__(_name(url), writer, _engine(url, _prepare_reader, size=_READERS, more=_MORE_READERS))
        self._threads = ThreadPoolExecutor(_READERS, thread_name_prefix="reader")
        self._aside = ThreadPoolExecutor(1, thread_name_prefix="aside")

    async def read(self, read: Callable[[Connection], _Answer]) -> _Answer:
        """Read in a thread beside the event loop, which must not wait for a network."""
        return await asyncio.get_running_loop().run_in_executor(self._threads, self._answer, read)

    async def read_aside(self, read: Callable[[Connection], _Answer]) -> _Answer:
        """Read in the one thread that is kept for what takes long, so that point reads never wait for it."""
        return await asyncio.get_running_loop().run_in_executor(self._aside, self._answer, read)

    def go_on_aside(self, work: Callable[[Connection], bool]) -> None:
        """Leave it: PostgreSQL keeps by itself what makes its searches fast."""

    def _answer(self, read: Callable[[Connection], _Answer]) -> _Answer:
        try:
            with self.connect_reader() as connection:
                return read(connection)
        except DBAPIError as error:
            if not error.connection_invalidated:
                raise
        # The connection had ended while it was idle, as after a restart of PostgreSQL; reading again harms nobody.
        with self.connect_reader() as connection:
            return read(connection)

    @contextmanager
    def snapshot(self) -> Iterator[Connection]:
        """Lend a connection within one read transaction."""
        with self.connect_reader() as connection:
            connection.execution_options(isolation_level="REPEATABLE READ")
            with connection.begin():
                # The transaction's moment is that of its first statement.
                connection.exec_driver_sql("SELECT 1").close()
                yield connection

    @contextmanager
    def alone(self, connection: Connection) -> Iterator[bool]:
        """Change the shared lock for the whole one and back, if it is free now; without any, wait for a moment."""
        if not self.is_shared:
            yield True
            return
        _execute(connection, _UNLOCK_SHARED)
        is_alone = _execute(connection, _TRY_LOCK_ALONE)
        if not is_alone:
            # Two who kept the shared one meanwhile would keep each other from the whole one for ever.
            time.sleep(_PAUSE_S)
        try:
            yield is_alone
        finally:
            with self.unused():
                _execute(connection, _patiently(PATIENCE_S), _LOCK_SHARED, _SHORT_WAITS)
            if is_alone:
                _execute(connection, _UNLOCK_ALONE)

    @contextmanager
    def unused(self) -> Iterator[None]:
        """Tell it as InUse when the lock is not to be had."""
        try:
            yield
        except DBAPIError as error:
            if isinstance(error.orig, psycopg.errors.LockNotAvailable):
                raise InUse(f"The database {self.name} is in use by another program.") from error
            raise

    def tell_others(self, connection: Connection, notice: Notice) -> None:
        """Send the notice with the commit, where servers may listen."""
        if self.is_shared:
            tell(connection, notice)

    def listening(self, take: Callable[[Notice], None]) -> AbstractContextManager[object]:
        """Listen for as long as the context lasts."""
        return closing(Listening(self._connect_alone, take)) if self.is_shared else nullcontext()

    def _connect_alone(self) -> Connection:
        """Return a connection outside the pool, whose closing ends its session."""
        connection = self.connect_reader()
        connection.detach()
        return connection

    def size_bytes(self) -> int:
        """Return the size of the database's files, for which PostgreSQL is asked."""
        try:
            with self.connect_reader() as connection:
                return int(connection.execute(text("SELECT pg_database_size(current_database())")).scalar_one())
        except SQLAlchemyError:
            return 0

    def log_bytes(self) -> int:
        """Return 0: PostgreSQL keeps its own log."""
        return 0

    def fold_log(self, connection: Connection) -> bool:
        """Do nothing: PostgreSQL folds its own log."""
        return True

    def check_in_place(self) -> None:
        """Do nothing: PostgreSQL answers for its own files."""

    def forget_deleted(self, connection: Connection) -> None:
        """Write the tables anew; what the server's own log still says goes when the server reuses it."""
        _execute(connection, "VACUUM (FULL) ticket, message, change, search_row")

    def close(self) -> None:
        """End the sessions, and with them the lock."""
        self._threads.shutdown()
        self._aside.shutdown()
        super().close()


def take_postgresql(url: URL, *, shared: bool) -> PostgresqlDatabase:
    """Take the lock of the database that the URL names, with others if it is shared; raises CannotOpen."""
    database = PostgresqlDatabase(url, shared=shared)
    try:
        with database.unused(), database.connect_writer() as connection:
            _check(connection, database.name)
    except SQLAlchemyError as error:
        database.close()
        raise CannotOpen(f"The database {database.name} cannot be opened: {told(error)}.") from error
    except CannotOpen:
        database.close()
        raise
    return database


def _check(connection: Connection, name: str) -> None:
    session = _session(connection)
    encoding = session.info.parameter_status("server_encoding")
    if encoding != "UTF8":
        raise CannotOpen(f"The database {name} must be made with the encoding UTF8, not {encoding}.")
    _log.info("database %s, PostgreSQL %s", name, session.info.parameter_status("server_version"))


def _execute(connection: Connection, *statements: str) -> bool:
    """Execute outside any transaction; return whether the last one found something true. Raises DBAPIError."""
    session = _session(connection)
    session.autocommit = True
    found: object = None
    try:
        for words in statements:
            cursor = session.execute(words.encode())
            found = cursor.fetchone() if cursor.description else None
    except psycopg.Error as error:
        raise DBAPIError.instance("", None, error, psycopg.Error, hide_parameters=True) from error
    finally:
        session.autocommit = False
    return found == (True,)


def _session(connection: Connection) -> "psycopg.Connection[object]":
    session = connection.connection.driver_connection
    assert isinstance(session, psycopg.Connection), "no other driver is used"  # noqa: S101 - for the type checker
    return session


def _name(url: URL) -> str:
    """Return how operators know the database, without any part of the URL that may be secret."""
    host = url.host or url.query.get("host") or "this machine"
    return f"{url.database or url.username or ''} on {host if isinstance(host, str) else ', '.join(host)}"


def _engine(url: URL, prepare: Callable[["psycopg.Connection[object]"], None], *, size: int, more: int) -> Engine:
    engine = create_engine(
        url,
        poolclass=QueuePool,
        pool_size=size,
        max_overflow=more,
        pool_timeout=_CONNECT_S,
        connect_args={name: value for name, value in _CONNECTING.items() if name not in url.query},
        isolation_level="AUTOCOMMIT" if prepare is _prepare_reader else "READ COMMITTED",
        # Errors are logged, and what people wrote stands in the parameters.
        hide_parameters=True,
    )

    @event.listens_for(engine, "connect")
    def connected(session: "psycopg.Connection[object]", _record: object) -> None:
        before, session.autocommit = session.autocommit, True
        try:
            prepare(session)
            session.autocommit = before
        except psycopg.Error:
            session.close()
            raise

    return engine


def _prepare_writer(session: "psycopg.Connection[object]") -> None:
    _prepare(session, _patiently(_PATIENCE_S), _LOCK_ALONE)


def _prepare_sharing_writer(session: "psycopg.Connection[object]") -> None:
    _prepare(session, _patiently(PATIENCE_S), _LOCK_SHARED)


def _prepare(session: "psycopg.Connection[object]", *lock: str) -> None:
    for words in (_KEEPALIVE, *lock, _SHORT_WAITS, _DURABLE):
        session.execute(words.encode())


def _patiently(seconds: float) -> str:
    return f"SET lock_timeout = '{seconds}s'"


def _prepare_reader(session: "psycopg.Connection[object]") -> None:
    session.execute("SET default_transaction_read_only = on")
    session.execute(_SHORT_WAITS)
