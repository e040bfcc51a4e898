"""A server behind the guard: what gets in, and what a fault looks like from outside."""

import logging
from collections.abc import AsyncIterator, Sequence
from pathlib import Path

import grpc
import pytest
from grpc_health.v1 import health_pb2

from campusdesk.access import KEY_HEADER, Caller
from campusdesk.errors import DeskError, from_rpc_error
from campusdesk.rules import Reason, Role, Scope
from campusdesk.v1 import change_feed_pb2, change_feed_pb2_grpc, ticket_service_pb2, ticket_service_pb2_grpc
from tests.campusdesk.guarded import ENDLESS, SECRET, STAFF, guarded
from tests.campusdesk.key_files import DESK_KEY, OTHER_KEY, write_keys
from tests.campusdesk.noted import Noted


@pytest.fixture
def keys(tmp_path: Path) -> Path:
    """Where a keys file may come to be."""
    return tmp_path / "keys.toml"


@pytest.fixture
def noted() -> Noted:
    """Return who is told of the calls."""
    return Noted()


@pytest.fixture
async def channel(keys: Path, noted: Noted) -> AsyncIterator[grpc.aio.Channel]:
    async with guarded(keys, noted) as opened:
        yield opened


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
    call = stub.Watch(change_feed_pb2.WatchRequest(lineage=ENDLESS), metadata=metadata, timeout=60)
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
    events = stub.Watch(change_feed_pb2.WatchRequest(lineage=ENDLESS), metadata=metadata, timeout=60)
    await events.read()
    write_keys(keys, {DESK_KEY: Scope.HELPDESK})
    for _ in range(100):
        assert isinstance(await events.read(), change_feed_pb2.WatchResponse)
    events.cancel()


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


async def activate(channel: grpc.aio.Channel) -> DeskError:
    stub = ticket_service_pb2_grpc.TicketServiceStub(channel)
    with pytest.raises(grpc.RpcError) as raised:
        await stub.ActivateTicket(ticket_service_pb2.ActivateTicketRequest(id=1), metadata=STAFF, timeout=10)
    return from_rpc_error(raised.value)


async def test_only_writes_are_counted_and_too_many_are_told_when_to_come_back(channel: grpc.aio.Channel) -> None:
    for _ in range(5):
        assert await get(channel, 1) is Reason.TICKET_NOT_FOUND
    assert [(await activate(channel)).reason for _ in range(2)] == [Reason.INTERNAL] * 2
    refused = await activate(channel)
    assert refused.reason is Reason.RATE_LIMITED
    assert refused.retry_delay_s is not None
    assert 900 < refused.retry_delay_s <= 1_000


async def test_too_many_streams_are_refused_until_one_ends(channel: grpc.aio.Channel) -> None:
    stub = change_feed_pb2_grpc.ChangeFeedServiceStub(channel)
    endless = change_feed_pb2.WatchRequest(lineage=ENDLESS)
    first, second = (stub.Watch(endless, metadata=STAFF, timeout=20) for _ in range(2))
    assert await first.read()
    assert await second.read()
    with pytest.raises(grpc.RpcError) as raised:
        await stub.Watch(endless, metadata=STAFF, timeout=20).read()
    assert from_rpc_error(raised.value).reason is Reason.TOO_MANY_STREAMS
    first.cancel()
    while True:
        again = stub.Watch(endless, metadata=STAFF, timeout=20)
        try:
            assert await again.read()
            break
        except grpc.RpcError as error:
            # The server hears of the end a moment later.
            reason = from_rpc_error(error).reason
        assert reason is Reason.TOO_MANY_STREAMS
    again.cancel()
    second.cancel()


async def test_the_observers_are_told_how_each_call_ended(channel: grpc.aio.Channel, noted: Noted) -> None:
    stub = ticket_service_pb2_grpc.TicketServiceStub(channel)
    await stub.GetTicket(ticket_service_pb2.GetTicketRequest(id=5), metadata=STAFF, timeout=10)
    await get(channel, 1)
    await get(channel, 2)
    await get(channel, 5, metadata=())
    call: grpc.aio.UnaryUnaryMultiCallable[bytes, bytes] = channel.unary_unary("/no/such/method")
    with pytest.raises(grpc.RpcError):
        await call(b"", timeout=10)
    await noted.told(5)
    assert noted.ends() == [
        ("GetTicket", "OK", ""),
        ("GetTicket", "NOT_FOUND", "TICKET_NOT_FOUND"),
        ("GetTicket", "INTERNAL", "INTERNAL"),
        ("GetTicket", "UNAUTHENTICATED", "ROLE_UNKNOWN"),
        ("unknown", "UNIMPLEMENTED", ""),
    ]
    assert len(noted.begun) == 5
    told = noted.ended_calls[0]
    assert (told.role, told.workstation, told.host) == ("helpdesk", "Desk 2", "127.0.0.1")
    assert told.seconds > 0


async def test_a_fault_is_known_by_the_id_of_its_call(channel: grpc.aio.Channel, noted: Noted) -> None:
    stub = ticket_service_pb2_grpc.TicketServiceStub(channel)
    with pytest.raises(grpc.RpcError) as raised:
        await stub.GetTicket(ticket_service_pb2.GetTicketRequest(id=2), metadata=STAFF, timeout=10)
    await noted.told(1)
    assert from_rpc_error(raised.value).metadata["fault"] == noted.ended_calls[0].request_id
