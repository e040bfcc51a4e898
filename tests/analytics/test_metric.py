"""What every metric promises: a further one is one more line in CONTRACTS."""

from collections.abc import Callable
from typing import Any, NamedTuple, TypeAlias

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.backlog import BacklogMetric
from analytics.campus_calendar import CampusCalendar
from analytics.category_load import CategoryLoadMetric
from analytics.metric import Metric
from analytics.replica import Replica
from analytics.resolution_time import ResolutionQuery, ResolutionTimeMetric
from campusdesk.facts import Facts, TicketFacts, encode
from campusdesk.follow import Applied, Reset
from campusdesk.v1.change_feed_pb2 import Change, FactColumns
from tests.analytics.further_analysis import PeopleWaitingMetric
from tests.analytics.histories import DAY_US, HOUR_US, TIMES, ZONES, columns_of, tickets
from tests.campusdesk.test_facts import ticket_of


class Contract(NamedTuple):
    """A metric, how it is made, and what it is asked."""

    name: str
    make: Callable[[CampusCalendar], Metric[Any, Any]]
    queries: st.SearchStrategy[Any]


CONTRACTS = [
    Contract("backlog", BacklogMetric, st.sampled_from([HOUR_US, 3 * DAY_US, 40 * DAY_US])),
    Contract(
        "resolution-time", ResolutionTimeMetric, st.builds(ResolutionQuery, st.integers(0, 14), st.integers(0, 3))
    ),
    Contract("category-load", lambda _: CategoryLoadMetric(), st.none()),
    Contract("people-waiting", lambda _: PeopleWaitingMetric(), st.sampled_from([0, HOUR_US, 40 * DAY_US])),
]
# A ticket as it is from now on, or the number of one that is erased.
_Step: TypeAlias = TicketFacts | int
STEPS = st.lists(tickets() | st.integers(1, 25), max_size=60)
LOADED = st.lists(tickets(), max_size=25, unique_by=lambda ticket: ticket.id)
# What the feed tells: some changes, or everything anew.
EVENTS = st.lists(st.lists(tickets() | st.integers(1, 25), max_size=15) | LOADED.map(tuple), max_size=6)
CALENDARS = st.sampled_from([CampusCalendar(zone) for zone in ZONES])

each_metric = pytest.mark.parametrize("contract", CONTRACTS, ids=[contract.name for contract in CONTRACTS])


@each_metric
@given(loaded=LOADED, steps=STEPS, now_us=TIMES, calendar=CALENDARS, data=st.data())
def test_any_history_leads_to_what_is_loaded_from_nothing(
    contract: Contract,
    loaded: list[TicketFacts],
    steps: list[_Step],
    now_us: int,
    calendar: CampusCalendar,
    data: st.DataObject,
) -> None:
    known = {ticket.id: ticket for ticket in loaded}
    kept = contract.make(calendar)
    kept.load(columns_of(loaded))
    for step in steps:
        ticket_id = step.id if isinstance(step, TicketFacts) else step
        if ticket_id in known:
            kept.remove(known.pop(ticket_id))
        if isinstance(step, TicketFacts):
            known[ticket_id] = step
            kept.add(step)

    check_same(contract, calendar, kept, known, data.draw(contract.queries), now_us)


@each_metric
@given(events=EVENTS, now_us=TIMES, calendar=CALENDARS, data=st.data())
def test_a_replica_that_is_cut_off_and_begins_anew_tells_what_is_loaded_from_nothing(
    contract: Contract,
    events: list[list[_Step] | tuple[TicketFacts, ...]],
    now_us: int,
    calendar: CampusCalendar,
    data: st.DataObject,
) -> None:
    known: dict[int, TicketFacts] = {}
    replica: Replica[Any, Any] = Replica(contract.make(calendar), clock=lambda: 0)
    for revision, event in enumerate(events):
        if isinstance(event, tuple):
            known = {ticket.id: ticket for ticket in event}
            metric, facts = contract.make(calendar), snapshot(known)
            metric.load(facts.columns())
            replica.reset(metric, Reset(facts, revision, now_us, "one"), 0)
        else:
            replica.away()
            replica.apply(Applied([changed(step) for step in event], revision, now_us), 0)
            for step in event:
                known.pop(step if isinstance(step, int) else step.id, None)
                known |= {} if isinstance(step, int) else {step.id: step}

    assert replica.ticket_count == len(known)
    check_same(contract, calendar, replica.metric, known, data.draw(contract.queries), now_us)


@each_metric
@given(loaded=LOADED, now_us=TIMES, share=st.floats(0, 1) | st.just(1.0), calendar=CALENDARS, data=st.data())
def test_nothing_is_news_before_the_moment_that_is_foretold(
    contract: Contract,
    loaded: list[TicketFacts],
    now_us: int,
    share: float,
    calendar: CampusCalendar,
    data: st.DataObject,
) -> None:
    metric, query = contract.make(calendar), data.draw(contract.queries)
    metric.load(columns_of(loaded))
    until_us = metric.valid_until(query, now_us)
    last_us = (until_us or now_us + 9_000 * DAY_US) - 1
    # In whole numbers: 1 is the very last microsecond before.
    later_us = now_us + (last_us - now_us) * int(share * 1_000) // 1_000

    assert until_us is None or until_us > now_us
    later, slid = metric.result(query, later_us), metric.result(query, now_us)
    metric.slide(slid, later_us)
    assert slid == later


def check_same(
    contract: Contract,
    calendar: CampusCalendar,
    kept: Metric[Any, Any],
    known: dict[int, TicketFacts],
    query: object,
    now_us: int,
) -> None:
    """Check that the metric tells what one tells that is loaded from the tickets."""
    fresh = contract.make(calendar)
    fresh.load(columns_of(known.values()))

    assert kept.result(query, now_us) == fresh.result(query, now_us)
    assert kept.valid_until(query, now_us) == fresh.valid_until(query, now_us)


def snapshot(known: dict[int, TicketFacts]) -> Facts:
    return Facts.from_snapshot([FactColumns(**encode(columns_of(sorted(known.values()))))])


def changed(step: _Step) -> Change:
    """Return the change that tells of the ticket, or that it is erased."""
    if isinstance(step, int):
        return Change(revision=1, ticket_id=step, removed=True)
    return Change(revision=1, ticket_id=step.id, ticket=ticket_of(step))
