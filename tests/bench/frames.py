"""A client that costs next to nothing: it writes requests that were put into HTTP/2 frames before the clock starts.

h2load sends one body again and again, but each Create needs a request id of its own.
"""

import base64
import socket
import struct
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from campusdesk.access import Caller

_PREFACE = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"
DATA, _HEADERS, _RESET, _SETTINGS, _PING, _GOAWAY, _WINDOW_UPDATE = 0, 1, 3, 4, 6, 7, 8
_ACK = _END_STREAM = 1
_END_HEADERS = 4
_LARGEST_WINDOW = 2**31 - 1
_FIRST_WINDOW = 65_535
_HEAD = struct.Struct(">HBBBI")


@dataclass(frozen=True)
class Answered:
    """What came of the calls of one round: its seconds, each call's seconds, and each answer's bytes."""

    elapsed_s: float
    seconds: list[float]
    answers: list[bytes]


@dataclass
class _Call:
    request: bytes
    begun: float = 0.0
    ended: float = 0.0
    answer: list[bytes] = field(default_factory=list)


class FrameConnection:
    """One HTTP/2 connection to a gRPC server, for calls of one caller."""

    def __init__(self, address: str, caller: Caller) -> None:
        """Connect to HOST:PORT."""
        host, _, port = address.rpartition(":")
        self._authority = address
        self._caller = caller
        self.socket = socket.create_connection((host, int(port)))
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._received = bytearray()
        self._next_stream = 1
        settings = struct.pack(">HIHI", 1, 0, 4, _LARGEST_WINDOW)  # no header table, whole answers at once
        grown = struct.pack(">I", _LARGEST_WINDOW - _FIRST_WINDOW)
        self.socket.sendall(_PREFACE + _frame(_SETTINGS, 0, 0, settings) + _frame(_WINDOW_UPDATE, 0, 0, grown))

    def close(self) -> None:
        """Close the connection."""
        self.socket.close()

    def headers(self, method: str) -> bytes:
        """Return the headers of calls of the method."""
        return _header_block(
            (":method", "POST"),
            (":scheme", "http"),
            (":path", method),
            (":authority", self._authority),
            ("te", "trailers"),
            ("content-type", "application/grpc"),
            *((key, header_text(value)) for key, value in self._caller.metadata()),
        )

    def call(self, headers: bytes, request: bytes) -> tuple[int, bytes]:
        """Return a new stream's number, and what is to be sent to make the call with the encoded request on it."""
        stream, self._next_stream = self._next_stream, self._next_stream + 2
        message = struct.pack(">BI", 0, len(request)) + request
        return stream, _frame(_HEADERS, _END_HEADERS, stream, headers) + _frame(DATA, _END_STREAM, stream, message)

    def take(self) -> Iterator[tuple[int, bytes | None]]:
        """Wait for something and yield it: streams with their data, or with None when they have ended.

        Raises ConnectionError when the server broke something off.
        """
        data = self.socket.recv(1 << 20)
        if not data:
            raise ConnectionError("the server closed the connection")
        self._received += data
        for kind, flags, stream, payload in self._frames():
            if kind == DATA:
                yield stream, payload
            elif kind == _HEADERS and flags & _END_STREAM:
                yield stream, None
            elif kind in {_RESET, _GOAWAY}:
                raise ConnectionError("a call was broken off")
            elif kind in {_SETTINGS, _PING} and not flags & _ACK:
                self.socket.sendall(_frame(kind, _ACK, 0, payload if kind == _PING else b""))

    def _frames(self) -> list[tuple[int, int, int, bytes]]:
        received, at, frames = self._received, 0, []
        while len(received) - at >= _HEAD.size:
            high, low, kind, flags, stream = _HEAD.unpack_from(received, at)
            end = at + _HEAD.size + (high << 8 | low)
            if end > len(received):
                break
            frames.append((kind, flags, stream, bytes(received[at + _HEAD.size : end])))
            at = end
        del received[:at]
        return frames


class FrameClient(FrameConnection):
    """Makes unary calls, many at a time."""

    def round(self, method: str, requests: Iterable[bytes], in_flight: int) -> Answered:
        """Make a call for each encoded request, so many at a time; raise ConnectionError when one is refused."""
        headers = self.headers(method)
        calls = {stream: _Call(sent) for stream, sent in (self.call(headers, request) for request in requests)}
        waiting = iter(calls.values())
        left = len(calls)
        begun = time.perf_counter()
        self._begin([call for _, call in zip(range(in_flight), waiting, strict=False)])
        while left:
            ended = sum(self._answered(calls[stream], data) for stream, data in self.take())
            left -= ended
            self._begin([call for _, call in zip(range(ended), waiting, strict=False)])
        elapsed = time.perf_counter() - begun
        answers = [b"".join(call.answer)[5:] for call in calls.values()]
        return Answered(elapsed, [call.ended - call.begun for call in calls.values()], answers)

    def _begin(self, calls: Sequence[_Call]) -> None:
        begun = time.perf_counter()
        for call in calls:
            call.begun = begun
        self.socket.sendall(b"".join([call.request for call in calls]))

    def _answered(self, call: _Call, data: bytes | None) -> bool:
        """Take in a part of a call's answer; say whether it was the end."""
        if data is not None:
            call.answer.append(data)
            return False
        if not call.answer:
            raise ConnectionError("a call was refused")
        call.ended = time.perf_counter()
        return True


def header_text(value: str | bytes) -> str:
    """Return a value of the metadata as it stands in a header."""
    return base64.b64encode(value).decode() if isinstance(value, bytes) else value


def _frame(kind: int, flags: int, stream: int, payload: bytes) -> bytes:
    return _HEAD.pack(len(payload) >> 8, len(payload) & 0xFF, kind, flags, stream) + payload


def _header_block(*headers: tuple[str, str]) -> bytes:
    """Encode headers as HPACK literals that enter no table; none is longer than 126 bytes."""
    block = bytearray()
    for name, value in headers:
        block += bytes((0, len(name))) + name.encode() + bytes((len(value),)) + value.encode()
    return bytes(block)
