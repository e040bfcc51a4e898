"""One message to several tickets: sent once, again to those alone that it failed for, and written on undisturbed."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from campusdesk.errors import DeskError
from campusdesk.rules import Reason
from campusdesk.v1 import ticket_pb2
from client.connection import Reply
from client.helpdesk import HelpDesk
from client.models.named_views import NamedView
from client.views.moving import focus
from tests.client import made
from tests.client.views.answers import PATIENCE_MS
from tests.client.views.held import HeldConnection
from tests.client.views.staff_desk import StaffDesk

Ask = Callable[[Reply], ticket_pb2.Ticket]
OpenDesk = Callable[[int], StaffDesk]
CONTROL = Qt.KeyboardModifier.ControlModifier


def test_a_message_to_several_is_sent_once_however_often_the_key_is_pressed(
    open_desk: OpenDesk, other: HelpDesk, ask: Ask
) -> None:
    desk = open_desk(3)
    desk.main.table.selectAll()
    for _ in range(2):
        desk.work.selection.editor.setPlainText("The WiFi is back.")
        for _ in range(3):
            QTest.keyClick(desk.work.selection.editor, Qt.Key.Key_Return, CONTROL)
        desk.qtbot.waitUntil(lambda: desk.work.selection.editor.toPlainText() == "", timeout=PATIENCE_MS)
    counts = [ask(other.get_ticket(number)).message_count for number in (1, 2, 3)]
    assert counts == [2, 2, 2], "the same words may be meant another time"


@pytest.fixture
def posts(held: HeldConnection, monkeypatch: pytest.MonkeyPatch) -> HeldConnection:
    """Have all messages wait for the test to answer them."""
    post = HelpDesk.post_message
    monkeypatch.setattr(HelpDesk, "post_message", lambda _desk, *said: post(HelpDesk(held), *said))
    return held


def told(posts: HeldConnection) -> list[int]:
    """Return the tickets under which messages were posted, one for each time."""
    return [reply.request.ticket_id for reply in posts.sent]  # type: ignore[attr-defined]


def test_a_message_goes_again_to_those_alone_that_it_could_not_be_sent_to(
    open_desk: OpenDesk, posts: HeldConnection
) -> None:
    desk = open_desk(3)
    desk.main.table.selectAll()
    desk.work.selection.editor.setPlainText("The WiFi is back.")
    desk.work.selection.send.click()
    desk.work.selection.send.click()
    assert told(posts) == [3, 2, 1], "it is on its way"
    for reply, reason in zip(posts.sent, (None, Reason.STORE_FAILED, Reason.STORE_FAILED), strict=True):
        if reason is None:
            reply.done.emit(made.message(3, 30))
        else:
            reply.failed.emit(DeskError(reason))
    assert desk.main.table.chosen_ids() == [2, 1]
    desk.work.selection.send.click()
    assert posts.sent[3:] == posts.sent[1:3], "the same requests"


def test_the_same_message_to_other_tickets_goes_to_those_that_are_chosen(
    open_desk: OpenDesk, posts: HeldConnection
) -> None:
    desk = open_desk(4)
    desk.main.table.choose_all([1, 2])
    desk.work.selection.editor.setPlainText("The WiFi is back.")
    desk.work.selection.send.click()
    for reply in list(posts.sent):
        reply.failed.emit(DeskError(Reason.STORE_FAILED))
    desk.main.table.choose_all([3, 4])
    desk.work.selection.send.click()
    assert told(posts) == [2, 1, 4, 3]


def test_a_message_that_was_refused_for_good_can_be_sent_to_what_is_chosen_then(
    open_desk: OpenDesk, posts: HeldConnection
) -> None:
    desk = open_desk(2)
    desk.main.table.selectAll()
    desk.work.selection.editor.setPlainText("The WiFi is back.")
    desk.work.selection.send.click()
    for reply in list(posts.sent):
        reply.failed.emit(DeskError(Reason.TEXT_EMPTY))
    desk.work.selection.send.click()
    assert told(posts) == [2, 1, 2, 1]


def test_more_are_chosen_by_keys_from_the_pane_of_the_one(open_desk: OpenDesk) -> None:
    desk = open_desk(4)
    table, shift = desk.main.table, Qt.KeyboardModifier.ShiftModifier
    table.choose_row(0)
    desk.qtbot.waitUntil(lambda: desk.main.ticket_view.ticket is not None, timeout=PATIENCE_MS)
    focus(desk.main.ticket_view)
    for key, chosen in ((Qt.Key.Key_J, [4, 3]), (Qt.Key.Key_J, [4, 3, 2]), (Qt.Key.Key_K, [4, 3])):
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key, shift)
        assert table.chosen_ids() == chosen, focused
    assert desk.work.selection.editor.toPlainText() == ""


def test_who_writes_to_several_goes_on_when_one_of_them_leaves_the_list(
    open_desk: OpenDesk, other: HelpDesk, ask: Ask
) -> None:
    desk = open_desk(3)
    desk.main.list.show_view(NamedView.NEW)
    desk.main.table.choose_all([1, 2])
    editor = desk.work.selection.editor
    editor.setFocus()
    QTest.keyClicks(editor, "It is be")
    for number in (1, 2):
        ask(other.activate_ticket(number))
    desk.qtbot.waitUntil(lambda: not desk.main.table.chosen_ids(), timeout=PATIENCE_MS)
    assert QApplication.focusWidget() is editor
    QTest.keyClicks(editor, "ing mended")
    assert editor.toPlainText() == "It is being mended"
    draft = desk.main.drafts.to_several()
    assert (set(draft.ticket_ids), draft.text) == ({1, 2}, "It is being mended")
    desk.main.unsent.wanted.emit(draft)
    assert set(desk.main.table.chosen_ids()) == {1, 2}
    assert desk.work.selection.send.text() == "Send to 2"
