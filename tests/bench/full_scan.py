"""What the analyses are compared with: the same three questions, each answered by reading all tickets over the API."""

import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import grpc

from campusdesk.channel import open_channel
from campusdesk.rules import Role
from campusdesk.v1 import ticket_service_pb2
from campusdesk.v1.ticket_pb2 import STATUS_ACTIVE, STATUS_CLOSED, Ticket
from campusdesk.v1.ticket_service_pb2_grpc import TicketServiceStub
from tests.bench.measured_server import MeasuredServer, caller
from tests.bench.table import Row

PART, TICKETS, PAGE = 20_000, 1_000_000, 200
_ROME = ZoneInfo("Europe/Rome")


def measure(server: MeasuredServer) -> list[Row]:
    """Return what a full scan in Python takes, by the pages of a part of the tickets."""
    with open_channel(server.address, caller(Role.HELPDESK)) as channel:
        begun, count = time.perf_counter(), answered(channel)
        seconds = (time.perf_counter() - begun) * TICKETS / count
    what = "the same three questions by a full scan over the API"
    return [Row(what, "", f"{seconds:.0f} s (measured on {count:,} of {TICKETS:,} tickets)")]


def answered(channel: grpc.Channel) -> int:
    """Answer the questions from the newest tickets; return of how many."""
    now = datetime.now(UTC)
    since_s = now.timestamp() - 30 * 86_400
    backlog, load, months, count = 0, Counter[int](), defaultdict[str, list[int]](list), 0
    for ticket in tickets(channel):
        count += 1
        backlog += ticket.status != STATUS_CLOSED and ticket.open_time.seconds > since_s
        load[ticket.category] += ticket.status == STATUS_ACTIVE
        if ticket.status == STATUS_CLOSED:
            month = ticket.open_time.ToDatetime(UTC).astimezone(_ROME).strftime("%Y-%m")
            months[month].append(ticket.close_time.ToMicroseconds() - ticket.open_time.ToMicroseconds())
    assert all(sum(times) / len(times) >= 0 for times in months.values())
    return count


def tickets(channel: grpc.Channel) -> Iterator[Ticket]:
    """Yield a part of the tickets by their pages."""
    stub = TicketServiceStub(channel)
    request = ticket_service_pb2.ListTicketsRequest(page_size=PAGE)
    for _ in range(PART // PAGE):
        page = stub.ListTickets(request)
        yield from page.tickets
        if not page.next_page_token:
            return
        request.page_token = page.next_page_token
