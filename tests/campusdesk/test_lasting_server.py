"""Another server takes over when bytes at the port have ended the one that accepted calls."""

import asyncio
import signal
import ssl
from collections.abc import AsyncIterator
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

import grpc
import pytest

from campusdesk import lasting_server
from campusdesk.lasting_server import LastingServer
from campusdesk.tls import Trust
from tests.campusdesk.certificate_files import Certificates
from tests.campusdesk.http2 import call

# A method whose name is not UTF-8 ends the loop of grpc.aio.
DEADLY = call(b"/campus.Echo/\xff")

# It tries to connect again at once.
OPTIONS = (("grpc.initial_reconnect_backoff_ms", 50), ("grpc.min_reconnect_backoff_ms", 50))

_Context: TypeAlias = "grpc.aio.ServicerContext[bytes, bytes]"


async def echo(request: bytes, _context: _Context) -> bytes:
    return request


async def count(_request: bytes, _context: _Context) -> AsyncIterator[bytes]:
    for number in range(10):
        yield str(number).encode()
        await asyncio.sleep(0.01)


class Place(NamedTuple):
    """Where a server listens, and by which certificate authority it is known, if it speaks TLS."""

    port: int
    ca: Path | None

    def open(self) -> grpc.aio.Channel:
        """Open a channel that tries to connect again at once."""
        address = f"127.0.0.1:{self.port}"
        if self.ca is None:
            return grpc.aio.insecure_channel(address, options=OPTIONS)
        return grpc.aio.secure_channel(address, Trust(self.ca).credentials(), options=OPTIONS)

    async def kill(self) -> None:
        """End the accepting loop, and wait until the server has hung up."""
        context = None
        if self.ca is not None:
            context = ssl.create_default_context(cafile=self.ca)
            context.set_alpn_protocols(["h2"])
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port, ssl=context)
        writer.write(DEADLY)
        if context is None:
            writer.write_eof()
        # It may hang up before all has been read.
        with suppress(ConnectionError):
            await reader.read()
        writer.close()


@pytest.fixture(params=["generic", "registered", "secure"])
async def place(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Place]:
    """Serve an echo and a count, by handlers of either kind, and over TLS."""
    tls = Certificates(tmp_path).server_tls() if request.param == "secure" else None
    server = LastingServer(
        lambda: grpc.aio.server(options=(("grpc.so_reuseport", 0),)), tls.credentials if tls is not None else None
    )
    methods: dict[str, grpc.RpcMethodHandler[Any, Any]] = {
        "Say": grpc.unary_unary_rpc_method_handler(echo),
        "Count": grpc.unary_stream_rpc_method_handler(count),
    }
    if request.param == "registered":
        server.add_registered_method_handlers("campus.Echo", methods)
    else:
        server.add_generic_rpc_handlers((grpc.method_handlers_generic_handler("campus.Echo", methods),))
    address = "127.0.0.1:0"
    port = server.add_insecure_port(address) if tls is None else server.add_secure_port(address, tls.credentials())
    await server.start()
    yield Place(port, None if tls is None else tmp_path / "ca.pem")
    await server.stop(1)


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


async def test_calls_are_answered_again_each_time(place: Place) -> None:
    async with place.open() as channel:
        for word in (b"one", b"two", b"three"):
            assert await said(channel, word) == word
            await place.kill()
        assert await said(channel, b"four") == b"four"


async def test_a_stream_that_is_under_way_goes_on(place: Place) -> None:
    async with place.open() as channel:
        stream: grpc.aio.UnaryStreamMultiCallable[bytes, bytes] = channel.unary_stream("/campus.Echo/Count")
        told: list[int] = []
        async for number in stream(b"", timeout=10):
            if not told:
                await place.kill()
            told.append(int(number))
        assert told == list(range(10))


async def test_the_port_is_free_after_the_stop() -> None:
    server = LastingServer(lambda: grpc.aio.server(options=(("grpc.so_reuseport", 0),)))
    port = server.add_insecure_port("127.0.0.1:0")
    await server.start()
    assert await server.wait_for_termination(0.01)
    await Place(port, None).kill()
    await server.stop(None)
    again = grpc.aio.server(options=(("grpc.so_reuseport", 0),))
    assert again.add_insecure_port(f"127.0.0.1:{port}") == port
    await again.stop(None)


async def test_a_server_that_cannot_have_its_port_again_asks_its_program_to_end(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(lasting_server, "_PORT_PATIENCE_S", 0.1)
    monkeypatch.setattr(lasting_server, "_with_port", lambda _address, _port: "192.0.2.1:1")
    asked = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, asked.set)
    server = LastingServer(lambda: grpc.aio.server(options=(("grpc.so_reuseport", 0),)))
    port = server.add_insecure_port("127.0.0.1:0")
    await server.start()
    await Place(port, None).kill()
    await asyncio.wait_for(asked.wait(), 30)
    assert "cannot be taken over" in caplog.text
    await server.stop(None)
    asyncio.get_running_loop().remove_signal_handler(signal.SIGTERM)
