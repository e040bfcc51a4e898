"""Reports of the same incident among 5,000 open tickets of the sample campus, each with its vector."""

from collections.abc import Iterator, Sequence
from contextlib import closing
from itertools import cycle, islice
from pathlib import Path

from sqlalchemy import insert

from campusdesk.rules import Role
from campusdesk.v1 import ticket_pb2
from campusdesk.v1.ticket_service_pb2 import FindSimilarTicketsRequest, FindSimilarTicketsResponse
from sample_tickets import sample_tickets
from tests.bench import suggesting
from tests.bench.encoding import Readings, milliseconds
from tests.bench.frames import FrameClient
from tests.bench.measured_server import TICKETS, MeasuredServer, caller, measured_server
from tests.bench.million import NOW
from tests.bench.pace import report
from tests.bench.table import Row, percentile
from ticket_server.encoder.encoder import Encoder
from ticket_server.storage import schema
from ticket_server.storage.engine import open_database

COUNT = 5_000
QUESTIONS = 300
GOAL_S = 0.060
_IN_FLIGHT = 64


def sample() -> Iterator[tuple[str, str]]:
    """Yield the descriptions and locations of the sample campus: some hundreds of different ones of each."""
    for line in sample_tickets(1, NOW, COUNT):
        yield str(line["description"]), str(line["location"])


def make(database: Path, encoder: Encoder) -> None:
    """Make the database: reported over the protocol by the light model, then given the vectors of the encoder."""
    texts = list(sample())
    with measured_server(database) as server, closing(FrameClient(server.address, caller(Role.USER))) as client:
        requests = [report(description, location) for description, location in texts]
        answers = client.round(f"{TICKETS}/CreateTicket", requests, _IN_FLIGHT).answers
    tickets = map(ticket_pb2.Ticket.FromString, answers)
    vectors = {text: encoder.read(text).vector for text in dict(texts)}
    rows = [
        {"ticket_id": ticket.id, "version": encoder.version, "numbers": vectors[ticket.description]}
        for ticket in tickets
    ]
    with open_database(f"sqlite:///{database}") as opened, opened.connect_writer() as connection, connection.begin():
        connection.execute(insert(schema.vector), rows)


def measure(database: Path, readings: Readings) -> list[Row]:
    """Return what a person who types waits for the tickets of the same incident."""
    places = cycle([location for _, location in sample()])
    with measured_server(database, encoder=True) as server:
        suggesting.await_encoder(server)
        # All tickets are in memory then.
        server.await_rest()
        check(server)
        seconds, answers = found(server, list(zip(islice(readings, QUESTIONS), places, strict=False)))
    p99_s, some = percentile(seconds, 0.99), sum(bool(answer.tickets) for answer in answers)
    result = f"{milliseconds(seconds, 0.99)}, {some / len(answers):.0%} found any"
    return [Row(f"FindSimilarTickets in {COUNT:,} open, p99", f"< {GOAL_S * 1e3:.0f} ms", result, p99_s < GOAL_S)]


def check(server: MeasuredServer) -> None:
    """Fail unless a report that is stored finds itself."""
    stored = next((text, location) for text, location in sample() if location)
    [answer] = found(server, [stored])[1]
    assert stored in {(one.ticket.description, one.ticket.location) for one in answer.tickets}


def found(
    server: MeasuredServer, reports: Sequence[tuple[str, str]]
) -> tuple[list[float], list[FindSimilarTicketsResponse]]:
    """Ask for tickets like each report, one after the other; return the seconds and the answers."""
    requests = [
        FindSimilarTicketsRequest(description=description, location=location).SerializeToString()
        for description, location in reports
    ]
    with closing(FrameClient(server.address, caller(Role.USER))) as client:
        answered = client.round(f"{TICKETS}/FindSimilarTickets", requests, 1)
    return answered.seconds, [FindSimilarTicketsResponse.FromString(answer) for answer in answered.answers]
