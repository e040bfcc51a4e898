"""A server behind the guard: what gets in, and what a fault looks like from outside."""

import asyncio
import logging
from collections.abc import AsyncIterator, Sequence
from pathlib import Path
from typing import NoReturn

import grpc
import pytest
from grpc_health.v1 import health, health_pb2, health_pb2_grpc

from campusdesk.access import KEY_HEADER, Caller, Gate
from campusdesk.channel import OPTIONS
from campusdesk.errors import DeskError, from_rpc_error
from campusdesk.interceptors import Guard
from campusdesk.keys import Keyring
from campusdesk.rules import Reason, Role, Scope
from campusdesk.v1 import change_feed_pb2, change_feed_pb2_grpc, ticket_pb2, ticket_service_pb2, ticket_service_pb2_grpc
from tests.campusdesk.key_files import DESK_KEY, OTHER_KEY, write_keys

STAFF = Caller(Role.HELPDESK, "Desk 2").metadata()
SECRET = "the words of a ticket"
ENDLESS = "endless"


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

    async def ActivateTicket(self, request: ticket_service_pb2.ActivateTicketRequest, context: object) -> NoReturn:
        raise AssertionError

    async def Watch(
        self, request: change_feed_pb2.WatchRequest, context: object
    ) -> AsyncIterator[change_feed_pb2.WatchResponse]:
        yield change_feed_pb2.WatchResponse(progress=change_feed_pb2.Progress(revision=1))
        if request.lineage == ENDLESS:
            while True:
                await asyncio.sleep(0)
                yield change_feed_pb2.WatchResponse()
        raise DeskError(Reason.SERVER_STOPPING)


@pytest.fixture
def keys(tmp_path: Path) -> Path:
    """Where a keys file may come to be."""
    return tmp_path / "keys.toml"


@pytest.fixture
async def channel(keys: Path) -> AsyncIterator[grpc.aio.Channel]:
    server = grpc.aio.server(interceptors=(Guard(Gate(Keyring(keys))),), options=(("grpc.so_reuseport", 0),))
    port = server.add_insecure_port("127.0.0.1:0")
    servicer = Faulty()  # type: ignore[abstract]
    ticket_service_pb2_grpc.add_TicketServiceServicer_to_server(servicer, server)
    change_feed_pb2_grpc.add_ChangeFeedServiceServicer_to_server(servicer, server)
    health_pb2_grpc.add_HealthServicer_to_server(health.aio.HealthServicer(), server)
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


@pytest.mark.parametrize(
    ("key", "after", "reason"),
    [
        (DESK_KEY, {OTHER_KEY: Scope.HELPDESK}, Reason.KEY_UNKNOWN),
        (DESK_KEY, {DESK_KEY: Scope.ANALYTICS}, Reason.KEY_REQUIRED),
        (None, {OTHER_KEY: Scope.HELPDESK}, Reason.KEY_REQUIRED),
    ],
)
async def test_a_stream_ends_when_its_key_is_taken_away(
    key: str | None, after: dict[str, Scope], reason: Reason, channel: grpc.aio.Channel, keys: Path
) -> None:
    metadata = STAFF
    if key is not None:
        write_keys(keys, {key: Scope.HELPDESK})
        metadata = (*STAFF, (KEY_HEADER, key))
    stub = change_feed_pb2_grpc.ChangeFeedServiceStub(channel)
    call = stub.Watch(change_feed_pb2.WatchRequest(lineage=ENDLESS), metadata=metadata, timeout=10)
    events = aiter(call)
    for _ in range(3):
        await anext(events)
    write_keys(keys, after)
    with pytest.raises(grpc.RpcError) as raised:
        await read_to_the_end(events)
    assert from_rpc_error(raised.value).reason is reason


async def read_to_the_end(events: AsyncIterator[object]) -> None:
    async for _ in events:
        pass


async def test_a_stream_goes_on_when_another_key_is_taken_away(channel: grpc.aio.Channel, keys: Path) -> None:
    write_keys(keys, {DESK_KEY: Scope.HELPDESK, OTHER_KEY: Scope.HELPDESK})
    stub = change_feed_pb2_grpc.ChangeFeedServiceStub(channel)
    metadata = (*STAFF, (KEY_HEADER, DESK_KEY))
    events = stub.Watch(change_feed_pb2.WatchRequest(lineage=ENDLESS), metadata=metadata, timeout=10)
    await events.read()
    write_keys(keys, {DESK_KEY: Scope.HELPDESK})
    for _ in range(100):
        assert isinstance(await events.read(), change_feed_pb2.WatchResponse)
    events.cancel()


async def test_a_stream_of_bytes_that_are_no_request_is_refused_too(channel: grpc.aio.Channel) -> None:
    call: grpc.aio.UnaryStreamMultiCallable[bytes, bytes]
    call = channel.unary_stream("/campusdesk.v1.ChangeFeedService/Watch")
    with pytest.raises(grpc.RpcError) as raised:
        await call(b"\xff\xff\xff", metadata=STAFF, timeout=10).read()
    assert from_rpc_error(raised.value).reason is Reason.FIELD_INVALID


async def test_a_method_that_the_role_may_not_call_does_not_run(channel: grpc.aio.Channel) -> None:
    stub = ticket_service_pb2_grpc.TicketServiceStub(channel)
    user = Caller(Role.USER, "LAB-1").metadata()
    with pytest.raises(grpc.RpcError) as raised:
        await stub.ActivateTicket(ticket_service_pb2.ActivateTicketRequest(id=1), metadata=user, timeout=10)
    assert from_rpc_error(raised.value).reason is Reason.ROLE_FORBIDDEN


async def test_a_method_that_is_not_there_is_unimplemented(channel: grpc.aio.Channel) -> None:
    call: grpc.aio.UnaryUnaryMultiCallable[bytes, bytes]
    call = channel.unary_unary("/campusdesk.v1.TicketService/DeleteTicket")
    with pytest.raises(grpc.RpcError) as raised:
        await call(b"", metadata=STAFF, timeout=10)
    assert raised.value.code() is grpc.StatusCode.UNIMPLEMENTED


async def test_health_is_watched_without_a_role(channel: grpc.aio.Channel) -> None:
    call: grpc.aio.UnaryStreamMultiCallable[bytes, bytes] = channel.unary_stream("/grpc.health.v1.Health/Watch")
    watch = call(health_pb2.HealthCheckRequest().SerializeToString(), timeout=10)
    answer = await watch.read()
    assert isinstance(answer, bytes)
    assert health_pb2.HealthCheckResponse.FromString(answer).status == health_pb2.HealthCheckResponse.SERVING
    watch.cancel()
