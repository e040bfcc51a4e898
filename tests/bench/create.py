"""Durable Create as a share of Echo: category, ticket, change, request and search rows, synced before the answer.

Both are sent by the client of frames.py, because h2load cannot give each call a request id of its own. Every answer is
read once the round is over.
"""

import tempfile
import uuid
from collections.abc import Callable
from pathlib import Path

from campusdesk.rules import Role
from campusdesk.v1 import ticket_pb2
from tests.bench.alternating import TEXT, Compared, Drive, alternate, create_request
from tests.bench.echo_server import ECHO
from tests.bench.frames import Answered, FrameClient
from tests.bench.measured_server import TICKETS, MeasuredServer, caller, measured_server
from tests.bench.table import Row, percentile, spread

GOALS = {64: 0.75, 1: 0.45}
P99_GOAL = 2.0


def measure() -> list[Row]:
    """Print what was measured at each number in flight; return its rows."""
    rows = []
    with tempfile.TemporaryDirectory() as folder, measured_server(Path(folder) / "tickets.db") as server:
        for in_flight, goal in GOALS.items():
            rows += rows_of(compare(server, in_flight), in_flight, goal)
    return rows


def compare(server: MeasuredServer, in_flight: int) -> Compared:
    """Measure with so many in flight."""
    print(f"Create and Echo, {in_flight} in flight:")
    client = FrameClient(server.address, caller(Role.USER))
    try:
        create = drive(client, f"{TICKETS}/CreateTicket", in_flight, check_created)
        return alternate(server, "Create", create, drive(client, ECHO, in_flight, check_echoed))
    finally:
        client.close()


def drive(client: FrameClient, method: str, in_flight: int, check: Callable[[list[ticket_pb2.Ticket]], None]) -> Drive:
    """Return what makes so many calls, each with a request of its own, and checks their answers."""

    def calls(count: int) -> Answered:
        requests = [create_request(str(uuid.uuid4()), number) for number in range(count)]
        answered = client.round(method, requests, in_flight)
        tickets = [ticket_pb2.Ticket.FromString(answer) for answer in answered.answers]
        assert [ticket.description for ticket in tickets] == [f"{TEXT} {number}" for number in range(count)]
        check(tickets)
        return answered

    return calls


def check_created(tickets: list[ticket_pb2.Ticket]) -> None:
    """Fail unless each is a ticket of its own."""
    assert len({ticket.id for ticket in tickets}) == len(tickets)
    assert all(ticket.category for ticket in tickets)


def check_echoed(tickets: list[ticket_pb2.Ticket]) -> None:
    """Fail unless each is an echo."""
    assert all(ticket.id == 1 for ticket in tickets)


def rows_of(compared: Compared, in_flight: int, goal: float) -> list[Row]:
    """Return the share of Echo's rate, and the multiple of its 99th percentile."""
    share, ratio = percentile(compared.shares, 0.5), percentile(compared.p99_ratios, 0.5)
    what = f"durable Create, {in_flight} in flight"
    return [
        Row(what, f">= {goal:.0%} of Echo", spread(compared.shares, ".0%"), share >= goal),
        Row(f"{what}, p99", f"<= {P99_GOAL:.0f}x Echo's", spread(compared.p99_ratios, ".1f"), ratio <= P99_GOAL),
    ]
