"""A desk that no server answers shows what it knew, and takes the server's word for it as soon as there is one."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from campusdesk.rules import Role
from client.addresses import beside
from client.connection import Connection
from client.helpdesk import HelpDesk
from client.known_file import Known, read_known
from client.state import ConnectionKind
from client.views.main_window import MainWindow
from client.workstation import Workstation
from tests.client.keyed_server import KeyedServer
from tests.client.views.answers import PATIENCE_MS
from tests.client.whole_desk import Start, begun, entered, show
from tests.system.programs import Program, free_port, ticket_server

ROLES = pytest.mark.parametrize("role", [Role.USER, Role.HELPDESK])


class Server:
    """A ticket server at one address, on one database and then perhaps on another."""

    def __init__(self, folder: Path) -> None:
        self.address = f"127.0.0.1:{free_port()}"
        self._folder = folder
        self._program: Program | None = None

    def start(self, name: str = "tickets.db") -> None:
        self._program = ticket_server(self._folder / name, self.address)
        self._program.line()

    def kill(self) -> None:
        if self._program is not None:
            self._program.kill()


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    made = Server(tmp_path)
    made.start()
    yield made
    made.kill()


@pytest.fixture
def staff(server: Server, qtbot: QtBot) -> Iterator[HelpDesk]:
    """Give another desk."""
    del qtbot
    connection = Connection(beside(server.address), Role.HELPDESK, Workstation("Desk 2"))
    yield HelpDesk(connection)
    connection.close()


def report(main: MainWindow, qtbot: QtBot, text: str, number: int) -> None:
    main.report.start()
    main.report.description.text = text
    main.report.send.click()
    show(main, qtbot, number)


def kept(tmp_path: Path, role: Role) -> Known | None:
    found = [*(tmp_path / "data").glob(f"known-{role.word}-*.npz")]
    return read_known(found[0]) if found else None


def shown(main: MainWindow, qtbot: QtBot) -> str:
    """Wait for the first ticket without a server, and return what the status bar says of all."""
    qtbot.waitUntil(lambda: main.tickets.has(1), timeout=PATIENCE_MS)
    assert main.connection.state.kind is ConnectionKind.AWAY
    qtbot.waitUntil(lambda: "as of" in main._total.text(), timeout=PATIENCE_MS)  # noqa: SLF001
    return main._total.text()  # noqa: SLF001


@ROLES
def test_a_start_without_a_server_shows_what_was_known(role: Role, start: Start, server: Server, qtbot: QtBot) -> None:
    desk = start(server.address)
    report(entered(desk, qtbot, role), qtbot, "The lift is stuck", 1)
    desk.window.close()
    server.kill()
    main = begun(start(server.address), qtbot, role)
    assert shown(main, qtbot).startswith("1 ticket, as of ")
    main.jump_to(1)
    assert main.ticket_view.ticket is not None
    assert main.ticket_view.ticket.description == "The lift is stuck"
    server.start()
    qtbot.waitUntil(lambda: main.connection.state.kind is ConnectionKind.LIVE, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: main._total.text() == "1 ticket", timeout=PATIENCE_MS)  # noqa: SLF001
    assert main.ticket_view.ticket.description == "The lift is stuck"


def test_tickets_of_another_history_are_not_shown_for_its_own(start: Start, server: Server, qtbot: QtBot) -> None:
    desk = start(server.address)
    report(entered(desk, qtbot, Role.HELPDESK), qtbot, "The lift is stuck", 1)
    desk.window.close()
    server.kill()
    server.start("other.db")
    other = start(server.address)
    report(entered(other, qtbot, Role.USER), qtbot, "The lamp is broken", 1)
    other.window.close()
    server.kill()
    main = begun(start(server.address), qtbot, Role.HELPDESK)
    shown(main, qtbot)
    server.start("other.db")
    main.jump_to(1)
    qtbot.waitUntil(
        lambda: (ticket := main.ticket_view.ticket) is not None and ticket.description == "The lamp is broken",
        timeout=PATIENCE_MS,
    )


def test_a_closed_ticket_goes_from_the_disk_of_a_simple_user(
    start: Start, server: Server, staff: HelpDesk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("client.known_tickets._SOON_MS", 10)
    desk = start(server.address)
    main = entered(desk, qtbot, Role.USER)
    report(main, qtbot, "The lift is stuck", 1)
    desk.show_role_page()
    qtbot.waitUntil(lambda: kept(tmp_path, Role.USER) is not None, timeout=PATIENCE_MS)
    before = kept(tmp_path, Role.USER)
    assert before is not None
    assert [ticket.description for ticket in before.tickets] == ["The lift is stuck"]
    entered(desk, qtbot, Role.USER)
    for step in (staff.activate_ticket, staff.close_ticket):
        done: list[object] = []
        step(1).done.connect(done.append)
        qtbot.waitUntil(lambda done=done: bool(done), timeout=PATIENCE_MS)  # type: ignore[misc]

    def is_gone() -> bool:
        now = kept(tmp_path, Role.USER)
        return now is not None and len(now.facts) == len(now.tickets) == 0

    qtbot.waitUntil(is_gone, timeout=PATIENCE_MS)


def test_a_shared_pc_keeps_nothing(start: Start, server: Server, qtbot: QtBot, tmp_path: Path) -> None:
    own = start(server.address)
    report(entered(own, qtbot, Role.USER), qtbot, "The lift is stuck", 1)
    own.window.close()
    assert kept(tmp_path, Role.USER) is not None
    shared = start(server.address, None, lambda: 0)
    entered(shared, qtbot, Role.USER)
    qtbot.waitUntil(lambda: kept(tmp_path, Role.USER) is None, timeout=PATIENCE_MS)
    shared.window.close()
    assert kept(tmp_path, Role.USER) is None


def test_who_is_let_in_no_more_keeps_nothing(start: Start, keyed: KeyedServer, qtbot: QtBot, tmp_path: Path) -> None:
    keyed.add("LAB-1", "helpdesk")
    desk = start(keyed.address)
    report(entered(desk, qtbot, Role.HELPDESK), qtbot, "The lift is stuck", 1)
    desk.show_role_page()
    qtbot.waitUntil(lambda: kept(tmp_path, Role.HELPDESK) is not None, timeout=PATIENCE_MS)
    keyed.revoke("LAB-1")
    main = begun(desk, qtbot, Role.HELPDESK)
    qtbot.waitUntil(lambda: main.connection.state.is_refused, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: kept(tmp_path, Role.HELPDESK) is None, timeout=PATIENCE_MS)
    assert main.tickets.total == 0


@ROLES
def test_a_second_start_is_told_what_changed_alone(
    start: Start, server: Server, staff: HelpDesk, qtbot: QtBot, role: Role
) -> None:
    desk = start(server.address)
    first = entered(desk, qtbot, role)
    report(first, qtbot, "The lift is stuck", 1)
    assert not first.connection.is_resumed
    desk.window.close()
    done: list[object] = []
    staff.create_ticket("The lamp is broken").done.connect(done.append)
    qtbot.waitUntil(lambda: bool(done), timeout=PATIENCE_MS)
    main = entered(start(server.address), qtbot, role)
    qtbot.waitUntil(lambda: main.tickets.has(2), timeout=PATIENCE_MS)
    assert main.connection.is_resumed
    assert main.tickets.total == 2
    if role is Role.HELPDESK:
        qtbot.waitUntil(lambda: main.finding.unread.unread.ids() == [2], timeout=PATIENCE_MS)


def test_what_was_looked_at_before_a_kill_is_not_unread_again(
    start: Start, server: Server, staff: HelpDesk, qtbot: QtBot, tmp_path: Path
) -> None:
    desk = start(server.address)
    report(entered(desk, qtbot, Role.HELPDESK), qtbot, "The lift is stuck", 1)
    desk.window.close()
    [file] = (tmp_path / "data").glob("known-*.npz")
    earlier = file.read_bytes()
    again = start(server.address)
    main = entered(again, qtbot, Role.HELPDESK)
    done: list[object] = []
    for text in ("The lamp is broken", "The door is broken"):
        staff.create_ticket(text).done.connect(done.append)
    qtbot.waitUntil(lambda: main.finding.unread.unread.ids() == [2, 3], timeout=PATIENCE_MS)
    show(main, qtbot, 2)
    qtbot.waitUntil(lambda: main.finding.unread.unread.ids() == [3], timeout=PATIENCE_MS)
    again.window.close()
    # A desk that is killed has kept less of the tickets than of what was looked at.
    file.write_bytes(earlier)
    last = entered(start(server.address), qtbot, Role.HELPDESK)
    qtbot.waitUntil(lambda: last.tickets.total == 3, timeout=PATIENCE_MS)
    assert last.connection.is_resumed
    qtbot.waitUntil(lambda: last.finding.unread.unread.ids() == [3], timeout=PATIENCE_MS)


def test_what_an_operator_erased_goes_from_the_disk(
    start: Start, server: Server, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("client.known_tickets._SOON_MS", 10)
    desk = start(server.address)
    report(entered(desk, qtbot, Role.HELPDESK), qtbot, "The lift is stuck", 1)
    desk.window.close()
    server.kill()
    database = f"sqlite:///{tmp_path / 'tickets.db'}"
    with Program("ticket_server", "erase", "1", "--yes", "--database", database) as command:
        assert command.ended() == 0
    server.start()
    entered(start(server.address), qtbot, Role.HELPDESK)

    def is_gone() -> bool:
        now = kept(tmp_path, Role.HELPDESK)
        return now is not None and [ticket.description for ticket in now.tickets] in ([], [""])

    qtbot.waitUntil(is_gone, timeout=PATIENCE_MS)
