"""The backlog against a count over all tickets, and its bars against the clocks on the wall."""

from collections.abc import Iterable
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.backlog import BacklogMetric
from analytics.campus_calendar import CampusCalendar
from campusdesk.facts import TicketFacts
from campusdesk.rules import Status
from campusdesk.v1.analytics_pb2 import BacklogResult, BacklogShare
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


def statuses(rows: list[TicketFacts]) -> tuple[int, int]:
    """Return how many of the tickets are open, and how many active."""
    return sum(row.status == Status.OPEN for row in rows), sum(row.status == Status.ACTIVE for row in rows)


def by_category(rows: list[TicketFacts]) -> dict[int, tuple[int, int]]:
    return {category: statuses([row for row in rows if row.category == category]) for category in (1, 2, 3)}


def shares(told: Iterable[BacklogShare]) -> dict[int, tuple[int, int]]:
    return {share.category: (share.open_count, share.active_count) for share in told}


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
    assert result.time_zone == zone.key
    assert starts == [now_us - period_us, *ends[:-1]]
    assert all(start < end for start, end in zip(starts, ends, strict=True))
    assert starts[-1] <= now_us < ends[-1]
    for bar, start, end in zip(result.bars, starts, ends, strict=True):
        inside = [row for row in counted if start <= row.open_time < end]
        assert (bar.open_count, bar.active_count) == statuses(inside)
        assert shares(bar.shares) == {c: n for c, n in by_category(inside).items() if n != (0, 0)}
    for start in starts[1:]:
        before, wall = local(start - 1, calendar.zone), local(start, calendar.zone)
        assert (wall.minute, wall.second, wall.microsecond) == (0, 0, 0) or before.utcoffset() != wall.utcoffset()


@given(st.lists(tickets(), max_size=40), PERIODS, TIMES)
def test_what_stands_beside_it_is_counted_over_all_tickets(
    rows: list[TicketFacts], period_us: int, now_us: int
) -> None:
    result = backlog(rows, period_us, now_us)
    in_period = [row for row in rows if now_us - period_us < row.open_time <= now_us]
    waiting = [row for row in rows if row.status in (Status.OPEN, Status.ACTIVE) and row.open_time <= now_us]
    first = min(waiting, key=lambda row: (row.open_time, row.id), default=None)

    assert result.opened == len(in_period)
    assert shares(result.shares) == by_category(in_period)
    assert [share.category for share in result.shares] == [1, 2, 3]
    assert [(age.open_count, age.active_count) for age in result.ages] == [
        statuses([row for row in waiting if low <= (now_us - row.open_time) / HOUR_US < high])
        for low, high in ((0, 4), (4, 24), (24, 72), (72, 168), (168, 720), (720, float("inf")))
    ]
    assert result.oldest_ticket_id == (first.id if first else 0)
    assert result.HasField("oldest_open_time") == (first is not None)
    assert result.oldest_open_time.ToMicroseconds() == (first.open_time if first else 0)


def test_the_classes_of_age_name_their_borders() -> None:
    ages = backlog([], HOUR_US, us("2026-05-04T10:20Z")).ages
    hours = [0, 4, 24, 72, 168, 720]

    assert [age.from_age.ToMicroseconds() for age in ages] == [hour * HOUR_US for hour in hours]
    assert [age.until_age.ToMicroseconds() for age in ages[:-1]] == [hour * HOUR_US for hour in hours[1:]]
    assert not ages[-1].HasField("until_age")


def test_of_several_oldest_tickets_the_one_of_the_least_number_is_named() -> None:
    now_us = us("2026-05-04T10:20Z")
    rows = opened(now_us - 9, now_us - 50, now_us - 50, status=Status.ACTIVE)

    assert backlog(rows, HOUR_US, now_us).oldest_ticket_id == 2


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


@pytest.mark.parametrize(
    ("zone", "now", "hours"),
    [
        ("Europe/Rome", "2026-04-01T12:00Z", {23, 24}),
        ("Europe/Rome", "2026-10-28T12:00Z", {24, 25}),
        ("America/New_York", "2026-03-12T12:00Z", {23, 24}),
        ("America/New_York", "2026-11-05T12:00Z", {24, 25}),
    ],
)
def test_the_days_of_a_clock_change_are_as_long_as_they_are_on_the_campus(zone: str, now: str, hours: set[int]) -> None:
    bars = backlog([], 10 * DAY_US, us(now), CampusCalendar(ZoneInfo(zone))).bars

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


@pytest.mark.parametrize("hours", [4, 24, 72, 168, 720])
def test_a_ticket_grows_older_at_the_moment_that_is_foretold(hours: int) -> None:
    opened_us = us("2026-05-04T10:25Z")
    metric = BacklogMetric(ROME)
    metric.load(columns_of(opened(opened_us)))
    until_us = metric.valid_until(HOUR_US, opened_us + hours * HOUR_US - 2)

    def ages(now_us: int) -> list[int]:
        return [age.open_count for age in metric.result(HOUR_US, now_us).ages]

    assert until_us == opened_us + hours * HOUR_US
    assert ages(until_us - 1).index(1) + 1 == ages(until_us).index(1)


def test_a_closed_ticket_leaves_those_that_were_opened_at_the_moment_that_is_foretold() -> None:
    now_us = us("2026-05-04T10:20Z")
    metric = BacklogMetric(ROME)
    metric.load(columns_of(opened(now_us - HOUR_US + 5, status=Status.CLOSED)))

    assert metric.valid_until(HOUR_US, now_us) == now_us + 5
    assert [metric.result(HOUR_US, now_us + after).opened for after in (4, 5)] == [1, 0]


@pytest.mark.parametrize("status", Status)
def test_after_the_clock_was_set_back_what_comes_is_counted_when_it_comes(status: Status) -> None:
    now_us = us("2026-05-04T10:20Z")
    metric = BacklogMetric(ROME)
    metric.load(columns_of(opened(now_us + 7, status=status)))
    told = [metric.result(HOUR_US, now_us + late) for late in (6, 7)]
    waits = int(status != Status.CLOSED)

    assert metric.valid_until(HOUR_US, now_us) == now_us + 7
    assert [result.opened for result in told] == [0, 1]
    assert [result.not_closed for result in told] == [0, waits]
    assert [result.oldest_ticket_id for result in told] == [0, waits]
    assert [sum(age.open_count + age.active_count for age in result.ages) for result in told] == [0, waits]


def test_a_ticket_closed_in_the_second_it_was_opened_was_opened() -> None:
    now_us = us("2026-05-04T10:20Z")
    row = TicketFacts(1, now_us, now_us, now_us, now_us, 3, 0, Status.CLOSED, 1, 50, 1, 0, 0, 0)
    result = backlog([row], HOUR_US, now_us)

    assert (result.opened, result.not_closed, result.oldest_ticket_id) == (1, 0, 0)


def test_ten_years_of_days_are_the_same_after_a_change_as_from_nothing() -> None:
    now_us, period_us = us("2026-05-04T10:20Z"), 3_660 * DAY_US
    rows = opened(*range(now_us - period_us + 1, now_us, 37 * HOUR_US))
    metric = BacklogMetric(ROME)
    metric.load(columns_of(rows))
    metric.result(period_us, now_us)
    for place in (0, 700, len(rows) - 1):
        metric.remove(rows[place])
        rows[place] = rows[place]._replace(status=Status.ACTIVE, category=3)
        metric.add(rows[place])
    result = metric.result(period_us, now_us)

    assert result == backlog(rows, period_us, now_us)
    assert (len(result.bars), sum(bar.active_count for bar in result.bars)) == (3_661, 3)


def test_a_category_that_is_none_yet_is_counted_and_has_no_share_of_the_whole() -> None:
    now_us = us("2026-05-04T10:20Z")
    result = backlog([opened(now_us)[0]._replace(category=7)], HOUR_US, now_us)

    assert (result.not_closed, shares(result.bars[-1].shares)) == (1, {7: (1, 0)})
    assert shares(result.shares) == dict.fromkeys((1, 2, 3), (0, 0))


def test_a_new_bar_and_one_that_slid_out_are_foretold() -> None:
    metric = BacklogMetric(ROME)
    metric.load(columns_of([]))
    now_us = us("2026-05-04T10:20Z")

    assert metric.valid_until(90 * MINUTE_US, now_us) == us("2026-05-04T10:30Z")
    assert metric.valid_until(90 * MINUTE_US, us("2026-05-04T10:30Z")) == us("2026-05-04T11:00Z")
