"""Whether the database can be written, as was seen when it was written last."""

import logging
import sqlite3

from sqlalchemy import Connection, text
from sqlalchemy.exc import DataError, IntegrityError, SQLAlchemyError

_log = logging.getLogger(__name__)

# Changes nothing, but needs all that a change needs.
_WRITE = text("UPDATE counter SET last_revision = last_revision")


def write_nothing(connection: Connection) -> None:
    """Write the database without changing it, within the connection's transaction; raises what the driver raises."""
    connection.execute(_WRITE)


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
