"""The sample campus on its four servers, for measurements of the desk."""

import json
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from client.addresses import Addresses
from client.state import Analysis
from sample_tickets import sample_tickets
from tests.system.programs import UNLIMITED, campus
from ticket_server.categoriser.model import Categoriser
from ticket_server.storage.engine import open_database
from ticket_server.transfer.importing import import_file

# As many as `build/dev.py run` shows.
TICKETS = 2_000


@contextmanager
def sample_campus() -> Iterator[Addresses]:
    """Lend the addresses of servers that are fed with the sample campus."""
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "tickets.db"
        load_sample(database)
        with campus(database, *UNLIMITED) as (_, address, analyses):
            yield Addresses(address, *(analyses[analysis.word] for analysis in Analysis))


def load_sample(path: Path) -> None:
    """Make a database with the sample campus, as of now."""
    lines = path.with_suffix(".jsonl")
    with lines.open("w", encoding="utf-8", newline="\n") as file:
        for line in sample_tickets(1, datetime.now(UTC), TICKETS):
            file.write(json.dumps(line, ensure_ascii=False) + "\n")
    with open_database(f"sqlite:///{path}") as database:
        import_file(lines, database, Categoriser.load().categorise, sample=True)
