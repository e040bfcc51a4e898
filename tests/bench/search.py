"""Search as somebody types, letter by letter, in a million tickets and their messages, over the real protocol."""

import sqlite3
import statistics
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from functools import partial
from random import Random

import grpc

from campusdesk.access import Caller
from campusdesk.channel import OPTIONS
from campusdesk.rules import Role, Status
from campusdesk.v1 import ticket_service_pb2, ticket_service_pb2_grpc
from tests.bench.create_and_echo import measured_server
from tests.bench.million import million
from ticket_server.storage.search import terms

SEARCHES = 100
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


def measure() -> None:
    """Print what a search takes at the caller, who types words of one ticket, or words that hardly meet in any."""
    database = million()
    with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as connection:
        texts = partial(text_of, connection)
        typed = {kind: typing(texts, count_of(connection), together) for kind, together in KINDS.items()}
        with measured_server(database) as address, grpc.insecure_channel(address, options=OPTIONS) as channel:
            for role in (Role.USER, Role.HELPDESK):
                find = partial(search, ticket_service_pb2_grpc.TicketServiceStub(channel), role)
                check(find, role, texts, typed["words of one ticket"])
                for kind, words in typed.items():
                    report(f"{role.word}, {kind}", [timed(find, text) for text in words])


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
    """Return the seconds that the answer takes."""
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


def report(kind: str, seconds: Sequence[float]) -> None:
    """Print one line."""
    ordered = sorted(seconds)
    print(
        f"Search in a million, {kind}: median {statistics.median(ordered) * 1e3:.1f} ms"
        f"  p99 {ordered[int(len(ordered) * 0.99)] * 1e3:.1f} ms  max {ordered[-1] * 1e3:.1f} ms  of {len(ordered)}"
    )


if __name__ == "__main__":
    measure()
