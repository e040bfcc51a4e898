"""The tickets opened in one month: their durations kept sorted, and what is told of them."""

from array import array
from bisect import bisect_left, bisect_right, insort
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from analytics.campus_calendar import DAY_US, Month
from analytics.kaplan_meier import Times, expected_median, quantile
from campusdesk.facts import Column, TicketFacts
from campusdesk.rules import Status
from campusdesk.v1.analytics_pb2 import ClosedWithin, ResolutionMonth

# With fewer closed tickets a median tells more of these few than of the month.
FEWEST_CLOSED = 5
# A month is preliminary until so many percent of its tickets are closed.
SETTLED_PERCENT = 95
WITHIN_DAYS = (1, 3, 7, 30)


class CategoryMonth:
    """The tickets of one category opened in one month, in whole microseconds.

    Closed ones are two arrays side by side, sorted by duration and then by opening; the others one of their openings.
    A clock that was set back never makes a duration less than nothing.
    """

    __slots__ = ("durations", "opened", "total_us", "waiting")

    def __init__(self) -> None:
        self.durations = array("q")
        self.opened = array("q")
        self.waiting = array("q")
        self.total_us = 0

    @classmethod
    def loaded(cls, open_times: Column, close_times: Column, closed: Column) -> "CategoryMonth":
        """Return the month with these tickets, of which `closed` says which are."""
        self = cls()
        opened, durations = open_times[closed], np.maximum(close_times[closed] - open_times[closed], 0)
        order = np.lexsort((opened, durations))
        self.durations = array("q", durations[order].tobytes())
        self.opened = array("q", opened[order].tobytes())
        self.waiting = array("q", np.sort(open_times[~closed]).tobytes())
        # By Python's integers: a million long durations in microseconds overflow 64 bits.
        self.total_us = sum(self.durations)
        return self

    def add(self, facts: TicketFacts) -> None:
        """Count one ticket in."""
        if facts.status != Status.CLOSED:
            insort(self.waiting, facts.open_time)
            return
        duration_us, place = self._place(facts)
        self.durations.insert(place, duration_us)
        self.opened.insert(place, facts.open_time)
        self.total_us += duration_us

    def remove(self, facts: TicketFacts) -> None:
        """Count one ticket out."""
        if facts.status != Status.CLOSED:
            del self.waiting[bisect_left(self.waiting, facts.open_time)]
            return
        duration_us, place = self._place(facts)
        del self.durations[place], self.opened[place]
        self.total_us -= duration_us

    def _place(self, facts: TicketFacts) -> tuple[int, int]:
        """Return a closed ticket's duration and its place in both arrays."""
        duration_us = max(facts.close_time - facts.open_time, 0)
        first = bisect_left(self.durations, duration_us)
        last = bisect_right(self.durations, duration_us, first)
        return duration_us, bisect_left(self.opened, facts.open_time, first, last)


class ToldMonth(NamedTuple):
    """What is told of a month as of a moment, and whether it can become another one without any change of a ticket."""

    message: ResolutionMonth
    as_of_us: int
    moves: bool


def tell(month: Month, parts: Sequence[CategoryMonth], as_of_us: int) -> ToldMonth:
    """Return what is told of the tickets of all parts together, none being parts of a month without tickets."""
    durations = _joined([part.durations for part in parts])
    waits = np.maximum(as_of_us - _joined([part.waiting for part in parts])[::-1], 0)
    closed, everyone = len(durations), len(durations) + len(waits)
    message = ResolutionMonth(
        year=month.year,
        month=month.month,
        closed_count=closed,
        not_closed_count=len(waits),
        closed_within=[_closed_within(days, parts, as_of_us) for days in WITHIN_DAYS],
        preliminary=100 * closed < SETTLED_PERCENT * everyone,
    )
    if closed:
        message.mean.FromMicroseconds(sum(part.total_us for part in parts) // closed)
    if closed >= FEWEST_CLOSED:
        message.median.FromMicroseconds(quantile(durations, 50))
        message.p90.FromMicroseconds(quantile(durations, 90))
    expected_us = expected_median(durations, waits)
    if expected_us is not None:
        message.expected_median.FromMicroseconds(expected_us)
    return ToldMonth(message, as_of_us, _moves(parts, waits, expected_us, as_of_us))


def _joined(parts: Sequence["array[int]"]) -> Times:
    """Return a sorted copy of sorted parts: no array can grow while numpy looks into it."""
    return np.sort(np.concatenate([np.empty(0, np.int64), *map(_numbers, parts)]), kind="stable")


def _numbers(part: "array[int]") -> Times:
    return np.frombuffer(part, np.int64)


def _closed_within(days: int, parts: Sequence[CategoryMonth], as_of_us: int) -> ClosedWithin:
    within_us = days * DAY_US
    latest_us, old_enough, closed = as_of_us - within_us, 0, 0
    for part in parts:
        opened, in_time = _numbers(part.opened), bisect_right(part.durations, within_us)
        old_enough += bisect_right(part.waiting, latest_us) + int(np.count_nonzero(opened <= latest_us))
        closed += int(np.count_nonzero(opened[:in_time] <= latest_us))
    told = ClosedWithin(old_enough_count=old_enough, closed_count=closed)
    told.within.FromMicroseconds(within_us)
    return told


def _moves(parts: Sequence[CategoryMonth], waits: Times, expected_us: int | None, as_of_us: int) -> bool:
    """Say whether time alone can change what is told.

    The estimate stays once everybody has waited for as long as it says; one that is not reached is not reached later
    either, for whoever waits longer only raises it.
    """
    if expected_us is not None and len(waits) and waits[0] < expected_us:
        return True
    youngest_us = as_of_us - WITHIN_DAYS[-1] * DAY_US
    return any(
        bool(len(opened)) and opened.max() > youngest_us
        for part in parts
        for opened in (_numbers(part.opened), _numbers(part.waiting))
    )
