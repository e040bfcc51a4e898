"""Service 2, the resolution time: the mean time from opening to closing, by opening month on the campus."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from analytics.campus_calendar import CampusCalendar, Month
from campusdesk.facts import Column, TicketFacts
from campusdesk.rules import Status
from campusdesk.v1.analytics_pb2 import ResolutionMonth, ResolutionTimesResult

_SECOND_US = 1_000_000


class ResolutionQuery(NamedTuple):
    """What is asked: how many months back, the present one included, and of which category; 0 for all."""

    months: int
    category: int


@dataclass(slots=True)
class _Sums:
    closed: int = 0
    not_closed: int = 0
    total_us: int = 0

    def count(self, facts: TicketFacts, sign: int) -> None:
        if facts.status == Status.CLOSED:
            self.closed += sign
            self.total_us += sign * (facts.close_time - facts.open_time)
        else:
            self.not_closed += sign

    def told(self, month: Month) -> ResolutionMonth:
        told = ResolutionMonth(
            year=month.year, month=month.month, closed_count=self.closed, not_closed_count=self.not_closed
        )
        if self.closed:
            told.mean.FromMicroseconds(self.total_us // self.closed)
        return told


class ResolutionTimeMetric:
    """Keeps exact sums in whole microseconds by opening month."""

    def __init__(self, calendar: CampusCalendar) -> None:
        self._calendar = calendar
        self._months: dict[Month, _Sums] = {}

    def load(self, columns: Mapping[str, Column]) -> None:
        """Begin with all facts."""
        times = columns["open_time"]
        if not len(times):
            return
        first, last = (self._calendar.month_of(int(time)) for time in (times.min(), times.max()))
        months = list(self._calendar.months(first, last))
        starts = np.array([self._calendar.month_start(month) for month in months])
        place = np.searchsorted(starts, times, side="right") - 1
        closed = columns["status"] == Status.CLOSED
        sums = self._sums(place, closed, columns["close_time"] - times, len(months))
        self._months = {month: one for month, one in zip(months, sums, strict=True) if one.closed or one.not_closed}

    def add(self, facts: TicketFacts) -> None:
        """Count one ticket in."""
        self._months.setdefault(self._calendar.month_of(facts.open_time), _Sums()).count(facts, 1)

    def remove(self, facts: TicketFacts) -> None:
        """Count one ticket out; a month without tickets is forgotten."""
        month = self._calendar.month_of(facts.open_time)
        sums = self._months[month]
        sums.count(facts, -1)
        if not (sums.closed or sums.not_closed):
            del self._months[month]

    def result(self, query: ResolutionQuery, now_us: int) -> ResolutionTimesResult:
        """Return the months from the first with a ticket to the present one, without gaps; means are rounded down."""
        present = self._calendar.month_of(now_us)
        months = self._calendar.months(min(self._months, default=present.following()), present)
        return ResolutionTimesResult(
            months=[self._months.get(month, _Sums()).told(month) for month in months],
            time_zone=self._calendar.zone.key,
        )

    def valid_until(self, query: ResolutionQuery, now_us: int) -> int | None:
        """Return when the next month begins."""
        return self._calendar.month_start(self._calendar.month_of(now_us).following())

    def slide(self, result: ResolutionTimesResult, now_us: int) -> None:
        """Let all stand: nothing in it moves without end."""

    @staticmethod
    def _sums(place: Column, closed: Column, durations_us: Column, count: int) -> list[_Sums]:
        # Whole seconds and the rest apart: a million long durations in microseconds overflow 64 bits.
        seconds, rests = np.zeros(count, np.int64), np.zeros(count, np.int64)
        np.add.at(seconds, place[closed], durations_us[closed] // _SECOND_US)
        np.add.at(rests, place[closed], durations_us[closed] % _SECOND_US)
        closed_counts = np.bincount(place[closed], minlength=count)
        other_counts = np.bincount(place[~closed], minlength=count)
        return [
            _Sums(int(n), int(m), int(whole) * _SECOND_US + int(rest))
            for n, m, whole, rest in zip(closed_counts, other_counts, seconds, rests, strict=True)
        ]
