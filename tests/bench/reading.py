"""Get, and pages of 50 of a million tickets at any depth, as shares of Echo."""

import sqlite3
from contextlib import closing
from pathlib import Path

from campusdesk.channel import open_channel
from campusdesk.rules import Role, Status
from campusdesk.v1 import ticket_pb2, ticket_service_pb2, ticket_service_pb2_grpc
from tests.bench.alternating import Compared, alternate, echo, repeated
from tests.bench.measured_server import TICKETS, MeasuredServer, caller, measured_server
from tests.bench.table import Row, percentile, spread
from ticket_server.rpc.paging import PageOf, encode_page_token

IN_FLIGHT = 64
PAGE = 50
CLOSED = ticket_pb2.STATUS_CLOSED
DEPTHS = (1, 10_000)
GET_GOAL, LIST_GOAL, DEPTH_GOAL = 0.8, 0.45, 0.1


def measure(database: Path) -> list[Row]:
    """Print what was measured on the database of a million tickets; return its rows."""
    with measured_server(database) as server:
        with open_channel(server.address, caller(Role.HELPDESK)) as channel:
            stub = ticket_service_pb2_grpc.TicketServiceStub(channel)
            requests = {depth: list_request(stub, database, depth) for depth in DEPTHS}
            get_request = ticket_service_pb2.GetTicketRequest(id=654_321)
            assert stub.GetTicket(get_request).id == get_request.id
        get = compare(server, "Get", "GetTicket", get_request.SerializeToString())
        pages = [
            compare(server, f"List, page {depth:,}", "ListTickets", request) for depth, request in requests.items()
        ]
    return [share_row("Get", get, GET_GOAL), *(share_row(page.name, page, LIST_GOAL) for page in pages), depths(*pages)]


def list_request(stub: ticket_service_pb2_grpc.TicketServiceStub, database: Path, depth: int) -> bytes:
    """Return the request for the page so deep among the closed tickets, tried once."""
    request = ticket_service_pb2.ListTicketsRequest(page_size=PAGE, status=CLOSED)
    if depth > 1:
        before = last_id_before(database, (depth - 1) * PAGE)
        request.page_token = encode_page_token(PageOf(Role.HELPDESK, Status.CLOSED, None, ""), before)
    tickets = stub.ListTickets(request).tickets
    assert len(tickets) == PAGE
    assert all(ticket.status == CLOSED for ticket in tickets)
    return request.SerializeToString()


def last_id_before(database: Path, place: int) -> int:
    """Return the number of the closed ticket at this place, the newest being the first."""
    statement = "SELECT id FROM ticket WHERE status = ? ORDER BY id DESC LIMIT 1 OFFSET ?"
    with closing(sqlite3.connect(database)) as connection:
        [(ticket_id,)] = connection.execute(statement, (Status.CLOSED.value, place - 1))
    return int(ticket_id)


def compare(server: MeasuredServer, name: str, method: str, request: bytes) -> Compared:
    """Measure one request again and again, in turn with Echo."""
    print(f"{name} and Echo, {IN_FLIGHT} in flight:")
    drive = repeated(server, Role.HELPDESK, f"{TICKETS}/{method}", request, IN_FLIGHT)
    return alternate(server, name, drive, echo(server, IN_FLIGHT))


def share_row(name: str, compared: Compared, goal: float) -> Row:
    """Return the share of Echo's rate."""
    reached = percentile(compared.shares, 0.5) >= goal
    return Row(name, f">= {goal:.0%} of Echo", spread(compared.shares, ".0%"), reached)


def depths(first: Compared, deep: Compared) -> Row:
    """Return how much slower the deep page is than the first, each as a share of Echo."""
    slower = percentile(first.shares, 0.5) / percentile(deep.shares, 0.5) - 1
    return Row("List, page 10,000 against page 1", f"within {DEPTH_GOAL:.0%}", f"{slower:+.0%}", slower <= DEPTH_GOAL)
