"""How much one caller may ask of a server: calls a second and open streams, counted by the address it calls from."""

import time
from collections import Counter, OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from campusdesk.errors import DeskError
from campusdesk.rules import Reason

# What a server takes as one request; the texts and ids of the largest proper one are far below.
REQUEST_LIMIT_BYTES = 256 * 1024
# What is larger still is refused before it is read, by gRPC, which tells no reason.
REFUSED_UNREAD_BYTES = 4 * 1024 * 1024
# A request that comes in pieces takes memory until it is whole; the slowest network needs a second for the largest.
REQUEST_PATIENCE_S = 10.0
# A campus of 2,000 desks may stand behind one address, and one address must not take all there is.
MOST_STREAMS = 4_000
MOST_STREAMS_A_HOST = 2_500
# How many hosts are remembered at most; an address takes about 150 bytes.
MOST_HOSTS = 10_000


class RateLimit:
    """A token bucket for each host: so many calls a second for long, and a burst at once after a pause.

    It is kept as one moment a host, when its bucket will be full again (the generic cell rate algorithm of ATM).
    """

    def __init__(
        self,
        per_second: float,
        burst: int,
        clock: Callable[[], float] = time.monotonic,
        most_hosts: int = MOST_HOSTS,
    ) -> None:
        """Allow calls at this rate (0: any number) and in bursts of this many; the clock tells seconds."""
        self._cost_s = 1 / per_second if per_second else 0.0
        self._room_s = self._cost_s * (burst - 1)
        self._clock = clock
        self._most_hosts = most_hosts
        self._full_at: OrderedDict[str, float] = OrderedDict()

    def take(self, host: str) -> None:
        """Count a call; raises DeskError (RATE_LIMITED, with the seconds to wait) when there were too many."""
        if not self._cost_s:
            return
        now = self._clock()
        full_at = max(self._full_at.get(host, now), now)
        wait_s = full_at - now - self._room_s
        if wait_s > 0:
            raise DeskError(Reason.RATE_LIMITED, retry_delay_s=wait_s)
        self._full_at[host] = full_at + self._cost_s
        self._full_at.move_to_end(host)
        if len(self._full_at) > self._most_hosts:
            self._full_at.popitem(last=False)

    def __len__(self) -> int:
        """Return how many hosts are remembered."""
        return len(self._full_at)


class StreamLimit:
    """Counts the open streams, of each host and in all."""

    def __init__(self, most: int = MOST_STREAMS, most_a_host: int = MOST_STREAMS_A_HOST) -> None:
        """Allow so many streams in all, and so many from one host."""
        self._most = most
        self._most_a_host = most_a_host
        self._open = Counter[str]()
        self._count = 0

    @contextmanager
    def counted(self, host: str) -> Iterator[None]:
        """Count a stream while it is open; raises DeskError (TOO_MANY_STREAMS) when there are too many already."""
        if self._count >= self._most or self._open[host] >= self._most_a_host:
            raise DeskError(Reason.TOO_MANY_STREAMS)
        self._add(host, 1)
        try:
            yield
        finally:
            self._add(host, -1)

    def _add(self, host: str, number: int) -> None:
        self._count += number
        self._open[host] += number
        if not self._open[host]:
            # A host without streams is not remembered.
            del self._open[host]
