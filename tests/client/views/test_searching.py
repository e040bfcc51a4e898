"""Search as one types, on a real server: found in all tickets, marked, kept current, and left as if it had not been."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout
from pytestqt.qtbot import QtBot

from campusdesk.errors import DeskError
from campusdesk.rules import Reason, Role, Status
from campusdesk.v1 import ticket_pb2, ticket_service_pb2
from client.helpdesk import HelpDesk
from client.models.columns import STAFF_COLUMNS
from client.models.filters import Filters, Kind
from client.models.named_views import NamedView
from client.models.tickets import TicketTableModel
from client.views.main_window import MainWindow
from client.views.numbers import count_words
from client.views.searching import Searching
from client.views.theme.theme import Theme
from client.views.ticket_list import TicketList
from tests.client import made
from tests.client.views.answers import PATIENCE_MS
from tests.client.views.held import HeldConnection

Found = ticket_service_pb2.SearchTicketsResponse


@pytest.fixture
def tickets(qapp: QApplication) -> TicketTableModel:
    model = TicketTableModel(STAFF_COLUMNS, lambda: made.NOON_US, qapp)
    rows = [made.ticket(number, status=Status.ACTIVE if number % 2 else Status.OPEN) for number in range(1, 101)]
    model.load(made.facts(rows), 100)
    return model


@pytest.fixture
def shown(qtbot: QtBot, theme: Theme, tickets: TicketTableModel) -> TicketList:
    made_list = TicketList(theme, tickets, Role.HELPDESK, lambda: made.NOON_US)
    qtbot.addWidget(made_list)
    made_list.resize(900, 500)
    made_list.show()
    return made_list


@pytest.fixture
def search(theme: Theme, held: HeldConnection, shown: TicketList, tickets: TicketTableModel, qtbot: QtBot) -> Searching:
    made_search = Searching(theme, held, shown, tickets)
    column = shown.layout()
    assert isinstance(column, QVBoxLayout)
    column.insertWidget(0, made_search.bar)
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow, timeout=PATIENCE_MS)
    return made_search


def type_and_answer(search: Searching, held: HeldConnection, qtbot: QtBot, text: str, found: Found) -> None:
    before = len(held.sent)
    search.bar.field.setText(text)
    qtbot.waitUntil(lambda: len(held.sent) > before)
    held.answer(found)


def rows_of(tickets: TicketTableModel) -> list[int]:
    return [tickets.ticket_id(row) for row in range(tickets.rowCount())]


def test_what_is_found_is_shown_of_all_tickets_and_esc_leads_back(
    search: Searching, held: HeldConnection, shown: TicketList, tickets: TicketTableModel, qtbot: QtBot
) -> None:
    shown.show_view(NamedView.NEW)
    shown.table.choose(20)
    shown.table.verticalScrollBar().setValue(701)
    before = rows_of(tickets), shown.table.verticalScrollBar().value()
    type_and_answer(search, held, qtbot, "  wifi ", Found(ids=[31, 8, 7]))
    assert held.sent[-1].request == ticket_service_pb2.SearchTicketsRequest(text="wifi", limit=1_000)
    assert (rows_of(tickets), shown.head.title.text()) == ([31, 8, 7], "Found")
    shown.table.choose(8)
    QTest.keyClick(search.bar.field, Qt.Key.Key_Escape)
    assert (rows_of(tickets), shown.table.verticalScrollBar().value()) == before
    assert (shown.head.title.text(), shown.table.chosen_ids()) == ("New", [20])
    assert (search.bar.field.text(), search.stands) == ("", False)


def test_down_leads_into_what_was_found_and_who_leaves_is_where_the_search_began(
    search: Searching, held: HeldConnection, shown: TicketList, tickets: TicketTableModel, qtbot: QtBot
) -> None:
    shown.table.choose(20)
    type_and_answer(search, held, qtbot, "wifi", Found(ids=[8, 7]))
    QTest.keyClick(search.bar.field, Qt.Key.Key_Down)
    assert shown.table.hasFocus()
    assert shown.table.chosen_ids() == [8]
    type_and_answer(search, held, qtbot, "wifi down", Found(ids=[7]))
    search.leave()
    assert (shown.table.chosen_ids(), tickets.rowCount()) == ([20], 100)


def test_an_emptied_field_is_no_search_any_more(
    search: Searching, held: HeldConnection, tickets: TicketTableModel, qtbot: QtBot
) -> None:
    type_and_answer(search, held, qtbot, "wifi", Found(ids=[7]))
    search.bar.field.setText("")
    assert (tickets.rowCount(), search.stands) == (100, False)


def test_another_view_ends_the_search(
    search: Searching, held: HeldConnection, shown: TicketList, tickets: TicketTableModel, qtbot: QtBot
) -> None:
    type_and_answer(search, held, qtbot, "wifi", Found(ids=[7]))
    shown.show_view(NamedView.IN_WORK)
    assert (tickets.rowCount(), shown.head.title.text(), search.bar.field.text()) == (50, "In work", "")


def test_a_number_is_offered_and_enter_goes_there(
    search: Searching, held: HeldConnection, tickets: TicketTableModel, qtbot: QtBot
) -> None:
    opened: list[int] = []
    search.opened.connect(opened.append)
    type_and_answer(search, held, qtbot, "#17", Found(ids=[40, 3], numbered=17))
    assert search.bar.words.text() == "Enter opens #17"
    assert rows_of(tickets) == [40, 17, 3]
    assert opened == []
    QTest.keyClick(search.bar.field, Qt.Key.Key_Return)
    assert opened == [17]


def test_a_number_that_is_no_ticket_is_said_and_stays_so(search: Searching, held: HeldConnection, qtbot: QtBot) -> None:
    type_and_answer(search, held, qtbot, "#0170", Found(ids=[40]))
    qtbot.waitUntil(lambda: len(held.sent) == 2)
    assert held.sent[-1].request == ticket_service_pb2.GetTicketRequest(id=170)
    held.sent[-1].failed.emit(DeskError(Reason.TICKET_NOT_FOUND, ticket_id=170))
    assert search.bar.words.text() == "There is no ticket #170."
    held.sent[0].done.emit(Found(ids=[41, 40]))
    assert search.bar.words.text() == "There is no ticket #170."
    type_and_answer(search, held, qtbot, "#17", Found(numbered=17))
    assert search.bar.words.text() == "Enter opens #17"


def test_enter_before_the_answer_goes_there_once_it_is_known(
    search: Searching, held: HeldConnection, qtbot: QtBot
) -> None:
    opened: list[int] = []
    search.opened.connect(opened.append)
    search.bar.field.setText("17")
    QTest.keyClick(search.bar.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(held.sent))
    held.answer(Found(numbered=17))
    assert opened == [17]


def test_enter_without_a_number_goes_to_the_first_that_was_found(
    search: Searching, held: HeldConnection, shown: TicketList, qtbot: QtBot
) -> None:
    type_and_answer(search, held, qtbot, "wifi", Found(ids=[31, 8, 7]))
    QTest.keyClick(search.bar.field, Qt.Key.Key_Return)
    assert shown.table.chosen_ids() == [31]


def test_more_is_said_in_words_and_nothing_found_in_the_table(
    search: Searching, held: HeldConnection, shown: TicketList, qtbot: QtBot
) -> None:
    type_and_answer(search, held, qtbot, "t", Found(ids=[1], more=True))
    assert f"newest {count_words(1_000)} are" in search.bar.words.text()
    type_and_answer(search, held, qtbot, "txyz", Found())
    assert "No ticket has all of these words" in shown.table.emptiness.text()
    assert shown.table.emptiness.isVisible()
    assert search.bar.words.text() == ""


def test_a_server_that_is_away_is_said_and_what_is_typed_and_found_stays(
    search: Searching, held: HeldConnection, tickets: TicketTableModel, qtbot: QtBot
) -> None:
    type_and_answer(search, held, qtbot, "wifi", Found(ids=[7]))
    search.bar.field.setText("wifi down")
    qtbot.waitUntil(lambda: len(held.sent) == 2)
    held.fail(Reason.SERVER_UNREACHABLE)
    assert search.bar.words.text().startswith("Not searched: ")
    assert (rows_of(tickets), search.bar.field.text()) == ([7], "wifi down")


def test_terms_are_told_to_be_marked_and_that_none_are_any_more(
    search: Searching, held: HeldConnection, qtbot: QtBot
) -> None:
    marked: list[object] = []
    search.marked.connect(marked.append)
    type_and_answer(search, held, qtbot, "Wi-Fi café", Found(ids=[7]))
    search.leave()
    assert marked == [("wi", "fi", "cafe"), ()]


def test_changes_are_asked_about_once_for_many_and_me_too_never(
    search: Searching, held: HeldConnection, qtbot: QtBot
) -> None:
    type_and_answer(search, held, qtbot, "wifi", Found(ids=[7]))
    joined = made.change(made.ticket(7, revision=200))
    joined.action = ticket_pb2.ACTION_ADD_ME_TOO
    held.changed.emit([joined], 200)
    assert not search.is_renewing
    for revision in range(201, 220):
        held.changed.emit([made.change(made.ticket(8, revision=revision))], revision)
    assert search.is_renewing
    qtbot.waitUntil(lambda: len(held.sent) == 2, timeout=PATIENCE_MS)
    assert held.sent[-1].request == held.sent[0].request


def test_a_number_leads_to_its_ticket_whatever_the_filters_hide(
    enter: Callable[..., MainWindow], other: HelpDesk, ask: Callable[..., ticket_pb2.Ticket], qtbot: QtBot
) -> None:
    taken, waiting = ask(other.create_ticket("The projector is dark.")), ask(other.create_ticket("No WiFi here."))
    ask(other.activate_ticket(taken.id))
    main = enter(Role.HELPDESK)
    main.list.listing.filter(Filters({Kind.STATUS: frozenset({int(Status.OPEN)})}))
    qtbot.waitUntil(lambda: rows_of(main.tickets) == [waiting.id], timeout=PATIENCE_MS)
    main.table.choose(waiting.id)
    main.finding.search.focus()
    QTest.keyClicks(main.finding.search.bar.field, f"#{taken.id}")
    QTest.keyClick(main.finding.search.bar.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: main.ticket_view.head.number.text() == f"#{taken.id}", timeout=PATIENCE_MS)
    assert (main.ticket_view.text.toPlainText(), main.table.chosen_ids()) == ("The projector is dark.", [])
    QTest.keyClick(main.table, Qt.Key.Key_Escape)
    assert (rows_of(main.tickets), main.table.chosen_ids()) == ([waiting.id], [waiting.id])


def test_simple_users_are_told_that_a_ticket_was_closed(
    enter: Callable[..., MainWindow], other: HelpDesk, ask: Callable[..., ticket_pb2.Ticket], qtbot: QtBot
) -> None:
    ticket = ask(other.create_ticket("The projector is dark."))
    ask(other.activate_ticket(ticket.id))
    ask(other.close_ticket(ticket.id))
    search = enter(Role.USER).finding.search
    search.bar.field.setText(str(ticket.id))
    qtbot.waitUntil(lambda: search.bar.words.text().startswith(f"Ticket #{ticket.id} was closed."), timeout=PATIENCE_MS)
    search.bar.field.setText(str(ticket.id + 1))
    qtbot.waitUntil(lambda: search.bar.words.text().startswith("There is no ticket"), timeout=PATIENCE_MS)


def test_hits_are_marked_in_the_ticket_and_its_conversation(
    enter: Callable[..., MainWindow], other: HelpDesk, ask: Callable[..., ticket_pb2.Ticket], qtbot: QtBot
) -> None:
    ticket = ask(other.create_ticket("The projector is dark.", "Projector hall"))
    ask(other.post_message(ticket.id, "Which projector?"))
    main = enter(Role.HELPDESK)
    qtbot.waitUntil(lambda: main.tickets.has(ticket.id), timeout=PATIENCE_MS)
    main.jump_to(ticket.id)
    qtbot.waitUntil(lambda: main.messages.rowCount() == 1, timeout=PATIENCE_MS)
    plain = main.chat.messages.viewport().grab().toImage()
    texts = main.ticket_view.text, main.ticket_view.facts.text("place")
    QTest.keyClicks(main.finding.search.bar.field, "proj")
    qtbot.waitUntil(lambda: all(len(text.extraSelections()) == 1 for text in texts), timeout=PATIENCE_MS)
    assert main.chat.messages.viewport().grab().toImage() != plain
    main.finding.search.leave()
    assert [text.extraSelections() for text in texts] == [[], []]
    assert main.chat.messages.viewport().grab().toImage() == plain


@pytest.mark.parametrize("role", [Role.USER, Role.HELPDESK])
def test_a_ticket_that_comes_to_match_appears_while_the_search_stands(
    role: Role,
    enter: Callable[..., MainWindow],
    other: HelpDesk,
    ask: Callable[..., ticket_pb2.Ticket],
    qtbot: QtBot,
) -> None:
    first = ask(other.create_ticket("The projector is dark.", "Hall 3"))
    silent = ask(other.create_ticket("No WiFi here."))
    main = enter(role)
    qtbot.waitUntil(lambda: main.tickets.rowCount() == 2, timeout=PATIENCE_MS)
    main.finding.search.focus()
    QTest.keyClicks(main.finding.search.bar.field, "PROJ")
    qtbot.waitUntil(lambda: rows_of(main.tickets) == [first.id], timeout=PATIENCE_MS)
    ask(other.post_message(silent.id, "The projectors stand in the way."))
    qtbot.waitUntil(lambda: set(rows_of(main.tickets)) == {first.id, silent.id}, timeout=PATIENCE_MS)
    newest = ask(other.create_ticket("A projection screen is torn."))
    qtbot.waitUntil(lambda: newest.id in rows_of(main.tickets), timeout=PATIENCE_MS)
