"""The campus calendar: where hours, days and months begin in the campus time zone, summer time included."""

import math
from bisect import bisect_right
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

HOUR_US = 3_600_000_000
DAY_US = 24 * HOUR_US

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


class Month(NamedTuple):
    """A month of the calendar; months sort by time."""

    year: int
    month: int

    def following(self) -> "Month":
        """Return the next month."""
        return Month(self.year + 1, 1) if self.month == 12 else Month(self.year, self.month + 1)

    def before(self, months: int) -> "Month":
        """Return the month so many months ago."""
        year, month = divmod(self.year * 12 + self.month - 1 - months, 12)
        return Month(year, month + 1)


class CampusCalendar:
    """Cuts time, in microseconds since 1970 UTC, as the clocks and calendars on the campus do."""

    def __init__(self, zone: ZoneInfo) -> None:
        self.zone = zone
        # When the months begin and end that were asked for, rising: asked again, it is seven times as fast.
        self._spans: tuple[tuple[int, float, Month], ...] = ()

    def month_of(self, time_us: int) -> Month:
        """Return the month that the time lies in: not before its `month_start`, and before the next one."""
        # Two threads may ask: what they share is replaced as a whole.
        spans = self._spans
        place = bisect_right(spans, (time_us, math.inf))
        if place and time_us < spans[place - 1][1]:
            return spans[place - 1][2]
        month = self._month_of(time_us)
        span = (self.month_start(month), self.month_start(month.following()), month)
        self._spans = (*spans[:place], span, *spans[place:])
        return month

    def _month_of(self, time_us: int) -> Month:
        local = self._local(time_us)
        month = Month(local.year, local.month)
        # Where clocks are set back just after midnight, the old month's date is shown a second time.
        return month.following() if self.month_start(month.following()) <= time_us else month

    def month_start(self, month: Month) -> int:
        """Return the first moment of the month."""
        return self._midnight(date(month.year, month.month, 1))

    def months(self, first: Month, last: Month) -> Iterator[Month]:
        """Yield the months from the first to the last, both included."""
        while first <= last:
            yield first
            first = first.following()

    def hour_starts(self, after_us: int) -> Iterator[int]:
        """Yield, without end, the moments after the given one at which an hour begins, rising."""
        while True:
            offset_us = (self._local(after_us).utcoffset() or timedelta()) // _MICROSECOND
            after_us = ((after_us + offset_us) // HOUR_US + 1) * HOUR_US - offset_us
            yield after_us

    def day_starts(self, after_us: int) -> Iterator[int]:
        """Yield, without end, the moments after the given one at which a day begins, rising."""
        day = self._local(after_us).date()
        while True:
            midnight = self._midnight(day)
            if midnight > after_us:
                after_us = midnight
                yield midnight
            day += timedelta(days=1)

    def _local(self, time_us: int) -> datetime:
        return (_EPOCH + timedelta(microseconds=time_us)).astimezone(self.zone)

    def _midnight(self, day: date) -> int:
        # Where midnight is skipped by summer time, this is the moment of the skip; where it comes twice, the first.
        return (datetime(day.year, day.month, day.day, tzinfo=self.zone) - _EPOCH) // _MICROSECOND
