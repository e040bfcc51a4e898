"""The desk as a whole: its first page is light, and roles are entered and left without losing the window."""

import gc
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from weakref import ReferenceType, ref

import pytest
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from campusdesk.rules import Role, Status
from client import app
from client.addresses import beside
from client.app import Desk
from client.connection import Connection
from client.helpdesk import HelpDesk
from client.languages import Language, spoken_language
from client.settings import Options, Settings
from client.settings import Theme as ThemeChoice
from client.state import Analysis, ConnectionKind
from client.store import Store
from client.views.role_card import RoleCard
from client.views.server_page import ServerPage
from client.workstation import Workstation
from tests.client.keyed_server import KeyedServer
from tests.client.views.answers import PATIENCE_MS
from tests.client.whole_desk import Start, begun, choose, current_page, entered, offers, words
from tests.system.programs import ticket_server

_FIRST_PAGE = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from client.app import Desk
from client.settings import Options, Settings
from client.store import Store
application, folder = QApplication([]), Path(sys.argv[1])
desk = Desk(application, Options(None, folder, "LAB-1", None), Settings(folder), Store(folder, application))
desk.window.show()
desk.window.grab()
print(desk.front.role_page is not None, *sorted(set(sys.modules) & {"grpc", "numpy", "pyqtgraph", "sqlalchemy"}))
"""


def test_the_first_page_needs_nothing_heavy(tmp_path: Path) -> None:
    command = [sys.executable, "-c", _FIRST_PAGE, str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.split() == ["True"]


def test_a_role_is_entered_and_switched_and_remembered(start: Start, qtbot: QtBot, live_server: str) -> None:
    desk = start(live_server)
    main = entered(desk, qtbot, Role.HELPDESK)
    assert desk.window.currentWidget() is main
    main.switch.click()
    assert desk.window.currentWidget() is desk.front.role_page
    focused = desk.window.focusWidget()
    assert isinstance(focused, RoleCard)
    assert focused.role is Role.HELPDESK
    assert desk.settings.role is Role.HELPDESK
    assert entered(desk, qtbot, Role.USER).rail is None


def test_a_chosen_look_is_kept(start: Start, live_server: str) -> None:
    desk = start(live_server)
    assert desk.front.role_page is not None
    dark = next(action for action in desk.front.role_page.theme_menu.menu().actions() if action.text() == "Dark")
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


def test_a_folder_that_cannot_be_used_is_said_and_stays_said(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    desk = Desk(qapp, Options(None, tmp_path / "file", "LAB-1", None), Settings(tmp_path), Store(tmp_path / "data"))
    qtbot.addWidget(desk.window)
    desk.window.show()
    desk.start()
    assert "Starting the servers" not in words(desk)
    assert str(tmp_path / "file") in words(desk)
    desk.end()


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


def test_a_ca_that_cannot_be_used_is_said_in_words(start: Start, live_server: str, tmp_path: Path) -> None:
    (tmp_path / "ca.pem").write_text("no certificate")
    desk = start(live_server, tmp_path / "ca.pem")
    assert "ca.pem holds no certificates" in words(desk)
    desk.enter(Role.USER)
    assert desk.window.currentWidget() is desk.front.role_page


@pytest.mark.parametrize("knows_server", [True, False])
def test_a_part_that_cannot_be_loaded_is_told_on_every_page(
    knows_server: bool, start: Start, qtbot: QtBot, live_server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(app, "_HEAVY", ("client.no_such_part",))
    desk = start(live_server if knows_server else None)
    said = "A part of Campus Desk cannot be loaded (ModuleNotFoundError: No module named 'client.no_such_part')"
    qtbot.waitUntil(lambda: said in words(desk), timeout=PATIENCE_MS)
    desk.front.ask_for_role()
    desk.enter(Role.USER)
    assert said in words(desk)
    assert desk.main is None


@pytest.mark.usefixtures("spoken")
def test_a_language_is_spoken_at_once_and_by_the_next_desk(start: Start, qtbot: QtBot, live_server: str) -> None:
    desk = start(live_server)
    choose(current_page(desk), Language.GERMAN)
    assert "Ein Problem melden" in words(desk)
    qtbot.waitUntil(lambda: live_server in words(desk), timeout=PATIENCE_MS)
    choose(current_page(desk), Language.ENGLISH)
    assert "Report a problem" in words(desk)
    choose(current_page(desk), Language.FRENCH)
    assert start(live_server).settings.language is Language.FRENCH
    assert spoken_language() is Language.FRENCH


@pytest.mark.parametrize("leave", [Desk.show_role_page, lambda desk: desk.window.close()])
def test_a_window_that_is_left_while_it_is_made_is_whole_first(
    leave: Callable[[Desk], object], start: Start, qtbot: QtBot, live_server: str
) -> None:
    desk = start(live_server)
    begun(desk, qtbot, Role.USER).switch.click()
    page, seen = desk.front.role_page, list[object]()

    def leave_it() -> None:
        seen.append(desk.window.currentWidget())
        leave(desk)

    QTimer.singleShot(0, leave_it)
    desk.enter(Role.HELPDESK)
    assert seen == [page], "it was made with the page before it in sight"
    assert desk.main is None
    assert desk.window.currentWidget() is not page


def test_a_fault_that_is_told_while_a_window_is_made_is_said_in_that_window(
    start: Start, qtbot: QtBot, live_server: str
) -> None:
    desk = start(live_server)
    begun(desk, qtbot, Role.USER).switch.click()
    QTimer.singleShot(0, lambda: desk.show_fault("The disk is full"))
    desk.enter(Role.HELPDESK)
    assert desk.main is not None
    assert "The disk is full" in words(desk)


def _close_something(desk: Desk, qtbot: QtBot) -> None:
    """Report a problem, take it, and begin to close it."""
    main = entered(desk, qtbot, Role.HELPDESK)
    main.report.start()
    main.report.description.text = "The lift is stuck"
    main.report.send.click()
    qtbot.waitUntil(lambda: main.tickets.has(1), timeout=PATIENCE_MS)
    main.jump_to(1)
    steps = main.ticket_view.steps.button
    for offered in ("Activate", "Close"):
        qtbot.waitUntil(partial(offers, steps, offered), timeout=PATIENCE_MS)
        steps.click()
    assert main.work is not None
    assert main.work.closing.waits(1)


@pytest.mark.parametrize("leave", [Desk.show_role_page, lambda desk: desk.window.close()])
def test_who_leaves_while_a_closing_waits_has_it_closed(
    leave: Callable[[Desk], object], start: Start, qtbot: QtBot, live_server: str
) -> None:
    desk = start(live_server)
    _close_something(desk, qtbot)
    leave(desk)
    assert desk.main is None
    connection = Connection(beside(live_server), Role.HELPDESK, Workstation("Desk 2"))
    reply, closed = HelpDesk(connection).get_ticket(1), []
    reply.done.connect(lambda ticket: closed.append(Status(ticket.status)))
    qtbot.waitUntil(lambda: closed == [Status.CLOSED], timeout=PATIENCE_MS)
    connection.close()


def test_a_server_that_is_away_keeps_nobody_from_leaving_and_that_its_ticket_may_stay_active_is_said(
    start: Start, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("client.writing._LEAVE_MS", 50)
    with ticket_server(tmp_path / "tickets.db") as server:
        desk = start(server.address())
        _close_something(desk, qtbot)
        server.kill()
        desk.show_role_page()
        page = desk.front.role_page
        assert desk.window.currentWidget() is page
        assert page is not None
        said = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
        assert "The server did not confirm what was sent last. Look whether it arrived." in said
    with ticket_server(tmp_path / "tickets.db") as server:
        main = entered(start(server.address()), qtbot, Role.HELPDESK)
        qtbot.waitUntil(lambda: main.tickets.has(1), timeout=PATIENCE_MS)
        facts = main.tickets.facts(1)
        assert facts is not None
        assert facts.status == Status.ACTIVE


def _speak_german(desk: Desk) -> None:
    choose(current_page(desk), Language.GERMAN)


def _parts_at_work(desk: Desk, qtbot: QtBot, role: Role) -> list[ReferenceType[QObject]]:
    """Report, converse, search and look at an analysis; return what the desk then holds in memory."""
    main = entered(desk, qtbot, role)
    main.report.description.text = "The lift is stuck"
    main.report.send.click()
    qtbot.waitUntil(lambda: main.tickets.has(1), timeout=PATIENCE_MS)
    main.jump_to(1)
    main.finding.bar.field.setText("lift")
    analyses = main.analyses
    if analyses is not None:
        analyses.show(Analysis.BACKLOG)
        qtbot.waitUntil(lambda: analyses.view is not None, timeout=PATIENCE_MS)
    return [ref(part) for part in (main, main.tickets, main.table, main.messages, main.report)]


def _are_gone(parts: list[ReferenceType[QObject]]) -> bool:
    gc.collect()
    return all(part() is None for part in parts)


@pytest.mark.parametrize("role", [Role.USER, Role.HELPDESK])
@pytest.mark.parametrize("leave", [Desk.show_role_page, _speak_german])
@pytest.mark.usefixtures("spoken")
def test_a_window_that_was_left_goes_from_memory_with_all_it_showed(
    leave: Callable[[Desk], object], role: Role, start: Start, qtbot: QtBot, tmp_path: Path
) -> None:
    with ticket_server(tmp_path / "tickets.db") as server:
        desk = start(server.address())
        parts = _parts_at_work(desk, qtbot, role)
        # Some of what it asks last is refused, and some not answered any more.
        server.kill()
        assert desk.main is not None
        desk.main.chat.read_anew()
        # Whoever takes it a moment later does so in a window that was left.
        desk.main.connection.tell_again(desk.main.tickets.hand_over()[0])
        leave(desk)
        qtbot.waitUntil(lambda: _are_gone(parts), timeout=PATIENCE_MS)
