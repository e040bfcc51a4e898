"""A campus at work for as long as is wanted: 500 watchers that come and go, and a steady pace of calls of all kinds.

One ticket server, as it is shipped with its encoder but without limits of rate, and the three analytics servers.
"""

import tempfile
import time
import uuid
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path

from sqlalchemy import insert, select

from campusdesk.rules import Role
from campusdesk.v1.ticket_service_pb2 import PostMessageRequest
from tests.bench.analysis_servers import WATCHES, analytics
from tests.bench.comings import WATCHERS, Watched, coming_and_going, watched
from tests.bench.daily_work import PER_SECOND, Worked, unclosed, worked, working
from tests.bench.frames import FrameClient
from tests.bench.measured_server import TICKETS, MeasuredServer, caller, measured_server
from tests.bench.resources import allow_files, child_of, connections, sampling
from tests.bench.sample import load_sample
from tests.bench.steadiness import Quarters, rows_of
from tests.bench.suggesting import await_encoder
from tests.bench.table import Row
from ticket_server.categoriser.model import Categoriser
from ticket_server.encoder.encoder import ARTEFACTS, Encoder
from ticket_server.feed import KEPT
from ticket_server.storage import schema
from ticket_server.storage.engine import open_database

_SAID = "It is still the same; we looked again this morning and nothing has changed."
_FILES = 2_048
_PATIENCE_S = 30.0


def measure(minutes: float) -> list[Row]:
    """Let the servers work for so many minutes, and return whether they were at the end as near the beginning."""
    allow_files(_FILES)
    with tempfile.TemporaryDirectory() as folder, campus(Path(folder) / "tickets.db") as servers:
        log = Path(folder) / "tickets.db-wal"
        tickets = servers["tickets"]
        pids = {name: server.process.pid for name, server in servers.items()} | {
            "encoder": child_of(tickets.process.pid)
        }
        before = connections(tickets.process.pid)
        print(f"{WATCHERS} watchers and {PER_SECOND:.0f} calls a second for {minutes:g} minutes")
        with (
            coming_and_going({name: server.address for name, server in servers.items()}) as crowd,
            working(tickets, minutes * 60) as work,
            sampling(pids, lambda: log.stat().st_size) as samples,
        ):
            begun = time.monotonic()
            done = worked(work)
            quarters = Quarters(begun, time.monotonic())
            visits = watched(crowd)
        after = connections_left(tickets, before)
    return [
        *rows_of(quarters, samples, done.calls),
        Row(
            "tickets: connections before all came, and once all had left",
            "as many",
            f"{before}, {after}",
            after <= before,
        ),
        _served_row(done, visits),
    ]


@contextmanager
def campus(database: Path) -> Iterator[dict[str, MeasuredServer]]:
    """Run the four servers on a database whose tickets are all understood, and whose newest changes fill the memory."""
    make(database)
    with measured_server(database, encoder=True) as tickets, ExitStack() as stack:
        await_encoder(tickets)
        fill_feed(tickets)
        servers = {name: stack.enter_context(analytics(name, tickets)).server for name in WATCHES}
        yield {"tickets": tickets, **servers}


def make(database: Path) -> None:
    """Make the sample campus, with what its descriptions mean: the server would read two a second of them."""
    load_sample(database)
    encoder = Encoder(ARTEFACTS, Categoriser.load())
    with open_database(f"sqlite:///{database}") as opened, opened.connect_writer() as connection, connection.begin():
        texts = {row.id: row.description for row in connection.execute(select(schema.ticket)) if row.description}
        vectors = {text: encoder.read(text).vector for text in set(texts.values())}
        connection.execute(
            insert(schema.vector),
            [{"ticket_id": of, "version": encoder.version, "numbers": vectors[text]} for of, text in texts.items()],
        )


def fill_feed(server: MeasuredServer) -> None:
    """Make as many changes as the server keeps in memory, so that it is as full at the beginning as it will ever be."""
    with closing(FrameClient(server.address, caller(Role.HELPDESK))) as client:
        tickets = unclosed(client)
        requests = [
            PostMessageRequest(
                request_id=str(uuid.uuid4()), ticket_id=tickets[number % len(tickets)].id, text=_SAID
            ).SerializeToString()
            for number in range(KEPT + KEPT // 2)
        ]
        client.round(f"{TICKETS}/PostMessage", requests, 64)
    server.await_rest()


def connections_left(server: MeasuredServer, expected: int) -> int:
    """Return how many connections the server has once those who left are gone, or after a while.

    Not its files: SQLite keeps those of the database that it has opened once, and takes them again.
    """
    until = time.monotonic() + _PATIENCE_S
    while (count := connections(server.process.pid)) > expected and time.monotonic() < until:
        time.sleep(0.1)
    return count


def _served_row(done: Worked, visits: Watched) -> Row:
    failed = done.refused + done.not_made + visits.failed
    result = (
        f"{failed} of {len(done.calls):,} calls and of {visits.left:,} watchers, who were told {visits.told:,} messages"
    )
    return Row("calls and watchers that were not served", "none", result, not failed)
