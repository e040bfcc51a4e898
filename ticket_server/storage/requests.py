"""Old requests are forgotten, a few at a time and when nobody waits: a retry comes within days, not years."""

from sqlalchemy import Connection, bindparam, delete, select

from ticket_server.storage.schema import request

DAY_US = 24 * 3_600 * 1_000_000
KEPT_US = 7 * DAY_US
# So few that a commit that comes in the midst of it waits for some milliseconds at most.
STEP = 200
_BETWEEN_US = DAY_US // 24

_OLDEST = (
    select(request.c.request_id)
    .where(request.c.request_us < bindparam("before"))
    .order_by(request.c.request_us)
    .limit(STEP)
)
_FORGET = delete(request).where(request.c.request_id.in_(_OLDEST))


class RequestPurge:
    """Forgets requests that are older than a week, reckoned from the newest one; looks for them once an hour."""

    def __init__(self) -> None:
        self._newest_us = 0
        self._next_us = 0

    @property
    def is_due(self) -> bool:
        """Whether there may be old requests."""
        return self._newest_us > self._next_us

    def note(self, time_us: int) -> None:
        """Take notice of a request at a time in microseconds since 1970 UTC."""
        self._newest_us = max(self._newest_us, time_us)

    def step(self, connection: Connection) -> None:
        """Forget the oldest few within the connection's transaction."""
        gone = connection.execute(_FORGET, {"before": self._newest_us - KEPT_US}).rowcount
        if gone < STEP:
            self._next_us = self._newest_us + _BETWEEN_US
