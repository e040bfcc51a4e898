"""Old requests are forgotten, a few at a time and when nobody waits: a retry comes within days, not years."""

import time
from collections.abc import Callable

from sqlalchemy import Connection, bindparam, delete, func, select

from ticket_server.storage.schema import request

DAY_US = 24 * 3_600 * 1_000_000
KEPT_US = 7 * DAY_US
# So few that a commit that comes in the midst of it waits for some milliseconds at most.
STEP = 200
_BETWEEN_US = DAY_US // 24

_NEWEST = select(func.max(request.c.request_us))
_OLDEST = (
    select(request.c.request_id)
    .where(request.c.request_us < bindparam("before"))
    .order_by(request.c.request_us)
    .limit(STEP)
)
_FORGET = delete(request).where(request.c.request_id.in_(_OLDEST))


def monotonic_us() -> int:
    """Return a clock of this process that nobody sets, in microseconds."""
    return time.monotonic_ns() // 1_000


class RequestPurge:
    """Forgets requests that are older than a week; looks for them once an hour.

    The server's clock may be wrong, and be set while it runs or while it does not. So requests are dated by a clock
    that nobody sets: it goes on, in every program that serves the database, from the newest request that was stored.
    """

    def __init__(self, monotonic: Callable[[], int] = monotonic_us) -> None:
        """Begin; `monotonic` tells microseconds since any moment."""
        self._monotonic = monotonic
        # How far that clock is ahead of the monotonic one; unknown before there is a request.
        self._ahead_us: int | None = None
        self._next_us = 0

    @property
    def is_due(self) -> bool:
        """Whether there may be old requests."""
        return self._ahead_us is not None and self._ahead_us + self._monotonic() > self._next_us

    def find(self, connection: Connection) -> None:
        """Go on from the newest request that is stored."""
        newest_us = connection.execute(_NEWEST).scalar_one()
        if newest_us is not None:
            self._ahead_us = newest_us - self._monotonic()

    def dated(self, time_us: int) -> int:
        """Return the date of a request that comes now; the server's clock, `time_us`, is that of the very first one."""
        if self._ahead_us is None:
            self._ahead_us = time_us - self._monotonic()
        return self._ahead_us + self._monotonic()

    def step(self, connection: Connection) -> None:
        """Forget the oldest few within the connection's transaction."""
        now_us = self.dated(0)
        gone = connection.execute(_FORGET, {"before": now_us - KEPT_US}).rowcount
        if gone < STEP:
            self._next_us = now_us + _BETWEEN_US
