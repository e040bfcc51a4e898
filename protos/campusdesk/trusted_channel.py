"""A channel over TLS that goes on with another certificate authority once its file has changed."""

import threading
from collections.abc import Callable
from typing import Any, Self

import grpc

from campusdesk.tls import Trust

# gRPC's methods take and give whatever a call is made of; it is only passed on.


class TrustedChannel(grpc.Channel):
    """Opens a new channel under itself when the trust changes, and gives it every call from then on.

    gRPC itself reads a certificate authority once a channel. A call that is under way keeps the channel it began on, so
    the channel before is closed only when a third one is opened, or with this one.
    """

    def __init__(self, trust: Trust, open_trusting: Callable[[grpc.ChannelCredentials], grpc.Channel]) -> None:
        """Open the first channel with `open_trusting`."""
        self._trust, self._open_trusting = trust, open_trusting
        self._lock = threading.Lock()
        self._looked = trust.look()
        self._closed = False
        self._former: grpc.Channel | None = None
        self._present = open_trusting(trust.credentials())

    def present(self) -> grpc.Channel:
        """Return the channel that a call is to be made on now."""
        with self._lock:
            looked = self._trust.look()
            if looked != self._looked and not self._closed:
                self._looked = looked
                if self._former is not None:
                    self._former.close()
                self._former, self._present = self._present, self._open_trusting(self._trust.credentials())
            return self._present

    def unary_unary(self, *how: Any, **named: Any) -> Any:
        """Return a method of one request and one answer."""
        return _Call(self, lambda channel: channel.unary_unary(*how, **named))

    def unary_stream(self, *how: Any, **named: Any) -> Any:
        """Return a method of one request and a stream of answers."""
        return _Call(self, lambda channel: channel.unary_stream(*how, **named))

    def stream_unary(self, *how: Any, **named: Any) -> Any:
        """Return a method of a stream of requests and one answer."""
        return _Call(self, lambda channel: channel.stream_unary(*how, **named))

    def stream_stream(self, *how: Any, **named: Any) -> Any:
        """Return a method of two streams."""
        return _Call(self, lambda channel: channel.stream_stream(*how, **named))

    def subscribe(self, *how: Any, **named: Any) -> None:
        """Tell how the present channel is connected."""
        self.present().subscribe(*how, **named)

    def unsubscribe(self, *how: Any, **named: Any) -> None:
        """Tell it no more."""
        self.present().unsubscribe(*how, **named)

    def close(self) -> None:
        """End every call, and close."""
        with self._lock:
            self._closed = True
            for channel in (self._former, self._present):
                if channel is not None:
                    channel.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class _Call:
    """A method of which each call is made on the channel of the moment."""

    def __init__(self, channel: TrustedChannel, make: Callable[[grpc.Channel], Any]) -> None:
        self._channel, self._make = channel, make

    def __call__(self, *how: Any, **named: Any) -> Any:
        return self._make(self._channel.present())(*how, **named)

    def with_call(self, *how: Any, **named: Any) -> Any:
        return self._make(self._channel.present()).with_call(*how, **named)

    def future(self, *how: Any, **named: Any) -> Any:
        return self._make(self._channel.present()).future(*how, **named)
