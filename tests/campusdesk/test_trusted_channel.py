"""A campus CA that is exchanged while channels are open."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import grpc
import pytest

from campusdesk.access import Caller
from campusdesk.channel import open_channel
from campusdesk.rules import Role
from campusdesk.tls import Trust
from tests.campusdesk.certificate_files import ECHO, TICK, Certificates, echo_server


class Exchange:
    """A server, a channel to it, and the certificates of both, to be exchanged one after the other."""

    def __init__(self, folder: Path, serving: Certificates, port: int) -> None:
        self._serving = serving
        self._new = Certificates(folder / "new")
        self._trusted = folder / "trusted.pem"
        shutil.copy(serving.ca, self._trusted)
        self.channel = open_channel(f"127.0.0.1:{port}", Caller(Role.USER, "LAB-1"), trust=Trust(self._trusted))

    def exchange_server(self) -> None:
        shutil.copy(self._new.key, self._serving.key)
        shutil.copy(self._new.certificate, self._serving.certificate)

    def exchange_trust(self) -> None:
        shutil.copy(self._new.ca, self._trusted)

    def break_trust(self) -> None:
        self._trusted.write_text("no certificate")

    def call(self) -> bytes:
        method: grpc.UnaryUnaryMultiCallable[bytes, bytes] = self.channel.unary_unary(ECHO)
        return method(b"hello", timeout=10)


@pytest.fixture
def exchange(tmp_path: Path) -> Iterator[Exchange]:
    serving = Certificates(tmp_path / "serving")
    with echo_server(serving.server_tls()) as port:
        made = Exchange(tmp_path, serving, port)
        with made.channel:
            yield made


def test_a_new_authority_counts_for_the_next_call(exchange: Exchange) -> None:
    assert exchange.call() == b"hello"
    exchange.exchange_server()
    exchange.exchange_trust()
    assert exchange.call() == b"hello"


def test_the_former_authority_does_not_count_any_more(exchange: Exchange) -> None:
    assert exchange.call() == b"hello"
    exchange.exchange_trust()
    # The server still shows what only the former authority vouches for.
    with pytest.raises(grpc.RpcError) as raised:
        exchange.call()
    assert raised.value.code() is grpc.StatusCode.UNAVAILABLE


def test_a_method_that_was_got_before_goes_on_with_the_new_authority(exchange: Exchange) -> None:
    method: grpc.UnaryUnaryMultiCallable[bytes, bytes] = exchange.channel.unary_unary(ECHO)
    assert method(b"one", timeout=10) == b"one"
    exchange.exchange_server()
    exchange.exchange_trust()
    assert method.future(b"two", timeout=10).result() == b"two"
    assert method.with_call(b"three", timeout=10)[0] == b"three"


def test_a_stream_outlives_an_exchange_and_ends_with_the_channel(exchange: Exchange) -> None:
    tick: grpc.UnaryStreamMultiCallable[bytes, bytes] = exchange.channel.unary_stream(TICK)
    ticks = tick(b"tick")
    assert next(ticks) == b"tick"
    exchange.exchange_server()
    exchange.exchange_trust()
    assert exchange.call() == b"hello"
    for _ in range(1_000):
        assert next(ticks) == b"tick"
    exchange.channel.close()
    with pytest.raises(grpc.RpcError):
        for _ in ticks:
            pass


def test_a_broken_file_leaves_the_authority_in_force(exchange: Exchange) -> None:
    exchange.break_trust()
    assert exchange.call() == b"hello"
    exchange.exchange_trust()
    exchange.exchange_server()
    assert exchange.call() == b"hello"


def test_a_closed_channel_stays_closed(exchange: Exchange) -> None:
    exchange.channel.close()
    exchange.exchange_trust()
    with pytest.raises(ValueError, match="Cannot invoke RPC"):
        exchange.call()
