"""The one file of the desk that knows gRPC: calls and streams leave the UI thread and come back by queued signal."""

import functools
import itertools
import threading
import weakref
from collections.abc import Callable, Sequence
from typing import Any

import grpc
from google.protobuf.message import Message
from PySide6.QtCore import QCoreApplication, QObject, Qt, QThreadPool, QTimer, Signal, Slot

from campusdesk.access import Caller
from campusdesk.channel import DEADLINE_S, open_channel
from campusdesk.errors import DeskError, from_rpc_error
from campusdesk.facts import Facts
from campusdesk.follow import Applied, Beginning, Follower, FollowState, Idle, Reset
from campusdesk.past import Past, PastEnd
from campusdesk.rules import Reason, Role
from campusdesk.v1 import change_feed_pb2, ticket_service_pb2_grpc
from client.addresses import Addresses
from client.analysis_watch import AnalysisWatch, MethodOn, state_after
from client.memory import return_all
from client.reading import Reading
from client.state import Analysis, ConnectionState, monotonic_us, wall_clock_us
from client.workstation import Workstation

_FeedEvent = Reset | Applied | Idle | FollowState


class Reply(QObject):
    """The answer to one call, when it comes; both signals come on the UI thread, after the call returned.

    A reply that failed may be sent again; one that is done has served, and its connections are cut.
    """

    done = Signal(object)
    failed = Signal(object)

    def __init__(
        self, method: str, request: Message, send: Callable[["Reply"], None], deadline_s: float = DEADLINE_S
    ) -> None:
        """Make the reply to a request that `send` sends, as often as it is called; it fails after `deadline_s`."""
        super().__init__()
        self.method, self.request, self.deadline_s = method, request, deadline_s
        self._send = send

    def again(self) -> None:
        """Send the very same request once more, after it failed; the server knows it by its request id."""
        self._send(self)


class Connection(QObject):
    """One desk's way to the four servers, in one role.

    Facts and changes come by `reset` and `changed` once `follow` was called. The receiver of `reset` owns the facts:
    connect one model only. `replaced` comes before a reset that begins another history, as after a restore: no ticket
    and no revision known before means anything in it.
    """

    replaced = Signal()
    reset = Signal(object, object)
    changed = Signal(object, object)
    state_changed = Signal(object)

    _answered = Signal(object, object)

    def __init__(
        self, addresses: Addresses, role: Role, workstation: Workstation, parent: QObject | None = None
    ) -> None:
        """Open the way; nothing is asked yet, and nothing waits for a server."""
        # An owner in C++ keeps a thread of gRPC that lets go last from destroying the object outside the UI thread.
        super().__init__(parent or QCoreApplication.instance())
        self.addresses, self.role, self.workstation = addresses, role, workstation
        self.state = ConnectionState.connecting()
        self._caller = Caller(role, workstation.name)
        self._server_ahead_us = wall_clock_us() - monotonic_us()
        self._closed, self._closing = False, threading.Lock()
        self._lineage, self._revision = "", 0
        # Whether the facts of the last reset were known here before, and the server went on from there.
        self.is_resumed = False
        self._keys = itertools.count()
        self._under_way: dict[int, Reply] = {}
        self._replies: weakref.WeakSet[Reply] = weakref.WeakSet()
        self._watches: list[AnalysisWatch] = []
        self._feed: Reading[_FeedEvent] | None = None
        # What the feed told while nobody listened; None while somebody does.
        self._untold: list[_FeedEvent] | None = None
        self._past: Reading[Sequence[change_feed_pb2.Change] | PastEnd] | None = None
        self._answered.connect(self._settle, Qt.ConnectionType.QueuedConnection)
        self._open()

    def follow(self, recall: Callable[[], Beginning | None] = lambda: None) -> None:
        """Start to follow the change feed, for as long as the connection is open.

        It goes on from what `recall` gives, which is called in a thread; else it begins with all facts.
        """
        self._feed = Reading(functools.partial(Follower, self._channel, recall=recall), self._take)

    def server_time_us(self) -> int:
        """Return microseconds since 1970 by the server's clock as the feed tells it; until then by this machine's."""
        return monotonic_us() + self._server_ahead_us

    @property
    def lineage(self) -> str:
        """Return whose tickets the feed told, "" before it told any; a restored backup has another lineage."""
        return self._lineage

    @property
    def revision(self) -> int:
        """Return the newest revision that the feed told, 0 before it told any."""
        return self._revision

    def call(self, method: str, request: Message, deadline_s: float = DEADLINE_S) -> Reply:
        """Call a method of the ticket server by its name; without an answer after `deadline_s` it fails."""
        reply = Reply(method, request, self._send, deadline_s)
        self._replies.add(reply)
        self._send(reply)
        return reply

    def watch_analysis(self, analysis: Analysis, method_on: MethodOn, request: Message) -> AnalysisWatch:
        """Watch an analysis until it is cancelled or the connection closes."""
        watch = AnalysisWatch(analysis, method_on, request, self._channel_to, self.addresses, self)
        self._watches = [each for each in self._watches if not each.cancelled] + [watch]
        return watch

    def read_past(
        self, after: int, until: int, take: Callable[[list[Sequence[change_feed_pb2.Change] | PastEnd]], None]
    ) -> None:
        """Read once what changed after a revision and up to another; what was read before so is not told on."""
        self._end_past()
        self._past = Reading(lambda _report: Past(self._channel, self._lineage, after, until), take)

    def move_to(self, addresses: Addresses) -> None:
        """Go on with servers at other addresses: what moved is followed anew, calls under way to it fail."""
        moved = addresses.tickets != self.addresses.tickets
        self.addresses = addresses
        for watch in self._watches:
            watch.move_to(addresses)
        if moved:
            self._become(ConnectionState.connecting())
            following = self._end_feed()
            self._channel.close()
            self._open()
            if following:
                self.follow()

    def let_go(self) -> None:
        """Signal nothing any more to those who listened until now, not even what they asked.

        The feed goes on; what it tells is kept for those who are told by `tell_again`.
        """
        for signal in (self.replaced, self.reset, self.changed, self.state_changed):
            signal.disconnect()
        self._forget_replies()
        self._end_past()
        self._untold = []

    def tell_again(self, facts: Facts) -> None:
        """Reset who listens by now to the facts as they were when the others were let go, and go on from there."""
        if self._lineage:
            self.reset.emit(facts, self._revision)
        untold, self._untold = self._untold, None
        self._take(untold or [])

    def close(self) -> None:
        """End streams and calls, in milliseconds; nothing is signalled any more."""
        with self._closing:
            self._closed = True
        self._forget_replies()
        for watch in self._watches:
            watch.cancel()
        self._end_feed()
        self._end_past()
        self._channel.close()

    def _forget_replies(self) -> None:
        self._under_way.clear()
        for reply in tuple(self._replies):
            self._cut(reply)

    def _cut(self, reply: Reply) -> None:
        # A function that is connected and knows the reply would keep it, itself and its window for ever.
        self._replies.discard(reply)
        reply.deleteLater()

    def _open(self) -> None:
        self._channel = self._channel_to(self.addresses.tickets)
        self._tickets = ticket_service_pb2_grpc.TicketServiceStub(self._channel)

    def _channel_to(self, address: str) -> grpc.Channel:
        return open_channel(address, self._caller, self.workstation.key, self.workstation.trust)

    def _end_feed(self) -> bool:
        feed, self._feed = self._feed, None
        if feed is not None:
            feed.end()
        return feed is not None

    def _end_past(self) -> None:
        if self._past is not None:
            self._past.end()
            self._past = None

    def _send(self, reply: Reply) -> None:
        if reply not in self._replies:
            # It was cut: who would send it again was let go, and Qt may have deleted what would tell of it.
            return
        key = next(self._keys)
        self._under_way[key] = reply
        if self._closed:
            # Told after this call returned, as every answer is; Qt may have deleted this object by then.
            QTimer.singleShot(0, functools.partial(self._settle, key, None))
            return
        future = getattr(self._tickets, reply.method).future(reply.request, timeout=reply.deadline_s)
        future.add_done_callback(functools.partial(self._tell_answer, key))

    def _tell_answer(self, key: int, future: "grpc.Future[Any]") -> None:
        # Called in a thread of gRPC, perhaps after Qt has ended: a signal would then crash the program.
        with self._closing:
            if not self._closed:
                self._answered.emit(key, future)

    @Slot(object, object)
    def _settle(self, key: int, future: "grpc.Future[Any] | None") -> None:
        reply = self._under_way.pop(key, None)
        if reply is None:
            return
        try:
            # gRPC gives nothing as the answer where bytes on the way were garbled so that it ended well without one.
            result = future.result() if future is not None else None
            if result is None:
                raise DeskError(Reason.SERVER_UNREACHABLE)
        except (grpc.RpcError, grpc.FutureCancelledError, DeskError) as error:
            reply.failed.emit(_refusal(error))
        else:
            reply.done.emit(result)
            self._cut(reply)

    def _take(self, events: list[_FeedEvent]) -> None:
        if self._untold is not None:
            self._untold += events
            return
        changes: list[change_feed_pb2.Change] = []
        revision = 0
        for event in events:
            if isinstance(event, FollowState):
                self._become(state_after(self.state, event))
                continue
            self._server_ahead_us = event.server_time_us - monotonic_us()
            if isinstance(event, Reset):
                # What changed before is part of the new facts.
                changes = []
                self._reset(event)
                continue
            self._revision = event.revision
            if isinstance(event, Applied):
                changes.extend(event.changes)
                revision = event.revision
        if changes:
            self.changed.emit(changes, revision)

    def _reset(self, event: Reset) -> None:
        # Revisions never go back by themselves: whoever put a former database there went round `restore`.
        replaced = self._lineage not in {"", event.lineage} or event.revision < self._revision
        self._lineage, self._revision, self.is_resumed = event.lineage, event.revision, event.resumed
        if replaced:
            self.replaced.emit()
        self.reset.emit(event.facts, event.revision)
        # What many tickets took on their way here.
        QThreadPool.globalInstance().start(return_all)

    def _become(self, state: ConnectionState) -> None:
        self.state = state
        self.state_changed.emit(state)


def _refusal(error: Exception) -> DeskError:
    if isinstance(error, grpc.RpcError):
        return from_rpc_error(error)
    # A cancelled call is one whose channel was closed under it.
    return error if isinstance(error, DeskError) else DeskError(Reason.SERVER_UNREACHABLE)
