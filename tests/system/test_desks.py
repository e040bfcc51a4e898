"""Two desks, four servers: what is typed on one shows on the other and in the plots, also after a kill."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from campusdesk.rules import Role, Status
from client.addresses import Addresses
from client.connection import Connection
from client.drafts import Drafts
from client.installation import Installation
from client.models.columns import Column
from client.models.rule import Rule
from client.settings import Settings
from client.state import Analysis, ConnectionKind
from client.store import Store
from client.views.analytics_view import AnalyticsView
from client.views.main_window import MainWindow
from client.views.theme.theme import Theme
from client.workstation import Workstation
from tests.cluster import Cluster
from tests.system.programs import Program, campus, ticket_server

PATIENCE_MS = 30_000

OpenDesk = Callable[[Role], MainWindow]


class Campus:
    """The four servers of one test, the ticket server replaceable."""

    def __init__(self, folder: Path, tickets: Program, addresses: Addresses) -> None:
        self.database, self.tickets, self.addresses = folder / "tickets.db", tickets, addresses

    def kill_and_restart(self) -> None:
        """End the ticket server as a crash would, and start another one at its address."""
        self.tickets.kill()
        self.restart()

    def restart(self) -> None:
        """Start another ticket server at the address of the one that ended."""
        self.tickets = ticket_server(self.database, self.addresses.tickets)
        self.tickets.line()

    def operate(self, *words: str) -> None:
        """Run an operator's command on the database, and wait for its good end."""
        with Program("ticket_server", *words, "--database", f"sqlite:///{self.database}") as command:
            assert command.ended() == 0, command.complaints

    @contextmanager
    def stopped(self) -> Iterator[None]:
        """Have no ticket server inside the block, and another one at its address after it."""
        assert self.tickets.stop() == 0
        yield
        self.restart()


@pytest.fixture
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Path | str]:
    """Give the file of a database, or the URL of one of PostgreSQL to the tests that ask for it."""
    if getattr(request, "param", "sqlite") == "sqlite":
        yield tmp_path / "tickets.db"
    else:
        cluster: Cluster = request.getfixturevalue("postgresql")
        with cluster.database() as url:
            yield url


@pytest.fixture
def servers(database: Path | str, tmp_path: Path) -> Iterator[Campus]:
    with campus(database) as (tickets, address, analyses):
        addresses = Addresses(address, *(analyses[analysis.word] for analysis in Analysis))
        running = Campus(tmp_path, tickets, addresses)
        yield running
        running.tickets.kill()


@pytest.fixture
def open_desk(qtbot: QtBot, qapp: QApplication, servers: Campus, tmp_path: Path) -> Iterator[OpenDesk]:
    opened: list[MainWindow] = []

    def open_one(role: Role) -> MainWindow:
        settings = tmp_path / role.word
        theme = Theme(qapp, Settings(settings).theme)
        connection = Connection(servers.addresses, role, Workstation(f"{role.word} desk"))
        installation = Installation(Settings(settings), Store(settings / "data", qapp))
        drafts = Drafts(installation.store, role, servers.addresses.tickets, lambda: connection.lineage)
        window = MainWindow(theme, connection, installation, drafts)
        qtbot.addWidget(window)
        opened.append(window)
        window.show()
        window.connection.follow()
        qtbot.waitUntil(lambda: window.connection.state.kind is ConnectionKind.LIVE, timeout=PATIENCE_MS)
        return window

    yield open_one
    for window in opened:
        window.end()
        window.installation.store.close()


def report(qtbot: QtBot, desk: MainWindow, text: str) -> int:
    """Type a report and send it; return the number that is shown for it."""
    desk.report.start()
    desk.report.description.text = text
    desk.report.send.click()
    qtbot.waitUntil(desk.report.reported.isVisible, timeout=PATIENCE_MS)
    return int(desk.report.reported.number.text().removeprefix("#"))


def step(qtbot: QtBot, desk: MainWindow, words: str) -> None:
    """Press the button of the ticket's next step once it says so."""
    button = desk.ticket_view.steps.button
    qtbot.waitUntil(lambda: button.isVisible() and button.isEnabled() and button.text() == words, timeout=PATIENCE_MS)
    button.click()


def plots(qtbot: QtBot, desk: MainWindow, analysis: Analysis) -> AnalyticsView:
    """Choose an analysis and return its plots, which are loaded behind the table."""
    choice = desk.analyses
    assert choice is not None
    choice.show(analysis)
    qtbot.waitUntil(lambda: choice.view is not None, timeout=PATIENCE_MS)
    assert choice.view is not None
    return choice.view


def see(qtbot: QtBot, what: Callable[[], object], expected: object) -> None:
    """Wait until the desk shows what is expected."""
    qtbot.waitUntil(lambda: what() == expected, timeout=PATIENCE_MS)


@pytest.mark.parametrize("database", ["sqlite", "postgresql"], indirect=True)
def test_a_ticket_goes_from_one_desk_to_the_other_and_moves_the_plots(qtbot: QtBot, open_desk: OpenDesk) -> None:
    user, staff = open_desk(Role.USER), open_desk(Role.HELPDESK)
    assert staff.analyses is not None
    view = plots(qtbot, staff, Analysis.CATEGORY_LOAD)
    load = view.panels[Analysis.CATEGORY_LOAD].number
    see(qtbot, load.text, "0")

    number = report(qtbot, user, "The WiFi in the library drops every few minutes")
    see(qtbot, lambda: staff.tickets.has(number), True)
    staff.jump_to(number)
    step(qtbot, staff, "Activate")
    see(qtbot, load.text, "1")
    see(qtbot, lambda: user.tickets.count("active", [Rule(statuses=frozenset({int(Status.ACTIVE)}))]), [1])

    user.jump_to(number)
    user.chat.composer.editor.setPlainText("It is worst on the second floor")
    user.chat.composer.send.click()
    see(qtbot, staff.messages.rowCount, 1)

    user.chat.composer.editor.setPlainText("half a sen")
    step(qtbot, staff, "Close")
    see(qtbot, lambda: user.tickets.has(number), False)
    see(qtbot, load.text, "0")
    assert user.chat.composer.editor.toPlainText() == "half a sen"
    assert user.chat.composer.editor.isReadOnly()


def test_both_desks_and_the_plots_come_back_after_the_server_was_killed(
    qtbot: QtBot, servers: Campus, open_desk: OpenDesk
) -> None:
    user, staff = open_desk(Role.USER), open_desk(Role.HELPDESK)
    assert staff.analyses is not None
    view = plots(qtbot, staff, Analysis.BACKLOG)
    backlog = view.panels[Analysis.BACKLOG].number
    report(qtbot, user, "Before the crash")
    see(qtbot, backlog.text, "1")

    servers.kill_and_restart()
    after = report(qtbot, user, "After the crash")
    see(qtbot, lambda: staff.tickets.has(after), True)
    see(qtbot, lambda: user.tickets.total, 2)
    see(qtbot, backlog.text, "2")
    see(qtbot, lambda: {desk.connection.state.kind for desk in (user, staff)}, {ConnectionKind.LIVE})


def test_what_is_typed_while_the_server_is_killed_stays_and_is_looked_at_by_the_next_one(
    qtbot: QtBot, servers: Campus, open_desk: OpenDesk
) -> None:
    user = open_desk(Role.USER)
    hint, writing = user.report.hint, user.report.description.input
    QTest.keyClicks(writing, "The wifi in the lib")
    qtbot.waitUntil(lambda: bool(hint.words.text()), timeout=PATIENCE_MS)
    servers.tickets.kill()
    QTest.keyClicks(writing, "rary drops every few minutes")
    # Without an answer nothing is claimed, and nobody waits.
    see(qtbot, hint.words.text, "")
    assert user.report.send.isEnabled()
    servers.restart()
    qtbot.waitUntil(lambda: "wifi" in hint.reasons.text(), timeout=PATIENCE_MS)
    assert user.report.description.text == "The wifi in the library drops every few minutes"


def test_a_restore_makes_both_desks_begin_anew_and_closes_nothing(
    qtbot: QtBot, servers: Campus, open_desk: OpenDesk
) -> None:
    user, staff = open_desk(Role.USER), open_desk(Role.HELPDESK)
    kept = report(qtbot, user, "Before the backup")
    see(qtbot, lambda: staff.tickets.has(kept), True)
    backup = str(servers.database.with_name("backup.db"))
    servers.operate("backup", backup)
    lost = report(qtbot, user, "After the backup")
    for desk in (user, staff):
        see(qtbot, lambda desk=desk: desk.tickets.has(lost), True)  # type: ignore[misc]
        desk.jump_to(lost)
    user.chat.composer.editor.setPlainText("half a sen")
    with servers.stopped():
        servers.operate("restore", backup)
    for desk in (user, staff):
        see(qtbot, lambda desk=desk: desk.tickets.total, 1)  # type: ignore[misc]
        assert desk.tickets.has(kept)
        assert f"#{lost} is not in the data that was restored" in desk.ticket_view.notice.text()
        assert "restored" in desk.head.note.text()
        assert desk.history.history.ticket_id == 0
    assert user.chat.composer.editor.toPlainText() == "half a sen"
    assert user.chat.composer.editor.isReadOnly()
    assert report(qtbot, user, "After the restore") == lost
    see(qtbot, lambda: staff.tickets.total, 2)
    staff.jump_to(lost)
    see(qtbot, staff.ticket_view.text.toPlainText, "After the restore")


def test_what_an_operator_erases_goes_from_both_desks(qtbot: QtBot, servers: Campus, open_desk: OpenDesk) -> None:
    user, staff = open_desk(Role.USER), open_desk(Role.HELPDESK)
    number = report(qtbot, user, "The secret is 4711")
    other = report(qtbot, user, "The lift is stuck")
    for desk in (user, staff):
        see(qtbot, lambda desk=desk: desk.tickets.has(other), True)  # type: ignore[misc]
        desk.jump_to(number)
        see(qtbot, desk.ticket_view.text.toPlainText, "The secret is 4711")
    user.chat.composer.editor.setPlainText("It is 4711, I said")
    user.chat.composer.send.click()
    see(qtbot, staff.messages.rowCount, 1)
    user.ticket_view.start_editing()
    staff.ticket_view.start_editing()
    staff.jump_to(other)
    staff.talk.show_history(True)

    with servers.stopped():
        servers.operate("erase", str(number), "--yes")
    for desk in (user, staff):
        see(qtbot, lambda desk=desk: desk.ticket_view.is_editing, False)  # type: ignore[misc]
        desk.jump_to(number)
        see(qtbot, desk.ticket_view.notice.isVisible, True)
        see(qtbot, desk.messages.rowCount, 0)
        # Without an event loop of the application what was thrown away stays for a while.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        for part in (desk, *desk.findChildren(QWidget)):
            assert "4711" not in f"{part.property('text')} {part.property('plainText')}", part
        problem = desk.tickets.index(desk.tickets.row_of(number), desk.tickets.columns.index(Column.PROBLEM))
        assert problem.data() == "Erased by an operator"
    see(qtbot, lambda: staff.history.history.ticket_id, number)
    see(qtbot, lambda: staff.history.history.rowCount() > 0, True)
    rows = range(staff.history.history.rowCount())
    told = [staff.history.history.index(row, 0).data() for row in rows]
    assert not any("4711" in words for words in told)
