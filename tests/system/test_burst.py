"""Ten thousand changes at once, of tickets of all months: what watchers of the resolution times are told meanwhile."""

import random
import time
from collections.abc import Callable, Iterator
from functools import partial
from zoneinfo import ZoneInfo

from analytics.campus_calendar import CampusCalendar
from analytics.kept_results import PACE_S
from analytics.resolution_time import ResolutionQuery, ResolutionTimeMetric
from campusdesk.access import Caller
from campusdesk.channel import open_channel
from campusdesk.facts import TicketFacts, encode
from campusdesk.rules import Role, Status
from campusdesk.v1.analytics_pb2 import ResolutionTimesResult, WatchResolutionTimesRequest
from campusdesk.v1.analytics_pb2_grpc import ResolutionTimeServiceStub
from campusdesk.v1.change_feed_pb2 import Changes, FactColumns, Snapshot, WatchResponse
from tests.analytics.histories import DAY_US, columns_of, us
from tests.analytics.test_resolution_history import change_of
from tests.campusdesk.scripted_feed import scripted_feed
from tests.system.programs import PATIENCE_S, analytics_server

NOW_US = us("2026-11-30T12:00Z")
MONTHS, TICKETS, CHANGES, BATCH = 37, 20_000, 10_000, 100


def ticket(number: int, among: random.Random) -> TicketFacts:
    """Return a ticket of any of the months, at any point of its life."""
    opened_us = NOW_US - among.randrange(MONTHS * 30 * DAY_US)
    status = among.choice([Status.OPEN, Status.ACTIVE, Status.CLOSED, Status.CLOSED])
    closed_us = min(opened_us + among.randrange(20 * DAY_US), NOW_US) if status == Status.CLOSED else 0
    category = among.randrange(1, 4)
    return TicketFacts(number, opened_us, 0, opened_us, closed_us, number, 0, status, category, 50, 1, 0, 0, 0)


def changed(tickets: dict[int, TicketFacts], revision: int, among: random.Random) -> TicketFacts:
    """Return a new ticket or, in turn with it, one of the others that became something else but for its opening."""
    if revision % 2:
        return ticket(TICKETS + revision, among)
    before = tickets[among.randrange(1, TICKETS + 1)]
    return ticket(before.id, among)._replace(open_time=before.open_time, close_time=0, status=Status.ACTIVE)


def batches(tickets: dict[int, TicketFacts]) -> Iterator[WatchResponse]:
    """Yield all changes, which the tickets take up, by messages as the ticket server sends them."""
    among = random.Random(2)
    for begin in range(0, CHANGES, BATCH):
        changes = Changes(revision=begin + BATCH)
        changes.server_time.FromMicroseconds(NOW_US)
        for revision in range(begin + 1, begin + BATCH + 1):
            facts = changed(tickets, revision, among)._replace(revision=revision)
            tickets[facts.id] = facts
            changes.changes.append(change_of(facts))
        yield WatchResponse(changes=changes)


def told_until(address: str, revision: int, then: Callable[[], None]) -> list[ResolutionTimesResult]:
    """Watch, call `then` after the first result, and return all up to the one that counts the revision."""
    told = []
    with open_channel(address, Caller(Role.HELPDESK, "Desk 2")) as channel:
        watch = ResolutionTimeServiceStub(channel).WatchResolutionTimes(
            WatchResolutionTimesRequest(), wait_for_ready=True, timeout=PATIENCE_S
        )
        told.append(next(watch))
        then()
        while told[-1].stamp.revision < revision:
            told.append(next(watch))
        watch.cancel()
    return told


def test_watchers_are_told_ten_results_a_second_at_most_and_the_whole_burst_at_the_end() -> None:
    tickets = {number: ticket(number, random.Random(number)) for number in range(1, TICKETS + 1)}
    snapshot = Snapshot(lineage="a", facts=FactColumns(**encode(columns_of(tickets.values()))), last=True)
    snapshot.server_time.FromMicroseconds(NOW_US)
    burst = list(batches(tickets))
    with scripted_feed() as feed:
        feed.then(WatchResponse(snapshot=snapshot))
        with analytics_server("resolution-time", feed.address) as server:
            begun = time.monotonic()
            told = told_until(server.address(), CHANGES, partial(feed.then, *burst))
            taken_s = time.monotonic() - begun

    metric = ResolutionTimeMetric(CampusCalendar(ZoneInfo("Europe/Rome")))
    metric.load(columns_of(sorted(tickets.values())))
    last = told[-1]
    expected = metric.result(ResolutionQuery(0, 0), last.stamp.as_of_time.ToMicroseconds())
    assert len(told) - 1 <= taken_s / (0.9 * PACE_S)
    assert (last.stamp.ticket_count, len(last.months)) == (len(tickets), MONTHS)
    last.ClearField("stamp")
    assert last == expected
