"""What servers say of themselves when they have no facts, and when they stop."""

from collections.abc import Iterator
from pathlib import Path

import grpc
import pytest
from google.protobuf.message import Message
from grpc_health.v1 import health_pb2

from campusdesk.access import Caller
from campusdesk.channel import OPTIONS, open_channel
from campusdesk.errors import from_rpc_error
from campusdesk.rules import Reason, Role
from campusdesk.v1 import change_feed_pb2, change_feed_pb2_grpc
from tests.system.programs import analytics_server, ticket_server, until
from tests.system.standard_services import health_of, health_watch, services_of


def test_reflection_is_off_unless_it_is_asked_for(tmp_path: Path) -> None:
    with ticket_server(tmp_path / "tickets.db") as program:
        with pytest.raises(grpc.RpcError) as raised:
            services_of(program.address())
        assert raised.value.code() is grpc.StatusCode.UNIMPLEMENTED


def test_an_analytics_server_without_facts_is_not_serving(tmp_path: Path) -> None:
    with ticket_server(tmp_path / "tickets.db") as tickets:
        address = tickets.address()
        tickets.kill()
        with analytics_server("category-load", address) as analysis:
            analysed = analysis.address()
            for name in ("", "campusdesk.v1.CategoryLoadService"):
                assert health_of(analysed, name) == health_pb2.HealthCheckResponse.NOT_SERVING
            with ticket_server(tmp_path / "tickets.db", address):
                serving = health_pb2.HealthCheckResponse.SERVING
                until(lambda: health_of(analysed, "") == serving, "the analytics server has its facts")


def reasons(watch: Iterator[Message]) -> Reason:
    """Read the watch to its end; return why it ended."""
    with pytest.raises(grpc.RpcError) as raised:
        list(watch)
    return from_rpc_error(raised.value).reason


@pytest.mark.alone
def test_a_thousand_watches_are_told_of_the_stop_and_do_not_hold_it(tmp_path: Path) -> None:
    # Another connection than the one that the watches fill.
    apart = (*OPTIONS, ("grpc.use_local_subchannel_pool", 1))
    with ticket_server(tmp_path / "tickets.db") as program:
        address = program.address()
        with (
            open_channel(address, Caller(Role.HELPDESK, "")) as channel,
            grpc.insecure_channel(address, apart) as other,
        ):
            stub = change_feed_pb2_grpc.ChangeFeedServiceStub(channel)
            watches = [stub.Watch(change_feed_pb2.WatchRequest()) for _ in range(1_000)]
            assert all(next(watch).snapshot.last for watch in watches)
            health = health_watch(other)
            assert next(health).status == health_pb2.HealthCheckResponse.SERVING
            assert program.stop() == 0
            assert {reasons(watch) for watch in watches} == {Reason.SERVER_STOPPING}
            assert {answer.status for answer in health} == {health_pb2.HealthCheckResponse.NOT_SERVING}
