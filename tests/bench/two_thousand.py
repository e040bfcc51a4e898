"""Two thousand desks that watch, a connection each: how soon all have a change, and what others wait meanwhile."""

import tempfile
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from campusdesk.rules import Role
from campusdesk.v1 import ticket_pb2, ticket_service_pb2
from tests.bench.alternating import create_request
from tests.bench.daily_work import Worked, worked, working
from tests.bench.fan_out import told, watchers
from tests.bench.frames import FrameClient
from tests.bench.measured_server import TICKETS, MeasuredServer, caller, measured_server
from tests.bench.resources import allow_files
from tests.bench.table import Row, percentile

WATCHERS = 2_000
# One a second all day are more than a campus has.
CHANGES, PAUSE_S = 60, 1.0
CALLS_PER_SECOND = 40.0
ALL_GOAL_S, CALL_GOAL_S = 1.0, 0.050
# What the others read; their facts fit into one frame of a snapshot.
_THERE = 50
_FILES = 4_096


def measure() -> list[Row]:
    """Return the rows of the change, and of calls made meanwhile."""
    allow_files(_FILES)
    with tempfile.TemporaryDirectory() as folder, measured_server(Path(folder) / "tickets.db") as server:
        revision = begin(server)
        with watchers(server, WATCHERS, revision, streams=1) as connections:
            before_s = server.cpu_s()
            with working(server, CHANGES * PAUSE_S, CALLS_PER_SECOND, writes=False) as process:
                seconds = told(server, connections, WATCHERS, revision, CHANGES, PAUSE_S)
                done = worked(process)
            a_watcher_us = (server.cpu_s() - before_s) / (CHANGES * WATCHERS) * 1e6
            print(f"  {WATCHERS:,} watchers: server CPU a watcher and change, with the calls: {a_watcher_us:.0f} us")
    return rows_of(seconds, done)


def rows_of(seconds: Sequence[float], done: Worked) -> list[Row]:
    """Return the rows of the seconds to each arrival, and of what was called meanwhile."""
    arrived, called = list(seconds), [call.seconds for call in done.calls]
    all_s, call_s = percentile(arrived, 0.99), percentile(called, 0.99)
    is_served = call_s <= CALL_GOAL_S and not done.refused and not done.not_made
    return [
        Row(
            f"one change to {WATCHERS:,} watchers with a connection each, p99",
            f"<= {ALL_GOAL_S:.0f} s",
            f"{all_s:.2f} s (median {percentile(arrived, 0.5):.2f}, longest {max(arrived):.2f} s)",
            all_s <= ALL_GOAL_S,
        ),
        Row(
            f"... calls meanwhile, {CALLS_PER_SECOND:.0f} a second, p99",
            f"<= {CALL_GOAL_S * 1e3:.0f} ms",
            f"{call_s * 1e3:.0f} ms (median {percentile(called, 0.5) * 1e3:.1f} ms),"
            f" {done.refused + done.not_made} of {len(called):,} not served",
            is_served,
        ),
    ]


def begin(server: MeasuredServer) -> int:
    """Report some problems and take half of them; return the revision after that."""
    with closing(FrameClient(server.address, caller(Role.HELPDESK))) as client:
        created = [create_request(f"00000000-0000-4000-8000-{number:012}", number) for number in range(_THERE)]
        answers = client.round(f"{TICKETS}/CreateTicket", created, 8).answers
        numbers = [ticket_pb2.Ticket.FromString(answer).id for answer in answers]
        taken = [
            ticket_service_pb2.ActivateTicketRequest(
                request_id=f"00000000-0000-4000-9000-{number:012}", id=number
            ).SerializeToString()
            for number in numbers[::2]
        ]
        answers = client.round(f"{TICKETS}/ActivateTicket", taken, 1).answers
    return max(ticket_pb2.Ticket.FromString(answer).revision for answer in answers)
