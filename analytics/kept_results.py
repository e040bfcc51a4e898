"""Results kept and shared: computed once for all who watch the same, and told as bytes that are encoded already."""

import time
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import Generic

from analytics.metric import QueryT, ResultT
from analytics.replica import Replica

# A query's result is computed and stamped at most ten times a second, however many watch it.
PACE_S = 0.1
# So much of the time results may take while changes come in; the rest is for the changes, and for whoever asks.
MOST_SHARE = 0.1
# After a quiet while so many seconds of it are saved up: all months told anew with the minute hold up no report.
MOST_SAVED_S = 0.02
# Anybody may ask for any period: what was not asked for longest is forgotten first.
MOST_BYTES = 4 * 1024 * 1024


@dataclass(slots=True)
class Told(Generic[ResultT]):
    """A result as it was told last.

    `version` is the replica's that it is true for, until the moment `until_us`; `essence` is what must differ for
    another result to be news. It is neither computed nor stamped again before `due_at`, by `KeptResults.clock_s`.
    """

    result: ResultT
    version: int
    until_us: int | None
    essence: bytes
    message: bytes = b""
    due_at: float = 0.0


class KeptResults(Generic[QueryT, ResultT]):
    """The result of each query that was asked for, while there is room; lives in the event loop.

    `spent_s` tells the processor time that this thread has taken: others on the machine make no result dearer.
    """

    def __init__(
        self,
        replica: Replica[QueryT, ResultT],
        most_bytes: int = MOST_BYTES,
        spent_s: Callable[[], float] = time.thread_time,
    ) -> None:
        self.replica = replica
        self._most_bytes = most_bytes
        self._spent_s = spent_s
        self._bytes = 0
        # Until when what was spent on all results is no more than their share of the time.
        self._paid_at = 0.0
        self._kept: OrderedDict[Hashable, Told[ResultT]] = OrderedDict()

    def told(self, query: QueryT) -> Told[ResultT]:
        """Return the result: of this moment, or of an earlier one until it is due again; a later call may stamp it."""
        told, now = self._kept.get(query), self.clock_s()
        if told is None:
            told = self._make(query, now)
        elif now >= told.due_at:
            if self._holds(told):
                self._stamp(told, self.replica.now(), now)
            else:
                told = self._make(query, now)
        self._keep(query, told)
        return told

    def clock_s(self) -> float:
        """Return the seconds of the replica's own clock, which never goes back."""
        return self.replica.clock() / 1_000_000

    def __len__(self) -> int:
        return len(self._kept)

    def _holds(self, told: Told[ResultT]) -> bool:
        return told.version == self.replica.version and (told.until_us is None or self.replica.now() < told.until_us)

    def _make(self, query: QueryT, now: float) -> Told[ResultT]:
        begun_s, metric, now_us = self._spent_s(), self.replica.metric, self.replica.now()
        result = metric.result(query, now_us)
        # As it were at one and the same moment: what moves without end is no news.
        metric.slide(result, 0)
        essence = result.SerializeToString(deterministic=True) + bytes([self.replica.live])
        told = Told(result, self.replica.version, metric.valid_until(query, now_us), essence)
        self._stamp(told, now_us, now)
        # One after the other they get their share: ten dear results take no more of the time than one.
        paid_at = max(self._paid_at, now - MOST_SAVED_S / MOST_SHARE)
        self._paid_at = paid_at + (self._spent_s() - begun_s) / MOST_SHARE
        told.due_at = max(told.due_at, self._paid_at)
        return told

    def _stamp(self, told: Told[ResultT], now_us: int, now: float) -> None:
        self.replica.metric.slide(told.result, now_us)
        told.result.stamp.CopyFrom(self.replica.stamp(now_us))
        told.message, told.due_at = told.result.SerializeToString(), now + PACE_S

    def _keep(self, query: Hashable, told: Told[ResultT]) -> None:
        before = self._kept.pop(query, None)
        self._kept[query] = told
        self._bytes += _size(told) - (_size(before) if before is not None else 0)
        while self._bytes > self._most_bytes and len(self._kept) > 1:
            _, forgotten = self._kept.popitem(last=False)
            self._bytes -= _size(forgotten)


def _size(told: Told[ResultT]) -> int:
    """Return about what it takes: its bytes twice, and the result; by those that no stamp changes."""
    return 3 * len(told.essence)
