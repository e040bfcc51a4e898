"""Open a channel to a server: keepalive, back-off, deadlines, retries, and who is calling."""

import json
from collections.abc import Callable, Sequence
from random import randrange
from typing import Any, NamedTuple

import grpc

from campusdesk.access import KEY_HEADER, Caller
from campusdesk.address import AddressInvalid, is_loopback, parse_address
from campusdesk.listed_channel import ListedChannel
from campusdesk.reread import Reread
from campusdesk.tls import Trust
from campusdesk.trusted_channel import TrustedChannel

# A unary call that has no answer by then has failed; streams have no deadline.
DEADLINE_S = 10.0

# gRPC hands its hooks whatever a call is made of; the hooks only pass it on.
_Continuation = Callable[..., Any]

# Every write carries a request id, so that trying any call again is safe.
_RETRIES = {
    "methodConfig": [
        {
            # Suggestions are asked for again with the next words; the method's own row counts before its service's.
            "name": [
                {"service": "campusdesk.v1.TicketService", "method": "SuggestCategory"},
                {"service": "campusdesk.v1.TicketService", "method": "FindSimilarTickets"},
            ]
        },
        {
            # Not the streams: who follows one mends it with pauses of his own, and must hear at once that it broke.
            "name": [{"service": "campusdesk.v1.TicketService"}],
            "retryPolicy": {
                "maxAttempts": 5,
                "initialBackoff": "0.2s",
                "maxBackoff": "2s",
                "backoffMultiplier": 2,
                "retryableStatusCodes": ["UNAVAILABLE"],
            },
        },
    ]
}

OPTIONS: Sequence[tuple[str, int | str]] = (
    # A proxy of the environment must never stand between a desk and the campus's server.
    ("grpc.enable_http_proxy", 0),
    ("grpc.keepalive_time_ms", 5_000),
    ("grpc.keepalive_timeout_ms", 3_000),
    ("grpc.http2.ping_timeout_ms", 3_000),
    ("grpc.http2.max_pings_without_data", 0),
    ("grpc.keepalive_permit_without_calls", 1),
    ("grpc.initial_reconnect_backoff_ms", 200),
    # No pause, by its name: so long a connection may take to be made, TLS and all, before it is given up.
    ("grpc.min_reconnect_backoff_ms", 2_000),
    ("grpc.max_reconnect_backoff_ms", 2_000),
    # A snapshot part of 10,000 tickets is larger than the default allows when texts are long.
    ("grpc.max_receive_message_length", 16 * 1024 * 1024),
    ("grpc.service_config", json.dumps(_RETRIES)),
)


def open_channel(
    addresses: str, caller: Caller, key: Reread[str] | None = None, trust: Trust | None = None
) -> grpc.Channel:
    """Open a channel on which each call says who calls, and each unary call has a deadline.

    `addresses` is HOST:PORT, or several of equal servers with commas between them: then callers begin with any of
    them, so that they spread, and leave one that does not answer for the next.
    With `trust` it speaks TLS, with servers that are vouched for only. The workstation key goes along where nobody can
    listen: over TLS, or without it to this machine itself. Elsewhere it stays here, and the call is made without it.
    """
    channels = [_open_one(address, caller, key, trust) for address in addresses.split(",")]
    return ListedChannel(channels, randrange(len(channels))) if len(channels) > 1 else channels[0]


def _open_one(address: str, caller: Caller, key: Reread[str] | None, trust: Trust | None) -> grpc.Channel:
    introduction = _Introduction(caller, key if trust is not None or _stays_here(address) else None)
    if trust is None:
        return grpc.intercept_channel(grpc.insecure_channel(address, options=OPTIONS), introduction)

    def open_trusting(credentials: grpc.ChannelCredentials) -> grpc.Channel:
        return grpc.intercept_channel(grpc.secure_channel(address, credentials, options=OPTIONS), introduction)

    return TrustedChannel(trust, open_trusting)


def _stays_here(address: str) -> bool:
    try:
        return is_loopback(parse_address(address).host)
    except AddressInvalid:
        return False


class _CallDetails(NamedTuple):
    method: str
    timeout: float | None
    metadata: tuple[tuple[str, str | bytes], ...]
    credentials: grpc.CallCredentials | None
    wait_for_ready: bool | None
    compression: grpc.Compression | None


class _Introduction(grpc.UnaryUnaryClientInterceptor, grpc.UnaryStreamClientInterceptor):
    """Adds role, workstation and key to every call, and the deadline to every unary one."""

    def __init__(self, caller: Caller, key: Reread[str] | None) -> None:
        self._metadata = caller.metadata()
        self._key = key

    def intercept_unary_unary(self, continuation: _Continuation, details: Any, request: Any) -> Any:
        return continuation(self._introduced(details, details.timeout or DEADLINE_S), request)

    def intercept_unary_stream(self, continuation: _Continuation, details: Any, request: Any) -> Any:
        return continuation(self._introduced(details, details.timeout), request)

    def _introduced(self, details: Any, timeout: float | None) -> _CallDetails:
        key = ((KEY_HEADER, self._key.value()),) if self._key is not None else ()
        metadata = (*(details.metadata or ()), *self._metadata, *key)
        return _CallDetails(
            details.method, timeout, metadata, details.credentials, details.wait_for_ready, details.compression
        )
