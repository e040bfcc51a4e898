"""Kept results: one computation for all who watch the same, as long as it holds, and only so many of them."""

import asyncio
from collections.abc import Callable
from typing import Any

import pytest

from analytics import rpc
from analytics.backlog import BacklogMetric
from analytics.campus_calendar import CampusCalendar
from analytics.kept_results import MOST_SAVED_S, MOST_SHARE, PACE_S, KeptResults
from analytics.replica import Replica, monotonic_us
from campusdesk.facts import Facts, encode
from campusdesk.follow import Applied, Idle, Reset
from campusdesk.v1.analytics_pb2 import BacklogResult
from campusdesk.v1.change_feed_pb2 import Change, FactColumns
from tests.analytics.histories import DAY_US, HOUR_US, ZONES, columns_of, us
from tests.analytics.test_backlog import opened
from tests.analytics.test_replica import PATIENCE_S, Clock
from tests.campusdesk.test_facts import ticket_of

NOON = us("2026-05-04T12:00Z")
PERIOD = DAY_US
PACE_US = int(PACE_S * 1_000_000)


class Counted(BacklogMetric):
    """A metric that counts how often it was asked, and whose results take as much processor time as a test says."""

    def __init__(self) -> None:
        super().__init__(CampusCalendar(ZONES[0]))
        self.computed = 0
        self.cost_s = self.spent_s = 0.0

    def result(self, query: int, now_us: int) -> BacklogResult:
        self.computed += 1
        self.spent_s += self.cost_s
        return super().result(query, now_us)


class Desk:
    """A replica with one ticket a minute old, by a clock that a test sets, or by the true one."""

    def __init__(self, clock: Callable[[], int] | None = None) -> None:
        self.time = Clock()
        self.clock = clock or self.time
        self.metric = Counted()
        self.replica: Replica[int, BacklogResult] = Replica(self.metric, self.clock)
        rows = opened(NOON - 60_000_000)
        self.metric.load(columns_of(rows))
        facts = Facts.from_snapshot([FactColumns(**encode(columns_of(rows)))])
        self.replica.reset(self.metric, Reset(facts, 7, NOON, "one"), self.clock())
        self.kept = KeptResults(self.replica, spent_s=lambda: self.metric.spent_s)

    def report(self, number: int) -> None:
        row = opened(NOON)[0]._replace(id=number, revision=number)
        change = Change(revision=number, ticket_id=number, ticket=ticket_of(row))
        self.replica.apply(Applied([change], 7 + number, self.replica.now()), self.clock())

    def passes(self, microseconds: int) -> None:
        self.time.time_us += microseconds

    def told(self, period_us: int = PERIOD) -> BacklogResult:
        return BacklogResult.FromString(self.kept.told(period_us).message)


@pytest.fixture
async def desk() -> Desk:
    return Desk()


async def test_what_holds_is_computed_once_and_stamped_for_the_moment(desk: Desk) -> None:
    first = desk.told()
    desk.passes(60_000_000)
    desk.replica.apply(Idle(9, desk.replica.now()), desk.clock())
    second = desk.told()

    assert desk.metric.computed == 1
    assert (first.stamp.revision, second.stamp.revision) == (7, 9)
    assert second.stamp.as_of_time.ToMicroseconds() == NOON + 60_000_000
    assert second.bars[0].start_time.ToMicroseconds() == NOON + 60_000_000 - PERIOD
    first.ClearField("stamp")
    second.ClearField("stamp")
    first.bars[0].ClearField("start_time")
    second.bars[0].ClearField("start_time")
    assert first == second


@pytest.mark.parametrize(
    "happen",
    [
        lambda desk: desk.report(2),
        lambda desk: desk.replica.away(),
        lambda desk: desk.passes(HOUR_US),
        lambda desk: desk.replica.apply(Idle(7, NOON - DAY_US), desk.clock()),
    ],
    ids=["a change", "the ticket server away", "a bar begins", "a clock set back"],
)
async def test_what_holds_no_more_is_computed_again(desk: Desk, happen: Callable[[Desk], None]) -> None:
    desk.told()
    desk.passes(PACE_US)
    happen(desk)
    second = desk.told()

    assert desk.metric.computed == 2
    assert second.stamp.as_of_time.ToMicroseconds() == desk.replica.now()
    assert second.stamp.live == desk.replica.live


async def test_what_moves_without_end_is_no_news(desk: Desk) -> None:
    before = desk.kept.told(PERIOD)
    desk.passes(60_000_000)
    # A change of nothing that is counted: the result is computed anew, and is the same.
    again = opened(NOON - 60_000_000)[0]._replace(revision=8)
    desk.replica.apply(
        Applied([Change(revision=8, ticket_id=1, ticket=ticket_of(again))], 8, desk.replica.now()), desk.clock()
    )
    after = desk.kept.told(PERIOD)

    assert desk.metric.computed == 2
    assert after.essence == before.essence
    assert after.message != before.message


async def test_however_much_changes_it_is_computed_ten_times_a_second(desk: Desk) -> None:
    for number in range(2, 102):
        desk.report(number)
        desk.told()
        desk.passes(PACE_US // 10)

    assert desk.metric.computed == 10
    desk.passes(PACE_US)
    assert desk.told().not_closed == 101


async def test_dear_results_take_no_more_than_their_share_of_a_burst_and_tell_what_they_counted(desk: Desk) -> None:
    desk.metric.cost_s = 0.1
    for number in range(2, 202):
        desk.report(number)
        told = desk.told()
        assert told.stamp.revision == 7 + told.not_closed, "no result is stamped as of what it has not counted"
        desk.passes(10_000)

    assert desk.metric.computed == pytest.approx(2.0 * MOST_SHARE / 0.1, abs=1)
    desk.passes(int(0.1 / MOST_SHARE * 1e6))
    assert (desk.told().not_closed, desk.told().stamp.revision) == (201, 208)


async def test_dear_results_of_several_queries_share_the_time_in_turn(desk: Desk) -> None:
    desk.metric.cost_s = 0.05
    periods = [PERIOD + number for number in range(4)]
    news = dict.fromkeys(periods, 0)
    before = dict.fromkeys(periods, 0)
    for number in range(2, 602):
        desk.report(number)
        for period_us in periods:
            counted = desk.told(period_us).not_closed
            news[period_us] += counted > before[period_us]
            before[period_us] = counted
        desk.passes(10_000)

    assert desk.metric.computed * 0.05 <= 6.0 * MOST_SHARE + len(periods) * 0.05 + MOST_SAVED_S
    assert max(news.values()) - min(news.values()) <= 1
    desk.passes(int(len(periods) * 0.05 / MOST_SHARE * 1e6))
    assert [desk.told(period_us).not_closed for period_us in periods] == [601] * 4


async def test_a_dear_result_comes_at_once_after_a_quiet_time(desk: Desk) -> None:
    desk.metric.cost_s = 0.5
    desk.told()
    desk.passes(int(0.5 / MOST_SHARE * 1e6))
    desk.report(2)

    assert desk.told().not_closed == 2


async def test_one_dear_result_after_a_quiet_time_holds_up_none(desk: Desk) -> None:
    for number in (2, 4, 6):
        desk.passes(1_000_000)
        desk.metric.cost_s = 0.02
        desk.report(number)
        desk.told()
        desk.passes(PACE_US)
        desk.metric.cost_s = 0.001
        desk.report(number + 1)
        assert desk.told().not_closed == number + 1


async def test_a_watcher_of_dear_results_is_told_the_newest_at_the_end() -> None:
    desk = Desk(monotonic_us)
    desk.metric.cost_s = 0.06
    begun, told = desk.kept.clock_s(), list[int]()

    async def watch() -> None:
        async for message in rpc.results(desk.kept, PERIOD):
            told.append(BacklogResult.FromString(message).not_closed)
            if told[-1] == 100:
                return

    watching = asyncio.create_task(watch())
    for number in range(2, 101):
        desk.report(number)
        await asyncio.sleep(0.005)
    await asyncio.wait_for(watching, PATIENCE_S)

    assert desk.metric.computed * 0.06 <= (desk.kept.clock_s() - begun) * MOST_SHARE + 0.06 + MOST_SAVED_S
    assert len(told) == desk.metric.computed


async def test_fifty_who_watch_the_same_cost_one_computation() -> None:
    desk = Desk(monotonic_us)
    streams = [rpc.results(desk.kept, PERIOD) for _ in range(50)]
    firsts = await asyncio.gather(*(asyncio.wait_for(anext(stream), PATIENCE_S) for stream in streams))
    desk.report(2)
    seconds = await asyncio.gather(*(asyncio.wait_for(anext(stream), PATIENCE_S) for stream in streams))

    assert desk.metric.computed == 2
    assert len({*firsts}) == len({*seconds}) == 1
    assert BacklogResult.FromString(seconds[0]).not_closed == 2


async def test_in_a_burst_all_who_watch_the_same_are_told_together() -> None:
    desk = Desk(monotonic_us)
    told = [0] * 20

    async def watch(number: int) -> None:
        async for message in rpc.results(desk.kept, PERIOD):
            told[number] += 1
            if BacklogResult.FromString(message).not_closed == 150:
                return

    begun = desk.kept.clock_s()
    watchers = [asyncio.create_task(watch(number)) for number in range(20)]
    for number in range(2, 151):
        desk.report(number)
        await asyncio.sleep(0.002)
    await asyncio.wait_for(asyncio.gather(*watchers), PATIENCE_S)
    ticks = (desk.kept.clock_s() - begun) / PACE_S

    assert desk.metric.computed <= ticks + 1
    assert max(told) <= ticks + 1


async def test_who_is_slow_is_told_the_newest_and_nothing_between() -> None:
    desk = Desk(monotonic_us)
    stream = rpc.results(desk.kept, PERIOD)
    await anext(stream)
    for number in range(2, 12):
        desk.report(number)
        await asyncio.sleep(0)
    told = BacklogResult.FromString(await asyncio.wait_for(anext(stream), PATIENCE_S))

    assert told.not_closed == 11


async def test_of_arbitrary_periods_as_many_are_kept_as_there_is_room_for(desk: Desk) -> None:
    room = 3 * kept_bytes(desk)
    kept: KeptResults[int, Any] = KeptResults(desk.replica, most_bytes=room)
    for period_us in range(PERIOD, PERIOD + 50):
        kept.told(period_us)
    counted = desk.metric.computed

    assert 1 < len(kept) <= 3
    kept.told(PERIOD + 49)
    assert desk.metric.computed == counted, "the newest was kept"
    kept.told(PERIOD)
    assert desk.metric.computed == counted + 1, "the oldest was not"


def kept_bytes(desk: Desk) -> int:
    """Return the room that the result of a period takes."""
    return 3 * len(desk.kept.told(PERIOD).essence)
