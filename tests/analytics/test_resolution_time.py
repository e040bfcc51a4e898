"""The resolution times against all tickets one by one, with the months as the campus's calendar shows them."""

import math
from zoneinfo import ZoneInfo

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.campus_calendar import CampusCalendar
from analytics.resolution_time import ResolutionQuery, ResolutionTimeMetric
from campusdesk.facts import TicketFacts
from campusdesk.rules import Status
from campusdesk.v1.analytics_pb2 import ResolutionTimesResult
from tests.analytics.histories import DAY_US, TIMES, ZONES, columns_of, tickets, us
from tests.analytics.resolution_oracle import expected_times

ROME = ZONES[0]
ALL = ResolutionQuery(0, 0)
# A few tickets take much longer than most: the mean is 11.8 days, the median 5.
MEDIAN_US, MEAN_US = 5.07 * DAY_US, 11.8 * DAY_US
# In St. John's a month once began, went back for an hour and began again: there a wall clock is no oracle.
PLAIN_ZONES = ZONES[:3]
QUERIES = st.builds(ResolutionQuery, st.sampled_from([0, 1, 2, 14]), st.integers(0, 3))
# Servers never write such a ticket; whoever reads it from one that did must not fall over it.
SET_BACK = st.builds(
    lambda ticket, back_us: ticket._replace(close_time=ticket.close_time and ticket.open_time - back_us),
    tickets(),
    st.integers(0, 2 * DAY_US),
)
HOWEVER_SET = tickets() | SET_BACK


def loaded(rows: list[TicketFacts], zone: ZoneInfo = ROME) -> ResolutionTimeMetric:
    metric = ResolutionTimeMetric(CampusCalendar(zone))
    metric.load(columns_of(rows))
    return metric


def resolution_times(
    rows: list[TicketFacts], now_us: int, zone: ZoneInfo = ROME, query: ResolutionQuery = ALL
) -> ResolutionTimesResult:
    return loaded(rows, zone).result(query, now_us)


def closed(open_us: int, duration_us: int, ticket_id: int = 1) -> TicketFacts:
    end = open_us + duration_us
    return TicketFacts(ticket_id, open_us, open_us, end, end, ticket_id, 0, Status.CLOSED, 1, 50, 1, 0, 0, 0)


def constant_process(until_us: int, months: int, a_month: int) -> list[TicketFacts]:
    """Return tickets that come and are closed at the same pace all the time, as they stand at the end of it."""
    random = np.random.default_rng(1)
    sigma, rows = math.sqrt(2 * math.log(MEAN_US / MEDIAN_US)), []
    for ticket_id in range(1, months * a_month + 1):
        open_us = until_us - int(random.uniform(0, months * 30.4 * DAY_US))
        ticket = closed(open_us, int(random.lognormal(math.log(MEDIAN_US), sigma)), ticket_id)._replace(
            category=1 + ticket_id % 3
        )
        rows.append(ticket if ticket.close_time <= until_us else ticket._replace(status=Status.OPEN, close_time=0))
    return rows


def told(result: ResolutionTimesResult) -> list[tuple[int, int, int, int]]:
    return [(month.year, month.month, month.closed_count, month.not_closed_count) for month in result.months]


@given(st.lists(HOWEVER_SET, max_size=60), TIMES, st.sampled_from(PLAIN_ZONES), QUERIES)
def test_every_number_is_what_counting_all_tickets_gives(
    rows: list[TicketFacts], now_us: int, zone: ZoneInfo, query: ResolutionQuery
) -> None:
    assert resolution_times(rows, now_us, zone, query) == expected_times(rows, query, now_us, zone)


@pytest.mark.parametrize("zone", PLAIN_ZONES[:2])
@pytest.mark.parametrize("category", [0, 2])
def test_every_number_of_a_busy_year_is_what_counting_gives(zone: ZoneInfo, category: int) -> None:
    rows = constant_process(us("2026-07-01T00:00Z"), months=12, a_month=300)
    now_us, query = us("2026-07-01T00:00:59.5Z"), ResolutionQuery(0, category)

    result = resolution_times(rows, now_us, zone, query)

    assert result == expected_times(rows, query, now_us, zone)
    assert any(month.preliminary for month in result.months)
    assert not all(month.preliminary for month in result.months)


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
    assert not any(result.months[1].HasField(name) for name in ("mean", "median", "p90", "expected_median"))
    assert not result.months[1].preliminary


def test_without_tickets_there_are_no_months() -> None:
    assert told(resolution_times([], us("2026-01-10T12:00Z"))) == []


def test_sums_beyond_64_bits_stay_exact() -> None:
    duration_us = 2**62 - 1
    rows = [closed(us("2026-01-10T12:00Z"), duration_us - us("2026-01-10T12:00Z"), i) for i in range(1, 6)]

    mean = resolution_times(rows, us("2026-01-11T12:00Z")).months[0].mean

    assert mean.ToMicroseconds() == duration_us - us("2026-01-10T12:00Z")


def test_tickets_of_a_month_to_come_are_not_told() -> None:
    rows = [closed(us("2026-02-10T12:00Z"), DAY_US, 1), closed(us("2026-04-10T12:00Z"), DAY_US, 2)]

    assert told(resolution_times(rows, us("2026-03-10T12:00Z"))) == [(2026, 2, 1, 0), (2026, 3, 0, 0)]
    assert told(resolution_times(rows[1:], us("2026-03-10T12:00Z"))) == []


def test_months_begin_with_the_first_closed_ticket_of_the_category() -> None:
    rows = [
        closed(us("2025-11-10T12:00Z"), 0, 1)._replace(status=Status.OPEN, close_time=0),
        closed(us("2025-12-10T12:00Z"), 0, 2),
        closed(us("2026-01-10T12:00Z"), 0, 3)._replace(category=2),
    ]
    metric, now_us = loaded(rows), us("2026-03-01T12:00Z")

    def first(months: int, category: int) -> list[tuple[int, int, int, int]]:
        return told(metric.result(ResolutionQuery(months, category), now_us))[:1]

    assert first(0, 0) == first(0, 1) == first(4, 0) == first(1200, 0) == [(2025, 12, 1, 0)]
    assert first(0, 2) == [(2026, 1, 1, 0)]
    assert first(0, 3) == []
    assert first(3, 0) == [(2026, 1, 1, 0)]
    assert first(1, 0) == [(2026, 3, 0, 0)]


@pytest.mark.parametrize("category", [0, 1, 2])
@pytest.mark.parametrize("now", ["2026-03-12T12:00Z", "2026-09-12T12:00Z"])
def test_a_change_is_told_to_whoever_asked_before(category: int, now: str) -> None:
    begun, come = closed(us("2026-03-10T12:00Z"), DAY_US, 1), closed(us("2026-03-11T12:00Z"), 5, 2)
    metric, query, now_us = loaded([begun, begun._replace(category=2)]), ResolutionQuery(0, category), us(now)
    for change, known in ((metric.add, [begun, come]), (metric.remove, [begun])):
        metric.result(query, now_us)
        change(come)
        rows = [*known, begun._replace(category=2)]
        assert metric.result(query, now_us) == expected_times(rows, query, now_us, ROME)


def test_the_next_month_is_foretold() -> None:
    metric = loaded([])

    assert metric.valid_until(ALL, us("2026-02-28T22:59Z")) == us("2026-02-28T23:00Z")
    assert metric.valid_until(ALL, us("2026-02-28T23:00Z")) == us("2026-03-31T22:00Z")


def test_the_next_minute_is_foretold_where_somebody_waits() -> None:
    opened = us("2026-02-10T12:00Z")
    metric = loaded([closed(opened, DAY_US, 1), closed(opened, 0, 2)._replace(status=Status.OPEN, close_time=0)])

    assert metric.valid_until(ALL, us("2026-02-12T12:00:59.9Z")) == us("2026-02-12T12:01Z")
    assert metric.valid_until(ResolutionQuery(1, 2), us("2026-02-12T12:00:59.9Z")) == us("2026-02-28T23:00Z")
    assert metric.valid_until(ALL, us("2026-03-12T12:00Z")) == us("2026-03-31T22:00Z")


@given(st.lists(HOWEVER_SET, max_size=25), TIMES, st.floats(0, 1), QUERIES)
def test_nothing_is_other_before_the_moment_that_is_foretold(
    rows: list[TicketFacts], now_us: int, share: float, query: ResolutionQuery
) -> None:
    until_us = loaded(rows).valid_until(query, now_us)
    assert until_us is not None
    later_us = now_us + int((until_us - 1 - now_us) * share)

    assert resolution_times(rows, later_us, query=query) == resolution_times(rows, now_us, query=query)


def test_the_mean_of_the_newest_months_is_too_low_and_the_estimate_is_not() -> None:
    now_us = us("2026-06-30T21:00Z")
    newest = resolution_times(constant_process(now_us, months=4, a_month=25_000), now_us).months[-3:]

    means, medians, estimates = (
        [getattr(month, name).ToMicroseconds() for month in newest] for name in ("mean", "median", "expected_median")
    )

    assert means == sorted(means, reverse=True), (
        "nothing changed, and yet it seems to become better from month to month"
    )
    assert means[0] < 0.85 * MEAN_US
    assert means[-1] < 0.5 * MEAN_US
    assert medians[-1] < 0.75 * MEDIAN_US
    # Four of its standard errors, which are 1.2 % with so many tickets.
    assert estimates == [pytest.approx(MEDIAN_US, rel=0.05)] * 3
    # With 95 % closed the median hardly moves any more; the mean waits for the slowest ones.
    assert (newest[0].preliminary, newest[-1].preliminary) == (False, True)
    assert medians[0] == pytest.approx(MEDIAN_US, rel=0.05)
