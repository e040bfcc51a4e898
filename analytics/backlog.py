"""Service 1, the backlog: tickets of the last hours or days that are not closed, and the whole backlog beside them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise, takewhile

import numpy as np
from google.protobuf.duration_pb2 import Duration
from google.protobuf.timestamp_pb2 import Timestamp

from analytics.campus_calendar import DAY_US, HOUR_US, CampusCalendar
from analytics.not_closed import NotClosed
from analytics.sorted_times import SortedTimes
from campusdesk.facts import Column, TicketFacts
from campusdesk.rules import Category
from campusdesk.v1.analytics_pb2 import BacklogAge, BacklogBar, BacklogResult, BacklogShare
from campusdesk.v1.ticket_pb2 import Category as CategoryOfTicket

# Up to here an hour is a bar, beyond it a day is.
LONGEST_PERIOD_BY_HOUR_US = 3 * DAY_US
# From which age on a ticket belongs to each class.
AGES_US = (0, 4 * HOUR_US, DAY_US, 3 * DAY_US, 7 * DAY_US, 30 * DAY_US)


class BacklogMetric:
    """Keeps the opening times of all tickets, and of those that are not closed; a query is a period in microseconds."""

    def __init__(self, calendar: CampusCalendar) -> None:
        self._calendar = calendar
        self._opened = SortedTimes()
        self._waiting = NotClosed()

    def load(self, columns: Mapping[str, Column]) -> None:
        """Begin with all facts."""
        self._opened.load(columns["open_time"])
        self._waiting.load(columns)

    def add(self, facts: TicketFacts) -> None:
        """Count one ticket in."""
        self._opened.add(facts.open_time)
        self._waiting.add(facts)

    def remove(self, facts: TicketFacts) -> None:
        """Count one ticket out."""
        self._opened.remove(facts.open_time)
        self._waiting.remove(facts)

    def result(self, query: int, now_us: int) -> BacklogResult:
        """Return the tickets opened in (now - period, now], with bars that sum up to them, and the whole backlog."""
        borders = self._borders(query, now_us)
        # A bar has its begin, but the first one not that of the period; the last one ends with now.
        moments = borders - 1
        moments[0], moments[-1] = borders[0], now_us
        counts, categories = self._waiting.between(moments), self._waiting.categories
        bars = zip(pairwise(borders.tolist()), map(tuple, counts.tolist()), strict=True)
        result = BacklogResult.FromString(b"".join([_bar(*span, categories, counted) for span, counted in bars]))
        result.period.CopyFrom(_duration(query))
        result.time_zone = self._calendar.zone.key
        result.not_closed = int(counts.sum())
        result.shares.extend(_shares(categories, counts.sum(axis=0).tolist())[: len(Category)])
        result.opened = self._opened.count(now_us - query, now_us)
        result.ages.extend(self._ages(now_us))
        oldest = self._waiting.oldest()
        if oldest is not None and oldest[0] <= now_us:
            result.oldest_open_time.FromMicroseconds(oldest[0])
            result.oldest_ticket_id = oldest[1]
        return result

    def valid_until(self, query: int, now_us: int) -> int | None:
        """Return when the next bar begins or slides out, or the next ticket comes in, slides out or grows older."""
        starts = self._starts(query)
        moments = [next(starts(now_us)), next(starts(now_us - query)) + query]
        foretold = [(self._opened.next_after(now_us - query), query), (self._opened.next_after(now_us), 0)]
        foretold += [(self._waiting.next_after(now_us - age), age) for age in AGES_US]
        return min(moments + [opened + after for opened, after in foretold if opened is not None])

    def slide(self, result: BacklogResult, now_us: int) -> None:
        """Let the first bar begin where the period does."""
        result.bars[0].start_time.FromMicroseconds(now_us - result.period.ToMicroseconds())

    def _borders(self, period_us: int, now_us: int) -> Column:
        """Return where bars begin, from the period's begin, and where the last one ends, which is after now."""
        first, starts = now_us - period_us, self._starts(period_us)
        return np.append(first, _rising(starts, next(starts(first)), next(starts(now_us))))

    def _starts(self, period_us: int) -> Callable[[int], Iterator[int]]:
        by_hour = period_us <= LONGEST_PERIOD_BY_HOUR_US
        return self._calendar.hour_starts if by_hour else self._calendar.day_starts

    def _ages(self, now_us: int) -> list[BacklogAge]:
        first_us = self._first_us(now_us)
        moments = [first_us, *(max(first_us, now_us - age) for age in reversed(AGES_US))]
        counts = self._waiting.between(np.array(moments))[::-1]
        ends = [*map(_duration, AGES_US[1:]), None]
        return [
            BacklogAge(
                from_age=_duration(from_us), until_age=end, open_count=sum(row[::2]), active_count=sum(row[1::2])
            )
            for from_us, end, row in zip(AGES_US, ends, counts.tolist(), strict=True)
        ]

    def _first_us(self, now_us: int) -> int:
        """Return a moment before any ticket that is not closed was opened, and not after now."""
        oldest = self._waiting.oldest()
        return min(now_us, oldest[0] - 1) if oldest is not None else now_us


@lru_cache(maxsize=16)
def _rising(starts: Callable[[int], Iterator[int]], first_us: int, last_us: int) -> Column:
    """Return the starts from the first to the last; in ten years of days it is the same until midnight."""
    return np.array([first_us, *takewhile(lambda start: start <= last_us, starts(first_us))])


# Of ten years by day few bars are others after a change: to make all 3,661 anew takes twenty times as long.
@lru_cache(maxsize=8_192)
def _bar(start_us: int, end_us: int, categories: tuple[int, ...], counted: tuple[int, ...]) -> bytes:
    """Return a bar as the encoded part of a result that it is."""
    shares = [share for share in _shares(categories, counted) if share.open_count or share.active_count]
    bar = BacklogBar(
        start_time=_timestamp(start_us),
        end_time=_timestamp(end_us),
        open_count=sum(counted[::2]),
        active_count=sum(counted[1::2]),
        shares=shares,
    )
    return BacklogResult(bars=[bar]).SerializeToString()


def _shares(categories: Sequence[int], counted: Sequence[int]) -> list[BacklogShare]:
    """Return the share of each category, of which the open and the active are counted in turn."""
    return [
        BacklogShare(category=CategoryOfTicket.ValueType(category), open_count=opened, active_count=active)
        for category, opened, active in zip(categories, counted[::2], counted[1::2], strict=True)
    ]


def _duration(microseconds: int) -> Duration:
    return Duration(seconds=microseconds // 1_000_000, nanos=microseconds % 1_000_000 * 1_000)


def _timestamp(microseconds: int) -> Timestamp:
    return Timestamp(seconds=microseconds // 1_000_000, nanos=microseconds % 1_000_000 * 1_000)
