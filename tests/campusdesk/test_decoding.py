"""Requests that are none, or too large: each is refused with its reason."""

import asyncio
from collections.abc import AsyncIterator

import grpc
import pytest
from grpc_reflection.v1alpha import reflection

from campusdesk import decoding
from campusdesk.errors import from_rpc_error
from campusdesk.limits import REFUSED_UNREAD_BYTES, REQUEST_LIMIT_BYTES
from campusdesk.rules import Reason
from campusdesk.v1 import ticket_pb2
from tests.campusdesk.guarded import STAFF, guarded
from tests.campusdesk.noted import Noted


@pytest.fixture
async def channel() -> AsyncIterator[grpc.aio.Channel]:
    async with guarded(None, Noted()) as opened:
        yield opened


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


async def test_a_stream_of_bytes_that_are_no_request_is_refused_too(channel: grpc.aio.Channel) -> None:
    call: grpc.aio.UnaryStreamMultiCallable[bytes, bytes]
    call = channel.unary_stream("/campusdesk.v1.ChangeFeedService/Watch")
    with pytest.raises(grpc.RpcError) as raised:
        await call(b"\xff\xff\xff", metadata=STAFF, timeout=10).read()
    assert from_rpc_error(raised.value).reason is Reason.FIELD_INVALID


async def test_a_request_of_the_largest_size_is_read(channel: grpc.aio.Channel) -> None:
    call: grpc.aio.UnaryUnaryMultiCallable[bytes, bytes] = channel.unary_unary("/campusdesk.v1.TicketService/GetTicket")
    # A field that no program knows, as long as fits.
    data = b"\x08\x07\xa2\x06" + b"\xf8\xff\x0f" + b"x" * (REQUEST_LIMIT_BYTES - 7 - 1)
    assert len(data) <= REQUEST_LIMIT_BYTES
    assert ticket_pb2.Ticket.FromString(await call(data, metadata=STAFF, timeout=10)).id == 7


@pytest.mark.parametrize("packing", [grpc.Compression.NoCompression, grpc.Compression.Gzip])
@pytest.mark.parametrize("size", [REQUEST_LIMIT_BYTES + 1, REFUSED_UNREAD_BYTES])
async def test_a_request_that_is_too_large_is_refused_with_its_reason(
    channel: grpc.aio.Channel, size: int, packing: grpc.Compression
) -> None:
    call: grpc.aio.UnaryUnaryMultiCallable[bytes, bytes] = channel.unary_unary("/campusdesk.v1.TicketService/GetTicket")
    with pytest.raises(grpc.RpcError) as raised:
        await call(b"\x0a" * size, metadata=STAFF, timeout=10, compression=packing)
    assert raised.value.code() is grpc.StatusCode.RESOURCE_EXHAUSTED
    refusal = from_rpc_error(raised.value)
    assert (refusal.reason, refusal.metadata) == (Reason.REQUEST_TOO_LARGE, {"limit": str(REQUEST_LIMIT_BYTES)})


@pytest.mark.parametrize("packing", [grpc.Compression.NoCompression, grpc.Compression.Gzip])
async def test_a_request_that_nobody_reads_is_too_large_without_details(
    channel: grpc.aio.Channel, packing: grpc.Compression
) -> None:
    call: grpc.aio.UnaryUnaryMultiCallable[bytes, bytes] = channel.unary_unary("/campusdesk.v1.TicketService/GetTicket")
    with pytest.raises(grpc.RpcError) as raised:
        await call(b"\x0a" * (REFUSED_UNREAD_BYTES + 1), metadata=STAFF, timeout=10, compression=packing)
    assert raised.value.code() is grpc.StatusCode.RESOURCE_EXHAUSTED
    refusal = from_rpc_error(raised.value)
    assert (refusal.reason, refusal.metadata) == (Reason.REQUEST_TOO_LARGE, {})


@pytest.mark.parametrize("method", ["TicketService/GetTicket", "ChangeFeedService/Watch"])
async def test_a_request_that_does_not_arrive_in_time_is_none(
    channel: grpc.aio.Channel, method: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(decoding, "REQUEST_PATIENCE_S", 0.1)
    never = asyncio.Event()

    async def withheld() -> AsyncIterator[bytes]:
        await never.wait()
        yield b""

    call: grpc.aio.StreamUnaryMultiCallable[bytes, bytes] = channel.stream_unary(f"/campusdesk.v1.{method}")
    with pytest.raises(grpc.RpcError) as raised:
        await call(withheld(), metadata=STAFF, timeout=10)
    assert from_rpc_error(raised.value).reason is Reason.FIELD_INVALID


async def test_a_call_without_a_request_is_refused(channel: grpc.aio.Channel) -> None:
    call: grpc.aio.StreamUnaryMultiCallable[bytes, bytes] = channel.stream_unary(
        "/campusdesk.v1.TicketService/GetTicket"
    )
    with pytest.raises(grpc.RpcError) as raised:
        await call(iter(()), metadata=STAFF, timeout=10)
    assert from_rpc_error(raised.value).reason is Reason.FIELD_INVALID


async def test_the_requests_of_a_stream_are_decoded_with_care_too(channel: grpc.aio.Channel) -> None:
    call: grpc.aio.StreamStreamMultiCallable[bytes, bytes]
    call = channel.stream_stream(f"/{reflection.SERVICE_NAME}/ServerReflectionInfo")
    with pytest.raises(grpc.RpcError) as raised:
        await call(iter([b"\xff\xff\xff"]), timeout=10).read()
    assert from_rpc_error(raised.value).reason is Reason.FIELD_INVALID
