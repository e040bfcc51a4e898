"""A snapshot of the facts of a million tickets: how long, against one message a ticket, and what Echo feels of it."""

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any, TypeAlias

import grpc

from campusdesk.channel import OPTIONS, open_channel
from campusdesk.rules import Role
from campusdesk.v1 import change_feed_pb2, change_feed_pb2_grpc, ticket_service_pb2
from tests.bench.alternating import create_request
from tests.bench.echo_server import ECHO, ONE_BY_ONE
from tests.bench.frames import FrameClient
from tests.bench.measured_server import MeasuredServer, caller, measured_server
from tests.bench.table import Row, percentile, spread

Stream: TypeAlias = "grpc.UnaryStreamMultiCallable[Any, bytes]"

TIMES = 3
QUIET_S = 2.0
TICKETS = 1_000_000
# As many messages as tell what each costs; a million of them take minutes.
MESSAGES = 20_000
SECONDS_GOAL, FACTOR_GOAL, ECHO_GOAL = 2.5, 45.0, 3.0


def measure(database: Path) -> list[Row]:
    """Print what was measured on the database of a million tickets; return its rows."""
    with measured_server(database) as server:
        check(server)
        single_s = one_by_one(server)
        seconds = [snapshot_s(server) for _ in range(TIMES)]
        ratios = [echo_meanwhile(server) for _ in range(TIMES)]
    median_s, ratio = percentile(seconds, 0.5), percentile(ratios, 0.5)
    factor = single_s / median_s
    one = "... against one message a ticket"
    return [
        Row("facts snapshot of 1M", f"<= {SECONDS_GOAL} s", f"{spread(seconds, '.2f')} s", median_s <= SECONDS_GOAL),
        Row(one, f">= {FACTOR_GOAL:.0f}x", f"{factor:.0f}x ({single_s:.0f} s)", factor >= FACTOR_GOAL),
        Row("... Echo's p99 meanwhile", f"<= {ECHO_GOAL:.0f}x", spread(ratios, ".1f"), ratio <= ECHO_GOAL),
    ]


def snapshot_s(server: MeasuredServer) -> float:
    """Return the seconds of one snapshot, taken by a process of its own."""
    with watching(server) as process:
        assert process.stdout is not None
        return float(process.stdout.read())


def watching(server: MeasuredServer) -> "subprocess.Popen[str]":
    """Start a process that takes a snapshot."""
    command = [sys.executable, "-m", "tests.bench.snapshot", server.address]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def echo_meanwhile(server: MeasuredServer) -> float:
    """Return Echo's 99th percentile while a snapshot is taken as a multiple of that before."""
    with closing(FrameClient(server.address, caller(Role.USER))) as client:
        quiet = echo_seconds(client, passed(QUIET_S))
        with watching(server) as process:
            meanwhile = echo_seconds(client, lambda: process.poll() is not None)
    return percentile(meanwhile, 0.99) / percentile(quiet, 0.99)


def check(server: MeasuredServer) -> None:
    """Fail unless the snapshot has all tickets."""
    with open_channel(server.address, caller(Role.ANALYTICS)) as channel:
        stub = change_feed_pb2_grpc.ChangeFeedServiceStub(channel)
        assert sum(len(part.facts.status) for part in snapshot(stub)) == TICKETS


def snapshot(stub: change_feed_pb2_grpc.ChangeFeedServiceStub) -> Iterator[change_feed_pb2.Snapshot]:
    """Yield the parts of a snapshot."""
    watch = stub.Watch(change_feed_pb2.WatchRequest())
    for response in watch:
        yield response.snapshot
        if response.snapshot.last:
            watch.cancel()
            return


def one_by_one(server: MeasuredServer) -> float:
    """Return what a million messages of one ticket each take, in seconds, without reading the tickets."""
    with open_channel(server.address, caller(Role.HELPDESK)) as channel:
        stream: Stream = channel.unary_stream(
            ONE_BY_ONE, request_serializer=ticket_service_pb2.ListTicketsRequest.SerializeToString
        )
        begun = time.perf_counter()
        count = sum(1 for _ in stream(ticket_service_pb2.ListTicketsRequest(page_size=MESSAGES)))
        assert count == MESSAGES
        return (time.perf_counter() - begun) * TICKETS / MESSAGES


def passed(seconds: float) -> Callable[[], bool]:
    """Return what says whether so many seconds have passed since now."""
    until = time.perf_counter() + seconds
    return lambda: time.perf_counter() > until


def echo_seconds(client: FrameClient, over: Callable[[], bool]) -> list[float]:
    """Call Echo, one call after the other, until it is over; return what each took."""
    seconds: list[float] = []
    request = create_request("1" * 36, 0)
    while not over():
        seconds += client.round(ECHO, [request] * 20, 1).seconds
    return seconds


def watch(address: str) -> None:
    """Be who takes the snapshot: print its seconds."""
    with grpc.insecure_channel(address, options=OPTIONS) as channel:
        # Bytes as they come: what is measured is the server.
        call: Stream = channel.unary_stream(
            "/campusdesk.v1.ChangeFeedService/Watch",
            request_serializer=change_feed_pb2.WatchRequest.SerializeToString,
        )
        grpc.channel_ready_future(channel).result(10)
        begun = time.perf_counter()
        parts = call(change_feed_pb2.WatchRequest(), metadata=caller(Role.ANALYTICS).metadata())
        for part in parts:
            if change_feed_pb2.WatchResponse.FromString(part).snapshot.last:
                break
        print(time.perf_counter() - begun)
        parts.cancel()


if __name__ == "__main__":
    watch(sys.argv[1])
