"""What the encoder costs those who wait: reports, questions, starts, and whoever else calls the server meanwhile."""

import tempfile
import time
from contextlib import closing
from pathlib import Path

from campusdesk.rules import Role
from campusdesk.v1 import ticket_pb2
from tests.bench import alike, burst, encoding, suggesting
from tests.bench.frames import FrameClient
from tests.bench.measured_server import TICKETS, caller, measured_server
from tests.bench.pace import report
from tests.bench.table import Row, percentile, spread
from ticket_server.categoriser.model import Categoriser
from ticket_server.encoder.encoder import ARTEFACTS, Encoder

STARTS = 5
START_GOAL_S = 1


def measure() -> list[Row]:
    """Return the rows of all that has to do with the encoder."""
    print("A text in the encoder, what is reported and asked, and starts:")
    encoder, texts = Encoder(ARTEFACTS, Categoriser.load()), encoding.unseen()
    rows, readings = encoding.measure(encoder, texts)
    with tempfile.TemporaryDirectory() as folder:
        without = burst.without_encoder(Path(folder) / "without.db")
        with measured_server(Path(folder) / "tickets.db", encoder=True) as server:
            suggesting.await_encoder(server)
            rows += suggesting.measure(server, readings)
            rows += burst.measure(server, readings, without)
        database = Path(folder) / "alike.db"
        alike.make(database, encoder)
        rows += alike.measure(database, readings)
        starts = [start_s(database) for _ in range(STARTS)]
    reached = percentile(starts, 0.5) < START_GOAL_S
    what = f"first report answered after a start with {alike.COUNT:,} open tickets"
    return [*rows, Row(what, f"< {START_GOAL_S} s", f"{spread(starts, '.2f')} s", reached)]


def start_s(database: Path) -> float:
    """Start the server; return the seconds until a report is answered, while its encoder is being loaded."""
    with measured_server(database, encoder=True) as server:
        begun = time.perf_counter()
        with closing(FrameClient(server.address, caller(Role.USER))) as client:
            [answer] = client.round(f"{TICKETS}/CreateTicket", [report("The projector is dark")], 1).answers
        assert ticket_pb2.Ticket.FromString(answer).category
        return server.start_s + time.perf_counter() - begun
