"""The services of the analytics servers: one result stream for all, on every change and as the time goes on."""

import asyncio
import time
from collections.abc import AsyncIterator

import grpc
from google.protobuf.duration_pb2 import Duration

from analytics.metric import QueryT, ResultT
from analytics.replica import Replica
from analytics.resolution_time import ResolutionQuery
from campusdesk.errors import DeskError
from campusdesk.rules import Reason
from campusdesk.v1 import analytics_pb2, analytics_pb2_grpc

Server = grpc.aio.Server
Channel = grpc.Channel

LOAD_PATIENCE_S = 5.0
PACE_S = 0.1
REFRESH_S = 30.0

SHORTEST_PERIOD_US = 60 * 1_000_000
LONGEST_PERIOD_US = 3_660 * 86_400 * 1_000_000


async def results(replica: Replica[QueryT, ResultT], query: QueryT) -> AsyncIterator[ResultT]:
    """Yield the result at once, then whenever it is another one (at most 10 a second), and every 30 s as it is.

    Raises DeskError: NOT_READY when there are no facts after 5 s, SERVER_STOPPING at the end.
    """
    await _loaded(replica)
    told, told_at = b"", 0.0
    while not replica.stopping:
        version, now_us, live = replica.version, replica.now(), replica.live
        result = replica.metric.result(query, now_us)
        essence = replica.metric.essence(result) + bytes([live])
        if essence != told or time.monotonic() - told_at >= REFRESH_S:
            told, told_at = essence, time.monotonic()
            result.stamp.CopyFrom(replica.stamp(now_us))
            yield result
        await asyncio.sleep(PACE_S)
        await replica.changed(version, _pause_s(replica, query, now_us, told_at))
    raise DeskError(Reason.SERVER_STOPPING)


async def _loaded(replica: Replica[QueryT, ResultT]) -> None:
    deadline = time.monotonic() + LOAD_PATIENCE_S
    while not (replica.loaded or replica.stopping):
        left_s = deadline - time.monotonic()
        if left_s <= 0:
            raise DeskError(Reason.NOT_READY)
        await replica.changed(replica.version, left_s)


def _pause_s(replica: Replica[QueryT, ResultT], query: QueryT, now_us: int, told_at: float) -> float:
    """Return for how long a result computed for `now_us` stays as it is without any change of a ticket."""
    pause_s = told_at + REFRESH_S - time.monotonic()
    until_us = replica.metric.valid_until(query, now_us) if replica.live else None
    if until_us is not None:
        pause_s = min(pause_s, (until_us - replica.now()) / 1_000_000)
    return max(pause_s, 0.0)


def period_us(period: Duration) -> int:
    """Return the period in microseconds; raises DeskError FIELD_INVALID unless it is 1 minute to 3,660 days."""
    # Checked part by part: protobuf takes mixed signs and a billion and more nanoseconds without a word.
    if 0 <= period.seconds <= LONGEST_PERIOD_US and 0 <= period.nanos < 1_000_000_000:
        microseconds = period.seconds * 1_000_000 + period.nanos // 1_000
        if SHORTEST_PERIOD_US <= microseconds <= LONGEST_PERIOD_US:
            return microseconds
    raise DeskError(Reason.FIELD_INVALID, field="period")


class BacklogServicer(analytics_pb2_grpc.BacklogServiceServicer):
    """Service 1."""

    def __init__(self, replica: Replica[int, analytics_pb2.BacklogResult]) -> None:
        self._replica = replica

    def WatchBacklog(
        self, request: analytics_pb2.WatchBacklogRequest, context: grpc.ServicerContext
    ) -> AsyncIterator[analytics_pb2.BacklogResult]:
        """Stream the backlog of the period."""
        return results(self._replica, period_us(request.period))


class ResolutionTimeServicer(analytics_pb2_grpc.ResolutionTimeServiceServicer):
    """Service 2."""

    def __init__(self, replica: Replica[ResolutionQuery, analytics_pb2.ResolutionTimesResult]) -> None:
        self._replica = replica

    def WatchResolutionTimes(
        self, request: analytics_pb2.WatchResolutionTimesRequest, context: grpc.ServicerContext
    ) -> AsyncIterator[analytics_pb2.ResolutionTimesResult]:
        """Stream the resolution times of all months."""
        return results(self._replica, ResolutionQuery(0, 0))


class CategoryLoadServicer(analytics_pb2_grpc.CategoryLoadServiceServicer):
    """Service 3."""

    def __init__(self, replica: Replica[None, analytics_pb2.CategoryLoadResult]) -> None:
        self._replica = replica

    def WatchCategoryLoad(
        self, request: analytics_pb2.WatchCategoryLoadRequest, context: grpc.ServicerContext
    ) -> AsyncIterator[analytics_pb2.CategoryLoadResult]:
        """Stream the load of each category."""
        return results(self._replica, None)


def add_backlog(server: Server, replica: Replica[int, analytics_pb2.BacklogResult]) -> str:
    """Let the server answer for service 1; return its name."""
    analytics_pb2_grpc.add_BacklogServiceServicer_to_server(BacklogServicer(replica), server)
    return _name("BacklogService")


def add_resolution_time(server: Server, replica: Replica[ResolutionQuery, analytics_pb2.ResolutionTimesResult]) -> str:
    """Let the server answer for service 2; return its name."""
    analytics_pb2_grpc.add_ResolutionTimeServiceServicer_to_server(ResolutionTimeServicer(replica), server)
    return _name("ResolutionTimeService")


def add_category_load(server: Server, replica: Replica[None, analytics_pb2.CategoryLoadResult]) -> str:
    """Let the server answer for service 3; return its name."""
    analytics_pb2_grpc.add_CategoryLoadServiceServicer_to_server(CategoryLoadServicer(replica), server)
    return _name("CategoryLoadService")


def _name(service: str) -> str:
    return analytics_pb2.DESCRIPTOR.services_by_name[service].full_name
