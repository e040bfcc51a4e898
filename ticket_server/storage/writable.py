"""Whether the database can be written, as was seen when it was written last."""

import logging
import sqlite3

from sqlalchemy import Connection, text
from sqlalchemy.exc import DataError, IntegrityError, SQLAlchemyError

_log = logging.getLogger(__name__)

# Changes nothing, but needs what a change needs before it is brought to disk: SQLite leaves a page that stays the same.
_WRITE = text("UPDATE counter SET last_revision = last_revision")
# Together they change nothing either, and are brought to disk.
_WRITE_THERE = text("UPDATE counter SET last_revision = last_revision + 1")
_WRITE_BACK = text("UPDATE counter SET last_revision = last_revision - 1")


def write_nothing(connection: Connection) -> None:
    """Write the database without changing it, within the connection's transaction; raises what the driver raises."""
    connection.execute(_WRITE)


def write_to_disk(connection: Connection) -> None:
    """Write the database for real without changing it, within the connection's transaction; raises as `write_nothing`.

    It costs a sync: it is for finding out whether a database that could not be written takes something again.
    """
    connection.execute(_WRITE_THERE)
    connection.execute(_WRITE_BACK)


class Writable:
    """What the last write showed; told and asked in the writer's thread, and read in any."""

    def __init__(self) -> None:
        self.healthy = True

    def failed(self, error: Exception) -> None:
        """Take note of a write that failed; what is wrong with the row and not with the database does not count."""
        if isinstance(error, (SQLAlchemyError, sqlite3.Error)) and not isinstance(error, (DataError, IntegrityError)):
            if self.healthy:
                _log.error("the database cannot be written: %s", type(error).__name__)
            self.healthy = False

    def succeeded(self) -> None:
        """Take note of a write that is durable."""
        if not self.healthy:
            _log.warning("the database can be written again")
        self.healthy = True
