"""The resolution times against a mean over all tickets, with the months as the campus's calendar shows them."""

from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from analytics.campus_calendar import CampusCalendar
from analytics.resolution_time import ResolutionQuery, ResolutionTimeMetric
from campusdesk.facts import TicketFacts
from campusdesk.rules import Status
from campusdesk.v1.analytics_pb2 import ResolutionMonth, ResolutionTimesResult
from tests.analytics.histories import DAY_US, TIMES, ZONES, columns_of, local, tickets, us

ROME = ZONES[0]
ALL = ResolutionQuery(0, 0)
# In St. John's a month once began, went back for an hour and began again: there a wall clock is no oracle.
PLAIN_ZONES = ZONES[:3]


def resolution_times(rows: list[TicketFacts], now_us: int, zone: ZoneInfo = ROME) -> ResolutionTimesResult:
    metric = ResolutionTimeMetric(CampusCalendar(zone))
    metric.load(columns_of(rows))
    return metric.result(ALL, now_us)


def closed(open_us: int, duration_us: int, ticket_id: int = 1) -> TicketFacts:
    end = open_us + duration_us
    return TicketFacts(ticket_id, open_us, open_us, end, end, ticket_id, 0, Status.CLOSED, 1, 50, 1, 0, 0, 0)


def told(result: ResolutionTimesResult) -> list[tuple[int, int, int, int]]:
    return [(month.year, month.month, month.closed_count, month.not_closed_count) for month in result.months]


@given(st.lists(tickets(), max_size=40), TIMES, st.sampled_from(PLAIN_ZONES))
def test_each_month_is_the_mean_over_its_tickets(rows: list[TicketFacts], now_us: int, zone: ZoneInfo) -> None:
    present = local(now_us, zone)
    result = resolution_times(rows, now_us, zone)
    wall_months = {(wall.year, wall.month) for wall in (local(row.open_time, zone) for row in rows)}
    first = min(wall_months, default=(9999, 1))
    expected = [
        (year, month)
        for year in range(first[0], present.year + 1)
        for month in range(1, 13)
        if first <= (year, month) <= (present.year, present.month)
    ]

    assert result.time_zone == zone.key
    assert [(month.year, month.month) for month in result.months] == expected
    for month in result.months:
        mine = [
            row
            for row in rows
            if (local(row.open_time, zone).year, local(row.open_time, zone).month) == (month.year, month.month)
        ]
        durations = [row.close_time - row.open_time for row in mine if row.status == Status.CLOSED]
        assert (month.closed_count, month.not_closed_count) == (len(durations), len(mine) - len(durations))
        assert month.HasField("mean") == bool(durations)
        if durations:
            assert month.mean.ToMicroseconds() == sum(durations) // len(durations)


def test_late_on_the_last_of_february_in_utc_is_march_in_rome() -> None:
    rows = [closed(us("2026-02-28T22:59:59Z"), DAY_US, 1), closed(us("2026-02-28T23:30Z"), DAY_US, 2)]

    assert told(resolution_times(rows, us("2026-03-05T00:00Z"))) == [(2026, 2, 1, 0), (2026, 3, 1, 0)]
    assert told(resolution_times(rows, us("2026-03-05T06:00Z"), ZoneInfo("America/New_York"))) == [
        (2026, 2, 2, 0),
        (2026, 3, 0, 0),
    ]


def test_a_ticket_over_the_clock_change_took_the_hours_that_passed() -> None:
    result = resolution_times([closed(us("2026-03-28T12:00Z"), DAY_US)], us("2026-03-30T00:00Z"))

    assert result.months[0].mean.ToMicroseconds() == DAY_US


def test_an_empty_month_is_told_without_a_mean() -> None:
    rows = [closed(us("2025-11-10T12:00Z"), 0)]

    result = resolution_times(rows, us("2026-01-10T12:00Z"))

    assert told(result) == [(2025, 11, 1, 0), (2025, 12, 0, 0), (2026, 1, 0, 0)]
    assert result.months[0].HasField("mean")
    assert result.months[1] == ResolutionMonth(year=2025, month=12)


def test_without_tickets_there_are_no_months() -> None:
    assert told(resolution_times([], us("2026-01-10T12:00Z"))) == []


def test_sums_beyond_64_bits_stay_exact() -> None:
    duration_us = 2**62 - 1
    metric = ResolutionTimeMetric(CampusCalendar(ROME))
    rows = [closed(us("2026-01-10T12:00Z"), duration_us - us("2026-01-10T12:00Z"), i) for i in range(1, 6)]
    metric.load(columns_of(rows))

    mean = metric.result(ALL, us("2026-01-11T12:00Z")).months[0].mean

    assert mean.ToMicroseconds() == duration_us - us("2026-01-10T12:00Z")


def test_the_next_month_is_foretold() -> None:
    metric = ResolutionTimeMetric(CampusCalendar(ROME))

    assert metric.valid_until(ALL, us("2026-02-28T22:59Z")) == us("2026-02-28T23:00Z")
    assert metric.valid_until(ALL, us("2026-02-28T23:00Z")) == us("2026-03-31T22:00Z")
