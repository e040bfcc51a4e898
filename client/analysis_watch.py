"""One analysis as its server streams it, read in a thread of its own and told on the UI thread."""

import functools
from collections.abc import Callable
from typing import Any, TypeAlias

from google.protobuf.message import Message
from PySide6.QtCore import QObject, Signal

from campusdesk.follow import FollowState, Results
from client.addresses import Addresses
from client.reading import Reading
from client.state import Analysis, ConnectionKind, ConnectionState

_ResultEvent = Message | FollowState

# Returns the streaming method of an analysis on a channel to its server.
MethodOn: TypeAlias = Callable[[Any], Callable[[Any], Any]]


class AnalysisWatch(QObject):
    """One analysis, streamed: `result` tells each newest result, `state_changed` whether its server is there."""

    result = Signal(object)
    state_changed = Signal(object)

    def __init__(
        self,
        analysis: Analysis,
        method_on: MethodOn,
        request: Message,
        channel_to: Callable[[str], Any],
        addresses: Addresses,
        parent: QObject,
    ) -> None:
        """Start to watch the analysis at its server; `channel_to` opens a channel to an address."""
        super().__init__(parent)
        self.latest: Message | None = None
        self.state = ConnectionState.connecting()
        self.cancelled = False
        self._analysis, self._method_on, self._request = analysis, method_on, request
        self._channel_to = channel_to
        self._start(addresses.of(analysis))

    def move_to(self, addresses: Addresses) -> None:
        """Go on at the analysis's server of these addresses; the latest result stays."""
        address = addresses.of(self._analysis)
        if not self.cancelled and address != self._address:
            self._stop()
            self._start(address)

    def cancel(self) -> None:
        """End the stream, in milliseconds; nothing is signalled any more."""
        if not self.cancelled:
            self.cancelled = True
            self._stop()
            self.deleteLater()

    def _start(self, address: str) -> None:
        self._address = address
        self._channel = self._channel_to(address)
        watch = functools.partial(self._method_on(self._channel), self._request)
        self._reading: Reading[_ResultEvent] = Reading(functools.partial(Results, watch), self._take)

    def _stop(self) -> None:
        self._reading.end()
        self._channel.close()

    def _take(self, events: list[_ResultEvent]) -> None:
        newest = None
        for event in events:
            if isinstance(event, FollowState):
                state = state_after(self.state, event)
                if state != self.state:
                    self.state = state
                    self.state_changed.emit(state)
            else:
                newest = event
        # A result says everything: those that were overtaken on the way need not be painted.
        if newest is not None:
            self.latest = newest
            self.result.emit(newest)


def state_after(state: ConnectionState, told: FollowState) -> ConnectionState:
    """Return how it stands once a stream told this."""
    kind = ConnectionKind.LIVE if told.live else ConnectionKind.AWAY
    return state.after(kind, told.error.reason if told.error is not None else None)
