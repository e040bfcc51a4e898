"""The services of the analytics servers: one result stream for all, on every change and as the time goes on."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from typing import Any, TypeAlias, TypeVar

import grpc
from google.protobuf.duration_pb2 import Duration
from google.protobuf.message import Message

from analytics.kept_results import PACE_S, KeptResults, Told
from analytics.metric import QueryT, ResultT
from analytics.replica import Replica
from analytics.resolution_time import ResolutionQuery
from campusdesk.errors import DeskError
from campusdesk.rules import Category, Reason
from campusdesk.v1 import analytics_pb2 as pb

Server = grpc.aio.Server
Channel = grpc.Channel
_Context: TypeAlias = "grpc.aio.ServicerContext[Any, Any]"
RequestT = TypeVar("RequestT", bound=Message)

LOAD_PATIENCE_S = 5.0
REFRESH_S = 30.0
# Watchers who were told this shortly one after the other are told together, and are waited for together the next time.
_TOGETHER_S = 0.01

SHORTEST_PERIOD_US = 60 * 1_000_000
LONGEST_PERIOD_US = 3_660 * 86_400 * 1_000_000
MOST_MONTHS = 1_200


async def results(kept: KeptResults[QueryT, ResultT], query: QueryT) -> AsyncIterator[bytes]:
    """Yield the result at once, then whenever it is another one and due again, and every 30 s as it is.

    Who is slow is told the newest result, and never those between. Raises DeskError: NOT_READY when there are no facts
    after 5 s, SERVER_STOPPING at the end.
    """
    replica = kept.replica
    await _loaded(replica)
    essence, told_at = b"", 0.0
    while not replica.stopping:
        told = kept.told(query)
        if told.essence != essence or kept.clock_s() - told_at >= REFRESH_S:
            essence, told_at = told.essence, kept.clock_s()
            yield told.message
        await asyncio.sleep(_due(told, told_at) - kept.clock_s())
        await replica.changed(told.version, _pause_s(kept, told, told_at))
    raise DeskError(Reason.SERVER_STOPPING)


async def _loaded(replica: Replica[QueryT, ResultT]) -> None:
    deadline = time.monotonic() + LOAD_PATIENCE_S
    while not (replica.loaded or replica.stopping):
        left_s = deadline - time.monotonic()
        if left_s <= 0:
            raise DeskError(Reason.NOT_READY)
        await replica.changed(replica.version, left_s)


def _due(told: Told[ResultT], told_at: float) -> float:
    """Return when who was told at that time may be told again: with all the others of the query, who share a result."""
    return told.due_at if told.due_at >= told_at + PACE_S - _TOGETHER_S else told.due_at + PACE_S


def _pause_s(kept: KeptResults[QueryT, ResultT], told: Told[ResultT], told_at: float) -> float:
    """Return for how long a result stays as it is without any change of a ticket."""
    pause_s = told_at + REFRESH_S - kept.clock_s()
    if told.until_us is not None and kept.replica.live:
        pause_s = min(pause_s, (told.until_us - kept.replica.now()) / 1_000_000)
    return max(pause_s, 0.0)


def period_us(period: Duration) -> int:
    """Return the period in microseconds; raises DeskError FIELD_INVALID unless it is 1 minute to 3,660 days."""
    # Checked part by part: protobuf takes mixed signs and a billion and more nanoseconds without a word.
    if 0 <= period.seconds <= LONGEST_PERIOD_US and 0 <= period.nanos < 1_000_000_000:
        microseconds = period.seconds * 1_000_000 + period.nanos // 1_000
        if SHORTEST_PERIOD_US <= microseconds <= LONGEST_PERIOD_US:
            return microseconds
    raise DeskError(Reason.FIELD_INVALID, field="period")


def resolution_query(request: pb.WatchResolutionTimesRequest) -> ResolutionQuery:
    """Return what is asked; raises DeskError FIELD_INVALID for months out of range and for an unknown category."""
    if not 0 <= request.months <= MOST_MONTHS:
        raise DeskError(Reason.FIELD_INVALID, field="months")
    if request.category not in (0, *Category):
        raise DeskError(Reason.FIELD_INVALID, field="category")
    return ResolutionQuery(request.months, request.category)


def add_backlog(server: Server, replica: Replica[int, pb.BacklogResult]) -> str:
    """Let the server answer for service 1; return its name."""

    def asked(request: pb.WatchBacklogRequest) -> int:
        return period_us(request.period)

    return add_watch(server, "campusdesk.v1.BacklogService/WatchBacklog", pb.WatchBacklogRequest, asked, replica)


def add_resolution_time(server: Server, replica: Replica[ResolutionQuery, pb.ResolutionTimesResult]) -> str:
    """Let the server answer for service 2; return its name."""
    path = "campusdesk.v1.ResolutionTimeService/WatchResolutionTimes"
    return add_watch(server, path, pb.WatchResolutionTimesRequest, resolution_query, replica)


def add_category_load(server: Server, replica: Replica[None, pb.CategoryLoadResult]) -> str:
    """Let the server answer for service 3; return its name."""

    def asked(_request: pb.WatchCategoryLoadRequest) -> None:
        """There is nothing to ask."""

    path = "campusdesk.v1.CategoryLoadService/WatchCategoryLoad"
    return add_watch(server, path, pb.WatchCategoryLoadRequest, asked, replica)


def add_watch(
    server: Server,
    path: str,
    request_type: type[RequestT],
    asked: Callable[[RequestT], QueryT],
    replica: Replica[QueryT, ResultT],
) -> str:
    """Let the server stream a replica's results; return the service's name.

    `path` is the name of the service and of its method, and `asked` tells the query of a request. What is serialised is
    bytes already, so that one encoding serves every watcher.
    """
    service, _, method = path.partition("/")
    kept = KeptResults(replica)

    def watch(request: RequestT, _context: _Context) -> AsyncIterator[bytes]:
        return results(kept, asked(request))

    handler = grpc.unary_stream_rpc_method_handler(
        watch, request_deserializer=request_type.FromString, response_serializer=bytes
    )
    server.add_generic_rpc_handlers((grpc.method_handlers_generic_handler(service, {method: handler}),))
    return service
