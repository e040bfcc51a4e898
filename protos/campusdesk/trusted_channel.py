"""A channel over TLS that goes on with another certificate authority once its file has changed."""

import threading
from collections.abc import Callable

import grpc

from campusdesk.switching_channel import SwitchingChannel
from campusdesk.tls import Trust


class TrustedChannel(SwitchingChannel):
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

    def close(self) -> None:
        """End every call, and close."""
        with self._lock:
            self._closed = True
            for channel in (self._former, self._present):
                if channel is not None:
                    channel.close()
