"""Search as somebody types, letter by letter, in a million tickets and their messages, over the real protocol.

Helpdesk searches are measured once the server knows the frequent beginnings of words, which it learns after the first.
"""

import sqlite3
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path
from random import Random

import grpc

from campusdesk import terms
from campusdesk.access import Caller
from campusdesk.channel import OPTIONS
from campusdesk.rules import Role, Status
from campusdesk.v1 import ticket_service_pb2, ticket_service_pb2_grpc
from tests.bench.measured_server import TICKETS, measured_server
from tests.bench.table import Row, percentile

SEARCH = f"{TICKETS}/SearchTickets"
SEARCHES = 100
# From the request's arrival to the answer, as the server's log tells; beside it stands what the caller waited.
GOAL_S = 0.010
FOUND = 50
# Answers that are compared with what the texts themselves say.
CHECKED = 20
# Whether the words stand next to each other.
KINDS = {"words of one ticket": True, "words of many tickets": False}

_TEXTS = """
    SELECT ticket.status, ticket.description || ' ' || ticket.location || ' ' || coalesce(group_concat(text, ' '), '')
    FROM ticket LEFT JOIN message ON ticket_id = ticket.id WHERE ticket.id = ?
"""
Texts = Callable[[int], tuple[int, str]]
Find = Callable[[str], ticket_service_pb2.SearchTicketsResponse]


def measure(database: Path) -> list[Row]:
    """Return what a search takes when somebody types words of one ticket, or words that hardly meet in any."""
    rows = []
    with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as connection:
        texts = partial(text_of, connection)
        typed = {kind: typing(texts, count_of(connection), together) for kind, together in KINDS.items()}
        with measured_server(database) as server, grpc.insecure_channel(server.address, options=OPTIONS) as channel:
            for role in (Role.USER, Role.HELPDESK):
                find = partial(search, ticket_service_pb2_grpc.TicketServiceStub(channel), role)
                check(find, role, texts, typed["words of one ticket"])
                server.await_rest()
                for kind, words in typed.items():
                    waited = [timed(find, text) for text in words]
                    rows.append(row_of(f"{role.word}, {kind}", server.served_s(SEARCH)[-len(words) :], waited))
    return rows


def count_of(connection: sqlite3.Connection) -> int:
    """Return how many tickets there are."""
    return int(connection.execute("SELECT last_ticket_id FROM counter").fetchone()[0])


def text_of(connection: sqlite3.Connection, ticket_id: int) -> tuple[int, str]:
    """Return a ticket's status and all that it can be found by."""
    status, text = connection.execute(_TEXTS, (ticket_id,)).fetchone()
    return int(status), str(text)


def typing(texts: Texts, count: int, together: bool) -> list[str]:
    """Return what stands in the field after each letter of searches for one to three words, common and rare."""
    random, typed = Random(1), []
    for _ in range(SEARCHES):
        words = texts(random.randint(1, count))[1].split()
        start, length = random.randrange(len(words)), random.randint(1, 3)
        if together:
            chosen = words[start : start + length]
        else:
            chosen = [random.choice(texts(random.randint(1, count))[1].split()) for _ in range(length + 1)]
        whole = " ".join(chosen)[:200]
        typed += [whole[:end] for end in range(1, len(whole) + 1)]
    return typed


def search(
    stub: ticket_service_pb2_grpc.TicketServiceStub, role: Role, text: str
) -> ticket_service_pb2.SearchTicketsResponse:
    """Ask the server."""
    request = ticket_service_pb2.SearchTicketsRequest(text=text, limit=FOUND)
    return stub.SearchTickets(request, metadata=Caller(role, "bench").metadata(), timeout=60)


def timed(find: Find, text: str) -> float:
    """Return the seconds that the caller waits for the answer."""
    begun = time.perf_counter()
    find(text)
    return time.perf_counter() - begun


def check(find: Find, role: Role, texts: Texts, typed: Sequence[str]) -> None:
    """Compare answers with the texts of the tickets that they name."""
    for text in Random(2).sample(typed, CHECKED):
        wanted = terms.asked(text)
        for ticket_id in find(text).ids:
            status, held = texts(ticket_id)
            words = terms.cut([held])
            assert all(any(word.startswith(term) for word in words) for term in wanted), (text, ticket_id)
            assert role == Role.HELPDESK or status != Status.CLOSED


def row_of(kind: str, served: Sequence[float], waited: Sequence[float]) -> Row:
    """Return what such searches took, in seconds, at the server and at the caller."""
    p99_s = percentile(list(served), 0.99)
    at_caller = f"{percentile(list(waited), 0.99) * 1e3:.1f} ms at the caller"
    result = f"{p99_s * 1e3:.1f} ms (median {percentile(list(served), 0.5) * 1e3:.1f} ms), {at_caller}"
    return Row(f"search in 1M as typed, {kind}, server p99", f"<= {GOAL_S * 1e3:.0f} ms", result, p99_s <= GOAL_S)
