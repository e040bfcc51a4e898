"""Keep streams alive: the change feed, resumed after every break and reset when too old, and streams of results."""

import random
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any

import grpc
from google.protobuf.message import Message

from campusdesk.errors import DeskError, from_rpc_error
from campusdesk.facts import Facts
from campusdesk.rules import Reason
from campusdesk.v1 import change_feed_pb2, change_feed_pb2_grpc

FIRST_PAUSE_S = 0.2
LONGEST_PAUSE_S = 2.0


@dataclass(frozen=True, slots=True)
class Reset:
    """All facts at a revision: forget what was known before. The receiver owns the facts.

    Revisions and tickets of one lineage say nothing about those of another. With `resumed` they are those that the
    follower began with, and the server goes on from there.
    """

    facts: Facts
    revision: int
    server_time_us: int
    lineage: str
    resumed: bool = False


@dataclass(frozen=True, slots=True)
class Beginning:
    """Facts of a lineage that were true at a revision, to go on from."""

    facts: Facts
    revision: int
    lineage: str


@dataclass(frozen=True, slots=True)
class Applied:
    """Changes by rising revision, none told before; `revision` is the one that is complete with them."""

    changes: Sequence[change_feed_pb2.Change]
    revision: int
    server_time_us: int


@dataclass(frozen=True, slots=True)
class Idle:
    """Nothing new up to the revision."""

    revision: int
    server_time_us: int


class FollowKind(Enum):
    """Whether the ticket server is followed right now."""

    LIVE = "live"
    AWAY = "away"


@dataclass(frozen=True, slots=True)
class FollowState:
    """How the watch is doing; `error` says why it is away."""

    kind: FollowKind
    error: DeskError | None = None

    @property
    def live(self) -> bool:
        """Say whether what was told last is the present."""
        return self.kind is FollowKind.LIVE


class Follower:
    """One watch of the feed that mends itself; iterate it in one thread, cancel it from any.

    `report` is called in the iterating thread whenever the state changes: AWAY when the stream breaks or cannot be
    opened, LIVE just before the first event after that (on a snapshot: when it is complete).
    """

    def __init__(
        self,
        channel: grpc.Channel,
        report: Callable[[FollowState], None],
        recall: Callable[[], Beginning | None] = lambda: None,
    ) -> None:
        """Follow on this channel; `recall` is called in the iterating thread and may give what to go on from."""
        self._stub = change_feed_pb2_grpc.ChangeFeedServiceStub(channel)
        self._recall = recall
        # Not told before the server goes on from there.
        self._beginning: Beginning | None = None
        self._report = report
        self._stopped = threading.Event()
        self._call: grpc.Call | None = None
        self._told: tuple[FollowKind, Reason | None] | None = None
        self._lineage = ""
        self._revision: int | None = None
        self._failures = 0

    def __iter__(self) -> Iterator[Reset | Applied | Idle]:
        """Tell a snapshot, then what happens, until cancelled; failures are reported and never raised."""
        self._beginning = self._recall()
        if self._beginning is not None:
            self._revision, self._lineage = self._beginning.revision, self._beginning.lineage
        while not self._stopped.is_set():
            try:
                yield from self._watch()
                self._away(DeskError(Reason.SERVER_UNREACHABLE))
            except grpc.RpcError as error:
                self._away(from_rpc_error(error))
            except ValueError:
                self._away(DeskError(Reason.INTERNAL))

    def cancel(self) -> None:
        """End the iteration promptly, also while it waits; safe from any thread and more than once."""
        self._stopped.set()
        call = self._call
        if call is not None:
            call.cancel()

    def _watch(self) -> Iterator[Reset | Applied | Idle]:
        request = change_feed_pb2.WatchRequest(after_revision=self._revision, lineage=self._lineage)
        call = self._stub.Watch(request)
        self._call = call
        try:
            if self._stopped.is_set():
                return
            if self._revision is None:
                yield self._read_snapshot(call)
            for response in call:
                event = self._read(response)
                self._live()
                beginning, self._beginning = self._beginning, None
                if beginning is not None:
                    yield _resumed(beginning, event)
                yield event
        finally:
            # A stream that makes no sense, or that nobody reads any more, must not go on at the server.
            call.cancel()

    def _read_snapshot(self, call: Iterator[change_feed_pb2.WatchResponse]) -> Reset:
        facts = Facts()
        for response in call:
            snapshot = response.snapshot
            if not response.HasField("snapshot"):
                break
            facts.append(snapshot.facts)
            if snapshot.last:
                self._lineage, self._revision = snapshot.lineage, snapshot.revision
                self._live()
                return Reset(facts, snapshot.revision, snapshot.server_time.ToMicroseconds(), snapshot.lineage)
        raise ValueError("the snapshot has no end")

    def _read(self, response: change_feed_pb2.WatchResponse) -> Applied | Idle:
        known = self._revision or 0
        if response.HasField("changes"):
            batch = response.changes
            self._revision = max(known, batch.revision)
            changes = [change for change in batch.changes if change.revision > known]
            if changes:
                return Applied(changes, self._revision, batch.server_time.ToMicroseconds())
            return Idle(self._revision, batch.server_time.ToMicroseconds())
        if response.HasField("progress"):
            self._revision = max(known, response.progress.revision)
            return Idle(self._revision, response.progress.server_time.ToMicroseconds())
        raise ValueError("an event of no known kind")

    def _live(self) -> None:
        self._failures = 0
        self._tell(FollowState(FollowKind.LIVE))

    def _away(self, error: DeskError) -> None:
        if self._stopped.is_set():
            return
        if error.reason is Reason.REVISION_COMPACTED and self._revision is not None:
            # The server is there and the next try takes a snapshot: this is no absence.
            self._revision, self._lineage, self._beginning = None, "", None
            return
        self._tell(FollowState(FollowKind.AWAY, error))
        self._stopped.wait(_pause_s(self._failures))
        self._failures += 1

    def _tell(self, state: FollowState) -> None:
        told = (state.kind, state.error.reason if state.error else None)
        if told != self._told:
            self._told = told
            self._report(state)


def _resumed(beginning: Beginning, event: Applied | Idle) -> Reset:
    facts, revision, lineage = beginning.facts, beginning.revision, beginning.lineage
    return Reset(facts, revision, event.server_time_us, lineage, resumed=True)


class Results:
    """A stream of results, each of which says everything: one that breaks is opened again, after a pause that grows.

    `report` is called in the iterating thread: LIVE before each result, AWAY when the stream breaks.
    """

    def __init__(self, watch: Callable[[], Any], report: Callable[[FollowState], None]) -> None:
        """Take how to open the stream; nothing is asked before the iteration."""
        self._watch = watch
        self._report = report
        self._stopped = threading.Event()
        self._call: Any = None

    def __iter__(self) -> Iterator[Message]:
        """Tell every result until cancelled; failures are reported and never raised."""
        failures = 0
        while not self._stopped.is_set():
            error = DeskError(Reason.SERVER_UNREACHABLE)
            try:
                for result in self._opened():
                    self._report(FollowState(FollowKind.LIVE))
                    failures = 0
                    yield result
            except grpc.RpcError as broken:
                error = from_rpc_error(broken)
            self._report(FollowState(FollowKind.AWAY, error))
            self._stopped.wait(_pause_s(failures))
            failures += 1

    def cancel(self) -> None:
        """End the iteration promptly; safe from any thread and more than once."""
        self._stopped.set()
        if self._call is not None:
            self._call.cancel()

    def _opened(self) -> Iterator[Message]:
        self._call = self._watch()
        if self._stopped.is_set():
            self._call.cancel()
        opened: Iterator[Message] = self._call
        return opened


def _pause_s(failures: int) -> float:
    """Return how long to wait after so many failures, spread so that a server that comes back is not met by all."""
    return random.uniform(0.5, 1.0) * min(LONGEST_PAUSE_S, FIRST_PAUSE_S * 2.0 ** min(failures, 8))
