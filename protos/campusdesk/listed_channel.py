"""A channel to several equal servers: one that does not answer is left for the next."""

from collections.abc import Sequence
from functools import partial
from typing import Any

import grpc

from campusdesk.switching_channel import SwitchingChannel


class ListedChannel(SwitchingChannel):
    """Makes each call on one server's channel, and from its first failure to answer on on the next one's.

    What failed is not made again: whoever called knows whether that is safe, and then calls another server.
    """

    def __init__(self, channels: Sequence[grpc.Channel], first: int) -> None:
        """Take the servers' channels, and the place of the one to begin with; all are closed with this one."""
        self._channels = channels
        self._place = first

    def present(self) -> grpc.Channel:
        """Return the channel of the server that answers, as far as is known."""
        return self._channels[self._place]

    def begun(self, channel: grpc.Channel, call: Any) -> None:
        """Go on to the next server when the call ends without an answer of this one."""
        # Told though the call has ended by now; a failure that gRPC's interceptors make is told so too.
        call.add_done_callback(partial(self._ended, channel))

    def close(self) -> None:
        """End every call, and close."""
        for channel in self._channels:
            channel.close()

    def _ended(self, channel: grpc.Channel, call: grpc.Call) -> None:
        # Of many calls that a server leaves unanswered the first one counts.
        if call.code() is grpc.StatusCode.UNAVAILABLE and channel is self.present():
            self._place = (self._place + 1) % len(self._channels)
