"""A report begins where the PC stands, is told what is like it, and comes back where it was not sent."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import grpc
import pytest
from google.protobuf.message import Message
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from campusdesk.rules import Role
from campusdesk.v1 import ticket_pb2, ticket_service_pb2, ticket_service_pb2_grpc
from client.addresses import beside
from client.connection import Connection, Reply
from client.draft import Written
from client.drafts import Drafts
from client.helpdesk import HelpDesk
from client.installation import Installation
from client.models.columns import STAFF_COLUMNS
from client.models.named_views import NamedView
from client.models.tickets import TicketTableModel
from client.settings import Place
from client.store import Store
from client.views.report_page import ReportPage
from client.views.theme.theme import Theme
from client.views.ticket_list import TicketList
from client.workstation import Workstation
from tests.client import made
from tests.client.views.answers import PATIENCE_MS
from tests.client.views.held import HeldConnection

Ask = Callable[[Reply], ticket_pb2.Ticket]


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def page(theme: Theme, held: HeldConnection, window: QWidget, installation: Installation, drafts: Drafts) -> ReportPage:
    page = ReportPage(theme, HelpDesk(held), installation, drafts, can_leave=True)
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


@pytest.fixture
def placed(
    theme: Theme, held: HeldConnection, window: QWidget, installation: Installation, drafts: Drafts
) -> ReportPage:
    """Give a page at a PC that knows where it stands."""
    installation.place = Place("Library, B-105", "Fire, injury: call 112")
    page = ReportPage(theme, HelpDesk(held), installation, drafts, can_leave=False)
    QVBoxLayout(window).addWidget(page)
    window.show()
    return page


def test_a_report_begins_where_the_pc_stands_and_that_is_nothing_typed(
    placed: ReportPage, held: HeldConnection
) -> None:
    assert placed.location.text == "Library, B-105"
    assert placed.public.emergency.isVisible()
    assert placed.draft.written is None
    placed.description.text = "The lift is stuck"
    assert placed.draft.written is not None
    placed.location.text = "Hall 3"
    placed.send.click()
    answer(held, "CreateTicket", made.ticket(7))
    placed.reported.another.emit()
    assert placed.location.text == "Library, B-105", "the next report begins there again"
    assert placed.draft.written is None
    placed.location.text = ""
    assert placed.draft.written is None, "who empties the field has written nothing either"


def test_a_window_with_room_gives_more_of_it_to_the_report(page: ReportPage) -> None:
    page.window().resize(900, 640)
    page.show()
    least = page.description.height()
    page.window().resize(900, 800)
    assert page.description.minimumHeight() > least
    page.window().resize(900, 640)
    assert page.description.minimumHeight() == least


def test_a_pc_without_an_emergency_line_shows_none(page: ReportPage) -> None:
    assert not page.public.emergency.isVisible()


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
    theme: Theme, held: HeldConnection, window: QWidget, installation: Installation, drafts: Drafts, qtbot: QtBot
) -> None:
    page = ReportPage(theme, HelpDesk(held), installation, drafts, can_leave=True)
    shown = TicketList(theme, TicketTableModel(STAFF_COLUMNS, held.server_time_us), Role.HELPDESK, held.server_time_us)
    shown.show_view(NamedView.CHECK)
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
    with qtbot.waitSignal(page.opened) as shown:
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
    assert (page.description.text, page.location.text, page.draft.written) == ("", "", None)
    assert not page.similar.isVisible()
    page.draft_line.bring_back.click()
    assert (page.description.text, page.location.text) == ("The wifi drops", "Library")
    assert not page.draft_line.isVisible()


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
    theme: Theme, window: QWidget, qapp: QApplication, qtbot: QtBot, installation: Installation, drafts: Drafts
) -> None:
    # The generated service answers each call that nobody wrote, as a server does that was made before it.
    older = grpc.server(ThreadPoolExecutor(2))
    ticket_service_pb2_grpc.add_TicketServiceServicer_to_server(ticket_service_pb2_grpc.TicketServiceServicer(), older)  # type: ignore[abstract]
    address = f"127.0.0.1:{older.add_insecure_port('127.0.0.1:0')}"
    older.start()
    connection = Connection(beside(address), Role.USER, Workstation("LAB-1"), qapp)
    page = ReportPage(theme, HelpDesk(connection), installation, drafts, can_leave=False)
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


@pytest.fixture
def next_page(
    page: ReportPage, theme: Theme, held: HeldConnection, installation: Installation, store: Store, qtbot: QtBot
) -> ReportPage:
    """Give the page of the desk that is started after the first one died with a report."""
    page.description.text, page.location.text = "The lift is stuck", "Hall 3"
    drafts = Drafts(store, Role.HELPDESK, "desk.example:47600", lambda: "lineage-1")
    again = ReportPage(theme, HelpDesk(held), installation, drafts, can_leave=False)
    qtbot.addWidget(again)
    return again


def test_a_report_comes_back_with_the_words_when_it_was_written(next_page: ReportPage) -> None:
    assert (next_page.description.text, next_page.location.text) == ("The lift is stuck", "Hall 3")
    assert next_page.draft_line.words.text().startswith("You wrote this at ")
    next_page.contact.text = "ext. 4711"
    assert next_page.draft_line.isHidden()


def test_a_discarded_report_can_be_taken_back(next_page: ReportPage) -> None:
    next_page.draft_line.discard.click()
    assert (next_page.description.text, next_page.draft.written) == ("", None)
    next_page.draft_line.bring_back.click()
    assert next_page.description.text == "The lift is stuck"


def test_a_report_that_was_being_sent_when_the_desk_died_is_reported_once(
    page: ReportPage, next_page: ReportPage, held: HeldConnection
) -> None:
    page.send.click()
    next_page.send.click()
    sent = [reply.request for reply in held.sent if reply.method == "CreateTicket"]
    assert sent[0] == sent[1]
    answer(held, "CreateTicket", made.ticket(7))
    assert next_page.draft.written is None


def test_a_report_that_comes_late_from_disk_is_shown_where_nothing_is_written(page: ReportPage, drafts: Drafts) -> None:
    drafts.store.put("draft", page.draft.key, Written({"description": "The lift is stuck"}, 1).to_json())
    drafts.arrived.emit()
    assert page.description.text == "The lift is stuck"
