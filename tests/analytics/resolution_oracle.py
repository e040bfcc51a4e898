"""What the resolution times must be: by definition, ticket by ticket, in fractions and wall clock time, and slowly."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from zoneinfo import ZoneInfo

from analytics.resolution_time import ResolutionQuery
from campusdesk.facts import TicketFacts
from campusdesk.rules import Status
from campusdesk.v1.analytics_pb2 import ClosedWithin, ResolutionMonth, ResolutionTimesResult
from campusdesk.v1.ticket_pb2 import Category
from tests.analytics.histories import EPOCH, MICROSECOND, local


def least_time(durations: Sequence[int], share: Fraction) -> int:
    """Return the least time within which at least that share of the durations lies."""
    return next(
        time for time in sorted(durations) if Fraction(sum(d <= time for d in durations), len(durations)) >= share
    )


def kaplan_meier_median(durations: Sequence[int], waits: Sequence[int]) -> int | None:
    """Return the least time at which the estimate is one half or less."""
    survival = Fraction(1)
    for time in sorted(set(durations)):
        at_risk = sum(other >= time for other in [*durations, *waits])
        survival *= 1 - Fraction(list(durations).count(time), at_risk)
        if survival <= Fraction(1, 2):
            return time
    return None


def expected_times(
    rows: Sequence[TicketFacts], query: ResolutionQuery, now_us: int, zone: ZoneInfo
) -> ResolutionTimesResult:
    """Return the whole result; the wall clock of the zone must not show the end of a month twice."""
    asked = [row for row in rows if query.category in (0, row.category)]
    present = _month(local(now_us, zone))
    first = min((_month_of(row, zone) for row in asked if row.status == Status.CLOSED), default=present + 1)
    if query.months:
        first = max(first, present - query.months + 1)
    as_of = (EPOCH + now_us * MICROSECOND).replace(second=0, microsecond=0)
    months = [
        _expected_month(month, [row for row in asked if _month_of(row, zone) == month], (as_of - EPOCH) // MICROSECOND)
        for month in range(first, present + 1)
    ]
    for told, month in zip(months, range(first, present + 1), strict=True):
        told.start_time.FromDatetime(datetime(month // 12, month % 12 + 1, 1, tzinfo=zone).astimezone(UTC))
        following = month + 1
        told.end_time.FromDatetime(datetime(following // 12, following % 12 + 1, 1, tzinfo=zone).astimezone(UTC))
    return ResolutionTimesResult(months=months, time_zone=zone.key, category=Category.ValueType(query.category))


def _expected_month(month: int, rows: Sequence[TicketFacts], as_of_us: int) -> ResolutionMonth:
    durations = [max(row.close_time - row.open_time, 0) for row in rows if row.status == Status.CLOSED]
    waits = [max(as_of_us - row.open_time, 0) for row in rows if row.status != Status.CLOSED]
    told = ResolutionMonth(
        year=month // 12, month=month % 12 + 1, closed_count=len(durations), not_closed_count=len(waits)
    )
    told.preliminary = bool(rows) and Fraction(len(durations), len(rows)) < Fraction(95, 100)
    if durations:
        told.mean.FromMicroseconds(sum(durations) // len(durations))
    if len(durations) >= 5:
        told.median.FromMicroseconds(least_time(durations, Fraction(1, 2)))
        told.p90.FromMicroseconds(least_time(durations, Fraction(9, 10)))
    expected_us = kaplan_meier_median(durations, waits)
    if expected_us is not None:
        told.expected_median.FromMicroseconds(expected_us)
    for days in (1, 3, 7, 30):
        told.closed_within.append(_closed_within(timedelta(days=days), rows, as_of_us))
    return told


def _closed_within(within: timedelta, rows: Sequence[TicketFacts], as_of_us: int) -> ClosedWithin:
    old = [row for row in rows if (as_of_us - row.open_time) * MICROSECOND >= within]
    in_time = [
        row for row in old if row.status == Status.CLOSED and (row.close_time - row.open_time) * MICROSECOND <= within
    ]
    told = ClosedWithin(old_enough_count=len(old), closed_count=len(in_time))
    told.within.FromTimedelta(within)
    return told


def _month_of(row: TicketFacts, zone: ZoneInfo) -> int:
    return _month(local(row.open_time, zone))


def _month(wall: datetime) -> int:
    return wall.year * 12 + wall.month - 1
