"""The backlog against a count over all tickets, and its bars against the clocks on the wall."""

from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.backlog import BacklogMetric
from analytics.campus_calendar import CampusCalendar
from campusdesk.facts import TicketFacts
from campusdesk.rules import Status
from campusdesk.v1.analytics_pb2 import BacklogResult
from tests.analytics.histories import DAY_US, HOUR_US, MINUTE_US, TIMES, ZONES, columns_of, local, tickets, us

ROME = CampusCalendar(ZONES[0])
PERIODS = st.sampled_from([MINUTE_US, HOUR_US, DAY_US, 3 * DAY_US, 3 * DAY_US + 1, 30 * DAY_US]) | st.integers(
    MINUTE_US, 90 * DAY_US
)


def backlog(rows: list[TicketFacts], period_us: int, now_us: int, calendar: CampusCalendar = ROME) -> BacklogResult:
    metric = BacklogMetric(calendar)
    metric.load(columns_of(rows))
    return metric.result(period_us, now_us)


def opened(*times_us: int, status: Status = Status.OPEN) -> list[TicketFacts]:
    return [TicketFacts(i, time, 0, time, 0, i, 0, status, 1, 50, 1, 0, 0, 0) for i, time in enumerate(times_us, 1)]


@given(st.lists(tickets(), max_size=40), PERIODS, TIMES, st.sampled_from(ZONES))
def test_it_is_the_count_over_all_tickets_and_the_bars_are_its_parts(
    rows: list[TicketFacts], period_us: int, now_us: int, zone: ZoneInfo
) -> None:
    calendar = CampusCalendar(zone)
    result = backlog(rows, period_us, now_us, calendar)
    counted = [r for r in rows if r.status != Status.CLOSED and now_us - period_us < r.open_time <= now_us]
    starts = [bar.start_time.ToMicroseconds() for bar in result.bars]
    ends = [bar.end_time.ToMicroseconds() for bar in result.bars]

    assert result.not_closed == len(counted)
    assert result.period.ToMicroseconds() == period_us
    assert starts == [now_us - period_us, *ends[:-1]]
    assert all(start < end for start, end in zip(starts, ends, strict=True))
    assert starts[-1] <= now_us < ends[-1]
    for bar, start, end in zip(result.bars, starts, ends, strict=True):
        inside = [row.status for row in counted if start <= row.open_time < end]
        assert (bar.open_count, bar.active_count) == (inside.count(Status.OPEN), inside.count(Status.ACTIVE))
    for start in starts[1:]:
        before, wall = local(start - 1, calendar.zone), local(start, calendar.zone)
        assert (wall.minute, wall.second, wall.microsecond) == (0, 0, 0) or before.utcoffset() != wall.utcoffset()


@pytest.mark.parametrize(("age_us", "counts"), [(0, 1), (HOUR_US - 1, 1), (HOUR_US, 0), (-1, 0)])
def test_the_period_includes_now_and_excludes_its_begin(age_us: int, counts: int) -> None:
    now_us = us("2026-05-04T10:20Z")

    assert backlog(opened(now_us - age_us), HOUR_US, now_us).not_closed == counts


def test_bars_are_hours_up_to_three_days_and_days_beyond() -> None:
    now_us = us("2026-05-04T10:20Z")

    hours = backlog([], 3 * DAY_US, now_us).bars
    days = backlog([], 3 * DAY_US + 1, now_us).bars

    assert len(hours) == 73
    assert [local(bar.start_time.ToMicroseconds(), ROME.zone).isoformat()[:16] for bar in days] == [
        "2026-05-01T12:19",
        "2026-05-02T00:00",
        "2026-05-03T00:00",
        "2026-05-04T00:00",
    ]


@pytest.mark.parametrize(("now", "hours"), [("2026-04-01T12:00Z", {23, 24}), ("2026-10-28T12:00Z", {24, 25})])
def test_the_days_of_a_clock_change_are_as_long_as_they_are_on_the_campus(now: str, hours: set[int]) -> None:
    bars = backlog([], 10 * DAY_US, us(now)).bars

    lengths_us = [bar.end_time.ToMicroseconds() - bar.start_time.ToMicroseconds() for bar in bars[1:]]

    assert {length // HOUR_US for length in lengths_us} == hours


def test_the_hours_of_a_clock_change_are_told_one_by_one() -> None:
    bars = backlog([], 4 * HOUR_US, us("2026-10-25T03:30Z")).bars
    starts = [local(bar.start_time.ToMicroseconds(), ROME.zone).hour for bar in bars]

    assert starts == [1, 2, 2, 3, 4]
    assert {b.start_time.ToMicroseconds() - a.start_time.ToMicroseconds() for a, b in list(pairwise(bars))[1:]} == {
        HOUR_US
    }


def test_the_number_falls_at_the_moment_that_is_foretold() -> None:
    now_us = us("2026-05-04T10:20Z")
    metric = BacklogMetric(ROME)
    metric.load(columns_of(opened(now_us - HOUR_US + 5, now_us - 10)))

    until_us = metric.valid_until(HOUR_US, now_us)

    assert until_us == now_us + 5
    assert metric.result(HOUR_US, until_us - 1).not_closed == 2
    assert metric.result(HOUR_US, until_us).not_closed == 1


def test_a_new_bar_and_one_that_slid_out_are_foretold() -> None:
    metric = BacklogMetric(ROME)
    metric.load(columns_of([]))
    now_us = us("2026-05-04T10:20Z")

    assert metric.valid_until(90 * MINUTE_US, now_us) == us("2026-05-04T10:30Z")
    assert metric.valid_until(90 * MINUTE_US, us("2026-05-04T10:30Z")) == us("2026-05-04T11:00Z")
