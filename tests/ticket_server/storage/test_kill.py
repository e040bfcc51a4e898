"""kill -9 in the midst of writing: nothing acknowledged is lost, nothing is doubled by a retry, no revision repeats."""

import subprocess
import sys
from random import Random

from tests.ticket_server.desk import USER, open_desk
from ticket_server.storage.upkeep.inventory import read_inventory

KILLS = 10


def acknowledged(url: str, lines: int) -> list[tuple[str, int, int]]:
    """Kill a reporting program after it has printed some lines; return all that it printed: its acknowledgements."""
    command = [sys.executable, "-m", "tests.ticket_server.storage.reporting", url]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        told = [program.stdout.readline() for _ in range(lines)]
        program.kill()
        told += program.stdout.read().splitlines(keepends=True)
    words = [line.split() for line in told if line.endswith("\n")]
    return [(request_id, int(ticket_id), int(revision)) for request_id, ticket_id, revision in words]


async def test_no_kill_loses_or_doubles_anything(database_url: str) -> None:
    random, told = Random(7), dict[str, tuple[int, int]]()
    for _ in range(KILLS):
        fresh = acknowledged(database_url, random.randint(1, 150))
        assert fresh
        last = max((revision for _, revision in told.values()), default=0)
        assert all(revision > last for _, _, revision in fresh)
        told |= {request_id: (ticket_id, revision) for request_id, ticket_id, revision in fresh}
    async with open_desk(database_url) as desk:
        with desk.database.connect_reader() as connection:
            assert not [*read_inventory(connection).disagreements()]
            if desk.database.store == "sqlite":
                assert connection.exec_driver_sql("PRAGMA integrity_check").scalar_one() == "ok"
        counter = await desk.queries.counter()
        assert counter.last_revision == counter.last_ticket_id == counter.open_count
        assert [change.revision for change in await desk.queries.changes(0, counter.last_revision, 10**6)] == list(
            range(1, counter.last_revision + 1)
        )
        for request_id, (ticket_id, revision) in told.items():
            again = await desk.helpdesk.create_ticket(USER, request_id, f"Report {request_id}", "", "")
            assert (again.id, again.revision) == (ticket_id, revision)
            assert await desk.helpdesk.get_ticket(USER, ticket_id) == again
        assert await desk.queries.counter() == counter
