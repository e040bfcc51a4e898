"""A further analysis is one file: an oracle for its number, and the result stream of all others over a real server."""

from collections.abc import AsyncIterator
from typing import Any

import grpc
import pytest
from google.protobuf.duration_pb2 import Duration
from hypothesis import given
from hypothesis import strategies as st

from analytics.replica import Replica, monotonic_us
from campusdesk import policy
from campusdesk.access import Caller, Gate
from campusdesk.facts import Facts, TicketFacts, encode
from campusdesk.follow import Applied, Reset
from campusdesk.interceptors import Guard
from campusdesk.keys import Keyring
from campusdesk.rules import Role, Status
from campusdesk.v1.analytics_pb2 import WatchBacklogRequest
from campusdesk.v1.change_feed_pb2 import FactColumns
from tests.analytics.further_analysis import PATH, PeopleWaitingMetric, PeopleWaitingResult, add_people_waiting
from tests.analytics.histories import DAY_US, HOUR_US, TIMES, columns_of
from tests.analytics.test_metric import LOADED
from tests.analytics.test_replica import active, change
from tests.analytics.test_rpc import following, now_us


@given(loaded=LOADED, now_us=TIMES, waited_us=st.sampled_from([0, HOUR_US, 40 * DAY_US]))
def test_its_number_is_that_of_looking_at_every_ticket(loaded: list[TicketFacts], now_us: int, waited_us: int) -> None:
    people = 0
    for ticket in loaded:
        if ticket.status != Status.CLOSED and now_us - ticket.open_time >= waited_us:
            people += 1 + ticket.me_too_count
    metric = PeopleWaitingMetric()
    metric.load(columns_of(loaded))
    assert metric.result(waited_us, now_us).people == people


@pytest.fixture
async def replica() -> Replica[int, Any]:
    return Replica(PeopleWaitingMetric())


@pytest.fixture
async def results(replica: Replica[int, Any], monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[AsyncIterator[Any]]:
    """Serve the analysis and watch it."""
    # Its line in the policy table: what is not named there is refused to everybody.
    monkeypatch.setitem(policy.METHODS, f"/{PATH}", frozenset({Role.HELPDESK}))
    server = grpc.aio.server(interceptors=(Guard(Gate(Keyring(None))),), options=(("grpc.so_reuseport", 0),))
    add_people_waiting(server, replica)
    port = server.add_insecure_port("127.0.0.1:0")
    await server.start()
    try:
        async with grpc.aio.insecure_channel(f"127.0.0.1:{port}", options=(("grpc.enable_http_proxy", 0),)) as channel:
            watch: Any = channel.unary_stream(
                f"/{PATH}",
                request_serializer=WatchBacklogRequest.SerializeToString,
                response_deserializer=PeopleWaitingResult.FromString,
            )
            request = WatchBacklogRequest(period=Duration(seconds=3600))
            yield aiter(watch(request, metadata=Caller(Role.HELPDESK, "Desk 2").metadata()))
    finally:
        await server.stop(None)


async def test_its_results_are_streamed_on_change_and_as_time_goes_on(
    replica: Replica[int, Any], results: AsyncIterator[Any]
) -> None:
    begun_us = now_us()
    rows = [
        active(1)._replace(open_time=begun_us - 2 * HOUR_US, me_too_count=3),
        active(2)._replace(open_time=begun_us - HOUR_US + 1_500_000),
    ]
    facts = Facts.from_snapshot([FactColumns(**encode(columns_of(rows)))])
    replica.metric.load(facts.columns())
    replica.reset(replica.metric, Reset(facts, 7, begun_us, "one"), monotonic_us())

    first = await following(results)
    assert (first.people, first.stamp.revision, first.stamp.ticket_count) == (4, 7, 2)
    assert (await following(results)).people == 5, "another one has been waiting for an hour"
    replica.apply(Applied([change(1, removed=True)], 9, now_us()), monotonic_us())
    last = await following(results)
    assert (last.people, last.stamp.revision) == (1, 9)
