"""Durable Create on PostgreSQL as a share of what a file of SQLite takes, both brought to the same disk."""

import tempfile
from contextlib import ExitStack
from pathlib import Path

from campusdesk.rules import Role
from tests.bench.alternating import Drive, alternate
from tests.bench.create import check_created, drive
from tests.bench.frames import FrameClient
from tests.bench.measured_server import TICKETS, MeasuredServer, caller, measured_server
from tests.bench.table import Row, percentile, spread
from tests.cluster import Cluster

IN_FLIGHT = 64
GOAL = 0.7


def measure() -> list[Row]:
    """Print what both stores did in turn; return the share."""
    print(f"Create on PostgreSQL and on SQLite, {IN_FLIGHT} in flight:")
    with ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory())
        cluster = stack.enter_context(Cluster(durable=True))
        servers = [
            stack.enter_context(measured_server(database))
            for database in (cluster.url(cluster.create()), Path(folder) / "tickets.db")
        ]
        on_postgresql, on_sqlite = [_creates(stack, server) for server in servers]
        compared = alternate(
            servers[0], "on PostgreSQL", on_postgresql, on_sqlite, other="on SQLite", beside=servers[1]
        )
    share = percentile(compared.shares, 0.5)
    what = f"durable Create on PostgreSQL, {IN_FLIGHT} in flight"
    return [Row(what, f">= {GOAL:.0%} of SQLite's rate", spread(compared.shares, ".0%"), share >= GOAL)]


def _creates(stack: ExitStack, server: MeasuredServer) -> Drive:
    client = FrameClient(server.address, caller(Role.USER))
    stack.callback(client.close)
    return drive(client, f"{TICKETS}/CreateTicket", IN_FLIGHT, check_created)
