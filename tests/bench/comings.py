"""Watchers that come and go, from a process of their own: of tickets in both roles, and of the three analyses.

Each is a desk with a connection of its own. For each that leaves, another comes at once: with a snapshot, or, like a
desk that was cut off, from where the one before it was. Some leave in order, some just close, and some are unplugged.
"""

import heapq
import json
import selectors
import socket
import struct
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from random import Random
from typing import Any, NamedTuple

from google.protobuf.duration_pb2 import Duration
from google.protobuf.message import Message

from campusdesk.rules import Role
from campusdesk.v1 import analytics_pb2, change_feed_pb2
from tests.bench.frames import FrameConnection
from tests.bench.measured_server import caller

WATCHERS = 500
# How long one stays, from and to.
STAYS_S = (30.0, 90.0)
_FEED = "/campusdesk.v1.ChangeFeedService/Watch"
_CANCEL, _RESET = 8, 3
# A reset in place of the end of a connection.
_PULLED = struct.pack("ii", 1, 0)


class Kind(NamedTuple):
    """What somebody watches: in which role, at which server, by which method and with which request."""

    role: Role
    server: str
    method: str
    request: Message


_ANALYSES = [
    Kind(Role.HELPDESK, "backlog", "/campusdesk.v1.BacklogService/WatchBacklog",
         analytics_pb2.WatchBacklogRequest(period=Duration(seconds=30 * 86_400))),
    Kind(Role.HELPDESK, "resolution-time", "/campusdesk.v1.ResolutionTimeService/WatchResolutionTimes",
         analytics_pb2.WatchResolutionTimesRequest()),
    Kind(Role.HELPDESK, "category-load", "/campusdesk.v1.CategoryLoadService/WatchCategoryLoad",
         analytics_pb2.WatchCategoryLoadRequest()),
]  # fmt: skip
_TICKETS = [Kind(role, "tickets", _FEED, change_feed_pb2.WatchRequest()) for role in (Role.HELPDESK, Role.USER)]
# Of ten, seven watch tickets and three an analysis each.
KINDS = [*_TICKETS * 3, _TICKETS[0], *_ANALYSES]


class Visit:
    """One watcher, from its coming to its leaving."""

    def __init__(self, kind: Kind, address: str, request: Message) -> None:
        """Connect and watch."""
        self.kind = kind
        self.connection = FrameConnection(address, caller(kind.role))
        self._stream, sent = self.connection.call(self.connection.headers(kind.method), request.SerializeToString())
        self.connection.socket.sendall(sent)
        self._received = bytearray()
        self.told = 0
        self.lineage, self.revision = "", -1

    def take(self) -> None:
        """Take in what has come; raises ConnectionError when the watch has ended, or told something older."""
        for _, data in self.connection.take():
            if data is None:
                raise ConnectionError("a watch was ended by the server")
            self._received += data
        while len(self._received) >= 5 and len(self._received) >= (end := 5 + _length(self._received)):
            self._hear(bytes(self._received[5:end]))
            del self._received[:end]

    def next_request(self) -> Message:
        """Return the request of who goes on where this one was."""
        if self.kind.method != _FEED or not self.lineage:
            return self.kind.request
        return change_feed_pb2.WatchRequest(after_revision=self.revision, lineage=self.lineage)

    def leave(self, manner: int) -> None:
        """End the watch and the connection, in one of three manners."""
        with suppress(OSError):
            if manner == 0:
                frame = struct.pack(">HBBBII", 0, 4, _RESET, 0, self._stream, _CANCEL)
                self.connection.socket.sendall(frame)
            elif manner == 1:
                self.connection.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _PULLED)
        self.connection.close()

    def _hear(self, message: bytes) -> None:
        self.told += 1
        if self.kind.method != _FEED:
            return
        said = change_feed_pb2.WatchResponse.FromString(message)
        event: Any = getattr(said, said.WhichOneof("event") or "progress")
        if event.revision < self.revision:
            raise ConnectionError("a watch went back")
        self.revision = event.revision
        if said.HasField("snapshot"):
            self.lineage = said.snapshot.lineage


def _length(received: bytearray) -> int:
    (length,) = struct.unpack_from(">I", received, 1)
    return int(length)


@dataclass
class Watched:
    """What came of it: how many left, how many were ended by the server or told nothing, and the messages in all."""

    left: int = 0
    failed: int = 0
    told: int = 0


class Crowd:
    """Keeps so many watching."""

    def __init__(self, addresses: Mapping[str, str], selector: selectors.BaseSelector) -> None:
        """Come to the servers at these addresses, by their names."""
        self._addresses = addresses
        self._selector = selector
        self._random = Random(1)
        self._leaving: list[tuple[float, int, Visit]] = []
        self._number = 0
        self.watched = Watched()
        self.why = Counter[str]()

    def come(self, kind: Kind, request: Message) -> None:
        """Let one come, who will stay for a while."""
        visit = Visit(kind, self._addresses[kind.server], request)
        self._selector.register(visit.connection.socket, selectors.EVENT_READ, visit)
        self._number += 1
        leaves_at = time.monotonic() + self._random.uniform(*STAYS_S)
        heapq.heappush(self._leaving, (leaves_at, self._number, visit))

    def pause_s(self) -> float:
        """Return in how many seconds the next one leaves."""
        return max(0.0, self._leaving[0][0] - time.monotonic())

    def exchange(self) -> None:
        """Let leave whose time has come, and others come in their places."""
        while not self.pause_s():
            _, _, visit = heapq.heappop(self._leaving)
            resumed = bool(self._random.getrandbits(1)) and visit.told > 0
            self.watched.failed += visit.connection.socket.fileno() >= 0 and not visit.told
            self.end(visit)
            self.come(visit.kind, visit.next_request() if resumed else visit.kind.request)

    def end(self, visit: Visit) -> None:
        """Let one leave."""
        if visit.connection.socket.fileno() >= 0:
            self._selector.unregister(visit.connection.socket)
            visit.leave(self._random.randrange(3))
        self.watched.left += 1
        self.watched.told += visit.told

    def hear(self, visit: Visit) -> None:
        """Take in what one was told; one that was ended by the server is counted, and replaced when its time comes."""
        try:
            visit.take()
        except (ConnectionError, OSError) as error:
            print(f"{visit.kind.server}: {error}", file=sys.stderr)
            self.watched.failed += 1
            self._selector.unregister(visit.connection.socket)
            visit.connection.close()

    def end_all(self) -> None:
        """Let all leave."""
        for _, _, visit in self._leaving:
            self.end(visit)


@contextmanager
def coming_and_going(addresses: Mapping[str, str]) -> Iterator["subprocess.Popen[str]"]:
    """Start a process in which so many watch all the time, and lend it once all have come."""
    command, pipe = [sys.executable, "-m", "tests.bench.comings", json.dumps(addresses)], subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True) as process:
        assert process.stdout is not None
        process.stdout.readline()
        try:
            yield process
        finally:
            process.kill()


def watched(process: "subprocess.Popen[str]") -> Watched:
    """Let all leave, and return what came of it."""
    told, _ = process.communicate()
    assert process.returncode == 0
    return Watched(**json.loads(told))


def main(addresses: str) -> None:
    """Be all who watch, until standard input ends; then say what came of it."""
    with selectors.DefaultSelector() as selector:
        selector.register(sys.stdin, selectors.EVENT_READ)
        crowd = Crowd(json.loads(addresses), selector)
        for number in range(WATCHERS):
            kind = KINDS[number % len(KINDS)]
            crowd.come(kind, kind.request)
        print("watching", flush=True)
        while True:
            for key, _ in selector.select(crowd.pause_s()):
                if key.data is None:
                    crowd.end_all()
                    print(json.dumps(vars(crowd.watched)))
                    return
                crowd.hear(key.data)
            crowd.exchange()


if __name__ == "__main__":
    main(sys.argv[1])
