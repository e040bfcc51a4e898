"""Service 1, the backlog: tickets opened in the last hours or days and not yet closed, by hour or day of opening."""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise, takewhile

import numpy as np

from analytics.campus_calendar import DAY_US, CampusCalendar
from campusdesk.facts import Column, TicketFacts
from campusdesk.rules import Status
from campusdesk.v1.analytics_pb2 import BacklogBar, BacklogResult

# Up to here an hour is a bar, beyond it a day is.
LONGEST_PERIOD_BY_HOUR_US = 3 * DAY_US


class BacklogMetric:
    """Keeps the opening times of the tickets that are not closed; a query is a period in microseconds."""

    def __init__(self, calendar: CampusCalendar) -> None:
        self._calendar = calendar
        self._open_times: dict[int, list[int]] = {Status.OPEN: [], Status.ACTIVE: []}

    def load(self, columns: Mapping[str, Column]) -> None:
        """Begin with all facts."""
        for status in self._open_times:
            self._open_times[status] = np.sort(columns["open_time"][columns["status"] == status]).tolist()

    def add(self, facts: TicketFacts) -> None:
        """Count one ticket in: O(log n) and a move within a short list."""
        if facts.status in self._open_times:
            insort(self._open_times[facts.status], facts.open_time)

    def remove(self, facts: TicketFacts) -> None:
        """Count one ticket out."""
        if facts.status in self._open_times:
            times = self._open_times[facts.status]
            del times[bisect_left(times, facts.open_time)]

    def result(self, query: int, now_us: int) -> BacklogResult:
        """Return the tickets opened in (now - period, now], with bars that sum up to them."""
        bars = self._bars(now_us - query, now_us, self._borders(query, now_us))
        counted = sum(bar.open_count + bar.active_count for bar in bars)
        result = BacklogResult(not_closed=counted, bars=bars)
        result.period.FromMicroseconds(query)
        return result

    def valid_until(self, query: int, now_us: int) -> int | None:
        """Return when the next ticket or bar slides out of the period, or the next bar begins."""
        starts = self._starts(query)
        moments = [next(starts(now_us)), next(starts(now_us - query)) + query]
        for times in self._open_times.values():
            oldest, future = bisect_right(times, now_us - query), bisect_right(times, now_us)
            moments += [time + query for time in times[oldest : min(oldest + 1, future)]]
            moments += times[future : future + 1]
        return min(moments)

    def slide(self, result: BacklogResult, now_us: int) -> None:
        """Let the first bar begin where the period does."""
        result.bars[0].start_time.FromMicroseconds(now_us - result.period.ToMicroseconds())

    def _borders(self, period_us: int, now_us: int) -> list[int]:
        """Return where bars begin, from the period's begin, and where the last one ends, which is after now."""
        first, starts = now_us - period_us, self._starts(period_us)
        return [first, *takewhile(lambda start: start <= now_us, starts(first)), next(starts(now_us))]

    def _starts(self, period_us: int) -> Callable[[int], Iterator[int]]:
        by_hour = period_us <= LONGEST_PERIOD_BY_HOUR_US
        return self._calendar.hour_starts if by_hour else self._calendar.day_starts

    def _bars(self, first_us: int, now_us: int, borders: list[int]) -> list[BacklogBar]:
        positions = {
            status: [
                bisect_right(times, first_us),
                *(bisect_left(times, border) for border in borders[1:-1]),
                bisect_right(times, now_us),
            ]
            for status, times in self._open_times.items()
        }
        bars = []
        for index, (start, end) in enumerate(pairwise(borders)):
            open_count, active_count = (places[index + 1] - places[index] for places in positions.values())
            bar = BacklogBar(open_count=open_count, active_count=active_count)
            bar.start_time.FromMicroseconds(start)
            bar.end_time.FromMicroseconds(end)
            bars.append(bar)
        return bars
