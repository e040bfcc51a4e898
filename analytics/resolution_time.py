"""Service 2, the resolution time: how long it took from opening to closing, by opening month on the campus."""

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np

from analytics.campus_calendar import CampusCalendar, Month
from analytics.resolution_month import CategoryMonth, ToldMonth, tell
from campusdesk.facts import Column, TicketFacts
from campusdesk.rules import Status
from campusdesk.v1.analytics_pb2 import ResolutionTimesResult
from campusdesk.v1.ticket_pb2 import Category as CategoryOfTicket

_MINUTE_US = 60 * 1_000_000


class ResolutionQuery(NamedTuple):
    """What is asked: how many months back, the present one included, and of which category; 0 for all."""

    months: int
    category: int


class ResolutionTimeMetric:
    """Keeps the tickets by opening month and category, and what was told of a month until it is another one.

    For how long tickets have been waiting is counted up to the last whole minute, so that nothing moves more often.
    """

    def __init__(self, calendar: CampusCalendar) -> None:
        self._calendar = calendar
        self._months: dict[Month, dict[int, CategoryMonth]] = {}
        self._kept: dict[tuple[Month, int], ToldMonth] = {}

    def load(self, columns: Mapping[str, Column]) -> None:
        """Begin with all facts."""
        self._months, self._kept = {}, {}
        opened = columns["open_time"]
        if not len(opened):
            return
        first, last = (self._calendar.month_of(int(time)) for time in (opened.min(), opened.max()))
        months = list(self._calendar.months(first, last))
        starts = np.array([self._calendar.month_start(month) for month in months])
        # One number a month and category: what has the same lies together once it is sorted.
        kinds = (np.searchsorted(starts, opened, side="right") - 1) << 8 | columns["category"]
        order = np.argsort(kinds, kind="stable")
        for rows in np.split(order, np.flatnonzero(np.diff(kinds[order])) + 1):
            place, category = divmod(int(kinds[rows[0]]), 256)
            closed = columns["status"][rows] == Status.CLOSED
            part = CategoryMonth.loaded(opened[rows], columns["close_time"][rows], closed)
            self._months.setdefault(months[place], {})[category] = part

    def add(self, facts: TicketFacts) -> None:
        """Count one ticket in."""
        parts = self._months.setdefault(self._changed(facts), {})
        if facts.category not in parts:
            parts[facts.category] = CategoryMonth()
        parts[facts.category].add(facts)

    def remove(self, facts: TicketFacts) -> None:
        """Count one ticket out."""
        self._months[self._changed(facts)][facts.category].remove(facts)

    def result(self, query: ResolutionQuery, now_us: int) -> ResolutionTimesResult:
        """Return the months from the first with a closed ticket to the present one, without gaps; rounded down."""
        return ResolutionTimesResult(
            months=[told.message for told in self._told(query, now_us)],
            time_zone=self._calendar.zone.key,
            category=CategoryOfTicket.ValueType(query.category),
        )

    def valid_until(self, query: ResolutionQuery, now_us: int) -> int | None:
        """Return when the next month begins, or the next minute where a month moves with the time."""
        until_us = self._calendar.month_start(self._calendar.month_of(now_us).following())
        if any(told.moves for told in self._told(query, now_us)):
            return min(until_us, _minute(now_us) + _MINUTE_US)
        return until_us

    def slide(self, result: ResolutionTimesResult, now_us: int) -> None:
        """Let all stand: nothing in it moves without end."""

    def _changed(self, facts: TicketFacts) -> Month:
        """Return the ticket's month, of which nothing that was told holds any more."""
        month = self._calendar.month_of(facts.open_time)
        for category in (0, facts.category):
            self._kept.pop((month, category), None)
        return month

    def _told(self, query: ResolutionQuery, now_us: int) -> list[ToldMonth]:
        """Return what is told of each month that is asked for."""
        present = self._calendar.month_of(now_us)
        closed = (month for month in self._months if any(part.durations for part in self._parts(month, query.category)))
        first = min(closed, default=present.following())
        if query.months:
            first = max(first, present.before(query.months - 1))
        months = self._calendar.months(first, present)
        return [self._told_of(month, query.category, _minute(now_us)) for month in months]

    def _told_of(self, month: Month, category: int, as_of_us: int) -> ToldMonth:
        kept = self._kept.get((month, category))
        # Where the clock was set back, what was told as of later does not hold yet.
        if kept is not None and (kept.as_of_us == as_of_us or (kept.as_of_us < as_of_us and not kept.moves)):
            return kept
        told = tell(month, self._parts(month, category), as_of_us)
        told.message.start_time.FromMicroseconds(self._calendar.month_start(month))
        told.message.end_time.FromMicroseconds(self._calendar.month_start(month.following()))
        if month in self._months:
            self._kept[month, category] = told
        return told

    def _parts(self, month: Month, category: int) -> list[CategoryMonth]:
        parts = self._months.get(month, {})
        return [part for of, part in parts.items() if category in (0, of)]


def _minute(now_us: int) -> int:
    return now_us - now_us % _MINUTE_US
