"""When written rows are brought to where they are found fastest: in pauses, or once too many wait."""

import logging
import sqlite3

from sqlalchemy import Connection
from sqlalchemy.exc import SQLAlchemyError

from ticket_server.storage.search.index import index_of

_log = logging.getLogger(__name__)

# Some milliseconds of looking through rows at every search, and of bringing rows over between two groups.
_MOST_WAITING = 512
_TOGETHER = 128


class Settling:
    """Knows about how many rows wait; all of it belongs to the writer's thread, between transactions."""

    def __init__(self) -> None:
        """Begin with what the program before may have left."""
        self._waiting = 1

    @property
    def due(self) -> bool:
        """Whether rows may wait."""
        return self._waiting > 0

    def keep_up(self, connection: Connection, written: int) -> None:
        """Count rows that were just written, and bring at least as many over when too many wait."""
        self._waiting += written
        if self._waiting > _MOST_WAITING:
            self._settle(connection, max(_TOGETHER, written))

    def use_pause(self, connection: Connection) -> None:
        """Bring over what waits, or a good part of it."""
        if self.due:
            self._settle(connection, _MOST_WAITING)

    def _settle(self, connection: Connection, most: int) -> None:
        try:
            more = index_of(connection).settle(connection, most)
        except (SQLAlchemyError, sqlite3.Error) as error:
            # They are found where they wait; the next write tries again.
            _log.error("the rows of search cannot be settled: %s", type(error).__name__)
            more = False
        self._waiting = max(self._waiting - most, 1) if more else 0
