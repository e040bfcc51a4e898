"""The desk as a whole: its first page is light, and roles are entered and left without losing the window."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from campusdesk.rules import Role
from client.addresses import beside
from client.app import Desk
from client.settings import Options, Settings
from client.settings import Theme as ThemeChoice
from client.state import ConnectionKind
from client.views.main_window import MainWindow
from client.views.role_card import RoleCard
from client.views.server_page import ServerPage
from tests.campusdesk.certificate_files import Certificates
from tests.client.keyed_server import KeyedServer, keyed_server
from tests.client.views.answers import PATIENCE_MS
from tests.system.programs import free_port, ticket_server

Start = Callable[..., Desk]

_FIRST_PAGE = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from client.app import Desk
from client.settings import Options, Settings
desk = Desk(QApplication([]), Options(None, Path(sys.argv[1]), "LAB-1", None), Settings(Path(sys.argv[1])))
desk.window.show()
desk.window.grab()
print(desk.role_page is not None, *sorted(set(sys.modules) & {"grpc", "numpy", "pyqtgraph", "sqlalchemy"}))
"""


@pytest.fixture
def start(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Start]:
    """Start desks on the server at an address; None is a desk without one."""
    desks: list[Desk] = []

    def started(address: str | None, tls_ca: Path | None = None) -> Desk:
        key_file = tmp_path / "workstation.key"
        options = Options(beside(address) if address else None, None, "LAB-1", None, key_file, tls_ca)
        desk = Desk(qapp, options, Settings(tmp_path))
        desks.append(desk)
        qtbot.addWidget(desk.window)
        desk.window.show()
        desk.start()
        return desk

    yield started
    for desk in desks:
        desk.end()


@pytest.fixture
def keyed(tmp_path: Path) -> Iterator[KeyedServer]:
    with keyed_server(tmp_path) as server:
        yield server


def words(desk: Desk) -> str:
    """Return everything that labels of the shown page say."""
    page = desk.window.currentWidget()
    assert page is not None
    return "\n".join(label.text() for label in page.findChildren(QLabel))


def entered(desk: Desk, qtbot: QtBot, role: Role) -> MainWindow:
    desk.enter(role)
    main = desk.main
    assert main is not None
    qtbot.waitUntil(lambda: main.connection.state.kind is ConnectionKind.LIVE, timeout=PATIENCE_MS)
    return main


def test_the_first_page_needs_nothing_heavy(tmp_path: Path) -> None:
    command = [sys.executable, "-c", _FIRST_PAGE, str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.split() == ["True"]


def test_the_role_page_tells_how_many_are_open(start: Start, qtbot: QtBot, live_server: str) -> None:
    desk = start(live_server)
    qtbot.waitUntil(lambda: f"live · {live_server} · 0 open" in words(desk), timeout=PATIENCE_MS)


def test_the_role_page_says_so_when_no_server_answers(start: Start, qtbot: QtBot) -> None:
    desk = start(f"127.0.0.1:{free_port()}")
    qtbot.waitUntil(lambda: "does not answer" in words(desk), timeout=PATIENCE_MS)


def test_a_role_is_entered_and_switched_and_remembered(start: Start, qtbot: QtBot, live_server: str) -> None:
    desk = start(live_server)
    main = entered(desk, qtbot, Role.HELPDESK)
    assert desk.window.currentWidget() is main
    main.switch.click()
    assert desk.window.currentWidget() is desk.role_page
    focused = desk.window.focusWidget()
    assert isinstance(focused, RoleCard)
    assert focused.role is Role.HELPDESK
    assert desk.settings.role is Role.HELPDESK
    assert entered(desk, qtbot, Role.USER).rail is None


def test_a_desk_without_a_server_asks_for_one_and_keeps_it(start: Start, qtbot: QtBot, live_server: str) -> None:
    desk = start(None)
    page = desk.window.currentWidget()
    assert isinstance(page, ServerPage)
    page.field.setText(live_server)
    page.field.returnPressed.emit()
    assert desk.settings.server == live_server
    assert desk.window.currentWidget() is desk.role_page
    qtbot.waitUntil(lambda: "0 open" in words(desk), timeout=PATIENCE_MS)


def test_a_chosen_look_is_kept(start: Start, live_server: str) -> None:
    desk = start(live_server)
    assert desk.role_page is not None
    dark = next(action for action in desk.role_page.theme_menu.menu().actions() if action.text() == "Dark")
    dark.trigger()
    assert desk.settings.theme is ThemeChoice.DARK


class ShownWindows(QObject):
    """Notes what kinds of top-level windows are shown."""

    def __init__(self) -> None:
        super().__init__()
        self.kinds: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.kinds.append(type(watched).__name__)
        return False


def test_nothing_flashes_up_as_a_window_of_its_own(
    start: Start, qtbot: QtBot, qapp: QApplication, live_server: str
) -> None:
    shown_windows = ShownWindows()
    qapp.installEventFilter(shown_windows)
    desk = start(None)
    page = desk.window.currentWidget()
    assert isinstance(page, ServerPage)
    page.chosen.emit(live_server)
    for role in (Role.USER, Role.HELPDESK):
        entered(desk, qtbot, role).switch.click()
    qapp.removeEventFilter(shown_windows)
    assert shown_windows.kinds == ["DeskWindow"]


def test_a_mistyped_server_can_be_corrected(start: Start, qtbot: QtBot, live_server: str) -> None:
    desk = start(None)
    page = desk.window.currentWidget()
    assert isinstance(page, ServerPage)
    page.chosen.emit(f"127.0.0.1:{free_port()}")
    assert desk.role_page is not None
    desk.role_page.other_server.click()
    again = desk.window.currentWidget()
    assert isinstance(again, ServerPage)
    assert again.field.text() == desk.settings.server
    again.chosen.emit(live_server)
    qtbot.waitUntil(lambda: "live" in words(desk), timeout=PATIENCE_MS)


def test_a_server_of_the_command_line_is_not_chosen_here(start: Start, live_server: str) -> None:
    desk = start(live_server)
    assert desk.role_page is not None
    assert desk.role_page.other_server.isHidden()


def test_a_folder_that_cannot_be_used_is_said_and_stays_said(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    desk = Desk(qapp, Options(None, tmp_path / "file", "LAB-1", None), Settings(tmp_path))
    qtbot.addWidget(desk.window)
    desk.window.show()
    desk.start()
    assert "Starting the servers" not in words(desk)
    assert str(tmp_path / "file") in words(desk)
    desk.end()


def test_a_pc_without_a_key_reads_why_before_and_after_entering(start: Start, qtbot: QtBot, keyed: KeyedServer) -> None:
    desk = start(keyed.address)
    desk.settings.role = Role.HELPDESK
    qtbot.waitUntil(lambda: "This PC has no workstation key." in words(desk), timeout=PATIENCE_MS)
    # As somebody enters while the server does not answer yet.
    desk.enter(Role.HELPDESK)
    main = desk.main
    assert main is not None
    qtbot.waitUntil(lambda: "This PC has no workstation key." in main.refused.words, timeout=PATIENCE_MS)
    main.refused.switch.click()
    assert desk.window.currentWidget() is desk.role_page
    assert "This PC has no workstation key." in words(desk), "known from before, so the card is not offered in vain"
    focused = desk.window.focusWidget()
    assert isinstance(focused, RoleCard)
    assert focused.role is Role.USER
    assert entered(desk, qtbot, Role.USER).refused.isHidden()


def test_a_standing_desk_whose_key_is_revoked_says_so_and_goes_on_with_a_new_one(
    start: Start, qtbot: QtBot, keyed: KeyedServer
) -> None:
    keyed.add("LAB-1", "helpdesk")
    desk = start(keyed.address)
    main = entered(desk, qtbot, Role.HELPDESK)
    assert main.refused.isHidden()
    keyed.revoke("LAB-1")
    qtbot.waitUntil(lambda: "may have been revoked" in main.refused.words, timeout=PATIENCE_MS)
    assert main.badge.words.text().startswith("Not let in since")
    keyed.add("LAB-1 again", "helpdesk")
    qtbot.waitUntil(main.refused.isHidden, timeout=PATIENCE_MS)
    assert main.connection.state.kind is ConnectionKind.LIVE


def test_a_key_that_is_not_taken_keeps_no_simple_user_out(start: Start, qtbot: QtBot, keyed: KeyedServer) -> None:
    keyed.add("LAB-1", "helpdesk")
    keyed.revoke("LAB-1")
    desk = start(keyed.address)
    qtbot.waitUntil(lambda: "0 open" in words(desk) and "revoked" in words(desk), timeout=PATIENCE_MS)
    assert entered(desk, qtbot, Role.USER).refused.isHidden()


def test_a_ca_that_cannot_be_used_is_said_in_words(start: Start, live_server: str, tmp_path: Path) -> None:
    (tmp_path / "ca.pem").write_text("no certificate")
    desk = start(live_server, tmp_path / "ca.pem")
    assert "ca.pem holds no certificates" in words(desk)
    desk.enter(Role.USER)
    assert desk.window.currentWidget() is desk.role_page


def shown(certificates: Certificates) -> tuple[str, ...]:
    return ("--tls-cert", str(certificates.certificate), "--tls-key", str(certificates.key))


def test_a_server_is_trusted_by_the_campus_ca(start: Start, qtbot: QtBot, tmp_path: Path) -> None:
    certificates = Certificates(tmp_path)
    with ticket_server(tmp_path / "tickets.db", "127.0.0.1:0", *shown(certificates)) as server:
        desk = start(server.address(), certificates.ca)
        qtbot.waitUntil(lambda: "0 open" in words(desk), timeout=PATIENCE_MS)
        entered(desk, qtbot, Role.USER)


def test_a_certificate_that_expired_is_told_from_a_server_that_is_away_until_it_is_renewed(
    start: Start, qtbot: QtBot, tmp_path: Path
) -> None:
    certificates = Certificates(tmp_path, age=timedelta(days=400))
    with ticket_server(tmp_path / "tickets.db", "127.0.0.1:0", *shown(certificates)) as server:
        desk = start(server.address(), certificates.ca)
        said = "The server's certificate is not valid any more"
        qtbot.waitUntil(lambda: said in words(desk), timeout=PATIENCE_MS)
        desk.enter(Role.USER)
        main = desk.main
        assert main is not None
        qtbot.waitUntil(lambda: said in main.refused.words, timeout=PATIENCE_MS)
        assert main.refused.switch.isHidden(), "another role would not help"
        assert "as soon as the server's certificate is valid" in words(desk)
        Certificates(tmp_path)
        qtbot.waitUntil(main.refused.isHidden, timeout=PATIENCE_MS)
        assert main.connection.state.kind is ConnectionKind.LIVE


def test_a_server_of_another_ca_is_told_from_one_that_is_away(start: Start, qtbot: QtBot, tmp_path: Path) -> None:
    certificates, other = Certificates(tmp_path / "campus"), Certificates(tmp_path / "other")
    with ticket_server(tmp_path / "tickets.db", "127.0.0.1:0", *shown(certificates)) as server:
        desk = start(server.address(), other.ca)
        qtbot.waitUntil(lambda: "is not from the CA that this PC trusts" in words(desk), timeout=PATIENCE_MS)
