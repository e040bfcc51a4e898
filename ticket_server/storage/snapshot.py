"""The database as it is at one moment, read beside whoever serves it, and without any means to change it."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlalchemy import Connection, NullPool, create_engine
from sqlalchemy.exc import SQLAlchemyError

from ticket_server.storage import schema
from ticket_server.storage.engine import KINDS, CannotOpen, parse_url, stored_revision, told
from ticket_server.storage.sqlite import file_of


@contextmanager
def open_snapshot(url: str) -> Iterator[Connection]:
    """Lend a connection that sees one moment of the database at an SQLAlchemy URL until the end.

    No lock is taken: a server may hold the database and go on writing, or come and go. Raises CannotOpen when there is
    no database of ours.
    """
    parsed = parse_url(url)
    if parsed.get_backend_name() == "postgresql":
        from ticket_server.storage.postgresql import PostgresqlDatabase

        database = PostgresqlDatabase(parsed)
        with closing(database), _told(database.name), database.snapshot() as connection:
            if stored_revision(connection, database.name) is None:
                raise CannotOpen(f"The database {database.name} is empty.")
            yield connection
    elif parsed.get_backend_name() != "sqlite":
        raise CannotOpen(f"The database must be {KINDS}.")
    else:
        with open_file_snapshot(file_of(parsed)) as connection:
            yield connection


@contextmanager
def open_newest_snapshot(url: str) -> Iterator[Connection]:
    """Lend a connection as `open_snapshot` does, to a database in the newest shape; raises CannotOpen for others."""
    with open_snapshot(url) as connection:
        shape = stored_revision(connection, url)
        if shape != schema.REVISION:
            raise CannotOpen(f"The database is in shape {shape}: bring it to {schema.REVISION} by migrate first.")
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
    with _told(str(path)), engine.connect() as connection:
        connection.exec_driver_sql("BEGIN")
        if stored_revision(connection, str(path)) is None:
            raise CannotOpen(f"The database {path} is empty.")
        yield connection


@contextmanager
def _told(name: str) -> Iterator[None]:
    """Turn what the database raises into CannotOpen."""
    try:
        yield
    # The last is SQLite's own complaint, when it quotes a damaged file.
    except (SQLAlchemyError, sqlite3.Error, UnicodeDecodeError) as error:
        raise CannotOpen(f"The database {name} cannot be read: {told(error)}.") from error
