"""A channel that gives each call to the channel of the moment under it."""

from abc import abstractmethod
from collections.abc import Callable
from typing import Any, Self

import grpc

# gRPC's methods take and give whatever a call is made of; it is only passed on.


class SwitchingChannel(grpc.Channel):
    """Makes each call on what `present` returns; a call that is under way keeps the channel it began on."""

    @abstractmethod
    def present(self) -> grpc.Channel:
        """Return the channel that a call is to be made on now."""

    def begun(self, channel: grpc.Channel, call: Any) -> None:
        """Take note of a call that began on the channel."""

    def unary_unary(self, *how: Any, **named: Any) -> Any:
        """Return a method of one request and one answer."""
        return _Method(self, lambda channel: channel.unary_unary(*how, **named))

    def unary_stream(self, *how: Any, **named: Any) -> Any:
        """Return a method of one request and a stream of answers."""
        return _Method(self, lambda channel: channel.unary_stream(*how, **named), streams=True)

    def stream_unary(self, *how: Any, **named: Any) -> Any:
        """Return a method of a stream of requests and one answer."""
        return _Method(self, lambda channel: channel.stream_unary(*how, **named))

    def stream_stream(self, *how: Any, **named: Any) -> Any:
        """Return a method of two streams."""
        return _Method(self, lambda channel: channel.stream_stream(*how, **named), streams=True)

    def subscribe(self, *how: Any, **named: Any) -> None:
        """Tell how the present channel is connected."""
        self.present().subscribe(*how, **named)

    def unsubscribe(self, *how: Any, **named: Any) -> None:
        """Tell it no more."""
        self.present().unsubscribe(*how, **named)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class _Method:
    """A method of which each call is made on the channel of the moment."""

    def __init__(
        self, channel: SwitchingChannel, make: Callable[[grpc.Channel], Any], *, streams: bool = False
    ) -> None:
        self._channel, self._make, self._streams = channel, make, streams

    def __call__(self, *how: Any, **named: Any) -> Any:
        if self._streams:
            present = self._channel.present()
            call = self._make(present)(*how, **named)
            self._channel.begun(present, call)
            return call
        return self.future(*how, **named).result()

    def with_call(self, *how: Any, **named: Any) -> Any:
        call = self.future(*how, **named)
        return call.result(), call

    def future(self, *how: Any, **named: Any) -> Any:
        present = self._channel.present()
        call = self._make(present).future(*how, **named)
        self._channel.begun(present, call)
        return call
