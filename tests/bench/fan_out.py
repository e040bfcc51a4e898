"""One change to many watchers: from the moment at which Create is sent to the arrival at each of them."""

import selectors
import struct
import tempfile
import time
import uuid
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path

from campusdesk.rules import Role
from campusdesk.v1 import change_feed_pb2
from tests.bench.alternating import create_request
from tests.bench.frames import FrameClient, FrameConnection
from tests.bench.measured_server import TICKETS, MeasuredServer, caller, measured_server
from tests.bench.table import Row, percentile

GOALS_S = {100: 0.020, 1_000: 0.200}
CHANGES = 30
# Longer than the time within which changes travel together.
PAUSE_S = 0.15
# A server lets in only so many streams of one connection.
STREAMS_A_CONNECTION = 500


def measure() -> list[Row]:
    """Print what was measured for each number of watchers; return its rows."""
    rows = []
    for count, goal_s in GOALS_S.items():
        with tempfile.TemporaryDirectory() as folder, measured_server(Path(folder) / "tickets.db") as server:
            seconds = arrivals(server, count)
        median_s, p99_s = percentile(seconds, 0.5), percentile(seconds, 0.99)
        result = f"{p99_s * 1e3:.0f} ms (median {median_s * 1e3:.0f} ms)"
        rows.append(Row(f"one change to {count:,} watchers, p99", f"<= {goal_s * 1e3:.0f} ms", result, p99_s <= goal_s))
    return rows


def arrivals(server: MeasuredServer, count: int) -> list[float]:
    """Return the seconds to each arrival of each change."""
    with watchers(server, count) as connections:
        return told(server, connections, count)


def told(
    server: MeasuredServer,
    connections: list[FrameConnection],
    count: int,
    revision: int = 0,
    changes: int = CHANGES,
    pause_s: float = PAUSE_S,
) -> list[float]:
    """Return the seconds to each arrival of each change at so many watchers, who have been told that revision."""
    seconds: list[float] = []
    with closing(FrameClient(server.address, caller(Role.USER))) as reporter:
        headers = reporter.headers(f"{TICKETS}/CreateTicket")
        for number in range(revision + 1, revision + changes + 1):
            _, sent = reporter.call(headers, create_request(str(uuid.uuid4()), number))
            begun = time.perf_counter()
            reporter.socket.sendall(sent)
            arrived = until_all_have(connections, number, count)
            # What is compiled and cached on first use is no part of it.
            if number > revision + 1:
                seconds += [moment - begun for moment in arrived]
            while all(data is not None for _, data in reporter.take()):
                pass
            time.sleep(pause_s)
    return seconds


@contextmanager
def watchers(
    server: MeasuredServer, count: int, revision: int = 0, streams: int = STREAMS_A_CONNECTION
) -> Iterator[list[FrameConnection]]:
    """Lend connections on which so many watch, so many a connection, once each was told the revision that there is."""
    with ExitStack() as stack:
        connections = []
        for start in range(0, count, streams):
            connection = stack.enter_context(closing(FrameConnection(server.address, caller(Role.HELPDESK))))
            headers = connection.headers("/campusdesk.v1.ChangeFeedService/Watch")
            for _ in range(min(streams, count - start)):
                connection.socket.sendall(connection.call(headers, b"")[1])
            connections.append(connection)
        until_all_have(connections, revision, count)
        yield connections


def until_all_have(connections: list[FrameConnection], revision: int, count: int) -> list[float]:
    """Take in what arrives until all watchers were told of the revision; return when each was."""
    arrived: list[float] = []
    with selectors.DefaultSelector() as selector:
        for connection in connections:
            selector.register(connection.socket, selectors.EVENT_READ, connection)
        while len(arrived) < count:
            for key, _ in selector.select():
                told = [data for _, data in key.data.take()]
                now = time.perf_counter()
                arrived += [now for data in told if revision_of(data) == revision]
    return arrived


def revision_of(data: bytes | None) -> int | None:
    """Return the revision that a message of the feed tells, None for mere progress; raise when the watch has ended."""
    if data is None:
        raise ConnectionError("a watch was refused")
    (length,) = struct.unpack_from(">I", data, 1)
    assert length == len(data) - 5, "a message travels in one frame"
    told = change_feed_pb2.WatchResponse.FromString(data[5:])
    event = told.WhichOneof("event")
    return getattr(told, event).revision if event in {"snapshot", "changes"} else None
