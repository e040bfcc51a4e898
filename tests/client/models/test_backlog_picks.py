"""The picks of all bars against the tickets themselves: each that the number counts is behind one bar, and no other."""

from zoneinfo import ZoneInfo

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from analytics.backlog import BacklogMetric
from analytics.campus_calendar import CampusCalendar
from campusdesk.facts import TicketFacts
from campusdesk.rules import Status
from client.models.backlog_parts import PARTS, Split
from client.models.backlog_series import BacklogSeries
from client.models.picked import Picked
from client.models.rule import Rule
from tests.analytics.histories import DAY_US, HOUR_US, TIMES, ZONES, columns_of, tickets

# Whole seconds: a desk asks for hours and days.
PERIODS_S = st.sampled_from([HOUR_US, DAY_US, 3 * DAY_US, 7 * DAY_US]).map(lambda us: us // 1_000_000) | st.integers(
    60, 90 * DAY_US // 1_000_000
)


@st.composite
def told(draw: st.DrawFn) -> tuple[list[TicketFacts], BacklogSeries, int]:
    """Draw tickets that were opened until a moment, and what a server tells of them then."""
    now_us, zone = draw(TIMES), draw(st.sampled_from(ZONES))
    rows = [row for row in draw(st.lists(tickets(), max_size=30)) if row.open_time <= now_us]
    return rows, series(rows, draw(PERIODS_S), now_us, zone), now_us


def series(rows: list[TicketFacts], period_s: int, now_us: int, zone: ZoneInfo) -> BacklogSeries:
    metric = BacklogMetric(CampusCalendar(zone))
    metric.load(columns_of(rows))
    result = metric.result(period_s * 1_000_000, now_us)
    result.stamp.as_of_time.FromMicroseconds(now_us)
    return BacklogSeries.of(result)


def behind(pick: Picked | None, rows: list[TicketFacts]) -> list[int]:
    """Return at which places of the rows the list would show tickets for a pick."""
    if pick is None:
        return []
    opened = (pick.opened,) if pick.opened is not None else None
    rule = Rule(statuses=pick.statuses, categories=pick.categories, opened=opened)
    return np.flatnonzero(rule.mask(columns_of(rows))).tolist()


@given(told())
def test_each_ticket_that_is_counted_is_behind_one_bar(drawn: tuple[list[TicketFacts], BacklogSeries, int]) -> None:
    rows, series, now_us = drawn
    first_us = now_us - series.period_s * 1_000_000
    counted = [at for at, row in enumerate(rows) if row.status != Status.CLOSED and first_us < row.open_time <= now_us]
    picked = [behind(series.pick(at), rows) for at in range(len(series.start_us))]
    assert sorted(at for each in picked for at in each) == counted
    assert [len(each) for each in picked] == series.totals.tolist()


@given(told(), st.sampled_from(Split))
def test_the_parts_of_a_bar_share_its_tickets(
    drawn: tuple[list[TicketFacts], BacklogSeries, int], split: Split
) -> None:
    rows, series, _now_us = drawn
    for at in range(len(series.start_us)):
        picked = [behind(series.pick(at, part), rows) for part in PARTS[split]]
        assert [len(each) for each in picked] == [series.counts_of(part)[at] for part in PARTS[split]]
        assert sorted(place for each in picked for place in each) == behind(series.pick(at), rows)


@given(told())
def test_each_ticket_that_is_not_closed_is_of_one_age(drawn: tuple[list[TicketFacts], BacklogSeries, int]) -> None:
    rows, series, _now_us = drawn
    picked = [behind(age.pick(), rows) for age in series.ages]
    assert [len(each) for each in picked] == [age.count for age in series.ages]
    assert sorted(at for each in picked for at in each) == [
        at for at, row in enumerate(rows) if row.status != Status.CLOSED
    ]
