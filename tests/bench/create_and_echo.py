"""Durable Create as a share of Echo: the same requests to the same server, in alternating rounds of one run."""

import asyncio
import statistics
import subprocess
import sys
import tempfile
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

import grpc

from campusdesk.access import Caller
from campusdesk.channel import OPTIONS
from campusdesk.rules import Role
from campusdesk.v1 import ticket_pb2, ticket_service_pb2
from tests.bench.echo_server import METHOD, SERVICE

ROUNDS = 7
METHODS = {"Create": "/campusdesk.v1.TicketService/CreateTicket", "Echo": f"/{SERVICE}/{METHOD}"}
# Calls a round, by how many are in flight.
CALLS = {1: 400, 64: 3_000}
TEXT = "The projector in lecture hall B3 shows a green picture and the remote control is gone."

Call: TypeAlias = "grpc.aio.UnaryUnaryMultiCallable[ticket_service_pb2.CreateTicketRequest, ticket_pb2.Ticket]"


@dataclass(frozen=True)
class Round:
    """One round: calls a second, and each call's seconds."""

    rate: float
    seconds: list[float]


def measure() -> None:
    """Print rates, shares and latencies at each number in flight."""
    with tempfile.TemporaryDirectory() as folder, measured_server(Path(folder) / "tickets.db") as address:
        for in_flight, calls in CALLS.items():
            rounds = asyncio.run(alternate(address, in_flight, calls))
            report(in_flight, rounds)


@contextmanager
def measured_server(database: Path) -> Iterator[str]:
    """Run the server in a process of its own; give its address."""
    command = [sys.executable, "-m", "tests.bench.echo_server", f"sqlite:///{database}"]
    # The log has a line a call, and goes to a file as it does where a server runs for long.
    with (
        tempfile.TemporaryFile() as log,
        subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log, text=True) as server,
    ):
        assert server.stdout is not None
        assert server.stdin is not None
        yield server.stdout.readline().partition(" listens on ")[2].partition(";")[0]
        server.stdin.close()


async def alternate(address: str, in_flight: int, calls: int) -> dict[str, list[Round]]:
    """Return the rounds of both methods; the first round of each only warms up."""
    rounds: dict[str, list[Round]] = {name: [] for name in METHODS}
    async with grpc.aio.insecure_channel(address, options=OPTIONS) as channel:
        for _ in range(ROUNDS + 1):
            for name, method in METHODS.items():
                call: Call = channel.unary_unary(
                    method,
                    request_serializer=ticket_service_pb2.CreateTicketRequest.SerializeToString,
                    response_deserializer=ticket_pb2.Ticket.FromString,
                )
                rounds[name].append(await one_round(call, in_flight, calls))
    return {name: measured[1:] for name, measured in rounds.items()}


async def one_round(call: Call, in_flight: int, calls: int) -> Round:
    """Make the calls, so many at a time."""
    metadata = Caller(Role.USER, "bench").metadata()
    seconds: list[float] = []
    waiting = iter(range(calls))

    async def caller() -> None:
        for number in waiting:
            request = ticket_service_pb2.CreateTicketRequest(
                request_id=str(uuid.uuid4()), description=f"{TEXT} {number}", location="Hall B3"
            )
            begun = time.perf_counter()
            answer = await call(request, metadata=metadata, timeout=60)
            seconds.append(time.perf_counter() - begun)
            assert answer.description == request.description

    begun = time.perf_counter()
    await asyncio.gather(*(caller() for _ in range(in_flight)))
    return Round(calls / (time.perf_counter() - begun), seconds)


def report(in_flight: int, rounds: dict[str, list[Round]]) -> None:
    """Print one table row a method, and the share."""
    for name, measured in rounds.items():
        rates = sorted(one.rate for one in measured)
        seconds = sorted(second for one in measured for second in one.seconds)
        p99 = seconds[int(len(seconds) * 0.99)]
        print(
            f"{name:7} {in_flight:3} in flight: {statistics.median(rates):7.0f}/s [{rates[0]:.0f}-{rates[-1]:.0f}]"
            f"  median {statistics.median(seconds) * 1e3:.2f} ms  p99 {p99 * 1e3:.2f} ms"
        )
    shares = [create.rate / echo.rate for create, echo in zip(rounds["Create"], rounds["Echo"], strict=True)]
    print(
        f"Create / Echo at {in_flight} in flight: {statistics.median(shares):.0%} [{min(shares):.0%}-{max(shares):.0%}]"
    )
