"""Answer, then close: the server has the message before the closing waits, and nothing typed is lost on the way."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from campusdesk.errors import DeskError
from campusdesk.rules import Reason, Role, Status
from campusdesk.v1 import ticket_pb2, ticket_service_pb2
from client.connection import Reply
from client.draft import Kind
from client.drafts import Drafts
from client.helpdesk import HelpDesk
from client.models.columns import STAFF_COLUMNS
from client.models.tickets import TicketTableModel
from client.views.answer_and_close import AnswerAndClose
from client.views.closing import Closing
from client.views.composer import Composer
from client.views.main_window import MainWindow
from client.views.steps import Steps
from client.views.theme.theme import Theme
from client.views.work_bar import WorkBar
from client.writing import Writing
from tests.client import made
from tests.client.views.answers import PATIENCE_MS
from tests.client.views.held import HeldConnection

Ask = Callable[[Reply], ticket_pb2.Ticket]
Enter = Callable[[Role], MainWindow]


class Desk:
    """A composer under an open ticket, 1, and an active one, 2, and a server that the test plays."""

    def __init__(self, theme: Theme, held: HeldConnection, drafts: Drafts) -> None:
        self.held, self.drafts = held, drafts
        self.bar, desk = WorkBar(theme), HelpDesk(held)
        self.tickets = TicketTableModel(STAFF_COLUMNS, lambda: made.NOON_US)
        self.tickets.load(made.facts([made.ticket(1), made.ticket(2, status=Status.ACTIVE)]), 2)
        writing = Writing(self.bar)
        self.closing = Closing(desk, self.tickets, writing, self.bar)
        self.composer = Composer(theme, desk, drafts)
        steps = Steps(desk, self.tickets, writing, self.closing, self.bar)
        self.answering = AnswerAndClose(theme, self.composer, steps)

    def write(self, ticket_id: int, text: str) -> None:
        self.composer.show_ticket(ticket_id)
        self.composer.editor.setPlainText(text)


@pytest.fixture
def desk(theme: Theme, held: HeldConnection, drafts: Drafts, qtbot: QtBot) -> Desk:
    desk = Desk(theme, held, drafts)
    for part in (desk.composer, desk.bar):
        qtbot.addWidget(part)
    desk.composer.resize(500, 200)
    desk.composer.show()
    return desk


def test_it_is_offered_where_the_ticket_can_be_closed_and_something_is_written(desk: Desk) -> None:
    desk.write(1, "On our way")
    assert desk.answering.button.isHidden(), "who takes an open ticket activates it first"
    desk.write(2, "")
    assert (desk.answering.button.isVisible(), desk.answering.button.isEnabled()) == (True, False)
    desk.write(2, "It works again")
    assert desk.answering.button.isEnabled()


def test_the_closing_waits_only_once_the_server_has_the_answer(desk: Desk) -> None:
    desk.write(2, "It works again")
    desk.answering.button.click()
    request = desk.held.sent[0].request
    assert isinstance(request, ticket_service_pb2.PostMessageRequest)
    assert (request.ticket_id, request.text) == (2, "It works again")
    assert not desk.closing.waits(2)
    desk.held.answer(made.message(2, 30))
    assert desk.closing.waits(2)
    assert desk.composer.editor.toPlainText() == ""
    assert desk.answering.button.isHidden(), "it is being closed"
    desk.closing.undo()
    assert desk.answering.button.isVisible()


def test_a_refused_answer_stays_and_closes_nothing(desk: Desk) -> None:
    desk.write(2, "It works again")
    desk.answering.send()
    desk.held.fail()
    assert not desk.closing.waits(2)
    assert desk.composer.editor.toPlainText() == desk.drafts.of(Kind.MESSAGE, 2).text == "It works again"
    assert desk.composer.error.isVisible()


def test_sending_it_again_alone_closes_nothing(desk: Desk) -> None:
    desk.write(2, "It works again")
    desk.answering.send()
    desk.held.fail()
    desk.composer.submit()
    desk.held.answer(made.message(2, 30))
    assert not desk.closing.waits(2), "the person chose to send it, and no more"


def test_doing_both_again_sends_the_same_message_and_then_closes(desk: Desk) -> None:
    desk.write(2, "It works again")
    desk.answering.send()
    desk.held.fail()
    desk.answering.send()
    first, second = (reply.request.request_id for reply in desk.held.sent)  # type: ignore[attr-defined]
    assert first == second
    desk.held.answer(made.message(2, 30))
    assert desk.closing.waits(2)


def test_a_refused_closing_leaves_the_ticket_with_its_answer_and_says_so(desk: Desk, qtbot: QtBot) -> None:
    desk.closing.wait_ms = 0
    desk.write(2, "It works again")
    desk.answering.send()
    desk.held.answer(made.message(2, 30))
    qtbot.waitUntil(lambda: len(desk.held.sent) == 2)
    desk.composer.editor.setPlainText("One more thing")
    desk.held.sent[1].failed.emit(DeskError(Reason.STORE_FAILED))
    assert [line.words for line in desk.bar.lines] == ["#2 not closed: the server cannot save anything right now."]
    assert desk.composer.editor.toPlainText() == "One more thing"


def test_what_is_out_of_sight_is_not_sent(desk: Desk) -> None:
    desk.write(2, "It works again")
    desk.composer.hide()
    desk.answering.send()
    assert desk.held.sent == []


def test_its_words_and_key_are_told_in_the_narrowest_dock(desk: Desk) -> None:
    desk.write(2, "It works again")
    for width in (600, 300):
        desk.composer.resize(width, 200)
        assert desk.answering.button.text() == "Answer, then close"
    assert desk.composer.foot.is_wrapped
    assert "Ctrl+Shift+Enter" in desk.answering.button.toolTip()


def test_a_note_is_called_a_note_and_answers_nobody(desk: Desk) -> None:
    desk.write(2, "He called twice")
    desk.composer.kind.chosen.emit(1)
    assert desk.answering.button.text() == desk.answering.button.accessibleName() == "Add note, then close"
    desk.answering.send()
    request = desk.held.sent[0].request
    assert isinstance(request, ticket_service_pb2.PostMessageRequest)
    assert request.internal
    desk.held.answer(made.message(2, 30))
    assert desk.closing.waits(2)
    desk.closing.undo()
    desk.composer.write(Kind.MESSAGE)
    assert desk.answering.button.text() == "Answer, then close"


def test_one_step_answers_and_closes_on_the_server(enter: Enter, other: HelpDesk, ask: Ask, qtbot: QtBot) -> None:
    number = ask(other.create_ticket("The lift is stuck")).id
    ask(other.activate_ticket(number))
    main = enter(Role.HELPDESK)
    qtbot.waitUntil(lambda: main.tickets.has(number), timeout=PATIENCE_MS)
    main.jump_to(number)
    assert main.work is not None
    main.work.closing.wait_ms = 50
    main.activateWindow()
    QTest.keyClicks(main.table, "r")
    QTest.keyClicks(main.chat.composer.editor, "It runs again")
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(main.chat.composer.editor, Qt.Key.Key_Return, keys)
    qtbot.waitUntil(lambda: main.ticket_view.head.status.text() == "closed", timeout=PATIENCE_MS)
    messages = ask(other.list_messages(number, 0)).messages  # type: ignore[attr-defined]
    assert [message.text for message in messages] == ["It runs again"]
    assert main.drafts.all() == []
