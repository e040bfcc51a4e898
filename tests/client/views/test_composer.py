"""What is written is sent once, and nothing that is written is ever lost."""

import pytest
from PySide6.QtGui import QGuiApplication, QTextCursor
from pytestqt.qtbot import QtBot

from campusdesk.v1 import ticket_service_pb2
from client.helpdesk import HelpDesk
from client.views.composer import Composer
from client.views.theme.theme import Theme
from tests.client import made
from tests.client.views.held import HeldConnection


@pytest.fixture
def composer(theme: Theme, held: HeldConnection, qtbot: QtBot) -> Composer:
    """Give a composer that writes for ticket 1."""
    composer = Composer(theme, HelpDesk(held))
    qtbot.addWidget(composer)
    composer.show_ticket(1)
    return composer


def sent(held: HeldConnection) -> list[tuple[int, str]]:
    requests = [reply.request for reply in held.sent]
    posts = [request for request in requests if isinstance(request, ticket_service_pb2.PostMessageRequest)]
    return [(post.ticket_id, post.text) for post in posts]


def test_a_message_under_way_is_not_sent_twice(composer: Composer, held: HeldConnection) -> None:
    composer.editor.setPlainText("Any news?")
    composer.send.click()
    composer.editor.submitted.emit()
    assert sent(held) == [(1, "Any news?")]


def test_what_was_typed_meanwhile_stays(composer: Composer, held: HeldConnection) -> None:
    composer.editor.setPlainText("Any news?")
    composer.send.click()
    composer.editor.setPlainText("Any news?\nIt is cold.")
    held.answer(made.message(1, 5))
    assert composer.editor.toPlainText() == "It is cold."
    assert composer.send.isEnabled()


@pytest.mark.parametrize("sent_text", ["Any news?", "Any news \U0001f525?", "Two\nlines"])
def test_the_cursor_stays_in_what_is_being_typed(sent_text: str, composer: Composer, held: HeldConnection) -> None:
    composer.editor.setPlainText(sent_text)
    composer.send.click()
    composer.editor.moveCursor(QTextCursor.MoveOperation.End)
    composer.editor.insertPlainText("\nIt is c")
    held.answer(made.message(1, 5))
    composer.editor.insertPlainText("old.")
    assert composer.editor.toPlainText() == "It is cold."
    assert composer.editor.document().isUndoAvailable()


def test_a_text_that_no_longer_starts_with_what_was_sent_is_left(composer: Composer, held: HeldConnection) -> None:
    composer.editor.setPlainText("Any news?")
    composer.send.click()
    composer.editor.setPlainText("No news?")
    composer.editor.moveCursor(QTextCursor.MoveOperation.End)
    held.answer(made.message(1, 5))
    composer.editor.insertPlainText(" Hm.")
    assert composer.editor.toPlainText() == "No news? Hm."


def test_what_was_copied_can_be_copied_again_after_another_hold(composer: Composer) -> None:
    composer.editor.setPlainText("Any news?")
    composer.hold("This ticket is closed.")
    composer.copy.click()
    assert composer.copy.text() == "Copied"
    composer.hold("This ticket left.")
    assert composer.copy.text() == "Copy what I wrote"


def test_a_message_that_was_sent_for_another_ticket_leaves_its_draft_only(
    composer: Composer, held: HeldConnection
) -> None:
    composer.editor.setPlainText("Any news?")
    composer.send.click()
    composer.show_ticket(2)
    composer.editor.setPlainText("Any news?")
    held.answer(made.message(1, 5))
    assert composer.editor.toPlainText() == "Any news?"
    composer.show_ticket(1)
    assert composer.editor.toPlainText() == ""


def test_what_failed_is_kept_and_the_very_same_is_sent_again(composer: Composer, held: HeldConnection) -> None:
    composer.editor.setPlainText("Any news?")
    composer.send.click()
    held.fail()
    assert composer.error.words
    assert composer.editor.toPlainText() == "Any news?"
    composer.send.click()
    assert held.sent[0] is held.sent[1]
    assert composer.error.words == ""


def test_what_was_changed_after_it_failed_is_a_new_message(composer: Composer, held: HeldConnection) -> None:
    composer.editor.setPlainText("Any news?")
    composer.send.click()
    held.fail()
    composer.editor.setPlainText("Any news yet?")
    composer.error.again.emit()
    assert sent(held) == [(1, "Any news?"), (1, "Any news yet?")]
    assert held.sent[0] is not held.sent[1]


def test_an_error_stays_with_its_ticket(composer: Composer, held: HeldConnection) -> None:
    composer.editor.setPlainText("Any news?")
    composer.send.click()
    composer.show_ticket(2)
    held.fail()
    assert composer.error.words == ""
    composer.show_ticket(1)
    assert composer.editor.toPlainText() == "Any news?"
    assert composer.send.isEnabled()


def test_a_ticket_that_takes_no_messages_leaves_what_was_written_to_be_copied(
    composer: Composer, held: HeldConnection
) -> None:
    composer.editor.setPlainText("Any news?")
    composer.hold("This ticket is closed.")
    composer.editor.submitted.emit()
    assert sent(held) == []
    assert composer.send.isHidden()
    assert composer.editor.isReadOnly()
    assert composer.notice.text() == "This ticket is closed."
    composer.copy.click()
    assert QGuiApplication.clipboard().text() == "Any news?"


def test_nothing_written_leaves_nothing_to_copy(composer: Composer) -> None:
    composer.hold("This ticket is closed.")
    assert composer.editor.isHidden()
    assert composer.copy.isHidden()


def test_the_field_grows_with_its_text_to_a_bound(composer: Composer) -> None:
    heights = []
    for lines in (1, 2, 5, 8, 30):
        composer.editor.setPlainText("\n".join("x" * lines))
        heights.append(composer.editor.height())
    assert heights[0] == heights[1] < heights[2] < heights[3] == heights[4]
