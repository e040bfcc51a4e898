"""Service 1, the backlog: tickets of the last hours or days that are not closed, and the whole backlog beside them."""

from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise, takewhile

from google.protobuf.duration_pb2 import Duration
from google.protobuf.timestamp_pb2 import Timestamp

from analytics.campus_calendar import DAY_US, HOUR_US, CampusCalendar
from analytics.not_closed import NotClosed, Tally, Waiting, total
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
        parts = self._waiting.between([borders[0], *(border - 1 for border in borders[1:-1]), now_us])
        (whole,) = self._waiting.between([now_us - query, now_us])
        result = BacklogResult(
            period=_duration(query),
            not_closed=sum(total(whole.values())),
            bars=map(_bar, pairwise(borders), parts),
            shares=[_share(category, whole.get(category, Waiting(0, 0))) for category in Category],
            opened=self._opened.count(now_us - query, now_us),
            ages=self._ages(now_us),
        )
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

    def _borders(self, period_us: int, now_us: int) -> list[int]:
        """Return where bars begin, from the period's begin, and where the last one ends, which is after now."""
        first, starts = now_us - period_us, self._starts(period_us)
        return [first, *takewhile(lambda start: start <= now_us, starts(first)), next(starts(now_us))]

    def _starts(self, period_us: int) -> Callable[[int], Iterator[int]]:
        by_hour = period_us <= LONGEST_PERIOD_BY_HOUR_US
        return self._calendar.hour_starts if by_hour else self._calendar.day_starts

    def _ages(self, now_us: int) -> list[BacklogAge]:
        first_us = self._first_us(now_us)
        moments = [first_us, *(max(first_us, now_us - age) for age in reversed(AGES_US))]
        counts = [total(tally.values()) for tally in reversed(self._waiting.between(moments))]
        ends = [*map(_duration, AGES_US[1:]), None]
        return [
            BacklogAge(from_age=_duration(from_us), until_age=end, open_count=count.open, active_count=count.active)
            for from_us, end, count in zip(AGES_US, ends, counts, strict=True)
        ]

    def _first_us(self, now_us: int) -> int:
        """Return a moment before any ticket that is not closed was opened, and not after now."""
        oldest = self._waiting.oldest()
        return min(now_us, oldest[0] - 1) if oldest is not None else now_us


def _bar(borders: tuple[int, int], tally: Tally) -> BacklogBar:
    counted = total(tally.values())
    return BacklogBar(
        start_time=_timestamp(borders[0]),
        end_time=_timestamp(borders[1]),
        open_count=counted.open,
        active_count=counted.active,
        shares=[_share(category, tally[category]) for category in sorted(tally)],
    )


def _share(category: int, counted: Waiting) -> BacklogShare:
    return BacklogShare(
        category=CategoryOfTicket.ValueType(category), open_count=counted.open, active_count=counted.active
    )


def _duration(microseconds: int) -> Duration:
    return Duration(seconds=microseconds // 1_000_000, nanos=microseconds % 1_000_000 * 1_000)


def _timestamp(microseconds: int) -> Timestamp:
    return Timestamp(seconds=microseconds // 1_000_000, nanos=microseconds % 1_000_000 * 1_000)
