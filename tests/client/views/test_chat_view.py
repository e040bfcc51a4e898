"""A conversation goes both ways, and a message that cannot be sent is kept."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from campusdesk.errors import DeskError
from campusdesk.rules import Reason, Role
from campusdesk.v1 import ticket_pb2, ticket_service_pb2
from client.addresses import beside
from client.connection import Reply
from client.drafts import Drafts
from client.helpdesk import HelpDesk
from client.models.messages import MessageModel, OwnRole, TextRole
from client.views.chat_view import ChatView
from client.views.main_window import MainWindow
from client.views.theme.theme import Theme
from tests.client import made
from tests.client.views.answers import PATIENCE_MS
from tests.client.views.held import HeldConnection
from tests.system.programs import free_port

Ask = Callable[[Reply], ticket_pb2.Ticket]


@pytest.fixture
def main(enter: Callable[[Role], MainWindow], qtbot: QtBot, other: HelpDesk, ask: Ask) -> MainWindow:
    """Give a simple user's desk on which ticket 1 of two is shown."""
    for text in ("The lift is stuck", "No light"):
        ask(other.create_ticket(text))
    desk = enter(Role.USER)
    qtbot.waitUntil(lambda: desk.tickets.total == 2, timeout=PATIENCE_MS)
    desk.jump_to(1)
    return desk


def texts(main: MainWindow) -> list[tuple[str, bool]]:
    indexes = [main.messages.index(row, 0) for row in range(main.messages.rowCount())]
    return [(index.data(TextRole), index.data(OwnRole)) for index in indexes]


def test_messages_of_both_sides_come_live(main: MainWindow, qtbot: QtBot, other: HelpDesk, ask: Ask) -> None:
    composer = main.chat.composer
    QTest.keyClicks(composer.editor, "Is anybody coming?")
    QTest.keyClick(composer.editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: main.messages.rowCount() == 1, timeout=PATIENCE_MS)
    ask(other.post_message(1, "On our way"))
    qtbot.waitUntil(lambda: main.messages.rowCount() == 2, timeout=PATIENCE_MS)
    assert texts(main) == [("Is anybody coming?", True), ("On our way", False)]
    qtbot.waitUntil(lambda: composer.editor.toPlainText() == "", timeout=PATIENCE_MS)


def test_what_is_being_written_stays_with_its_ticket(main: MainWindow) -> None:
    editor = main.chat.composer.editor
    editor.setPlainText("for the first")
    main.jump_to(2)
    assert editor.toPlainText() == ""
    editor.setPlainText("for the second")
    main.jump_to(1)
    assert editor.toPlainText() == "for the first"


def test_a_message_that_cannot_be_sent_is_kept_and_sent_once(main: MainWindow, qtbot: QtBot, live_server: str) -> None:
    composer = main.chat.composer
    composer.editor.setPlainText("Is anybody coming?")
    main.connection.move_to(beside(f"127.0.0.1:{free_port()}"))
    composer.send.click()
    qtbot.waitUntil(lambda: bool(composer.error.words), timeout=PATIENCE_MS)
    assert composer.editor.toPlainText() == "Is anybody coming?"
    main.connection.move_to(beside(live_server))
    composer.error.again.emit()
    qtbot.waitUntil(lambda: texts(main) == [("Is anybody coming?", True)], timeout=PATIENCE_MS)
    assert composer.error.words == ""


def test_nothing_can_be_sent_empty_or_too_long(main: MainWindow) -> None:
    composer = main.chat.composer
    assert not composer.send.isEnabled()
    composer.editor.setPlainText("x" * 10_001)
    assert not composer.send.isEnabled()
    assert composer.notice.text()


def test_chosen_messages_are_copied_as_text(main: MainWindow, qtbot: QtBot, other: HelpDesk, ask: Ask) -> None:
    for text in ("one", "<b>two</b>"):
        ask(other.post_message(1, text))
    qtbot.waitUntil(lambda: main.messages.rowCount() == 2, timeout=PATIENCE_MS)
    main.chat.messages.selectAll()
    main.chat.messages.copy()
    assert QGuiApplication.clipboard().text() == "one\n<b>two</b>"


def test_a_conversation_without_messages_says_why(
    theme: Theme, held: HeldConnection, drafts: Drafts, qtbot: QtBot
) -> None:
    model = MessageModel(Role.HELPDESK, "Desk 1")
    chat = ChatView(theme, HelpDesk(held), model, lambda: made.NOON_US, drafts)
    qtbot.addWidget(chat)
    chat.show()
    said = chat.messages.emptiness
    assert "of the chosen ticket" in said.text()
    chat.show_ticket(1, may_write=True)
    assert said.text() == ""
    held.fail()
    assert "as soon as the server answers" in said.text()
    chat.show_ticket(1, may_write=True)
    assert "as soon as the server answers" in said.text()
    model.refresh()
    held.fail(Reason.INTERNAL)
    assert said.text().startswith("Something went wrong in the server.")
    model.refresh()
    held.answer(ticket_service_pb2.ListMessagesResponse())
    assert said.text() == "No messages yet."
    model.apply([made.change(made.ticket(1), made.message(1, 4))], 4)
    assert not said.isVisible()


def test_what_fails_for_another_ticket_is_not_said_of_this_one(
    theme: Theme, held: HeldConnection, drafts: Drafts, qtbot: QtBot
) -> None:
    model = MessageModel(Role.HELPDESK, "Desk 1")
    chat = ChatView(theme, HelpDesk(held), model, lambda: made.NOON_US, drafts)
    qtbot.addWidget(chat)
    chat.show_ticket(1, may_write=True)
    first = held.sent[-1]
    chat.show_ticket(2, may_write=True)
    held.answer(ticket_service_pb2.ListMessagesResponse())
    first.failed.emit(DeskError(Reason.SERVER_UNREACHABLE))
    assert chat.messages.emptiness.text() == "No messages yet."
