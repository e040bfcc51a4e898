"""The facts at one revision and one metric over them, kept up to date by a thread that follows the ticket server."""

import asyncio
import logging
import math
import signal
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import Generic

from analytics.metric import Metric, QueryT, ResultT
from campusdesk.facts import Facts, facts_of
from campusdesk.follow import Applied, Follower, FollowState, Idle, Reset
from campusdesk.v1.analytics_pb2 import ResultStamp
from campusdesk.v1.change_feed_pb2 import Change

_log = logging.getLogger(__name__)

Clock = Callable[[], int]
Report = Callable[[FollowState], None]


# No news takes so long on its way: the clock that it was told by was set.
_DELAY_US = 300_000_000


def monotonic_us() -> int:
    """Return a clock of this process that never goes back, in microseconds."""
    return time.monotonic_ns() // 1000


class Replica(Generic[QueryT, ResultT]):
    """The facts, the metric, and the ticket server's time; lives in the event loop.

    Time goes on by this process's clock from what the feed told last, and stands still while the ticket server is
    away: a result is as old as it says. It goes back only when the ticket server's clock was set back.
    """

    def __init__(self, metric: Metric[QueryT, ResultT], clock: Clock = monotonic_us) -> None:
        self.metric = metric
        self.clock = clock
        self.loaded = False
        self.live = False
        self.stopping = False
        self.version = 0
        self._facts = Facts()
        self._revision = 0
        self._now_us = 0
        self._ahead_us = 0
        self._heard_us: int | None = None
        self._news = asyncio.Event()

    def reset(self, metric: Metric[QueryT, ResultT], event: Reset, heard_us: int) -> None:
        """Begin anew with a snapshot, which the metric has loaded; `heard_us` is when it came, by the clock."""
        self.metric, self._facts = metric, event.facts
        self.loaded = True
        self._hear(event, heard_us)
        self._tell()

    def apply(self, event: Applied | Idle, heard_us: int) -> None:
        """Take over what happened; `heard_us` is when it came, by the clock."""
        changes = event.changes if isinstance(event, Applied) else ()
        for change in changes:
            self._apply(change)
        news = bool(changes) or not self.live or self._was_set(event)
        self._hear(event, heard_us)
        if news:
            self._tell()

    def away(self) -> None:
        """Let time stand still: the ticket server is not followed any more, until the next event."""
        self.now()
        self.live = False
        self._tell()

    def stop(self) -> None:
        """Wake everybody who waits, for the last time."""
        self.stopping = True
        self._tell()

    def now(self) -> int:
        """Return the ticket server's time in microseconds."""
        if self.live:
            self._now_us = max(self._now_us, self.clock() + self._ahead_us)
        return self._now_us

    @property
    def revision(self) -> int:
        """The newest revision that the facts are true for."""
        return self._revision

    @property
    def ticket_count(self) -> int:
        """How many tickets there are."""
        return len(self._facts)

    def age_s(self) -> float:
        """Return for how many seconds nothing was heard of the ticket server; without end before the first time."""
        return (self.clock() - self._heard_us) / 1_000_000 if self._heard_us is not None else math.inf

    def stamp(self, now_us: int) -> ResultStamp:
        """Return what a result computed for that moment is true for."""
        stamp = ResultStamp(revision=self._revision, ticket_count=len(self._facts), live=self.live)
        stamp.as_of_time.FromMicroseconds(now_us)
        return stamp

    async def changed(self, version: int, timeout_s: float) -> None:
        """Wait until something happened after the version, or the time is over."""
        if self.version == version:
            with suppress(TimeoutError):
                await asyncio.wait_for(self._news.wait(), timeout_s)

    def _apply(self, change: Change) -> None:
        now = None if change.removed else facts_of(change.ticket)
        before = self._facts.remove(change.ticket_id) if now is None else self._facts.put(now)
        if before is not None:
            self.metric.remove(before)
        if now is not None:
            self.metric.add(now)

    def _hear(self, event: Reset | Applied | Idle, heard_us: int) -> None:
        self._revision, self._heard_us = event.revision, heard_us
        self._ahead_us = event.server_time_us - heard_us
        self._now_us = event.server_time_us if self._was_set(event) else max(self._now_us, event.server_time_us)
        self.live = True

    def _was_set(self, event: Reset | Applied | Idle) -> bool:
        """Say whether the ticket server's clock was set, for instance after it had been wrong."""
        return abs(event.server_time_us - self.now()) > _DELAY_US

    def _tell(self) -> None:
        self.version += 1
        self._news.set()
        self._news = asyncio.Event()


class FeedThread(Generic[QueryT, ResultT]):
    """Follows the ticket server in a daemon thread and hands over one event at a time to the replica's event loop.

    Waiting for the loop keeps a burst in the network instead of in memory. A snapshot is loaded in the thread, so that
    the loop serves on meanwhile.
    """

    def __init__(
        self,
        replica: Replica[QueryT, ResultT],
        make_metric: Callable[[], Metric[QueryT, ResultT]],
        follow: Callable[[Report], Follower],
        say: Report,
    ) -> None:
        self._replica = replica
        self._make_metric = make_metric
        self._follower = follow(self._report)
        self._say = say
        self._loop = asyncio.get_running_loop()
        self._first_state = asyncio.Event()
        self._thread = threading.Thread(target=self._run, name="feed", daemon=True)

    async def start(self, patience_s: float) -> None:
        """Begin to follow, and wait until it is known whether the ticket server is there, for the patience at most."""
        self._thread.start()
        with suppress(TimeoutError):
            await asyncio.wait_for(self._first_state.wait(), patience_s)

    async def stop(self) -> None:
        """End the thread."""
        self._follower.cancel()
        await asyncio.to_thread(self._thread.join)

    def _run(self) -> None:
        try:
            for event in self._follower:
                self._take(event, self._replica.clock())
        except Exception as error:  # noqa: BLE001  whatever it was, the feed is not followed any more
            # Results that never move again would look alive: better to end, and be started anew by who watches over it.
            _log.critical("the feed cannot be applied: %s", type(error).__name__)
            signal.raise_signal(signal.SIGTERM)
        finally:
            # Whatever ended the thread: without it nothing is live any more.
            self._hand_over(self._replica.away)

    def _report(self, state: FollowState) -> None:
        self._say(state)
        if not state.live:
            self._hand_over(self._replica.away)
        self._hand_over(self._first_state.set)

    def _take(self, event: Reset | Applied | Idle, heard_us: int) -> None:
        if isinstance(event, Reset):
            metric = self._make_metric()
            metric.load(event.facts.columns())
            self._hand_over(partial(self._replica.reset, metric, event, heard_us))
        else:
            self._hand_over(partial(self._replica.apply, event, heard_us))

    def _hand_over(self, work: Callable[[], None]) -> None:
        async def do() -> None:
            work()

        asyncio.run_coroutine_threadsafe(do(), self._loop).result()
