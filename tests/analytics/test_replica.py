"""The replica: facts and metric move together, and the ticket server's time is told right."""

import asyncio
import signal
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from functools import partial

import pytest

from analytics.category_load import CategoryLoadMetric
from analytics.replica import FeedThread, Replica
from campusdesk.access import Caller
from campusdesk.channel import open_channel
from campusdesk.errors import DeskError
from campusdesk.facts import Facts, TicketFacts, encode
from campusdesk.follow import Applied, Follower, FollowState, Idle, Reset
from campusdesk.rules import Reason, Role, Status
from campusdesk.v1.analytics_pb2 import CategoryLoadResult
from campusdesk.v1.change_feed_pb2 import Change, Changes, FactColumns, Progress, Snapshot, WatchResponse
from campusdesk.v1.ticket_pb2 import CATEGORY_TECHNICAL_IT, STATUS_ACTIVE, STATUS_OPEN, Ticket
from tests.analytics.histories import columns_of, us
from tests.campusdesk.scripted_feed import ScriptedFeed, scripted_feed

LoadReplica = Replica[None, CategoryLoadResult]
NOON = us("2026-05-04T12:00Z")
PATIENCE_S = 20.0


class Clock:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.time_us = 1000

    def __call__(self) -> int:
        return self.time_us


def active(ticket_id: int) -> TicketFacts:
    return TicketFacts(ticket_id, 5, 6, 6, 0, ticket_id, 0, Status.ACTIVE, CATEGORY_TECHNICAL_IT, 50, 1, 0, 0, 0)


def reset(replica: LoadReplica, clock: Clock, *ids: int, server_time_us: int = NOON) -> None:
    facts = Facts.from_snapshot([FactColumns(**encode(columns_of(map(active, ids))))])
    metric = CategoryLoadMetric()
    metric.load(facts.columns())
    replica.reset(metric, Reset(facts, 7, server_time_us, "one"), clock())


def change(ticket_id: int, status: int = STATUS_ACTIVE, *, removed: bool = False) -> Change:
    told = Change(revision=8, ticket_id=ticket_id, removed=removed)
    if not removed:
        told.ticket.CopyFrom(Ticket(id=ticket_id, category=CATEGORY_TECHNICAL_IT))
        told.ticket.status = STATUS_OPEN if status == STATUS_OPEN else STATUS_ACTIVE
    return told


def technical(replica: LoadReplica) -> tuple[int, int]:
    load = replica.metric.result(None, replica.now()).loads[1]
    return load.active_count, load.open_count


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def replica(clock: Clock) -> LoadReplica:
    return Replica(CategoryLoadMetric(), clock)


async def test_changes_move_the_metric_and_the_stamp(replica: LoadReplica, clock: Clock) -> None:
    reset(replica, clock, 1, 2)
    replica.apply(Applied([change(2, STATUS_OPEN), change(3), change(1, removed=True)], 12, NOON + 5), clock())

    assert technical(replica) == (1, 1)
    stamp = replica.stamp(replica.now())
    assert (stamp.revision, stamp.ticket_count, stamp.live) == (12, 2, True)
    assert stamp.as_of_time.ToMicroseconds() == NOON + 5


async def test_time_goes_on_from_what_the_ticket_server_said(replica: LoadReplica, clock: Clock) -> None:
    reset(replica, clock, 1)
    clock.time_us += 250

    assert replica.now() == NOON + 250
    replica.apply(Idle(7, NOON + 900), clock())
    assert replica.now() == NOON + 900


@pytest.mark.parametrize("jump_us", [86_400_000_000, 20 * 365 * 86_400_000_000])
async def test_time_follows_a_clock_that_was_set_forward_and_back(
    replica: LoadReplica, clock: Clock, jump_us: int
) -> None:
    reset(replica, clock, 1)
    for said in (NOON + jump_us, NOON + 500, NOON - jump_us, NOON + 900):
        version = replica.version
        replica.apply(Idle(7, said), clock())
        assert replica.now() == said
        assert replica.version > version, "who waits for a moment is woken"


async def test_time_never_goes_back_for_news_that_was_delayed(replica: LoadReplica, clock: Clock) -> None:
    reset(replica, clock, 1)
    clock.time_us += 500
    before = replica.now()
    replica.apply(Idle(7, NOON - 60_000_000), clock())

    assert replica.now() == before
    clock.time_us += 60_000_000 + 501
    assert replica.now() == before + 1


async def test_time_stands_still_while_away_and_the_facts_stay(replica: LoadReplica, clock: Clock) -> None:
    reset(replica, clock, 1)
    clock.time_us += 500
    replica.away()
    clock.time_us += 9_000

    assert technical(replica) == (1, 0)
    assert replica.stamp(replica.now()).live is False
    assert replica.stamp(replica.now()).as_of_time.ToMicroseconds() == NOON + 500
    replica.apply(Idle(7, NOON + 9_600), clock())
    assert replica.stamp(replica.now()).live is True
    assert replica.now() == NOON + 9_600


async def test_only_news_wakes_those_who_wait(replica: LoadReplica, clock: Clock) -> None:
    reset(replica, clock, 1)
    version = replica.version
    replica.apply(Idle(8, NOON + 1), clock())
    assert replica.version == version

    for happen in (replica.away, lambda: replica.apply(Idle(8, NOON + 2), clock()), replica.stop):
        version = replica.version
        waiting = asyncio.create_task(replica.changed(version, PATIENCE_S))
        happen()
        await asyncio.wait_for(waiting, PATIENCE_S / 2)
        assert replica.version == version + 1


async def test_waiting_ends_with_the_time_and_at_once_for_an_old_version(replica: LoadReplica) -> None:
    await asyncio.wait_for(replica.changed(replica.version, 0.001), PATIENCE_S)
    await asyncio.wait_for(replica.changed(replica.version - 1, 1_000.0), PATIENCE_S)


@asynccontextmanager
async def following(
    feed: ScriptedFeed, replica: LoadReplica, say: Callable[[FollowState], None]
) -> AsyncIterator[None]:
    channel = open_channel(feed.address, Caller(Role.ANALYTICS, "test"))
    thread = FeedThread(replica, CategoryLoadMetric, partial(Follower, channel), say)
    await thread.start(0.0)
    try:
        yield
    finally:
        await thread.stop()
        channel.close()


async def until(replica: LoadReplica, holds: Callable[[], bool]) -> None:
    async with asyncio.timeout(PATIENCE_S):
        while not holds():
            await replica.changed(replica.version, PATIENCE_S)


async def test_the_feed_keeps_the_replica_through_a_break_and_a_reset() -> None:
    states: list[bool] = []
    with scripted_feed() as feed:
        replica: LoadReplica = Replica(CategoryLoadMetric())
        async with following(feed, replica, lambda state: states.append(state.live)):
            part = Snapshot(lineage="a", revision=7, facts=FactColumns(**encode(columns_of([active(1)]))), last=True)
            feed.then(WatchResponse(snapshot=part))
            await until(replica, lambda: replica.live)
            assert technical(replica) == (1, 0)

            feed.then(DeskError(Reason.SERVER_STOPPING))
            await until(replica, lambda: not replica.live)
            assert technical(replica) == (1, 0)

            feed.then(WatchResponse(changes=Changes(changes=[change(2)], revision=8)))
            await until(replica, lambda: replica.live)
            assert technical(replica) == (2, 0)

            feed.then(DeskError(Reason.REVISION_COMPACTED))
            part = Snapshot(lineage="b", revision=3, facts=FactColumns(**encode(columns_of([active(9)]))), last=True)
            feed.then(WatchResponse(snapshot=part), WatchResponse(progress=Progress(revision=3)))
            await until(replica, lambda: technical(replica) == (1, 0))
            assert replica.stamp(replica.now()).revision == 3
        assert not replica.live
    assert states == [True, False, True]


class _Unloadable(CategoryLoadMetric):
    """A metric that meets facts it cannot take."""

    def load(self, columns: object) -> None:
        raise OverflowError("words that stay here")


async def test_a_feed_that_cannot_be_applied_ends_the_program(caplog: pytest.LogCaptureFixture) -> None:
    asked_to_stop = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, asked_to_stop.set)
    with scripted_feed() as feed:
        feed.then(WatchResponse(snapshot=Snapshot(lineage="a", revision=7, last=True)))
        replica: LoadReplica = Replica(CategoryLoadMetric())
        channel = open_channel(feed.address, Caller(Role.ANALYTICS, "test"))
        thread = FeedThread(replica, _Unloadable, partial(Follower, channel), lambda _state: None)
        await thread.start(0.0)
        async with asyncio.timeout(PATIENCE_S):
            await asked_to_stop.wait()
        await thread.stop()
        channel.close()
    asyncio.get_running_loop().remove_signal_handler(signal.SIGTERM)
    assert not replica.live
    assert "OverflowError" in caplog.text
    assert "words that stay here" not in caplog.text
