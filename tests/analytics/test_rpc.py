"""The result streams over a real gRPC server: at once, on change, paced, as time goes on, and to their end."""

import asyncio
import time
from collections.abc import AsyncIterator
from typing import Any, TypeVar

import grpc
import pytest
from google.protobuf.duration_pb2 import Duration

from analytics import rpc
from analytics.backlog import BacklogMetric
from analytics.campus_calendar import CampusCalendar
from analytics.category_load import CategoryLoadMetric
from analytics.kept_results import PACE_S, KeptResults
from analytics.replica import Replica, monotonic_us
from analytics.resolution_time import ResolutionQuery, ResolutionTimeMetric
from campusdesk.access import Caller, Gate
from campusdesk.errors import DeskError, from_rpc_error
from campusdesk.facts import Facts, encode
from campusdesk.follow import Applied, Idle, Reset
from campusdesk.interceptors import Guard
from campusdesk.keys import Keyring
from campusdesk.rules import Reason, Role, Status
from campusdesk.v1 import analytics_pb2 as pb
from campusdesk.v1.analytics_pb2_grpc import BacklogServiceStub, CategoryLoadServiceStub, ResolutionTimeServiceStub
from campusdesk.v1.change_feed_pb2 import FactColumns
from tests.analytics.histories import DAY_US, HOUR_US, MINUTE_US, ZONES, columns_of
from tests.analytics.test_replica import PATIENCE_S, active, change

ToldT = TypeVar("ToldT")

STAFF = Caller(Role.HELPDESK, "Desk 2").metadata()


class Served:
    """The three services in one server, each over the same tickets."""

    def __init__(self) -> None:
        calendar = CampusCalendar(ZONES[0])
        self.backlog: Replica[int, pb.BacklogResult] = Replica(BacklogMetric(calendar))
        self.times: Replica[ResolutionQuery, pb.ResolutionTimesResult] = Replica(ResolutionTimeMetric(calendar))
        self.load: Replica[None, pb.CategoryLoadResult] = Replica(CategoryLoadMetric())
        self.replicas: tuple[Replica[Any, Any], ...] = (self.backlog, self.times, self.load)

    def reset(self, *open_times_us: int, closed_us: int = 0) -> None:
        """Begin anew with an active technical ticket opened at each time, and one closed as soon as it was opened."""
        rows = [active(i)._replace(open_time=time_us) for i, time_us in enumerate(open_times_us, 1)]
        if closed_us:
            rows.append(active(99)._replace(open_time=closed_us, close_time=closed_us, status=Status.CLOSED))
        for replica in self.replicas:
            event = Reset(Facts.from_snapshot([FactColumns(**encode(columns_of(rows)))]), 7, now_us(), "one")
            replica.metric.load(event.facts.columns())
            replica.reset(replica.metric, event, monotonic_us())

    def apply(self, ticket_id: int) -> None:
        for replica in self.replicas:
            replica.apply(Applied([change(ticket_id)], 7 + ticket_id, now_us()), monotonic_us())


@pytest.fixture
async def served() -> Served:
    return Served()


@pytest.fixture
async def channel(served: Served) -> AsyncIterator[grpc.aio.Channel]:
    server = grpc.aio.server(interceptors=(Guard(Gate(Keyring(None))),), options=(("grpc.so_reuseport", 0),))
    rpc.add_backlog(server, served.backlog)
    rpc.add_resolution_time(server, served.times)
    rpc.add_category_load(server, served.load)
    port = server.add_insecure_port("127.0.0.1:0")
    await server.start()
    async with grpc.aio.insecure_channel(f"127.0.0.1:{port}", options=(("grpc.enable_http_proxy", 0),)) as opened:
        yield opened
    await server.stop(None)


def watch_load(channel: grpc.aio.Channel, role: Role = Role.HELPDESK) -> AsyncIterator[pb.CategoryLoadResult]:
    metadata = Caller(role, "Desk 2").metadata()
    return aiter(CategoryLoadServiceStub(channel).WatchCategoryLoad(pb.WatchCategoryLoadRequest(), metadata=metadata))


def watch_times(channel: grpc.aio.Channel) -> AsyncIterator[pb.ResolutionTimesResult]:
    request = pb.WatchResolutionTimesRequest()
    return aiter(ResolutionTimeServiceStub(channel).WatchResolutionTimes(request, metadata=STAFF))


def watch_backlog(channel: grpc.aio.Channel, period: Duration) -> AsyncIterator[pb.BacklogResult]:
    return aiter(BacklogServiceStub(channel).WatchBacklog(pb.WatchBacklogRequest(period=period), metadata=STAFF))


async def following(stream: AsyncIterator[ToldT]) -> ToldT:
    """Return the next result of the stream."""
    return await asyncio.wait_for(anext(stream), PATIENCE_S)


async def refusal(stream: AsyncIterator[object]) -> DeskError:
    with pytest.raises(grpc.aio.AioRpcError) as caught:
        await asyncio.wait_for(anext(stream), PATIENCE_S)
    return from_rpc_error(caught.value)


def now_us() -> int:
    return time.time_ns() // 1000


async def test_all_three_tell_at_once_and_on_change(served: Served, channel: grpc.aio.Channel) -> None:
    served.reset(now_us(), closed_us=now_us())
    backlogs, times = watch_backlog(channel, Duration(seconds=3600)), watch_times(channel)
    loads = watch_load(channel)
    for count in (1, 2):
        backlog, month, load = await following(backlogs), await following(times), await following(loads)

        assert (backlog.not_closed, month.months[-1].not_closed_count, load.loads[1].active_count) == (count,) * 3
        assert all(result.stamp.live and result.stamp.ticket_count == count + 1 for result in (backlog, month, load))
        served.reset(now_us(), now_us(), closed_us=now_us())


async def test_the_backlog_falls_by_itself_when_a_ticket_slides_out_of_the_period(
    served: Served, channel: grpc.aio.Channel
) -> None:
    leaves_us = now_us() + 1_500_000
    served.reset(leaves_us - MINUTE_US)
    backlogs = watch_backlog(channel, Duration(seconds=60))

    assert (await following(backlogs)).not_closed == 1
    fallen = await following(backlogs)
    while fallen.not_closed:
        fallen = await following(backlogs)

    # By itself, and not only when all results are told anew.
    assert 0 <= fallen.stamp.as_of_time.ToMicroseconds() - leaves_us < rpc.REFRESH_S * 500_000
    assert fallen.stamp.revision == 7


async def test_results_come_at_most_ten_a_second_and_the_first_after_a_quiet_time_at_once(
    served: Served, channel: grpc.aio.Channel
) -> None:
    served.reset()
    loads = watch_load(channel)
    await following(loads)
    begin = time.monotonic()
    for ticket_id in range(1, 6):
        served.apply(ticket_id)
        assert (await following(loads)).loads[1].active_count == ticket_id

    assert time.monotonic() - begin > 0.45


async def test_what_is_no_news_is_not_told(served: Served) -> None:
    served.reset(0)
    stream = rpc.results(KeptResults(served.load), None)
    await following(stream)
    telling = asyncio.create_task(following(stream))
    served.load.apply(Applied([change(1)], 8, now_us()), monotonic_us())

    done, _ = await asyncio.wait({telling}, timeout=3 * PACE_S)
    assert not done
    served.apply(2)
    assert pb.CategoryLoadResult.FromString(await telling).loads[1].active_count == 2


async def test_a_result_that_stays_is_told_anew_for_its_stamp(
    served: Served, channel: grpc.aio.Channel, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rpc, "REFRESH_S", 0.2)
    served.reset(now_us())
    loads = watch_load(channel)
    first = await following(loads)
    served.load.apply(Idle(40, now_us()), monotonic_us())
    second = await following(loads)
    # On a busy machine the first may have been told twice by then.
    while second.stamp.revision == first.stamp.revision:
        second = await following(loads)

    assert second.loads == first.loads
    assert second.stamp.revision == 40
    assert second.stamp.as_of_time.ToMicroseconds() > first.stamp.as_of_time.ToMicroseconds()


async def test_an_absent_ticket_server_leaves_the_last_result(served: Served, channel: grpc.aio.Channel) -> None:
    served.reset(now_us())
    loads = watch_load(channel)
    await following(loads)
    served.load.away()
    last = await following(loads)
    served.load.apply(Idle(7, now_us()), monotonic_us())
    back = await following(loads)

    assert (last.stamp.live, last.loads[1].active_count) == (False, 1)
    assert (back.stamp.live, back.loads[1].active_count) == (True, 1)


async def test_the_first_result_waits_for_the_facts(served: Served, channel: grpc.aio.Channel) -> None:
    telling = asyncio.create_task(following(watch_load(channel)))
    served.load.away()
    served.reset(now_us())

    assert (await telling).loads[1].active_count == 1


async def test_without_facts_the_answer_is_not_ready(
    channel: grpc.aio.Channel, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rpc, "LOAD_PATIENCE_S", 0.05)

    assert (await refusal(watch_load(channel))).reason is Reason.NOT_READY


@pytest.mark.parametrize("loaded", [True, False])
async def test_stopping_ends_every_stream(served: Served, channel: grpc.aio.Channel, loaded: bool) -> None:
    loads = watch_load(channel)
    if loaded:
        served.reset()
        await following(loads)
    served.load.stop()

    assert (await refusal(loads)).reason is Reason.SERVER_STOPPING


async def test_a_simple_user_gets_no_analysis(served: Served, channel: grpc.aio.Channel) -> None:
    served.reset()

    assert (await refusal(watch_load(channel, Role.USER))).reason is Reason.ROLE_FORBIDDEN


@pytest.mark.parametrize(
    "period",
    [
        Duration(),
        Duration(seconds=59, nanos=999_999_000),
        Duration(seconds=3_660 * 86_400, nanos=1_000),
        Duration(seconds=-3600),
        Duration(seconds=3600, nanos=-1_000),
        Duration(seconds=3600, nanos=1_000_000_000),
        Duration(seconds=2**63 - 1),
        Duration(seconds=-(2**63)),
    ],
    ids=str,
)
async def test_a_period_out_of_range_is_refused(served: Served, channel: grpc.aio.Channel, period: Duration) -> None:
    served.reset()
    refused = await refusal(watch_backlog(channel, period))

    assert refused.reason is Reason.FIELD_INVALID
    assert refused.metadata == {"field": "period"}


@pytest.mark.parametrize(
    ("period", "microseconds"),
    [
        (Duration(seconds=60), MINUTE_US),
        (Duration(seconds=3600, nanos=1_999), HOUR_US + 1),
        (Duration(seconds=3_660 * 86_400), 3_660 * DAY_US),
    ],
    ids=str,
)
def test_a_period_in_range_is_read_to_the_microsecond(period: Duration, microseconds: int) -> None:
    assert rpc.period_us(period) == microseconds


@pytest.mark.parametrize(
    ("request_", "field"),
    [
        (pb.WatchResolutionTimesRequest(months=-1), "months"),
        (pb.WatchResolutionTimesRequest(months=1_201), "months"),
        (pb.WatchResolutionTimesRequest(category=4), "category"),  # type: ignore[arg-type]
        (pb.WatchResolutionTimesRequest(category=-1), "category"),  # type: ignore[arg-type]
    ],
    ids=str,
)
async def test_months_and_categories_that_there_are_not_are_refused(
    served: Served, channel: grpc.aio.Channel, request_: pb.WatchResolutionTimesRequest, field: str
) -> None:
    served.reset()
    refused = await refusal(aiter(ResolutionTimeServiceStub(channel).WatchResolutionTimes(request_, metadata=STAFF)))

    assert refused.reason is Reason.FIELD_INVALID
    assert refused.metadata == {"field": field}


@pytest.mark.parametrize("query", [(0, 0), (1, 1), (1_200, 3)], ids=str)
def test_months_and_categories_are_read_as_they_are_asked(query: tuple[int, int]) -> None:
    request = pb.WatchResolutionTimesRequest(months=query[0])
    request.category = pb.WatchResolutionTimesRequest(category=query[1]).category  # type: ignore[arg-type]

    assert rpc.resolution_query(request) == query
