"""What every metric promises: after any history it tells the same as one that is loaded from the facts it led to."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.backlog import BacklogMetric
from analytics.campus_calendar import CampusCalendar
from analytics.category_load import CategoryLoadMetric
from analytics.metric import Metric
from analytics.resolution_time import ResolutionQuery, ResolutionTimeMetric
from campusdesk.facts import TicketFacts
from tests.analytics.histories import DAY_US, TIMES, ZONES, columns_of, tickets

CALENDARS = [CampusCalendar(zone) for zone in ZONES]
METRICS: list[Callable[[CampusCalendar], Metric[Any, Any]]] = [
    BacklogMetric,
    ResolutionTimeMetric,
    lambda _: CategoryLoadMetric(),
]
QUERIES = [40 * DAY_US, ResolutionQuery(0, 0), None]
STEPS = st.lists(tickets() | st.integers(1, 25), max_size=60)


@pytest.mark.parametrize("kind", [0, 1, 2], ids=["backlog", "resolution-time", "category-load"])
@given(
    loaded=st.lists(tickets(), max_size=25),
    steps=STEPS,
    now_us=TIMES,
    calendar=st.sampled_from(CALENDARS),
)
def test_any_history_leads_to_what_is_loaded_from_nothing(
    kind: int, loaded: list[TicketFacts], steps: list[TicketFacts | int], now_us: int, calendar: CampusCalendar
) -> None:
    known = {ticket.id: ticket for ticket in loaded}
    kept, fresh = METRICS[kind](calendar), METRICS[kind](calendar)
    kept.load(columns_of(known.values()))
    for step in steps:
        ticket_id = step.id if isinstance(step, TicketFacts) else step
        if ticket_id in known:
            kept.remove(known.pop(ticket_id))
        if isinstance(step, TicketFacts):
            known[ticket_id] = step
            kept.add(step)
    fresh.load(columns_of(known.values()))

    assert kept.result(QUERIES[kind], now_us) == fresh.result(QUERIES[kind], now_us)
    assert kept.valid_until(QUERIES[kind], now_us) == fresh.valid_until(QUERIES[kind], now_us)


@pytest.mark.parametrize("kind", [0, 1, 2], ids=["backlog", "resolution-time", "category-load"])
@given(
    loaded=st.lists(tickets(), max_size=25),
    now_us=TIMES,
    share=st.floats(0, 1),
    calendar=st.sampled_from(CALENDARS),
)
def test_nothing_is_news_before_the_moment_that_is_foretold(
    kind: int, loaded: list[TicketFacts], now_us: int, share: float, calendar: CampusCalendar
) -> None:
    metric, query = METRICS[kind](calendar), QUERIES[kind]
    metric.load(columns_of(loaded))
    until_us = metric.valid_until(query, now_us)
    later_us = now_us + int((((until_us or now_us + 9_000 * DAY_US) - 1) - now_us) * share)

    assert until_us is None or until_us > now_us
    later, slid = metric.result(query, later_us), metric.result(query, now_us)
    metric.slide(slid, later_us)
    assert slid == later
