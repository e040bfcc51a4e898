"""The analyses of a million tickets: to the first result, to a new watcher's, from a commit to them; a full scan."""

import random
import tempfile
import time
import uuid
from collections.abc import Mapping
from contextlib import ExitStack, closing
from functools import partial
from pathlib import Path
from typing import Any

import grpc
from grpc_health.v1 import health_pb2

from campusdesk.rules import Role
from campusdesk.v1.ticket_pb2 import Ticket
from tests.bench import full_scan
from tests.bench.alternating import create_request
from tests.bench.analysis_servers import WATCHES, Analytics, analytics, end, first, until_told, watching
from tests.bench.frames import FrameClient
from tests.bench.measured_server import TICKETS, MeasuredServer, caller, measured_server
from tests.bench.million import make
from tests.bench.table import Row, percentile, spread

FIRST_GOAL_S, MEMORY_GOAL_MB = 4.0, 250
BARE_GOAL, FEW_GOAL = 1.5, 0.1
COMMIT_GOAL_S = 0.1
FEW, STARTS, ROUNDS, COMMITS = 1_000, 3, 300, 100


def measure(database: Path) -> list[Row]:
    """Print what was measured on the database of a million tickets; return its rows."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        make(folder / "few.db", FEW, 1)
        tickets = stack.enter_context(measured_server(database))
        starts = [first_results(tickets) for _ in range(STARTS)]
        many = {name: stack.enter_context(analytics(name, tickets)) for name in WATCHES}
        of_few = stack.enter_context(measured_server(folder / "few.db"))
        few = {name: stack.enter_context(analytics(name, of_few)) for name in WATCHES}
        memory_mb = {name: one.server.memory_mb() for name, one in many.items()}
        return [
            first_row(starts),
            memory_row(memory_mb),
            *kept_rows(many, few),
            commit_row(tickets, many),
            *full_scan.measure(tickets),
        ]


def first_results(tickets: MeasuredServer) -> float:
    """Start the three servers, one after the other; return the seconds that the slowest took to its first result."""
    seconds = []
    for name in WATCHES:
        with analytics(name, tickets) as one:
            seconds.append(one.first_s)
            print(f"{name}: {one.first_s:.2f} s, {one.server.cpu_s():.2f} s of its processor time")
    return max(seconds)


def first_row(starts: list[float]) -> Row:
    """Return the row of the first results."""
    typical = percentile(starts, 0.5)
    result = f"{spread(starts, '.2f')} s"
    return Row(
        "analysis of 1M tickets: start to first result", f"<= {FIRST_GOAL_S:.0f} s", result, typical <= FIRST_GOAL_S
    )


def memory_row(memory_mb: Mapping[str, float]) -> Row:
    """Return the row of the memory that each server has in use."""
    result = ", ".join(f"{name} {mb:.0f} MB" for name, mb in memory_mb.items())
    return Row("... memory", f"<= {MEMORY_GOAL_MB} MB", result, max(memory_mb.values()) <= MEMORY_GOAL_MB)


def kept_rows(many: Mapping[str, Analytics], few: Mapping[str, Analytics]) -> list[Row]:
    """Return what a new watcher waits for its first result, against a stream of one message on the same server."""
    to_bare, to_few = {}, {}
    for name, watch in WATCHES.items():
        streams = [
            partial(open_stream, servers[name].channel) for servers in (many, few) for open_stream in (bare, watch)
        ]
        rounds = [[first(stream) for stream in streams] for _ in range(ROUNDS)]
        bare_of_many, of_many, bare_of_few, of_few = (percentile([*times], 0.5) for times in zip(*rounds, strict=True))
        to_bare[name] = of_many / bare_of_many
        # A process may be quicker than another one in all that it does.
        to_few[name] = to_bare[name] / (of_few / bare_of_few)
    each = ", ".join(f"{name} {ratio:.2f}" for name, ratio in to_bare.items())
    beside = ", ".join(f"{name} {ratio - 1:+.0%}" for name, ratio in to_few.items())
    return [
        Row(
            "... a new watcher's first result", f"<= {BARE_GOAL} x a bare RPC", each, max(to_bare.values()) <= BARE_GOAL
        ),
        Row(f"... against {FEW:,} tickets", "within 10 %", beside, max(to_few.values()) - 1 <= FEW_GOAL),
    ]


def bare(channel: grpc.Channel) -> Any:  # noqa: ANN401  gRPC's streams have no type
    """Open a stream of the same server that tells one message at once: the watch of its health."""
    watch = channel.unary_stream(
        "/grpc.health.v1.Health/Watch",
        request_serializer=health_pb2.HealthCheckRequest.SerializeToString,
        response_deserializer=health_pb2.HealthCheckResponse.FromString,
    )
    return watch(health_pb2.HealthCheckRequest())


def commit_row(tickets: MeasuredServer, servers: Mapping[str, Analytics]) -> Row:
    """Return how long it takes from sending a report until all three analyses have counted it, and until its reply."""
    told, replied = list[float](), list[float]()
    watchers = watching(servers)
    with closing(FrameClient(tickets.address, caller(Role.USER))) as client:
        for number in range(COMMITS):
            time.sleep(random.uniform(0.15, 0.35))
            begun = time.perf_counter()
            request = create_request(str(uuid.uuid4()), number)
            (answer,) = client.round(f"{TICKETS}/CreateTicket", [request], 1).answers
            reply_s = time.perf_counter() - begun
            arrived = until_told(watchers, Ticket.FromString(answer).revision)
            # What is compiled and cached on first use is no part of it.
            if number:
                told.append(max(arrived) - begun)
                replied.append(reply_s)
    end(watchers)
    p99_s = percentile(told, 0.99)
    reply = f"its reply {percentile(replied, 0.99) * 1e3:.0f} ms"
    result = f"{p99_s * 1e3:.0f} ms (median {percentile(told, 0.5) * 1e3:.0f} ms), {reply}"
    return Row("a report sent to all three analyses told, p99", "<= 100 ms", result, p99_s <= COMMIT_GOAL_S)
