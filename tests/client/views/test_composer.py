"""What is written is sent once, and nothing that is written is ever lost."""

import pytest
from PySide6.QtGui import QGuiApplication, QTextCursor
from pytestqt.qtbot import QtBot

from campusdesk.errors import DeskError
from campusdesk.rules import Reason
from client.draft import Kind, Written
from client.drafts import Drafts
from client.helpdesk import HelpDesk
from client.views.composer import Composer
from client.views.theme.theme import Theme
from tests.client import made
from tests.client.views.held import HeldConnection, posts


def sent(held: HeldConnection) -> list[tuple[int, str]]:
    return [(post.ticket_id, post.text) for post in posts(held)]


def request_ids(held: HeldConnection) -> list[str]:
    return [post.request_id for post in posts(held)]


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
    assert held.sent[0].request == held.sent[1].request
    assert composer.error.words == ""


def test_what_was_changed_after_it_failed_is_a_new_message(composer: Composer, held: HeldConnection) -> None:
    composer.editor.setPlainText("Any news?")
    composer.send.click()
    held.fail()
    composer.editor.setPlainText("Any news yet?")
    composer.error.again.emit()
    assert sent(held) == [(1, "Any news?"), (1, "Any news yet?")]
    assert request_ids(held)[0] != request_ids(held)[1]


def test_an_error_stays_with_its_ticket(composer: Composer, held: HeldConnection) -> None:
    composer.editor.setPlainText("Any news?")
    composer.send.click()
    composer.show_ticket(2)
    held.fail()
    assert composer.error.words == ""
    composer.show_ticket(1)
    assert composer.editor.toPlainText() == "Any news?"
    assert composer.send.isEnabled()


def test_what_is_refused_because_it_is_final_is_not_offered_again(composer: Composer, held: HeldConnection) -> None:
    composer.editor.setPlainText("Any news?")
    composer.send.click()
    held.sent[-1].failed.emit(DeskError(Reason.TICKET_FINAL))
    assert composer.error.words
    assert composer.error.button.isHidden()
    composer.send.click()
    composer.hold("Closed is final: no more messages.")
    held.sent[-1].failed.emit(DeskError(Reason.TICKET_FINAL))
    assert composer.error.words == ""
    assert composer.editor.toPlainText() == "Any news?"


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
    assert heights[0] < heights[1] < heights[2] < heights[3] == heights[4]


def test_what_fits_into_the_field_is_not_scrolled(composer: Composer) -> None:
    composer.show()
    for lines in (1, 2, 8):
        composer.editor.setPlainText("\n".join("g" * lines))
        assert composer.editor.verticalScrollBar().maximum() == 0
    composer.editor.setPlainText("\n".join("g" * 9))
    assert composer.editor.verticalScrollBar().maximum() > 0


@pytest.fixture
def next_desk(composer: Composer, theme: Theme, held: HeldConnection, drafts: Drafts, qtbot: QtBot) -> Composer:
    """Give the composer of the desk that is started after the first one died with a message for ticket 1."""
    composer.editor.setPlainText("Any news?")
    again = Composer(theme, HelpDesk(held), Drafts(drafts.store, drafts.role, drafts.place, lambda: "lineage-1"))
    qtbot.addWidget(again)
    return again


def test_what_an_earlier_desk_left_stands_where_it_was_with_the_words_when(next_desk: Composer) -> None:
    next_desk.show_ticket(2)
    assert (next_desk.editor.toPlainText(), next_desk.draft_line.isHidden()) == ("", True)
    next_desk.show_ticket(1)
    assert next_desk.editor.toPlainText() == "Any news?"
    assert next_desk.draft_line.words.text().startswith("You wrote this at ")
    next_desk.editor.moveCursor(QTextCursor.MoveOperation.End)
    next_desk.editor.insertPlainText("!")
    assert next_desk.draft_line.isHidden(), "it is being written now"


def test_a_discarded_message_can_be_taken_back(next_desk: Composer, drafts: Drafts) -> None:
    next_desk.show_ticket(1)
    next_desk.draft_line.discard.click()
    assert (next_desk.editor.toPlainText(), drafts.all()) == ("", [])
    next_desk.draft_line.bring_back.click()
    assert next_desk.editor.toPlainText() == "Any news?"
    assert drafts.of(Kind.MESSAGE, 1).text == "Any news?"


def test_a_message_that_was_being_sent_when_the_desk_died_is_the_same_when_it_is_sent_again(
    composer: Composer, next_desk: Composer, held: HeldConnection
) -> None:
    composer.send.click()
    next_desk.show_ticket(1)
    assert next_desk.draft_line.words.text().startswith("You sent this at ")
    next_desk.send.click()
    assert held.sent[0].request == held.sent[1].request


def test_an_acknowledged_message_is_no_draft_and_the_same_words_are_a_new_one(
    composer: Composer, held: HeldConnection, drafts: Drafts
) -> None:
    composer.editor.setPlainText("Any news?")
    composer.send.click()
    assert len(drafts.all()) == 1, "it was sent, and not acknowledged"
    held.answer(made.message(1, 5))
    assert drafts.all() == []
    composer.editor.setPlainText("Any news?")
    composer.send.click()
    assert request_ids(held)[0] != request_ids(held)[1]


def test_words_that_were_changed_while_they_were_sent_are_a_new_message(
    composer: Composer, held: HeldConnection
) -> None:
    composer.editor.setPlainText("Any news?")
    composer.send.click()
    composer.editor.setPlainText("No news?")
    held.answer(made.message(1, 5))
    composer.editor.setPlainText("Any news?")
    composer.send.click()
    assert request_ids(held)[0] != request_ids(held)[1]


def test_what_cannot_be_sent_any_more_can_be_discarded(composer: Composer, drafts: Drafts) -> None:
    composer.editor.setPlainText("Any news?")
    composer.hold("This ticket is closed.")
    composer.draft_line.discard.click()
    assert drafts.all() == []


def test_a_restored_server_takes_nothing_out_of_the_field(composer: Composer, drafts: Drafts) -> None:
    composer.editor.setPlainText("Any news?")
    drafts.lineage_now = lambda: "lineage-2"
    composer.show_ticket(1)
    assert composer.editor.toPlainText() == "Any news?"
    assert [draft.text for draft in drafts.all()] == ["Any news?"]


def test_what_comes_late_from_disk_is_shown_where_nothing_is_written(composer: Composer, drafts: Drafts) -> None:
    drafts.store.put("draft", drafts.of(Kind.MESSAGE, 1).key, Written({"text": "Any news?"}, 1).to_json())
    drafts.arrived.emit()
    assert composer.editor.toPlainText() == "Any news?"
    drafts.arrived.emit()
    assert composer.editor.toPlainText() == "Any news?"
