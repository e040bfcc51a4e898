"""kill -9 of the ticket server or its PostgreSQL at any instant: nothing acknowledged is lost, doubled or hidden."""

import os
import random
import signal
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Self

import grpc
import pytest

from campusdesk.access import Caller
from campusdesk.channel import open_channel
from campusdesk.errors import from_rpc_error
from campusdesk.rules import Action, Reason, Role
from campusdesk.v1 import ticket_service_pb2
from campusdesk.v1.ticket_service_pb2_grpc import TicketServiceStub
from tests.cluster import Cluster
from tests.system.programs import Program, free_port, ticket_server, until
from tests.system.watching import Watcher
from tests.system.writing import UNKNOWN, Acknowledged, Writer, acknowledge
from ticket_server.storage.engine import open_database
from ticket_server.storage.upkeep.inventory import read_inventory

WRITERS = 4
# Of the acknowledged requests, so many are sent once more.
RETRIED = 500
LONG = [pytest.mark.long, pytest.mark.timeout(7_200)]


class KilledServer:
    """A ticket server at one address on one database, which is killed and started again; leaving it ends it."""

    def __init__(self, database: str, *options: str) -> None:
        """Serve the database at this URL by these options besides; nothing is served before `start`."""
        self.address = f"127.0.0.1:{free_port()}"
        self._options = ("--writes-per-second", "0", "--log-format", "text", *options)
        self._database = database
        self._program: Program | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._program is not None:
            self._program.kill()

    def begin(self) -> Program:
        """Start the server; it may be killed while it opens its database."""
        self._program = ticket_server(self._database, self.address, *self._options)
        return self._program

    def start(self) -> None:
        """Start the server and wait until it listens."""
        assert " listens on " in self.begin().line()

    def kill(self) -> None:
        """End it as a crash would, at whatever it is doing."""
        assert self._program is not None
        self._program.kill()

    def stop(self) -> None:
        """Ask it to stop, and wait for its good end."""
        assert self._program is not None
        assert self._program.stop() == 0


class ServerPair(KilledServer):
    """Two ticket servers of one database, of which one and then the other is killed; desks know both."""

    def __init__(self, database: str) -> None:
        self._pair = [KilledServer(database), KilledServer(database)]
        self.address = ",".join(server.address for server in self._pair)
        self._away = list(self._pair)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for server in self._pair:
            server.__exit__(kind, error, trace)

    def begin(self) -> Program:
        """Start the one that is away."""
        return self._away[-1].begin()

    def start(self) -> None:
        """Start what is away, and wait until it listens."""
        while self._away:
            self._away.pop().start()

    def kill(self) -> None:
        """End the one that has run for longer, or again the one that is away already."""
        if not self._away:
            self._away.append(self._pair.pop(0))
            self._pair.append(self._away[0])
        self._away[-1].kill()

    def stop(self) -> None:
        for server in self._pair:
            server.stop()


@pytest.fixture
def stopping() -> Iterator[threading.Event]:
    event = threading.Event()
    yield event
    event.set()


@pytest.mark.parametrize("kills", [25, pytest.param(1_000, marks=LONG)])
def test_no_kill_loses_doubles_or_hides_anything(tmp_path: Path, stopping: threading.Event, kills: int) -> None:
    url = f"sqlite:///{tmp_path / 'tickets.db'}"
    with KilledServer(url) as server:
        survives(server, url, stopping, lambda writers: kill_again_and_again(server, writers, kills))


@pytest.mark.parametrize("kills", [5, pytest.param(200, marks=LONG)])
def test_no_kill_does_on_postgresql(postgresql: Cluster, stopping: threading.Event, kills: int) -> None:
    with postgresql.database() as url, KilledServer(url) as server:
        survives(server, url, stopping, lambda writers: kill_again_and_again(server, writers, kills))


@pytest.mark.parametrize("kills", [6, pytest.param(200, marks=LONG)])
def test_no_kill_of_one_of_two_servers_does(postgresql: Cluster, stopping: threading.Event, kills: int) -> None:
    with postgresql.database() as url, ServerPair(url) as servers:
        survives(servers, url, stopping, lambda writers: kill_again_and_again(servers, writers, kills))


@pytest.mark.parametrize("crashes", [2, pytest.param(50, marks=LONG)])
def test_no_crash_of_the_postgresql_of_two_servers_does(
    postgresql: Cluster, stopping: threading.Event, crashes: int
) -> None:
    unknown = UNKNOWN | {Reason.STORE_FAILED}
    with postgresql.database() as url, ServerPair(url) as servers:
        survives(servers, url, stopping, lambda writers: crash_again_and_again(postgresql, writers, crashes), unknown)


@pytest.mark.parametrize("crashes", [4, pytest.param(100, marks=LONG)])
def test_no_crash_of_postgresql_does(postgresql: Cluster, stopping: threading.Event, crashes: int) -> None:
    unknown = UNKNOWN | {Reason.STORE_FAILED}
    with postgresql.database() as url, KilledServer(url) as server:
        survives(server, url, stopping, lambda writers: crash_again_and_again(postgresql, writers, crashes), unknown)


def survives(
    server: KilledServer,
    url: str,
    stopping: threading.Event,
    harm: Callable[[Sequence[Writer]], None],
    unknown: frozenset[Reason] = UNKNOWN,
) -> None:
    """Do harm while desks write and watch, and check afterwards what they were told, and what is stored."""
    server.start()
    writers = [Writer(server.address, stopping, seed, unknown) for seed in range(WRITERS)]
    slow = SlowReading(writers)
    with ExitStack() as watching:
        staff, user, late = (
            watching.enter_context(Watcher(server.address, role, pause))
            for role, pause in ((Role.HELPDESK, _go_on), (Role.USER, _go_on), (Role.HELPDESK, slow.wait))
        )
        until(lambda: staff.revision >= 0 and user.revision >= 0, "the watchers have their snapshots")
        for writer in writers:
            writer.start()
        harm(writers)
        wanted = total(writers) + 50
        until(lambda: total(writers) >= wanted, "writes go on afterwards")
        stopping.set()
        for writer in writers:
            writer.join()
        told = [told for writer in writers for told in writer.acknowledged]
        slow.end()
        watchers = (staff, user, late)
        until(lambda: all(each.revision == len(told) for each in watchers), "the watchers are told everything")
        check_writes(server.address, writers, told)
        server.stop()
    check_watchers(staff, user, late, told)
    check_database(url, told)


class SlowReading:
    """Reads one event, and the next only once forty more writes are acknowledged."""

    def __init__(self, writers: Sequence[Writer]) -> None:
        self._writers = writers
        self._ended = threading.Event()

    def wait(self) -> None:
        seen = total(self._writers)
        while total(self._writers) < seen + 40 and not self._ended.wait(0.01):
            pass

    def end(self) -> None:
        """Read on without pauses."""
        self._ended.set()


def _go_on() -> None:
    """Read as fast as it comes."""


def kill_again_and_again(server: KilledServer, writers: Sequence[Writer], kills: int) -> None:
    """Kill the server at random instants: after some writes, in the midst of them, or while it starts."""
    choice = random.Random(kills)
    for _ in range(kills):
        wanted = total(writers) + choice.randint(0, 60)
        until(lambda wanted=wanted: total(writers) >= wanted, "writes are acknowledged")  # type: ignore[misc]
        server.kill()
        if choice.random() < 0.2:
            server.begin()
            # Any instant of a start: nothing tells from outside how far it is.
            time.sleep(choice.random() * 0.2)
            server.kill()
        server.start()
        assert not any(writer.refusals for writer in writers)


def crash_again_and_again(cluster: Cluster, writers: Sequence[Writer], crashes: int) -> None:
    """Kill the session that writes, and so all sessions, or the whole of PostgreSQL, while the ticket server stays."""
    choice = random.Random(crashes)
    for number in range(crashes):
        wanted = total(writers) + choice.randint(20, 80)
        until(lambda wanted=wanted: total(writers) >= wanted, "writes are acknowledged")  # type: ignore[misc]
        if number % 2:
            cluster.crash()
            cluster.start()
        else:
            [(session,), *_] = cluster.execute("SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND granted")
            assert isinstance(session, int)
            os.kill(session, signal.SIGKILL)
        assert not any(writer.refusals for writer in writers)


def total(writers: Sequence[Writer]) -> int:
    """Return how many writes were acknowledged until now."""
    return sum(len(writer.acknowledged) for writer in writers)


def check_writes(address: str, writers: Sequence[Writer], told: Sequence[Acknowledged]) -> None:
    """Check that revisions only ever rose, and that a request's id finds its own result and serves for no other."""
    for writer in writers:
        revisions = [each.revision for each in writer.acknowledged]
        assert revisions == sorted(set(revisions))
    assert sorted(each.revision for each in told) == list(range(1, len(told) + 1))
    with open_channel(address, Caller(Role.HELPDESK, "retry")) as channel:
        stub = TicketServiceStub(channel)
        for each in random.Random(7).sample(told, min(RETRIED, len(told))):
            assert acknowledge(stub, each.method, each.request, each.action) == each
        used = next(each.request.request_id for each in told if each.action is Action.CREATE)  # type: ignore[attr-defined]
        with pytest.raises(grpc.RpcError) as refused:
            stub.CreateTicket(ticket_service_pb2.CreateTicketRequest(request_id=used, description="Something else."))
        assert refused.value.code() is grpc.StatusCode.INVALID_ARGUMENT
        assert from_rpc_error(refused.value).reason is Reason.REQUEST_ID_REUSED
        info = stub.GetServerInfo(ticket_service_pb2.GetServerInfoRequest())
        assert info.revision == len(told)


def check_watchers(staff: Watcher, user: Watcher, late: Watcher, told: Sequence[Acknowledged]) -> None:
    """Check that each change was told once and in order, and that a simple user ends with what is in sight."""
    assert (staff.resets, user.resets, late.resets) == (1, 1, 1), "resumed, never begun anew"
    done = {each.revision: (int(each.action), each.ticket_id) for each in told}
    for watcher in (staff, late):
        seen = [(change.revision, (int(change.action), change.ticket_id)) for change in watcher.changes]
        assert seen == sorted(done.items())[-len(seen) :]
        assert len(staff.changes) == len(done)
    revisions = [change.revision for change in user.changes]
    assert revisions == sorted(set(revisions))
    closed = {each.ticket_id for each in told if each.action is Action.CLOSE}
    assert user.tickets == {ticket: last for ticket, last in staff.tickets.items() if ticket not in closed}


def check_database(url: str, told: Sequence[Acknowledged]) -> None:
    """Check the database itself: whole, with one change for each acknowledged write."""
    with open_database(url) as database, database.connect_reader() as stored:
        if database.store == "sqlite":
            assert stored.exec_driver_sql("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert not [*read_inventory(stored).disagreements()]
        rows = stored.exec_driver_sql("SELECT revision, action, ticket_id FROM change ORDER BY revision").fetchall()
    assert [tuple(row) for row in rows] == sorted((each.revision, int(each.action), each.ticket_id) for each in told)
