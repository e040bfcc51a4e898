"""Twenty reports a second: what others feel of it, what the reports themselves take, and which model judged them."""

import time
from collections.abc import Iterable, Sequence
from contextlib import closing
from pathlib import Path

from campusdesk.rules import Role
from campusdesk.v1 import ticket_pb2, ticket_service_pb2
from tests.bench.encoding import TOLD_APART, Readings, is_of_encoder, milliseconds
from tests.bench.frames import FrameClient
from tests.bench.measured_server import TICKETS, MeasuredServer, caller, measured_server
from tests.bench.pace import PER_SECOND, Created, created, creating
from tests.bench.snapshot import echo_seconds, passed
from tests.bench.table import Row, percentile
from ticket_server.encoder.reading import Reading

ROUNDS = 3
REPORTS_A_ROUND = 200
REPORTS_WITHOUT = 200
QUIET_S = 3.0
ECHO_GOAL_S = 0.008
ADDED_GOAL_S = 0.060
# For what was read too late.
_PATIENCE_S = 60.0


def without_encoder(database: Path) -> list[float]:
    """Return what reports at the same pace, with Echo beside them, take where there is no encoder, in seconds."""
    with (
        measured_server(database) as server,
        closing(FrameClient(server.address, caller(Role.USER))) as client,
        creating(server, 0, REPORTS_WITHOUT) as process,
    ):
        echo_seconds(client, lambda: process.poll() is not None)
        return [one.seconds for one in created(process)]


def measure(server: MeasuredServer, readings: Readings, without: Sequence[float]) -> list[Row]:
    """Return the rows of Echo, of the models, and of the reports beside those `without` an encoder."""
    quiet, meanwhile, reports = [], [], []
    with closing(FrameClient(server.address, caller(Role.USER))) as client:
        for number in range(ROUNDS):
            quiet += echo_seconds(client, passed(QUIET_S))
            with creating(server, number * REPORTS_A_ROUND, REPORTS_A_ROUND) as process:
                meanwhile += echo_seconds(client, lambda: process.poll() is not None)
                reports += created(process)
        wanted = list(readings.values())[: len(reports)]
        models = of_models(client, reports, wanted)
    return [of_echo(quiet, meanwhile), models, of_reports([one.seconds for one in reports], without)]


def of_echo(quiet: Sequence[float], meanwhile: Sequence[float]) -> Row:
    """Return what Echo takes, called one after the other."""
    result = f"{milliseconds(meanwhile, 0.99)}; without them {milliseconds(quiet, 0.99)}"
    reached = percentile(list(meanwhile), 0.99) <= ECHO_GOAL_S
    what = f"Echo while {PER_SECOND} tickets a second are categorised, p99"
    return Row(what, f"<= {ECHO_GOAL_S * 1e3:.0f} ms", result, reached)


def of_reports(seconds: Sequence[float], without: Sequence[float]) -> Row:
    """Return what the reports take, and whether the encoder adds no more than it may."""
    added_s = percentile(list(seconds), 0.99) - percentile(list(without), 0.99)
    result = f"{milliseconds(seconds, 0.99)}; without an encoder {milliseconds(without, 0.99)}"
    goal = f"<= {ADDED_GOAL_S * 1e3:.0f} ms more than without"
    return Row("... Create, p99", goal, result, added_s <= ADDED_GOAL_S)


def of_models(client: FrameClient, reports: Sequence[Created], wanted: Sequence[Reading]) -> Row:
    """Return how many reports got the encoder's judgement at once, and whether all the others did later."""
    judged = {one.ticket_id: reading for one, reading in zip(reports, wanted, strict=True)}
    late = {one.ticket_id for one in reports if not is_of_encoder(one, judged[one.ticket_id])}
    left, deadline = late, time.monotonic() + _PATIENCE_S
    while left and time.monotonic() < deadline:
        time.sleep(0.5)
        left = {one.id for one in got(client, left) if not is_of_encoder(one, judged[one.id], TOLD_APART)}
    at_once, later = 1 - len(late) / len(reports), (len(late) - len(left)) / len(reports)
    result = f"{at_once:.1%}, later {later:.1%}"
    return Row("... judged by the encoder at once", "the rest later", result, not left)


def got(client: FrameClient, ids: Iterable[int]) -> list[ticket_pb2.Ticket]:
    """Return the tickets of those numbers as they are now."""
    requests = [ticket_service_pb2.GetTicketRequest(id=one).SerializeToString() for one in ids]
    return [
        ticket_pb2.Ticket.FromString(answer) for answer in client.round(f"{TICKETS}/GetTicket", requests, 1).answers
    ]
