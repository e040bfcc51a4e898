"""Notices by way of PostgreSQL: sent with a commit, and heard by every server of the database at once."""

import logging
import select
import socket
import threading
from collections.abc import Callable
from contextlib import closing

import psycopg
from sqlalchemy import Connection
from sqlalchemy.exc import SQLAlchemyError

from ticket_server.storage.notice import ANYTHING, Notice
from ticket_server.storage.prepared import driver_cursor

_log = logging.getLogger(__name__)

_CHANNEL = "campusdesk"
_TELL = f"SELECT pg_notify('{_CHANNEL}', %s)"
_LISTEN = f"LISTEN {_CHANNEL}"
_AGAIN_S = 1.0


def tell(connection: Connection, notice: Notice) -> None:
    """Tell all servers, this one too, once the connection's transaction is committed; raises DBAPIError."""
    with driver_cursor(connection) as cursor:
        cursor.execute(_TELL, [notice.words()])


class Listening:
    """A session of its own that listens, in a thread; made anew when it is lost."""

    def __init__(self, connect: Callable[[], Connection], take: Callable[[Notice], None]) -> None:
        """Begin; `take` is called in the thread for each notice, and with ANYTHING after each new beginning.

        `connect` gives a connection that commits by itself and ends its session when it is closed.
        """
        self._connect, self._take = connect, take
        self._hears = True
        self._waking, self._woken = socket.socketpair()
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._work, name="notices", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """End the session and the thread."""
        self._ended.set()
        self._waking.close()
        self._thread.join()
        self._woken.close()

    def _work(self) -> None:
        while not self._ended.is_set():
            try:
                with closing(self._connect()) as connection:
                    connection.exec_driver_sql(_LISTEN).close()
                    self._take(ANYTHING)
                    self._hears = True
                    self._listen(connection)
            except (psycopg.Error, SQLAlchemyError, OSError) as error:
                if self._hears:
                    _log.warning("other servers are heard late until the database answers: %s", type(error).__name__)
                self._hears = False
                self._ended.wait(_AGAIN_S)

    def _listen(self, connection: Connection) -> None:
        session = connection.connection.dbapi_connection
        assert isinstance(session, psycopg.Connection), "no other driver is used"  # noqa: S101 - for the type checker
        while not self._ended.is_set():
            select.select([session.fileno(), self._woken.fileno()], [], [])
            for notify in session.notifies(timeout=0):
                self._hear(notify.payload)

    def _hear(self, words: str) -> None:
        try:
            self._take(Notice.of(words))
        except ValueError:
            # Whoever may connect may notify: what is committed is looked up, and nothing else is believed.
            self._take(ANYTHING)
