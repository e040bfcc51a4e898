"""A note is unmistakable, keeps its own draft, and never becomes a message that everybody reads."""

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from campusdesk.rules import Role
from client.draft import Kind, Written
from client.drafts import Drafts
from client.helpdesk import HelpDesk
from client.views.composer import Composer
from client.views.theme.theme import Theme
from client.views.theme.tokens import LIGHT
from tests.client import made
from tests.client.views.held import HeldConnection, posts


def request_ids(held: HeldConnection) -> list[str]:
    return [post.request_id for post in posts(held)]


def notes(held: HeldConnection) -> list[tuple[str, bool]]:
    return [(post.text, post.internal) for post in posts(held)]


def choose(composer: Composer, kind: str) -> None:
    (button,) = [button for button in composer.kind.findChildren(QPushButton) if button.text() == kind]
    button.click()


def test_a_note_is_seen_to_be_one_and_sent_as_one(composer: Composer, held: HeldConnection) -> None:
    composer.show()
    composer.editor.setPlainText("The caretaker has the key")
    plain = composer.grab().toImage().pixelColor(2, composer.height() - 2)
    choose(composer, "Internal note")
    assert composer.only_helpdesk.isVisible()
    assert (composer.send.text(), composer.editor.accessibleName()) == ("Add note", "Internal note")
    assert composer.grab().toImage().pixelColor(2, composer.height() - 2) == QColor(LIGHT.note) != plain
    composer.send.click()
    assert notes(held) == [("The caretaker has the key", True)]
    choose(composer, "Message")
    assert not composer.only_helpdesk.isVisible()
    assert (composer.send.text(), composer.editor.accessibleName()) == ("Send", "Message")


def test_after_a_note_the_next_one_is_a_note_too_until_another_ticket_is_shown(
    composer: Composer, held: HeldConnection
) -> None:
    composer.write(Kind.NOTE)
    composer.editor.setPlainText("first")
    composer.send.click()
    held.answer(made.message(1, 5))
    composer.editor.setPlainText("second")
    composer.editor.submitted.emit()
    held.answer(made.message(1, 6))
    composer.show_ticket(2)
    composer.editor.setPlainText("third")
    composer.send.click()
    assert notes(held) == [("first", True), ("second", True), ("third", False)]


def test_a_note_that_is_being_written_stays_a_note_with_its_ticket(composer: Composer, held: HeldConnection) -> None:
    composer.write(Kind.NOTE)
    composer.editor.setPlainText("The caretaker has the key")
    composer.show_ticket(2)
    assert not composer.is_note
    composer.show_ticket(1)
    assert composer.is_note
    composer.send.click()
    assert notes(held) == [("The caretaker has the key", True)]


def test_no_note_ever_becomes_a_message(composer: Composer, held: HeldConnection, drafts: Drafts) -> None:
    composer.write(Kind.NOTE)
    composer.editor.setPlainText("He was angry")
    composer.write(Kind.MESSAGE)
    assert composer.editor.toPlainText() == ""
    composer.editor.setPlainText("On our way")
    choose(composer, "Internal note")
    assert composer.editor.toPlainText() == "He was angry"
    choose(composer, "Message")
    assert composer.editor.toPlainText() == "On our way"
    composer.send.click()
    assert notes(held) == [("On our way", False)]
    assert {draft.kind: draft.text for draft in drafts.all()} == {Kind.NOTE: "He was angry", Kind.MESSAGE: "On our way"}


def test_what_was_begun_as_a_message_becomes_a_note_by_a_click_and_by_no_key(
    composer: Composer, drafts: Drafts
) -> None:
    composer.editor.setPlainText("He was angry")
    composer.write(Kind.NOTE)
    assert composer.editor.toPlainText() == ""
    composer.write(Kind.MESSAGE)
    choose(composer, "Internal note")
    composer.editor.insertPlainText("!")
    assert composer.editor.toPlainText() == "He was angry!"
    assert [(draft.kind, draft.text) for draft in drafts.all()] == [(Kind.NOTE, "He was angry!")]


def test_a_message_that_could_not_be_sent_is_another_request_as_a_note(
    composer: Composer, held: HeldConnection
) -> None:
    composer.editor.setPlainText("same words")
    composer.send.click()
    held.fail()
    choose(composer, "Internal note")
    composer.error.again.emit()
    assert notes(held) == [("same words", False), ("same words", True)]
    assert len(set(request_ids(held))) == 2


def test_a_message_that_becomes_a_note_on_its_way_is_sent_once(composer: Composer, held: HeldConnection) -> None:
    composer.editor.setPlainText("On our way")
    composer.send.click()
    choose(composer, "Internal note")
    composer.editor.insertPlainText("\nHe was angry")
    held.answer(made.message(1, 5))
    assert composer.editor.toPlainText() == "He was angry"
    composer.send.click()
    assert notes(held) == [("On our way", False), ("He was angry", True)]


def test_a_note_that_is_acknowledged_behind_a_message_takes_nothing_of_it(
    composer: Composer, held: HeldConnection, drafts: Drafts
) -> None:
    composer.write(Kind.NOTE)
    composer.editor.setPlainText("On")
    composer.send.click()
    composer.write(Kind.MESSAGE)
    composer.editor.setPlainText("On our way")
    held.answer(made.message(1, 5))
    assert composer.editor.toPlainText() == "On our way"
    assert [draft.kind for draft in drafts.all()] == [Kind.MESSAGE]


def test_a_simple_user_is_not_offered_notes(theme: Theme, held: HeldConnection, drafts: Drafts, qtbot: QtBot) -> None:
    composer = Composer(theme, HelpDesk(held), Drafts(drafts.store, Role.USER, drafts.place, lambda: "lineage-1"))
    qtbot.addWidget(composer)
    composer.show()
    composer.show_ticket(1)
    composer.write(Kind.NOTE)
    assert not composer.kind.isVisible()
    assert not composer.is_note


def test_an_error_of_a_message_stands_beside_no_note(composer: Composer, held: HeldConnection) -> None:
    composer.editor.setPlainText("Any news?")
    composer.send.click()
    composer.write(Kind.NOTE)
    composer.editor.setPlainText("Ask the vendor")
    held.fail()
    assert composer.error.words == ""
    composer.write(Kind.MESSAGE)
    assert (composer.editor.toPlainText(), composer.send.isEnabled()) == ("Any news?", True)
    composer.send.click()
    held.fail()
    assert composer.error.words
    composer.write(Kind.NOTE)
    assert composer.error.words == ""


def test_what_comes_late_from_disk_turns_no_note_into_a_message(composer: Composer, drafts: Drafts) -> None:
    choose(composer, "Internal note")
    drafts.store.put("draft", drafts.of(Kind.MESSAGE, 1).key, Written({"text": "Any news?"}, 1).to_json())
    drafts.arrived.emit()
    assert (composer.is_note, composer.editor.toPlainText()) == (True, "")
    choose(composer, "Message")
    assert composer.editor.toPlainText() == "Any news?"


def test_what_comes_late_from_disk_turns_no_message_into_a_note_under_one_s_hands(
    composer: Composer, drafts: Drafts, qtbot: QtBot
) -> None:
    composer.show()
    composer.activateWindow()
    composer.editor.setFocus()
    qtbot.waitUntil(composer.editor.hasFocus)
    drafts.store.put("draft", drafts.of(Kind.NOTE, 1).key, Written({"text": "Ask the vendor"}, 1).to_json())
    drafts.arrived.emit()
    assert (composer.is_note, composer.editor.toPlainText()) == (False, "")
