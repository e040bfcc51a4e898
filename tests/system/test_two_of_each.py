"""Two ticket servers on one database and two servers of an analysis: a desk that loses any goes on with the other."""

from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from pytestqt.qtbot import QtBot

from campusdesk.rules import Role
from campusdesk.v1 import ticket_pb2
from client.addresses import Addresses
from client.connection import Connection
from client.helpdesk import HelpDesk
from client.state import ConnectionKind
from client.workstation import Workstation
from tests.cluster import Cluster
from tests.system.programs import Program, analytics_server, ticket_server

PATIENCE_MS = 60_000


class Twice:
    """The servers, by what they do, and the addresses of both of each."""

    def __init__(self, stack: ExitStack, database: str) -> None:
        self.tickets = [stack.enter_context(ticket_server(database)) for _ in range(2)]
        tickets = self._addresses(self.tickets)
        self.backlog = [stack.enter_context(analytics_server("backlog", tickets)) for _ in range(2)]
        backlog = self._addresses(self.backlog)
        # Nobody watches the others.
        self.addresses = Addresses(tickets, backlog, backlog, backlog)

    @staticmethod
    def _addresses(programs: list[Program]) -> str:
        return ",".join([program.address() for program in programs])


@pytest.fixture
def twice(postgresql: Cluster) -> Iterator[Twice]:
    with postgresql.database() as url, ExitStack() as stack:
        yield Twice(stack, url)


@pytest.fixture
def connection(twice: Twice, qtbot: QtBot) -> Iterator[Connection]:
    del qtbot
    made = Connection(twice.addresses, Role.HELPDESK, Workstation("Desk 2"))
    yield made
    made.close()


def report(desk: HelpDesk, qtbot: QtBot) -> ticket_pb2.Ticket:
    """Report something as often as a person would press Send again, and return the ticket."""
    tickets: list[ticket_pb2.Ticket] = []
    reply = desk.create_ticket("The lift is stuck")
    reply.failed.connect(lambda _error: reply.again())
    reply.done.connect(tickets.append)
    qtbot.waitUntil(lambda: bool(tickets), timeout=PATIENCE_MS)
    return tickets[0]


def test_whichever_is_lost_table_and_plot_go_on(twice: Twice, connection: Connection, qtbot: QtBot) -> None:
    told: list[int] = []
    resets: list[int] = []
    connection.reset.connect(lambda _facts, revision: resets.append(revision))
    connection.changed.connect(lambda changes, _revision: told.extend(change.revision for change in changes))
    connection.follow()
    desk = HelpDesk(connection)
    watch = desk.watch_backlog(3_600)
    counts: list[int] = []
    watch.result.connect(lambda result: counts.append(result.stamp.ticket_count))
    qtbot.waitUntil(lambda: connection.state.kind is ConnectionKind.LIVE and bool(counts), timeout=PATIENCE_MS)
    # One way round or the other: the desk does not say which of two it is with.
    for number, lost in enumerate(([], twice.tickets[:1], twice.backlog[:1]), 1):
        for program in lost:
            program.kill()
        assert report(desk, qtbot).id == number
        qtbot.waitUntil(lambda number=number: told == [*range(1, number + 1)], timeout=PATIENCE_MS)  # type: ignore[misc]
        qtbot.waitUntil(lambda number=number: counts[-1] == number, timeout=PATIENCE_MS)  # type: ignore[misc]
    assert resets == [0], "resumed, never begun anew"
