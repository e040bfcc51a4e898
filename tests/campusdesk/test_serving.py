"""A server behind the guard: what gets in, what a fault looks like from outside, and how it stops."""

import logging
import signal
import socket
import subprocess
import sys
from collections.abc import AsyncIterator, Sequence

import grpc
import pytest
from grpc_health.v1 import health_pb2

from campusdesk.access import Caller
from campusdesk.channel import OPTIONS
from campusdesk.errors import DeskError, from_rpc_error
from campusdesk.interceptors import Guard
from campusdesk.rules import Reason, Role
from campusdesk.serving import REQUEST_LIMIT_BYTES
from campusdesk.v1 import change_feed_pb2, change_feed_pb2_grpc, ticket_pb2, ticket_service_pb2, ticket_service_pb2_grpc

STAFF = Caller(Role.HELPDESK, "Desk 2").metadata()
SECRET = "the words of a ticket"


class Faulty(
    ticket_service_pb2_grpc.TicketServiceServicer,
    change_feed_pb2_grpc.ChangeFeedServiceServicer,
):
    """A servicer that fails in the ways that a servicer can."""

    async def GetTicket(self, request: ticket_service_pb2.GetTicketRequest, context: object) -> ticket_pb2.Ticket:
        if request.id == 1:
            raise DeskError(Reason.TICKET_NOT_FOUND, ticket_id=1)
        if request.id == 2:
            raise RuntimeError(SECRET)
        return ticket_pb2.Ticket(id=request.id)

    async def Watch(
        self, request: change_feed_pb2.WatchRequest, context: object
    ) -> AsyncIterator[change_feed_pb2.WatchResponse]:
        yield change_feed_pb2.WatchResponse(progress=change_feed_pb2.Progress(revision=1))
        raise DeskError(Reason.SERVER_STOPPING)


@pytest.fixture
async def channel() -> AsyncIterator[grpc.aio.Channel]:
    server = grpc.aio.server(interceptors=(Guard(),), options=(("grpc.so_reuseport", 0),))
    port = server.add_insecure_port("127.0.0.1:0")
    servicer = Faulty()  # type: ignore[abstract]
    ticket_service_pb2_grpc.add_TicketServiceServicer_to_server(servicer, server)
    change_feed_pb2_grpc.add_ChangeFeedServiceServicer_to_server(servicer, server)
    await server.start()
    options = [option for option in OPTIONS if option[0] != "grpc.service_config"]
    async with grpc.aio.insecure_channel(f"127.0.0.1:{port}", options=options) as opened:
        yield opened
    await server.stop(None)


async def get(channel: grpc.aio.Channel, ticket_id: int, metadata: Sequence[tuple[str, str | bytes]] = STAFF) -> Reason:
    stub = ticket_service_pb2_grpc.TicketServiceStub(channel)
    with pytest.raises(grpc.RpcError) as raised:
        await stub.GetTicket(ticket_service_pb2.GetTicketRequest(id=ticket_id), metadata=metadata, timeout=10)
    return from_rpc_error(raised.value).reason


async def test_an_error_becomes_its_status(channel: grpc.aio.Channel) -> None:
    assert await get(channel, 1) is Reason.TICKET_NOT_FOUND


async def test_a_call_without_a_role_is_refused(channel: grpc.aio.Channel) -> None:
    assert await get(channel, 5, metadata=()) is Reason.ROLE_UNKNOWN


async def test_a_fault_tells_nobody_its_words(channel: grpc.aio.Channel, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        assert await get(channel, 2) is Reason.INTERNAL
    assert "RuntimeError" in caplog.text
    assert SECRET not in caplog.text


async def test_bytes_that_are_no_request_are_an_invalid_argument(channel: grpc.aio.Channel) -> None:
    call: grpc.aio.UnaryUnaryMultiCallable[bytes, bytes]
    # The last is a text that is no UTF-8.
    for method, malformed in (
        ("GetTicket", b"\xff\xff\xff"),
        ("GetTicket", b"\x08"),
        ("CreateTicket", b"\x0a\x02\xc3\x28"),
    ):
        call = channel.unary_unary(f"/campusdesk.v1.TicketService/{method}")
        with pytest.raises(grpc.RpcError) as raised:
            await call(malformed, metadata=STAFF, timeout=10)
        assert from_rpc_error(raised.value).reason is Reason.FIELD_INVALID


async def test_a_stream_ends_with_the_status_of_its_error(channel: grpc.aio.Channel) -> None:
    stub = change_feed_pb2_grpc.ChangeFeedServiceStub(channel)
    events = stub.Watch(change_feed_pb2.WatchRequest(), metadata=STAFF, timeout=10)
    first = await events.read()
    assert isinstance(first, change_feed_pb2.WatchResponse)
    assert first.progress.revision == 1
    with pytest.raises(grpc.RpcError) as raised:
        await events.read()
    assert from_rpc_error(raised.value).reason is Reason.SERVER_STOPPING


PROGRAM = """
import sys
from contextlib import asynccontextmanager
from campusdesk.address import parse_address
from campusdesk.serving import CannotStart, serve

@asynccontextmanager
async def services(server):
    if sys.argv[2:] == ["refuse"]:
        raise CannotStart("the database cannot be opened")
    yield lambda: None

sys.exit(serve(parse_address(sys.argv[1]), "The test server", services, until_eof="eof" in sys.argv))
"""


def start(*arguments: str) -> subprocess.Popen[str]:
    pipe = subprocess.PIPE
    return subprocess.Popen(
        [sys.executable, "-c", PROGRAM, *arguments], stdin=pipe, stdout=pipe, stderr=pipe, text=True
    )


def address_of(program: subprocess.Popen[str]) -> str:
    assert program.stdout is not None
    return program.stdout.readline().strip().rpartition(" ")[2]


@pytest.mark.parametrize("ending", ["SIGTERM", "SIGINT", "eof"])
def test_a_server_says_where_it_listens_answers_health_and_stops_cleanly(ending: str) -> None:
    with start("127.0.0.1:0", ending) as program:
        with grpc.insecure_channel(address_of(program), options=OPTIONS) as channel:
            check = channel.unary_unary(
                "/grpc.health.v1.Health/Check",
                request_serializer=health_pb2.HealthCheckRequest.SerializeToString,
                response_deserializer=health_pb2.HealthCheckResponse.FromString,
            )
            answer = check(health_pb2.HealthCheckRequest(), timeout=10)
        assert answer.status == health_pb2.HealthCheckResponse.SERVING
        if ending == "eof":
            assert program.stdin is not None
            program.stdin.close()
        else:
            program.send_signal(signal.Signals[ending])
        assert program.wait(10) == 0


def test_a_taken_port_is_said_plainly() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with start(f"127.0.0.1:{taken.getsockname()[1]}") as program:
            assert program.wait(10) == 1
            assert program.stderr is not None
            lines = program.stderr.read().splitlines()
    assert lines[-1].startswith("The test server cannot start: the address 127.0.0.1:")


def test_a_refusal_to_start_is_one_plain_line() -> None:
    with start("127.0.0.1:0", "refuse") as program:
        assert program.wait(10) == 1
        assert program.stderr is not None
        assert program.stderr.read() == "The test server cannot start: the database cannot be opened\n"


def test_the_request_limit_is_what_the_contract_says() -> None:
    assert REQUEST_LIMIT_BYTES == 256 * 1024
