"""The history of a ticket: fetched when it is looked at, and live from then on."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from campusdesk.rules import Category, Reason, Role
from campusdesk.v1 import ticket_pb2, ticket_service_pb2
from client.connection import Reply
from client.helpdesk import HelpDesk
from client.views.history_view import HistoryView
from client.views.main_window import MainWindow
from client.views.theme.theme import Theme
from tests.client.made import NOON_US
from tests.client.views.answers import PATIENCE_MS
from tests.client.views.held import HeldConnection

Ask = Callable[[Reply], ticket_pb2.Ticket]


@pytest.fixture
def main(enter: Callable[[Role], MainWindow], qtbot: QtBot, other: HelpDesk, ask: Ask) -> MainWindow:
    """Give a simple user's desk on which the only ticket is shown."""
    ask(other.create_ticket("The WiFi password does not work", "Hall"))
    desk = enter(Role.USER)
    qtbot.waitUntil(lambda: desk.tickets.total == 1, timeout=PATIENCE_MS)
    desk.jump_to(1)
    return desk


def sentences(main: MainWindow) -> list[str]:
    model = main.history.history
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def test_nothing_is_asked_before_somebody_looks(main: MainWindow, qtbot: QtBot) -> None:
    assert main.history.history.ticket_id == 0
    main.talk.show_history(True)
    qtbot.waitUntil(lambda: sentences(main) == ["Helpdesk (Desk 2) reported it"], timeout=PATIENCE_MS)
    main.talk.show_history(False)
    assert main.history.history.ticket_id == 0


def test_what_others_do_comes_live(main: MainWindow, qtbot: QtBot, other: HelpDesk, ask: Ask) -> None:
    main.talk.show_history(True)
    ticket = ask(other.update_ticket(1, {"category": Category.SERVICES_COMPLAINTS, "contact": "secret"}, 1))
    ask(other.activate_ticket(ticket.id))
    qtbot.waitUntil(lambda: len(sentences(main)) == 3, timeout=PATIENCE_MS)
    assert "“Technical IT” → “Services complaints”" in sentences(main)[1]
    assert not [words for words in sentences(main) if "secret" in words]


def test_a_long_entry_is_wrapped_and_a_wider_list_needs_less_height(
    main: MainWindow, qtbot: QtBot, other: HelpDesk, ask: Ask
) -> None:
    ask(other.update_ticket(1, {"location": "<b>" + "x" * 150 + "</b>"}, 1))
    main.talk.show_history(True)
    qtbot.waitUntil(lambda: len(sentences(main)) == 2, timeout=PATIENCE_MS)
    narrow = main.history.list.sizeHintForRow(1)
    assert narrow > main.history.list.sizeHintForRow(0)
    main.chat_dock.setFloating(True)
    main.chat_dock.resize(1200, 400)
    qtbot.waitUntil(lambda: main.history.list.sizeHintForRow(1) < narrow, timeout=PATIENCE_MS)


@pytest.fixture
def view(theme: Theme, held: HeldConnection, qtbot: QtBot) -> HistoryView:
    """Give a history whose pages the test answers."""
    made = HistoryView(theme, HelpDesk(held), Role.HELPDESK, lambda: NOON_US)
    qtbot.addWidget(made)
    made.show()
    return made


def said(view: HistoryView) -> str:
    return view.list.emptiness.text() if view.list.emptiness.isVisible() else ""


def test_a_history_without_entries_says_why(view: HistoryView, held: HeldConnection) -> None:
    assert "of the chosen ticket" in said(view)
    view.show_ticket(1)
    assert said(view) == ""
    held.fail()
    assert "as soon as the server answers" in said(view)
    view.history.refresh()
    held.fail(Reason.INTERNAL)
    assert said(view).startswith("Something went wrong in the server.")
    view.history.refresh()
    held.answer(ticket_service_pb2.ListChangesResponse())
    assert "Nothing is recorded" in said(view)
    view.history.refresh()
    change = ticket_pb2.TicketChange(
        ticket_id=1, revision=4, action=ticket_pb2.ACTION_CREATE, role=ticket_pb2.ROLE_USER
    )
    held.answer(ticket_service_pb2.ListChangesResponse(changes=[change]))
    assert said(view) == ""
