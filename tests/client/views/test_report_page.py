"""A report goes out once, answers with its number, and is never lost when it cannot go."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import grpc
import pytest
from google.protobuf.message import Message
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from campusdesk.rules import Role
from campusdesk.v1 import ticket_pb2, ticket_service_pb2, ticket_service_pb2_grpc
from client.addresses import beside
from client.connection import Connection, Reply
from client.helpdesk import HelpDesk
from client.installation import Installation
from client.models.columns import STAFF_COLUMNS
from client.models.tickets import TicketTableModel
from client.views.main_window import MainWindow
from client.views.report_page import ReportPage
from client.views.theme.theme import Theme
from client.views.ticket_list import TicketList
from client.workstation import Workstation
from tests.client import made
from tests.client.views.answers import PATIENCE_MS
from tests.client.views.held import HeldConnection
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
    qtbot: QtBot, theme: Theme, live_server: str, installation: Installation
) -> None:
    """A server that comes back meets the request that it may have answered already: one ticket, not two."""
    connection = Connection(beside(f"127.0.0.1:{free_port()}"), Role.USER, Workstation("LAB-1"))
    page = ReportPage(theme, HelpDesk(connection), installation, connection.server_time_us, can_leave=False)
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


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def page(theme: Theme, held: HeldConnection, window: QWidget, installation: Installation) -> ReportPage:
    page = ReportPage(theme, HelpDesk(held), installation, held.server_time_us, can_leave=True)
    # As in the window: what the page does not ask for is the table's, which keeps some of it.
    table = QWidget()
    table.setMinimumHeight(100)
    column = QVBoxLayout(window)
    column.addWidget(page)
    column.addWidget(table, 1)
    window.resize(700, 700)
    window.show()
    page.description.setFocus()
    return page


def methods(held: HeldConnection) -> list[str]:
    return [reply.method for reply in held.sent]


def answer(held: HeldConnection, method: str, result: Message) -> None:
    next(reply for reply in reversed(held.sent) if reply.method == method).done.emit(result)


def alike(number: int = 7) -> ticket_service_pb2.FindSimilarTicketsResponse:
    similar = ticket_service_pb2.SimilarTicket(ticket=made.ticket(number), confidence=0.9)
    return ticket_service_pb2.FindSimilarTicketsResponse(tickets=[similar] * 3)


def suggested(page: ReportPage, held: HeldConnection, qtbot: QtBot) -> None:
    """Type a report and have what is suggested for it answered."""
    QTest.keyClicks(page.description.input, "The wifi drops")
    qtbot.waitUntil(lambda: set(methods(held)) == {"SuggestCategory", "FindSimilarTickets"})
    suggestion = ticket_service_pb2.SuggestCategoryResponse(
        category=ticket_pb2.CATEGORY_TECHNICAL_IT, confidence=0.7, words=["wifi"]
    )
    answer(held, "SuggestCategory", suggestion)
    answer(held, "FindSimilarTickets", alike())


def test_a_few_letters_say_nothing_to_ask_about(page: ReportPage, held: HeldConnection, qtbot: QtBot) -> None:
    QTest.keyClicks(page.description.input, "wifi down  ")
    QCoreApplication.processEvents()
    page.description.text = "x" * 10_001
    page.description.text = "It is broken"
    qtbot.waitUntil(lambda: len(held.sent) == 2)
    assert {reply.request.description for reply in held.sent} == {"It is broken"}  # type: ignore[attr-defined]


@pytest.mark.parametrize("window_height", [700, 400])
def test_suggestions_move_nothing_and_take_no_focus(
    page: ReportPage, held: HeldConnection, qtbot: QtBot, window_height: int
) -> None:
    page.window().resize(700, window_height)
    parts = (page.description, page.location, page.contact, page.send)
    page.window().grab()
    before = [part.mapTo(page, QPoint(0, 0)) for part in parts], page.description.size()
    height = page.height()
    suggested(page, held, qtbot)
    page.window().grab()
    assert page.height() > height
    assert page.similar.isVisible()
    assert page.hint.words.text() == "probably technical IT"
    assert ([part.mapTo(page, QPoint(0, 0)) for part in parts], page.description.size()) == before
    assert page.focusWidget() is page.description.input
    assert page.window().height() == window_height, "there is little room, and it scrolls"
    assert page.description.minimumSize().height() == page.description.sizeHint().height(), "it never gives way"


def test_all_that_is_similar_stands_over_please_check_in_the_least_window(
    theme: Theme, held: HeldConnection, window: QWidget, installation: Installation, qtbot: QtBot
) -> None:
    page = ReportPage(theme, HelpDesk(held), installation, held.server_time_us, can_leave=True)
    shown = TicketList(theme, TicketTableModel(STAFF_COLUMNS, held.server_time_us), Role.HELPDESK, held.server_time_us)
    shown.show_check()
    column = QVBoxLayout(window)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(page)
    column.addWidget(shown, 1)
    # What the least window leaves beside rail and docks.
    window.resize(558, 605)
    window.show()
    suggested(page, held, qtbot)
    qtbot.waitUntil(lambda: page.similar.rows[2].visibleRegion().boundingRect() == page.similar.rows[2].rect())
    page.similar.rows[0].me_too.click()
    answer(held, "AddMeToo", made.ticket(7))
    description = page.description.height()
    qtbot.waitUntil(page.similar.stop.isVisible)
    window.grab()
    assert page.description.height() == description
    assert shown.table.viewport().height() >= 36


def test_a_report_is_sent_before_anything_was_suggested(page: ReportPage, held: HeldConnection) -> None:
    page.description.text = "The wifi drops again"
    page.send.click()
    assert methods(held) == ["CreateTicket"]


def test_opening_a_similar_ticket_keeps_what_is_typed(page: ReportPage, held: HeldConnection, qtbot: QtBot) -> None:
    suggested(page, held, qtbot)
    with qtbot.waitSignal(page.show_ticket) as shown:
        page.similar.rows[0].open.click()
    assert shown.args == [7]
    page.start()
    assert page.description.text == "The wifi drops"
    assert page.similar.isVisible()


def test_who_is_counted_may_stop_writing_and_loses_nothing(
    page: ReportPage, held: HeldConnection, qtbot: QtBot
) -> None:
    suggested(page, held, qtbot)
    page.location.text = "Library"
    page.similar.rows[0].me_too.click()
    answer(held, "AddMeToo", made.ticket(7))
    page.similar.stop.click()
    assert (page.description.text, page.location.text, page.is_typing) == ("", "", False)
    assert not page.similar.isVisible()
    page.put_away.bring_back.click()
    assert (page.description.text, page.location.text) == ("The wifi drops", "Library")
    assert not page.put_away.isVisible()


def test_tab_leads_from_the_fields_to_send_before_what_is_suggested(
    page: ReportPage, held: HeldConnection, qtbot: QtBot
) -> None:
    suggested(page, held, qtbot)
    page.activateWindow()
    walk = []
    for _ in range(7):
        walk.append(page.focusWidget())
        QTest.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
    first = page.similar.rows[0]
    fields = [page.description.input, page.location.input, page.contact.input]
    assert [widget for widget in walk if widget in {*fields, page.send, first.open, first.me_too}] == [
        *fields,
        page.send,
        first.open,
        first.me_too,
    ]


def test_a_server_that_knows_no_suggestions_is_in_nobodys_way(
    theme: Theme, window: QWidget, qapp: QApplication, qtbot: QtBot, installation: Installation
) -> None:
    # The generated service answers each call that nobody wrote, as a server does that was made before it.
    older = grpc.server(ThreadPoolExecutor(2))
    ticket_service_pb2_grpc.add_TicketServiceServicer_to_server(ticket_service_pb2_grpc.TicketServiceServicer(), older)  # type: ignore[abstract]
    address = f"127.0.0.1:{older.add_insecure_port('127.0.0.1:0')}"
    older.start()
    connection = Connection(beside(address), Role.USER, Workstation("LAB-1"), qapp)
    page = ReportPage(theme, HelpDesk(connection), installation, connection.server_time_us, can_leave=False)
    QVBoxLayout(window).addWidget(page)
    window.show()
    page.description.text = "The wifi drops again"
    with qtbot.waitSignal(page.hint.asking.answered, timeout=PATIENCE_MS) as told:
        pass
    assert told.args == [None]
    assert page.hint.words.text() == ""
    assert not page.similar.isVisible()
    assert page.send.isEnabled()
    assert page.error.words == ""
    connection.close()
    older.stop(None).wait(PATIENCE_MS / 1000)
