"""Another server takes over when bytes at the port have ended the one that accepted calls."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any, TypeAlias

import grpc
import pytest

from campusdesk.lasting_server import LastingServer
from tests.campusdesk.http2 import call

# A method whose name is not UTF-8 ends the loop of grpc.aio.
DEADLY = call(b"/campus.Echo/\xff")

# It tries to connect again at once.
OPTIONS = (("grpc.initial_reconnect_backoff_ms", 50), ("grpc.min_reconnect_backoff_ms", 50))

_Context: TypeAlias = "grpc.aio.ServicerContext[bytes, bytes]"


async def echo(request: bytes, _context: _Context) -> bytes:
    return request


async def count(_request: bytes, _context: _Context) -> AsyncIterator[bytes]:
    for number in range(50):
        yield str(number).encode()
        await asyncio.sleep(0.01)


@pytest.fixture(params=["generic", "registered"])
async def address(request: pytest.FixtureRequest) -> AsyncIterator[str]:
    """Serve an echo and a count, by handlers of either kind."""
    server = LastingServer(lambda: grpc.aio.server(options=(("grpc.so_reuseport", 0),)))
    methods: dict[str, grpc.RpcMethodHandler[Any, Any]] = {
        "Say": grpc.unary_unary_rpc_method_handler(echo),
        "Count": grpc.unary_stream_rpc_method_handler(count),
    }
    if request.param == "generic":
        server.add_generic_rpc_handlers((grpc.method_handlers_generic_handler("campus.Echo", methods),))
    else:
        server.add_registered_method_handlers("campus.Echo", methods)
    port = server.add_insecure_port("127.0.0.1:0")
    await server.start()
    yield f"127.0.0.1:{port}"
    await server.stop(1)


async def kill(address: str) -> None:
    """End the accepting loop, and wait until the server has hung up."""
    host, port = address.split(":")
    reader, writer = await asyncio.open_connection(host, int(port))
    writer.write(DEADLY)
    writer.write_eof()
    await reader.read()
    writer.close()


async def said(channel: grpc.aio.Channel, word: bytes) -> bytes:
    """Return the echo, as soon as somebody answers."""
    say: grpc.aio.UnaryUnaryMultiCallable[bytes, bytes] = channel.unary_unary("/campus.Echo/Say")
    while True:
        try:
            return await say(word, wait_for_ready=True, timeout=10)
        except grpc.aio.AioRpcError as error:
            # A call may have been on its way to the server that ended.
            if error.code() not in {grpc.StatusCode.UNAVAILABLE, grpc.StatusCode.CANCELLED}:
                raise


async def test_calls_are_answered_again_each_time(address: str) -> None:
    async with grpc.aio.insecure_channel(address, options=OPTIONS) as channel:
        for word in (b"one", b"two", b"three"):
            assert await said(channel, word) == word
            await kill(address)
        assert await said(channel, b"four") == b"four"


async def test_a_stream_that_is_under_way_goes_on(address: str) -> None:
    async with grpc.aio.insecure_channel(address, options=OPTIONS) as channel:
        stream: grpc.aio.UnaryStreamMultiCallable[bytes, bytes] = channel.unary_stream("/campus.Echo/Count")
        told: list[int] = []
        async for number in stream(b"", timeout=10):
            if not told:
                await kill(address)
            told.append(int(number))
        assert told == list(range(50))


async def test_the_port_is_free_after_the_stop() -> None:
    server = LastingServer(lambda: grpc.aio.server(options=(("grpc.so_reuseport", 0),)))
    port = server.add_insecure_port("127.0.0.1:0")
    await server.start()
    assert await server.wait_for_termination(0.01)
    await kill(f"127.0.0.1:{port}")
    await server.stop(None)
    again = grpc.aio.server(options=(("grpc.so_reuseport", 0),))
    assert again.add_insecure_port(f"127.0.0.1:{port}") == port
    await again.stop(None)
