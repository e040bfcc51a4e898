"""How long a server takes to start on a million tickets, also after a kill amid writes, and how much memory it has."""

import time
import uuid
from contextlib import closing
from pathlib import Path

from campusdesk.rules import Role
from tests.bench.alternating import create_request
from tests.bench.frames import FrameClient
from tests.bench.measured_server import TICKETS, caller, measured_server
from tests.bench.snapshot import snapshot_s
from tests.bench.table import Row, percentile, spread
from tests.system.programs import ticket_server

TIMES = 5
WRITES = 3_000
START_GOAL_S, KILLED_GOAL_S, MEMORY_GOAL_MB = 1, 3, 200


def measure(database: Path) -> list[Row]:
    """Print what was measured on the database of a million tickets; return its rows."""
    starts = [start_s(database) for _ in range(TIMES)]
    after_kills = [start_after_kill_s(database) for _ in range(TIMES)]
    with measured_server(database) as server:
        snapshot_s(server)
        memory_mb = server.memory_mb()
    return [
        row("start with 1M tickets", starts, START_GOAL_S),
        row("... after a kill amid writes", after_kills, KILLED_GOAL_S),
        Row("memory after a snapshot", f"< {MEMORY_GOAL_MB} MB", f"{memory_mb:.0f} MB", memory_mb < MEMORY_GOAL_MB),
    ]


def row(what: str, seconds: list[float], goal_s: float) -> Row:
    """Return the row of some starts."""
    return Row(what, f"< {goal_s} s", f"{spread(seconds, '.2f')} s", percentile(seconds, 0.5) < goal_s)


def start_s(database: Path) -> float:
    """Start the program; return the seconds until it says where it listens."""
    begun = time.perf_counter()
    with ticket_server(database) as server:
        server.line()
        return time.perf_counter() - begun


def start_after_kill_s(database: Path) -> float:
    """Kill a server amid writes, which leaves a log to be read; return the seconds of the next start."""
    with measured_server(database) as server, closing(FrameClient(server.address, caller(Role.USER))) as client:
        requests = [create_request(str(uuid.uuid4()), number) for number in range(WRITES)]
        client.round(f"{TICKETS}/CreateTicket", requests, 64)
        client.socket.sendall(client.call(client.headers(f"{TICKETS}/CreateTicket"), requests[0])[1])
        server.process.kill()
        server.process.wait()
    return start_s(database)
