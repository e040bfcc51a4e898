"""One served call as those see it who observe a server: how it was made, how long it took, and how it ended."""

import asyncio
import itertools
import re
import secrets
import time
from collections.abc import Sequence
from types import TracebackType
from typing import Protocol, Self
from urllib.parse import unquote

# Any other text in a request's place for an id may be a person's words.
_REQUEST_ID = re.compile(r"[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}", re.ASCII)
# Ids of this process's own: a name that no other process has, and a number.
_PROCESS = secrets.token_hex(6)
_numbers = itertools.count(1)


class Observer(Protocol):
    """What is told of every call when it begins and when it has ended."""

    def began(self, call: "Call") -> None:
        """Take note that the call is being served."""

    def ended(self, call: "Call") -> None:
        """Take note that the call has ended; it says how."""


class Call:
    """A call from its first moment to its end; entering and leaving it tells the observers.

    `method` is its path without the leading slash, `host` the caller's address without the port, `request_id` the
    caller's own where the request has a proper one, `seconds` how long it took. `status` is the name of a gRPC status.
    """

    __slots__ = (
        "_began_s",
        "_observers",
        "host",
        "method",
        "reason",
        "request_id",
        "role",
        "seconds",
        "status",
        "streaming",
        "workstation",
    )

    def __init__(
        self, method: str, host: str, request: object, observers: Sequence[Observer], *, streaming: bool
    ) -> None:
        """Make the call; the request may be anything."""
        self.method = method
        self.host = host
        self.request_id = _own_id(request) or f"{_PROCESS}-{next(_numbers)}"
        self.streaming = streaming
        self.role = self.workstation = self.reason = ""
        self.status = "OK"
        self.seconds = 0.0
        self._observers = observers
        self._began_s = 0.0

    def __enter__(self) -> Self:
        self._began_s = time.perf_counter()
        for observer in self._observers:
            observer.began(self)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        # Whoever gave up, caller or server, a call that is cut short ends in one of these.
        if isinstance(error, (asyncio.CancelledError, GeneratorExit)):
            self.status = "CANCELLED"
        self.seconds = time.perf_counter() - self._began_s
        for observer in self._observers:
            observer.ended(self)


def _own_id(request: object) -> str | None:
    own = getattr(request, "request_id", "")
    return own if isinstance(own, str) and _REQUEST_ID.fullmatch(own) else None


def host_of(peer: str) -> str:
    """Return the host in gRPC's name of a peer, such as `ipv4:127.0.0.1:4711` or `ipv6:%5B::1%5D:4711`."""
    kind, _, place = peer.partition(":")
    if kind == "ipv6":
        place = unquote(place)
    return place.rpartition(":")[0].strip("[]") or kind
