"""What the connection's state becomes on the screen, and what is asked for each time that the server is live."""

import gc
from collections.abc import Callable
from weakref import ReferenceType, ref

import pytest
from google.protobuf.message import Message
from pytestqt.qtbot import QtBot

from campusdesk.channel import DEADLINE_S
from campusdesk.rules import Reason, Role
from campusdesk.v1 import ticket_pb2
from client.addresses import beside
from client.connection import Connection, Reply
from client.helpdesk import HelpDesk
from client.models.named_views import NamedView
from client.state import ConnectionKind, ConnectionState
from client.views.main_window import MainWindow
from tests.client.made import NOON_US
from tests.client.views.answers import PATIENCE_MS
from tests.client.whole_desk import show
from tests.system.programs import free_port

Ask = Callable[[Reply], ticket_pb2.Ticket]
Enter = Callable[[Role], MainWindow]
AWAY, LIVE = ConnectionKind.AWAY, ConnectionKind.LIVE


def told(connection: Connection, kind: ConnectionKind, reason: Reason | None = None) -> None:
    connection.state_changed.emit(ConnectionState(kind, NOON_US, reason))


@pytest.mark.parametrize(
    ("reason", "said", "may_leave"),
    [
        (Reason.SERVER_UNREACHABLE, "", False),
        (Reason.KEY_REQUIRED, "key", True),
        (Reason.KEY_UNKNOWN, "key", True),
        (Reason.CERTIFICATE_EXPIRED, "certificate", False),
    ],
)
def test_only_a_refusal_stands_over_everything(enter: Enter, reason: Reason, said: str, may_leave: bool) -> None:
    main = enter(Role.HELPDESK)
    told(main.connection, AWAY, reason)
    assert main.badge.words.text()
    assert said in main.refused.words
    assert main.refused.isHidden() is (said == "")
    if said:
        assert main.refused.switch.isHidden() is not may_leave
    told(main.connection, LIVE)
    assert main.refused.isHidden()


def test_what_cannot_be_read_while_the_server_is_away_is_told_at_once(
    enter: Enter, qtbot: QtBot, other: HelpDesk, ask: Ask, live_server: str
) -> None:
    number = ask(other.create_ticket("The lift is stuck")).id
    main = enter(Role.HELPDESK)
    # What the table does not show it asks for no more.
    main.list.show_view(NamedView.IN_WORK)
    qtbot.waitUntil(lambda: main.tickets.ticket(number) is not None, timeout=PATIENCE_MS)
    facts, _ = main.tickets.hand_over()
    main.tickets.forget()
    main.connection.move_to(beside(f"127.0.0.1:{free_port()}"))
    main.tickets.load(facts, 1)
    with qtbot.waitSignal(main.tickets.texts_wanted, timeout=PATIENCE_MS):
        main.show_ticket(number)
    said = (main.ticket_view.emptiness, main.chat.messages.emptiness, main.history.list.emptiness)
    assert all("as soon as the server answers" in label.text() for label in said[:2])
    main.talk.show_history(True)
    assert "as soon as the server answers" in said[2].text()
    main.connection.move_to(beside(live_server))
    qtbot.waitUntil(lambda: main.ticket_view.ticket is not None, timeout=PATIENCE_MS)
    main.talk.show_history(False)
    qtbot.waitUntil(lambda: said[1].text() == "No messages yet.", timeout=PATIENCE_MS)


def test_the_server_is_asked_about_itself_each_time_it_is_live(enter: Enter, qtbot: QtBot) -> None:
    main = enter(Role.USER)
    for _ in range(2):
        with qtbot.waitSignal(main.standing.informed, timeout=PATIENCE_MS) as informed:
            told(main.connection, LIVE)
        assert informed.args is not None
        assert informed.args[0].lineage == main.connection.lineage


@pytest.mark.parametrize("role", [Role.USER, Role.HELPDESK])
def test_a_question_that_was_refused_does_not_stay_in_memory(
    enter: Enter, role: Role, qtbot: QtBot, other: HelpDesk, ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = ask(other.create_ticket("The lift is stuck")).id
    asked, call = list[tuple[str, ReferenceType[Reply]]](), Connection.call

    def noted(connection: Connection, method: str, request: Message, deadline_s: float = DEADLINE_S) -> Reply:
        reply = call(connection, method, request, deadline_s)
        asked.append((method, ref(reply)))
        return reply

    monkeypatch.setattr(Connection, "call", noted)
    main = enter(role)
    show(main, qtbot, number)
    main.connection.move_to(beside(f"127.0.0.1:{free_port()}"))
    told(main.connection, LIVE)
    main.departing.read_anew()
    main.talk.show_history(True)
    main.tickets.texts_wanted.emit([number])
    main.own.reports.take_reset(None, None)
    methods = {"GetServerInfo", "ListMessages", "ListChanges", "BatchGetTickets", "ListTickets"}
    assert {method for method, _ in asked} >= methods

    def are_gone() -> bool:
        gc.collect()
        return all(reply() is None for _, reply in asked)

    # A window that a server leaves alone for a night asks thousands of times.
    qtbot.waitUntil(are_gone, timeout=PATIENCE_MS)
