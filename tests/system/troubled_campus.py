"""A ticket server, the backlog's server and desks, with a faulty road before each server."""

import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

from campusdesk.rules import Action, Reason
from campusdesk.tls import Trust
from client.addresses import Addresses
from client.workstation import Workstation
from tests.campusdesk.certificate_files import Certificates
from tests.system.faults import WHOLE, Fault
from tests.system.faulty_road import FaultyRoad
from tests.system.programs import analytics_server, free_port
from tests.system.test_kill import KilledServer, check_database
from tests.system.writing_desk import WritingDesk
from ticket_server.storage.engine import open_database


class TroubledCampus:
    """Servers, desks and `roads`: two for each desk in turn, and the one of the backlog's server to the tickets."""

    def __init__(self, server: KilledServer, roads: Sequence[FaultyRoad], desks: Sequence[WritingDesk]) -> None:
        self.server, self.roads, self.desks = server, roads, desks

    def suffer(self, fault: Fault) -> float:
        """Have all roads suffer it from now on; return when that was, by the clock that never goes back."""
        for road in self.roads:
            road.suffer(fault)
        return time.monotonic()

    def heal(self) -> float:
        """Have all roads whole again; return when that was."""
        return self.suffer(WHOLE)

    @property
    def written(self) -> int:
        """How many writes were acknowledged until now."""
        return sum(len(desk.acknowledged) for desk in self.desks)

    @property
    def refusals(self) -> list[Reason]:
        """Whatever was refused for good."""
        return [reason for desk in self.desks for reason in desk.refusals]

    @property
    def are_live(self) -> bool:
        """Say whether all desks have the present before them."""
        return all(desk.is_live for desk in self.desks)

    @property
    def are_away(self) -> bool:
        """Say whether all desks know that they have not."""
        return all(desk.is_away for desk in self.desks)

    @property
    def know_all(self) -> bool:
        """Say whether all that was begun is written, and every desk and its backlog know of it."""
        done = Counter(told.action for desk in self.desks for told in desk.acknowledged)
        counted = done[Action.CREATE], done[Action.CREATE] - done[Action.CLOSE]
        return all(desk.at_rest and desk.revision == self.written and desk.counted == counted for desk in self.desks)

    def check(self, url: str) -> None:
        """Check, once the server has stopped, what desks were told and what is stored at the database's URL.

        Nothing is lost, doubled or of other words, and revisions rise one by one.
        """
        assert not self.refusals
        told = [told for desk in self.desks for told in desk.acknowledged]
        done = sorted((each.revision, int(each.action), each.ticket_id) for each in told)
        for desk in self.desks:
            revisions = [each.revision for each in desk.acknowledged]
            assert revisions == sorted(set(revisions))
            assert desk.resets == 1, "resumed, never begun anew"
            assert [(change.revision, int(change.action), change.ticket_id) for change in desk.changes] == done
        check_database(url, told)
        texts = [(each.ticket_id, each.request.description) for each in told if each.action is Action.CREATE]  # type: ignore[attr-defined]
        with open_database(url) as database, database.connect_reader() as stored:
            rows = stored.exec_driver_sql("SELECT id, description FROM ticket ORDER BY id").fetchall()
        assert [tuple(row) for row in rows] == sorted(texts)


@contextmanager
def troubled_campus(url: str, folder: Path, desks: int = 1, *, secured: bool = False) -> Iterator[TroubledCampus]:
    """Run it all on the database at this URL, over TLS where it is `secured`."""
    options, trusting, trust = _secured(folder) if secured else ((), (), None)
    with ExitStack() as running:
        server = running.enter_context(KilledServer(url, *options))
        server.start()
        between = running.enter_context(FaultyRoad(server.address))
        backlog = f"127.0.0.1:{free_port()}"
        running.enter_context(analytics_server("backlog", between.address, backlog, *options, *trusting)).address()
        roads, opened = [between], []
        for seed in range(desks):
            # Connections of one process to one address are one: with a road each, each desk has its own.
            pair = [running.enter_context(FaultyRoad(target, seed)) for target in (server.address, backlog)]
            tickets, analyses = (road.address for road in pair)
            addresses = Addresses(tickets, analyses, analyses, analyses)
            opened.append(WritingDesk(addresses, seed, Workstation(f"LAB-{seed}", trust=trust)))
            running.callback(opened[-1].close)
            roads[-1:-1] = pair
        yield TroubledCampus(server, roads, opened)


def _secured(folder: Path) -> tuple[tuple[str, ...], tuple[str, ...], Trust]:
    """Return the options of servers, those of who calls one, and whom desks trust."""
    files = Certificates(folder)
    options = ("--tls-cert", str(files.certificate), "--tls-key", str(files.key))
    return options, ("--tls-ca", str(files.ca)), Trust(files.ca)
