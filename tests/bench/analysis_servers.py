"""Analytics servers as processes of their own, and watchers of their results."""

import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import grpc
from google.protobuf.duration_pb2 import Duration

from campusdesk.channel import open_channel
from campusdesk.rules import Role
from campusdesk.v1 import analytics_pb2 as pb
from campusdesk.v1 import analytics_pb2_grpc as stubs
from tests.bench.measured_server import MeasuredServer, caller

WATCHES: Mapping[str, Callable[[grpc.Channel], Any]] = {
    "backlog": lambda channel: stubs.BacklogServiceStub(channel).WatchBacklog(
        pb.WatchBacklogRequest(period=Duration(seconds=30 * 86_400))
    ),
    "resolution-time": lambda channel: stubs.ResolutionTimeServiceStub(channel).WatchResolutionTimes(
        pb.WatchResolutionTimesRequest()
    ),
    "category-load": lambda channel: stubs.CategoryLoadServiceStub(channel).WatchCategoryLoad(
        pb.WatchCategoryLoadRequest()
    ),
}


@dataclass(frozen=True)
class Analytics:
    """An analytics server that is running: its process, and the seconds from its start to its first result."""

    server: MeasuredServer
    channel: grpc.Channel
    first_s: float


@dataclass
class Watcher:
    """Takes a stream's results in a thread, and notes when each came and which revision it was true for."""

    results: Any
    told: list[tuple[float, int]] = field(default_factory=list)

    def start(self) -> None:
        """Begin to take results."""
        threading.Thread(target=self._take, daemon=True).start()

    def arrival(self, revision: int) -> float | None:
        """Return when the first result came that is true for the revision, None if none has."""
        return next((moment for moment, told in self.told if told >= revision), None)

    def _take(self) -> None:
        try:
            for result in self.results:
                self.told.append((time.perf_counter(), result.stamp.revision))
        except grpc.RpcError:
            return


@contextmanager
def analytics(name: str, tickets: MeasuredServer) -> Iterator[Analytics]:
    """Run an analytics server over the tickets, and lend it once its first result has come."""
    command = [sys.executable, "-m", "analytics", name, "--listen", "127.0.0.1:0", "--tickets", tickets.address]
    begun = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        try:
            assert process.stdout is not None
            address = process.stdout.readline().partition(" listens on ")[2].split()[0].rstrip(".,;")
            with open_channel(address, caller(Role.HELPDESK)) as channel:
                until_ready(lambda: WATCHES[name](channel))
                first_s = time.perf_counter() - begun
                yield Analytics(MeasuredServer(address, process, first_s, ""), channel, first_s)
        finally:
            process.kill()


def until_ready(open_stream: Callable[[], Any]) -> None:
    """Open a stream until it tells something: a server without its facts lets nobody wait for longer than 5 s."""
    while True:
        try:
            first(open_stream)
        except grpc.RpcError as error:
            if error.code() != grpc.StatusCode.UNAVAILABLE:
                raise
        else:
            return


def first(open_stream: Callable[[], Any]) -> float:
    """Return the seconds from opening a stream to its first message."""
    begun = time.perf_counter()
    stream = open_stream()
    next(stream)
    taken = time.perf_counter() - begun
    stream.cancel()
    return taken


def watching(servers: Mapping[str, Analytics]) -> list[Watcher]:
    """Watch each server, and return once each has told its first result."""
    watchers = [Watcher(WATCHES[name](one.channel)) for name, one in servers.items()]
    for watcher in watchers:
        watcher.start()
    until_told(watchers, 0)
    return watchers


def until_told(watchers: list[Watcher], revision: int) -> list[float]:
    """Wait until all were told of the revision; return when each was."""
    while True:
        arrived = [moment for watcher in watchers if (moment := watcher.arrival(revision)) is not None]
        if len(arrived) == len(watchers):
            return arrived
        time.sleep(0.002)


def end(watchers: list[Watcher]) -> None:
    """End their streams."""
    for watcher in watchers:
        watcher.results.cancel()
