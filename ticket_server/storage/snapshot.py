"""The database as it is at one moment, read beside whoever serves it, and without any means to change it."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, NullPool, create_engine, inspect, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, SQLAlchemyError

from ticket_server.storage.engine import CannotOpen


@contextmanager
def open_snapshot(url: str) -> Iterator[Connection]:
    """Lend a connection that sees one moment of the database at an SQLAlchemy URL until the end.

    No lock is taken: a server may hold the database and go on writing, or come and go. Raises CannotOpen when there is
    no database of ours.
    """
    with open_file_snapshot(_path(url)) as connection:
        yield connection


@contextmanager
def open_file_snapshot(path: Path) -> Iterator[Connection]:
    """Lend a connection as `open_snapshot` does, to a file of SQLite."""
    if not path.is_file():
        raise CannotOpen(f"There is no database {path}.")
    # A connection that cannot write cannot checkpoint either, not even as the last one that closes.
    source = f"{path.absolute().as_uri()}?mode=ro"
    engine = create_engine(
        "sqlite://",
        creator=lambda: sqlite3.connect(source, uri=True, isolation_level=None, check_same_thread=False),
        poolclass=NullPool,
        isolation_level="AUTOCOMMIT",
        hide_parameters=True,
    )
    with reading(str(path)), engine.connect() as connection:
        connection.exec_driver_sql("BEGIN")
        stored_revision(connection, str(path))
        yield connection


@contextmanager
def reading(name: str) -> Iterator[None]:
    """Turn what the database raises into CannotOpen, which names it."""
    try:
        yield
    except (SQLAlchemyError, sqlite3.Error) as error:
        reason = error.orig if isinstance(error, DBAPIError) else error
        raise CannotOpen(f"The database {name} cannot be read: {reason}.") from error


def stored_revision(connection: Connection, name: str) -> str:
    """Return the revision of the tables; raises CannotOpen when they are not ours."""
    names = inspect(connection).get_table_names()
    if "alembic_version" not in names or "counter" not in names:
        raise CannotOpen(f"The database {name} is none of this program.")
    return str(connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one())


def _path(url: str) -> Path:
    try:
        parsed = make_url(url)
    except ArgumentError as error:
        raise CannotOpen("The database's URL is none, such as sqlite:///tickets.db.") from error
    if parsed.get_backend_name() != "sqlite" or not parsed.database or parsed.database == ":memory:":
        raise CannotOpen("The database must be a file of SQLite, such as sqlite:///tickets.db.")
    return Path(parsed.database).absolute()
