"""Real desks of both roles for the tests of what people see, on a real ticket server."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from campusdesk.rules import Role
from client.addresses import Addresses, beside
from client.connection import Connection, Reply
from client.drafts import Drafts
from client.helpdesk import HelpDesk
from client.installation import Installation
from client.settings import FILE_NAME, Settings
from client.settings import Theme as ThemeChoice
from client.state import ConnectionKind
from client.store import Store
from client.views import analysis_export  # noqa: F401 - plots show at once where it is loaded
from client.views.composer import Composer
from client.views.main_window import MainWindow
from client.views.theme.theme import Theme
from client.workstation import Workstation
from client.writing import Writing
from tests.client.views.answers import INSTALLATION_ID, PATIENCE_MS
from tests.client.views.held import HeldConnection
from tests.client.views.staff_desk import StaffDesk


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    """Dress in the light look, whatever the system's is."""
    # The windows of the tests before are still there without an event loop, and would all be dressed again.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return Theme(qapp, ThemeChoice.LIGHT)


@pytest.fixture
def installation(tmp_path: Path, store: Store) -> Installation:
    """Give the installation of the desks of a test, as it is found at a start of any of them."""
    (tmp_path / FILE_NAME).write_text(f"[General]\ninstallation_id={INSTALLATION_ID}\n")
    return Installation(Settings(tmp_path), store)


@pytest.fixture
def other(live_server: str, qapp: QApplication) -> Iterator[HelpDesk]:
    """Somebody of the helpdesk at another desk."""
    connection = Connection(beside(live_server), Role.HELPDESK, Workstation("Desk 2"), qapp)
    yield HelpDesk(connection)
    connection.close()


@pytest.fixture
def ask(qtbot: QtBot) -> Callable[[Reply], object]:
    """Wait for what a reply is done with; raises its error when it fails."""

    def answered(reply: Reply) -> object:
        answers: list[object] = []
        reply.done.connect(answers.append)
        reply.failed.connect(answers.append)
        qtbot.waitUntil(lambda: bool(answers), timeout=PATIENCE_MS)
        if isinstance(answers[0], Exception):
            raise answers[0]
        return answers[0]

    return answered


def _end(main: MainWindow) -> None:
    main.end()


@pytest.fixture
def enter(qtbot: QtBot, theme: Theme, live_server: str, installation: Installation) -> Callable[..., MainWindow]:
    """Open desks of a role that are live; `addresses` names other servers than the live one beside its defaults."""

    def entered(role: Role, addresses: Addresses | None = None) -> MainWindow:
        connection = Connection(addresses or beside(live_server), role, Workstation("LAB-1"))
        drafts = Drafts(installation.store, role, live_server, lambda: connection.lineage)
        main = MainWindow(theme, connection, installation, drafts)
        # While it ends it may wait for the server, and a closed one would be deleted by then.
        qtbot.addWidget(main, before_close_func=_end)
        main.resize(1280, 800)
        main.show()
        main.begin()
        connection.follow()
        qtbot.waitUntil(lambda: connection.state.kind is ConnectionKind.LIVE, timeout=PATIENCE_MS)
        return main

    return entered


@pytest.fixture
def opened() -> Iterator[list[str]]:
    """Keep what the system's browser is asked to open."""

    class Browser(QObject):
        def __init__(self) -> None:
            super().__init__()
            self.asked: list[str] = []

        @Slot(QUrl)
        def open(self, url: QUrl) -> None:
            self.asked.append(url.toString())

    browser = Browser()
    for scheme in ("http", "https", "file", "javascript"):
        QDesktopServices.setUrlHandler(scheme, browser, "open")  # type: ignore[arg-type]  # The stub says bytes, Qt takes words.
    yield browser.asked
    for scheme in ("http", "https", "file", "javascript"):
        QDesktopServices.unsetUrlHandler(scheme)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give an empty folder to save in."""
    made = tmp_path / "out"
    made.mkdir()
    return made


@pytest.fixture
def composer(theme: Theme, held: HeldConnection, drafts: Drafts, qtbot: QtBot) -> Composer:
    """Give a composer that writes for ticket 1."""
    composer = Composer(theme, HelpDesk(held), drafts)
    qtbot.addWidget(composer)
    composer.show_ticket(1)
    return composer


@pytest.fixture
def open_desk(enter: Callable[[Role], MainWindow], other: HelpDesk, qtbot: QtBot) -> Callable[[int], StaffDesk]:
    """Open a desk on so many tickets, none chosen yet."""
    writing = Writing()

    def opened(count: int) -> StaffDesk:
        batch = writing.start(range(count), lambda number: other.create_ticket(f"No WiFi in room {number}", "B-105"))
        qtbot.waitUntil(lambda: batch.is_ended, timeout=PATIENCE_MS)
        main = enter(Role.HELPDESK)
        qtbot.waitUntil(lambda: main.tickets.total == count, timeout=PATIENCE_MS)
        return StaffDesk(main, qtbot)

    return opened


@pytest.fixture
def desk_of_three(
    enter: Callable[[Role], MainWindow], other: HelpDesk, ask: Callable[[Reply], object], qtbot: QtBot
) -> Callable[[Role], MainWindow]:
    """Open a desk on three tickets, the middle one chosen and the focus in the table."""
    for words in ("The lift is stuck", "No WiFi", "Smoke"):
        ask(other.create_ticket(words, "B-105"))

    def opened(role: Role) -> MainWindow:
        main = enter(role)
        qtbot.waitUntil(lambda: main.tickets.total == 3, timeout=PATIENCE_MS)
        main.jump_to(2)
        qtbot.waitUntil(lambda: main.ticket_view.ticket is not None, timeout=PATIENCE_MS)
        main.activateWindow()
        main.table.setFocus()
        qtbot.waitUntil(main.table.hasFocus)
        return main

    return opened
