"""The connection against a real ticket server: nothing waits, everything crosses to the UI thread."""

import shutil
import threading
import time
import weakref
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import grpc
import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot

from campusdesk.channel import DEADLINE_S
from campusdesk.errors import DeskError
from campusdesk.facts import Facts
from campusdesk.rules import Reason, Role, Status
from campusdesk.v1 import change_feed_pb2
from client.addresses import beside
from client.connection import Connection
from client.helpdesk import HelpDesk
from client.state import ConnectionKind
from client.workstation import Workstation
from tests.campusdesk.scripted_feed import scripted_feed
from tests.campusdesk.test_follow import snapshot
from tests.system.programs import free_port, ticket_server

PATIENCE_MS = 15_000

pytestmark = pytest.mark.usefixtures("qapp")


class Watcher:
    """Notes what a connection tells, and on which thread."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.facts: list[Facts] = []
        self.changes: list[change_feed_pb2.Change] = []
        self.kinds: list[ConnectionKind] = []
        self.threads: set[int] = set()
        self.replaced = 0
        connection.replaced.connect(self._replace)
        connection.reset.connect(self._reset)
        connection.changed.connect(self._changed)
        connection.state_changed.connect(lambda state: self.kinds.append(state.kind))

    def _replace(self) -> None:
        self.replaced += 1

    def _reset(self, facts: Facts, revision: int) -> None:
        self.facts.append(facts)
        self.threads.add(threading.get_ident())

    def _changed(self, changes: list[change_feed_pb2.Change], revision: int) -> None:
        self.changes.extend(changes)
        self.threads.add(threading.get_ident())


@pytest.fixture
def connections() -> Iterator[list[Connection]]:
    opened: list[Connection] = []
    yield opened
    for connection in opened:
        connection.close()


def connect(connections: list[Connection], address: str, role: Role = Role.HELPDESK) -> Watcher:
    connections.append(Connection(beside(address), role, Workstation("LAB-7 ü")))
    return Watcher(connections[-1])


def follow(qtbot: QtBot, watcher: Watcher) -> None:
    watcher.connection.follow()
    qtbot.waitUntil(lambda: bool(watcher.facts), timeout=PATIENCE_MS)


def create(qtbot: QtBot, connection: Connection, text: str = "The projector is dark") -> int:
    reply = HelpDesk(connection).create_ticket(text)
    with qtbot.waitSignal(reply.done, timeout=PATIENCE_MS) as done:
        pass
    return int(done.args[0].id)


def test_a_change_made_here_is_told_to_every_follower_on_the_ui_thread(
    qtbot: QtBot, live_server: str, connections: list[Connection]
) -> None:
    here, there = connect(connections, live_server), connect(connections, live_server, Role.USER)
    for watcher in (here, there):
        follow(qtbot, watcher)
    number = create(qtbot, here.connection)
    for watcher in (here, there):
        qtbot.waitUntil(lambda watcher=watcher: bool(watcher.changes), timeout=PATIENCE_MS)  # type: ignore[misc]
        assert [(change.ticket_id, int(change.ticket.status)) for change in watcher.changes] == [(number, Status.OPEN)]
        assert watcher.changes[0].workstation == "LAB-7 ü"
        assert watcher.threads == {threading.get_ident()}
        assert watcher.kinds == [ConnectionKind.LIVE]
    assert abs(here.connection.server_time_us() - time.time_ns() // 1_000) < 5_000_000


def test_what_changes_while_nobody_listens_is_told_to_those_who_listen_next(
    qtbot: QtBot, live_server: str, connections: list[Connection]
) -> None:
    before, other = connect(connections, live_server), connect(connections, live_server)
    follow(qtbot, before)
    follow(qtbot, other)
    before.connection.let_go()
    numbers = [create(qtbot, other.connection) for _ in range(3)]
    qtbot.waitUntil(lambda: len(other.changes) == len(numbers), timeout=PATIENCE_MS)
    following = Watcher(before.connection)
    before.connection.tell_again(before.facts[0])
    numbers.append(create(qtbot, other.connection))
    qtbot.waitUntil(lambda: len(following.changes) == len(numbers), timeout=PATIENCE_MS)
    assert [change.ticket_id for change in following.changes] == numbers
    assert (following.facts, before.changes) == (before.facts, [])


def test_a_server_that_died_is_followed_again_from_where_it_was(
    qtbot: QtBot, tmp_path: Path, connections: list[Connection]
) -> None:
    address = f"127.0.0.1:{free_port()}"
    with ticket_server(tmp_path / "tickets.db", address) as first:
        first.address()
        watcher = connect(connections, address)
        follow(qtbot, watcher)
        create(qtbot, watcher.connection)
        qtbot.waitUntil(lambda: bool(watcher.changes), timeout=PATIENCE_MS)
        first.kill()
        qtbot.waitUntil(lambda: watcher.kinds[-1] is ConnectionKind.AWAY, timeout=PATIENCE_MS)
        assert watcher.connection.state.reason is Reason.SERVER_UNREACHABLE
    with ticket_server(tmp_path / "tickets.db", address) as second:
        second.address()
        qtbot.waitUntil(lambda: watcher.kinds[-1] is ConnectionKind.LIVE, timeout=PATIENCE_MS)
        number = create(qtbot, watcher.connection)
        qtbot.waitUntil(lambda: watcher.changes[-1].ticket_id == number, timeout=PATIENCE_MS)
    assert len(watcher.facts) == 1, "resumed, not begun anew"
    assert [change.revision for change in watcher.changes] == [1, 2]


def test_a_former_database_that_was_put_back_by_hand_begins_another_history(
    qtbot: QtBot, tmp_path: Path, connections: list[Connection]
) -> None:
    address, database, former = f"127.0.0.1:{free_port()}", tmp_path / "tickets.db", tmp_path / "former.db"
    with ticket_server(database, address) as server:
        server.address()
        watcher = connect(connections, address, Role.USER)
        follow(qtbot, watcher)
        assert server.stop() == 0
    shutil.copy(database, former)
    with ticket_server(database, address) as server:
        server.address()
        create(qtbot, watcher.connection)
        qtbot.waitUntil(lambda: bool(watcher.changes), timeout=PATIENCE_MS)
        assert server.stop() == 0
    shutil.copy(former, database)
    qtbot.waitUntil(lambda: watcher.kinds[-1] is ConnectionKind.AWAY, timeout=PATIENCE_MS)
    with (
        qtbot.waitSignal(watcher.connection.replaced, timeout=PATIENCE_MS),
        ticket_server(database, address) as server,
    ):
        server.address()
        qtbot.waitUntil(lambda: watcher.kinds[-1] is ConnectionKind.LIVE, timeout=PATIENCE_MS)


def test_a_call_that_no_server_answers_fails_later_and_can_be_sent_again(
    qtbot: QtBot, tmp_path: Path, connections: list[Connection]
) -> None:
    address = f"127.0.0.1:{free_port()}"
    watcher = connect(connections, address)
    began_s = time.monotonic()
    reply = HelpDesk(watcher.connection).create_ticket("Dark")
    assert time.monotonic() - began_s < DEADLINE_S / 2, "the UI thread waited for the network"
    with qtbot.waitSignal(reply.failed, timeout=PATIENCE_MS) as failed:
        pass
    assert failed.args[0].reason is Reason.SERVER_UNREACHABLE
    with ticket_server(tmp_path / "tickets.db", address) as server:
        server.address()
        with qtbot.waitSignal(reply.done, timeout=PATIENCE_MS) as done:
            reply.again()
        repeated = watcher.connection.call("CreateTicket", reply.request)
        with qtbot.waitSignal(repeated.done, timeout=PATIENCE_MS) as once_more:
            pass
        assert done.args[0].id == once_more.args[0].id, "the same request was taken for another"


def test_a_reply_that_is_done_lets_go_of_what_knows_it(
    qtbot: QtBot, live_server: str, connections: list[Connection]
) -> None:
    reply = HelpDesk(connect(connections, live_server).connection).server_info()
    gone = weakref.ref(reply)
    told: list[object] = []
    reply.done.connect(lambda _info, known=reply: told.append(known.method))
    del reply
    qtbot.waitUntil(lambda: told == ["GetServerInfo"], timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: gone() is None, timeout=PATIENCE_MS)


def test_what_was_refused_is_sent_no_more_once_who_asked_was_let_go(
    qtbot: QtBot, live_server: str, connections: list[Connection]
) -> None:
    watcher = connect(connections, live_server)
    reply = HelpDesk(watcher.connection).activate_ticket(1)
    with qtbot.waitSignal(reply.failed, timeout=PATIENCE_MS):
        pass
    watcher.connection.let_go()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    reply.again()
    # Answered after it, and so told after it.
    with qtbot.waitSignal(HelpDesk(watcher.connection).server_info().done, timeout=PATIENCE_MS):
        pass


def test_a_refusal_comes_back_as_the_exception_that_it_was(
    qtbot: QtBot, live_server: str, connections: list[Connection]
) -> None:
    user = connect(connections, live_server, Role.USER).connection
    number = create(qtbot, user)
    told: list[DeskError] = []
    replies = [HelpDesk(user).create_ticket("x" * 10_001), HelpDesk(user).activate_ticket(number)]
    for reply in replies:
        reply.failed.connect(told.append)
    assert told == [], "told inside the call"
    qtbot.waitUntil(lambda: len(told) == 2, timeout=PATIENCE_MS)
    reasons = {error.reason: error.metadata for error in told}
    assert reasons[Reason.TEXT_TOO_LONG] == {"field": "description", "limit": "10000"}
    assert Reason.ROLE_FORBIDDEN in reasons


def test_after_close_nothing_is_told_and_no_thread_is_left(
    qtbot: QtBot, live_server: str, connections: list[Connection]
) -> None:
    watcher = connect(connections, live_server)
    follow(qtbot, watcher)
    reply = HelpDesk(watcher.connection).server_info()
    reply.done.connect(lambda _info: pytest.fail("told after close"))
    reply.failed.connect(lambda _error: pytest.fail("told after close"))
    readers = [thread for thread in threading.enumerate() if thread.name == "reading"]
    assert readers
    began_s = time.monotonic()
    watcher.connection.close()
    assert time.monotonic() - began_s < DEADLINE_S / 2
    assert not any(thread.is_alive() for thread in readers)
    watcher.connection.close()
    late = HelpDesk(watcher.connection).server_info()
    with qtbot.waitSignal(late.failed, timeout=PATIENCE_MS) as failed:
        pass
    assert failed.args[0].reason is Reason.SERVER_UNREACHABLE


def test_an_answer_that_ends_well_with_nothing_in_it_is_none(qtbot: QtBot, connections: list[Connection]) -> None:
    silent: grpc.RpcMethodHandler[object, object] = grpc.unary_stream_rpc_method_handler(lambda *_asked: iter(()))
    handlers = grpc.method_handlers_generic_handler("campusdesk.v1.TicketService", {"CreateTicket": silent})
    with ThreadPoolExecutor(1) as pool:
        server = grpc.server(pool)
        server.add_generic_rpc_handlers((handlers,))
        port = server.add_insecure_port("127.0.0.1:0")
        server.start()
        watcher = connect(connections, f"127.0.0.1:{port}")
        with qtbot.waitSignal(HelpDesk(watcher.connection).create_ticket("Dark").failed, timeout=PATIENCE_MS) as failed:
            pass
        server.stop(None).wait()
    assert failed.args[0].reason is Reason.SERVER_UNREACHABLE


def test_servers_that_moved_are_followed_at_their_new_address(
    qtbot: QtBot, tmp_path: Path, live_server: str, connections: list[Connection]
) -> None:
    watcher = connect(connections, live_server)
    follow(qtbot, watcher)
    create(qtbot, watcher.connection)
    qtbot.waitUntil(lambda: bool(watcher.changes), timeout=PATIENCE_MS)
    with ticket_server(tmp_path / "other.db") as other:
        watcher.connection.move_to(beside(other.address()))
        assert watcher.connection.state.kind is ConnectionKind.CONNECTING
        qtbot.waitUntil(lambda: len(watcher.facts) == 2, timeout=PATIENCE_MS)
        assert len(watcher.facts[1]) == 0
        create(qtbot, watcher.connection)


def test_another_history_is_told_before_its_facts(qtbot: QtBot, connections: list[Connection]) -> None:
    with scripted_feed() as feed:
        watcher = connect(connections, feed.address)
        told: list[str] = []
        watcher.connection.replaced.connect(lambda: told.append("replaced"))
        watcher.connection.reset.connect(lambda _facts, revision: told.append(f"reset {revision}"))
        compacted = DeskError(Reason.REVISION_COMPACTED)
        feed.then(snapshot(5, 1), None, compacted, snapshot(9, 1), None, compacted, snapshot(3, 1, lineage="two"))
        follow(qtbot, watcher)
        qtbot.waitUntil(lambda: len(told) == 4, timeout=PATIENCE_MS)
    assert told == ["reset 5", "reset 9", "replaced", "reset 3"]
