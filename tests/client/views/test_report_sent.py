"""A report goes out once, answers with its number, and is never lost when it cannot go: at a real server."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from campusdesk.rules import Role
from campusdesk.v1 import ticket_pb2
from client.addresses import beside
from client.connection import Connection, Reply
from client.drafts import Drafts
from client.helpdesk import HelpDesk
from client.installation import Installation
from client.views.main_window import MainWindow
from client.views.report_page import ReportPage
from client.views.theme.theme import Theme
from client.workstation import Workstation
from tests.client.views.answers import PATIENCE_MS
from tests.system.programs import free_port

Ask = Callable[[Reply], ticket_pb2.Ticket]


@pytest.fixture
def main(enter: Callable[[Role], MainWindow]) -> MainWindow:
    return enter(Role.USER)


def test_a_report_shows_its_number_to_be_copied(main: MainWindow, qtbot: QtBot, other: HelpDesk, ask: Ask) -> None:
    report = main.report
    QTest.keyClicks(report.description.input, "The lift is stuck")
    QTest.keyClicks(report.location.input, "B-105")
    QTest.keyClicks(report.contact.input, "ext. 4711")
    QTest.keyClick(report.description.input, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(report.reported.isVisible, timeout=PATIENCE_MS)
    number = int(report.reported.number.text().removeprefix("#"))
    QTest.mouseClick(report.reported.copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == str(number)
    stored = ask(other.get_ticket(number))
    assert (stored.description, stored.location, stored.contact) == ("The lift is stuck", "B-105", "ext. 4711")
    qtbot.waitUntil(lambda: main.tickets.row_of(number) == 0, timeout=PATIENCE_MS)


def test_an_empty_report_is_refused_beside_its_field(main: MainWindow) -> None:
    QTest.keyClicks(main.report.location.input, "B-105")
    QTest.mouseClick(main.report.send, Qt.MouseButton.LeftButton)
    assert main.report.description.error
    assert main.report.location.text == "B-105"
    assert main.tickets.total == 0


def test_reporting_another_problem_begins_empty(main: MainWindow, qtbot: QtBot) -> None:
    main.report.description.text = "The lift is stuck"
    main.report.send.click()
    qtbot.waitUntil(main.report.reported.isVisible, timeout=PATIENCE_MS)
    assert main.report.description.text == "", "what was sent is not kept behind the thanks"
    main.report.reported.another.emit()
    assert main.report.description.isVisible()
    assert main.report.description.text == ""


def test_send_again_sends_the_same_request(
    qtbot: QtBot, theme: Theme, live_server: str, installation: Installation, drafts: Drafts
) -> None:
    """A server that comes back meets the request that it may have answered already: one ticket, not two."""
    connection = Connection(beside(f"127.0.0.1:{free_port()}"), Role.USER, Workstation("LAB-1"))
    page = ReportPage(theme, HelpDesk(connection), installation, drafts, can_leave=False)
    qtbot.addWidget(page)
    page.show()
    page.description.text = "The lift is stuck"
    page.send.click()
    qtbot.waitUntil(lambda: bool(page.error.words), timeout=PATIENCE_MS)
    assert page.description.text == "The lift is stuck"
    connection.move_to(beside(live_server))
    page.error.again.emit()
    qtbot.waitUntil(page.reported.isVisible, timeout=PATIENCE_MS)
    connection.close()
    assert page.reported.number.text() == "#1"
