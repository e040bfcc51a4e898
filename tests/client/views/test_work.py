"""One or forty tickets at a time, on a real server: each result told, closings held back, nothing done twice."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from campusdesk.errors import DeskError
from campusdesk.rules import Action, Category, CategorySource, Reason, Role, Status
from campusdesk.v1 import ticket_pb2
from client.connection import Reply
from client.helpdesk import HelpDesk
from client.models.named_views import NamedView
from client.views.main_window import MainWindow
from client.views.moving import focus
from client.views.work import Work
from client.writing import Writing
from tests.client import made
from tests.client.views.answers import PATIENCE_MS
from tests.client.views.held import HeldConnection
from tests.system.programs import ticket_server

Ask = Callable[[Reply], ticket_pb2.Ticket]
Enter = Callable[[Role], MainWindow]
CONTROL = Qt.KeyboardModifier.ControlModifier


class Desk:
    """A desk of the helpdesk at work, and what its bar says."""

    def __init__(self, main: MainWindow, qtbot: QtBot) -> None:
        assert main.work is not None
        self.main, self.qtbot, self.work = main, qtbot, main.work
        main.activateWindow()

    @property
    def told(self) -> list[str]:
        return [line.words for line in self.work.bar.lines]

    def statuses(self) -> set[int]:
        facts = map(self.main.tickets.facts, self.main.table.chosen_ids())
        return {each.status for each in facts if each is not None}

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.main.table, key, modifier)

    def wait_for(self, words: str) -> None:
        self.qtbot.waitUntil(lambda: words in self.told, timeout=PATIENCE_MS)


@pytest.fixture
def live_server(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Run a ticket server on an empty database of its own, with a test's options, and give its address."""
    with ticket_server(tmp_path / "tickets.db", "127.0.0.1:0", *getattr(request, "param", ())) as program:
        yield program.address()


@pytest.fixture
def open_desk(enter: Enter, other: HelpDesk, qtbot: QtBot) -> Callable[[int], Desk]:
    """Open a desk on so many tickets, none chosen yet."""
    writing = Writing()

    def opened(count: int) -> Desk:
        batch = writing.start(range(count), lambda number: other.create_ticket(f"No WiFi in room {number}", "B-105"))
        qtbot.waitUntil(lambda: batch.is_ended, timeout=PATIENCE_MS)
        main = enter(Role.HELPDESK)
        qtbot.waitUntil(lambda: main.tickets.total == count, timeout=PATIENCE_MS)
        return Desk(main, qtbot)

    return opened


def test_forty_tickets_go_their_whole_way_in_one_go(
    open_desk: Callable[[int], Desk], other: HelpDesk, ask: Ask, qtbot: QtBot
) -> None:
    desk = open_desk(40)
    main, selection = desk.main, desk.work.selection
    desk.press(Qt.Key.Key_A, CONTROL)
    assert selection.summary.text() == "40 open"
    desk.press(Qt.Key.Key_A)
    desk.wait_for("40 tickets activated.")
    qtbot.waitUntil(lambda: desk.statuses() == {Status.ACTIVE}, timeout=PATIENCE_MS)
    desk.press(Qt.Key.Key_3)
    desk.wait_for("40 tickets set to services complaints.")
    selection.editor.setPlainText("The WiFi is back.")
    QTest.keyClick(selection.editor, Qt.Key.Key_Return, CONTROL)
    desk.wait_for("40 tickets answered.")
    assert selection.editor.toPlainText() == ""
    main.table.setFocus()
    desk.work.closing.wait_ms = 50
    desk.press(Qt.Key.Key_C)
    assert "Closing 40 tickets" in desk.told
    assert selection.summary.text() == "40 being closed"
    desk.wait_for("40 tickets closed.")
    tickets = [ask(other.get_ticket(number)) for number in range(1, 41)]
    assert {(Status(each.status), Category(each.category), each.message_count) for each in tickets} == {
        (Status.CLOSED, Category.SERVICES_COMPLAINTS, 1)
    }


@pytest.mark.parametrize("live_server", [("--writes-per-second", "40", "--write-burst", "5")], indirect=True)
def test_a_server_that_wants_pauses_is_given_them_and_none_is_lost(open_desk: Callable[[int], Desk]) -> None:
    desk = open_desk(20)
    desk.press(Qt.Key.Key_A, CONTROL)
    desk.press(Qt.Key.Key_A)
    desk.wait_for("20 tickets activated.")


def test_several_chosen_tickets_stand_in_the_place_of_the_one(
    open_desk: Callable[[int], Desk], other: HelpDesk, ask: Ask, qtbot: QtBot
) -> None:
    desk = open_desk(3)
    main = desk.main
    main.jump_to(2)
    main.chat.composer.editor.setPlainText("Half a message")
    desk.press(Qt.Key.Key_J, Qt.KeyboardModifier.ShiftModifier)
    assert main.table.chosen_ids() == [2, 1]
    assert desk.work.is_shown
    assert main.chat.composer.isHidden(), "it would go to one of them"
    ask(other.post_message(2, "Any news?"))
    qtbot.waitUntil(lambda: (facts := main.tickets.facts(2)) is not None and facts.message_count == 1)
    assert main.chat.composer.isHidden()
    main.table.choose_all([2])
    assert not desk.work.is_shown
    assert main.ticket_view.ticket is not None
    assert main.ticket_view.ticket.id == 2
    assert main.chat.composer.editor.toPlainText() == "Half a message"


def test_a_message_to_several_is_sent_once_however_often_the_key_is_pressed(
    open_desk: Callable[[int], Desk], other: HelpDesk, ask: Ask
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
    open_desk: Callable[[int], Desk], posts: HeldConnection
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
    open_desk: Callable[[int], Desk], posts: HeldConnection
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
    open_desk: Callable[[int], Desk], posts: HeldConnection
) -> None:
    desk = open_desk(2)
    desk.main.table.selectAll()
    desk.work.selection.editor.setPlainText("The WiFi is back.")
    desk.work.selection.send.click()
    for reply in list(posts.sent):
        reply.failed.emit(DeskError(Reason.TEXT_EMPTY))
    desk.work.selection.send.click()
    assert told(posts) == [2, 1, 2, 1]


def test_undo_takes_back_what_was_begun_last(open_desk: Callable[[int], Desk], other: HelpDesk, ask: Ask) -> None:
    ids = [1, 2]
    desk = open_desk(2)
    for number in ids:
        ask(other.activate_ticket(number))
    desk.main.table.choose_all(ids)
    desk.qtbot.waitUntil(lambda: desk.statuses() == {Status.ACTIVE}, timeout=PATIENCE_MS)
    desk.press(Qt.Key.Key_1)
    desk.wait_for("2 tickets set to facility management.")
    desk.press(Qt.Key.Key_C)
    assert desk.told[-1] == "Closing 2 tickets"
    desk.press(Qt.Key.Key_Z, CONTROL)
    assert desk.told == ["2 tickets set to facility management."]
    desk.press(Qt.Key.Key_Z, CONTROL)
    desk.wait_for("2 tickets as before.")
    assert {CategorySource(ask(other.get_ticket(each)).category_source) for each in ids} == {CategorySource.AUTOMATIC}


def test_who_leaves_the_window_closes_what_waits(open_desk: Callable[[int], Desk], other: HelpDesk, ask: Ask) -> None:
    desk = open_desk(1)
    ask(other.activate_ticket(1))
    desk.main.table.choose(1)
    desk.qtbot.waitUntil(lambda: desk.statuses() == {Status.ACTIVE}, timeout=PATIENCE_MS)
    desk.press(Qt.Key.Key_C)
    assert Status(ask(other.get_ticket(1)).status) is Status.ACTIVE, "it waits"
    desk.work.finish()
    assert Status(ask(other.get_ticket(1)).status) is Status.CLOSED


def test_tickets_of_restored_data_are_not_closed(open_desk: Callable[[int], Desk], other: HelpDesk, ask: Ask) -> None:
    desk = open_desk(1)
    ask(other.activate_ticket(1))
    desk.main.table.choose(1)
    desk.qtbot.waitUntil(lambda: desk.statuses() == {Status.ACTIVE}, timeout=PATIENCE_MS)
    desk.press(Qt.Key.Key_C)
    desk.main.connection.replaced.emit()
    desk.work.finish()
    assert Status(ask(other.get_ticket(1)).status) is Status.ACTIVE
    assert desk.told == []


def test_too_many_at_once_are_a_slip_of_the_hand(
    open_desk: Callable[[int], Desk], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("client.views.work.MOST_TOGETHER", 2)
    desk = open_desk(3)
    desk.press(Qt.Key.Key_A, CONTROL)
    desk.press(Qt.Key.Key_A)
    assert desk.told == [desk.work.selection.summary.text()] == ["At most 2 tickets are worked on at once."]
    assert not desk.work.selection.activate.isEnabled()
    assert not desk.work.may(Action.ACTIVATE), "nor does the menu offer it"
    desk.work.selection.editor.setPlainText("Hello")
    assert desk.main.drafts.to_several().ticket_ids == ()
    desk.main.table.choose_all([1, 2])
    desk.press(Qt.Key.Key_A)
    desk.wait_for("2 tickets activated.")


def test_the_ticket_and_its_row_say_that_it_is_being_closed(
    open_desk: Callable[[int], Desk], other: HelpDesk, ask: Ask
) -> None:
    desk = open_desk(1)
    ask(other.activate_ticket(1))
    desk.main.table.choose(1)
    steps = desk.main.ticket_view.steps
    desk.qtbot.waitUntil(lambda: steps.button.text() == "Close", timeout=PATIENCE_MS)
    before = desk.main.table.viewport().grab().toImage()
    steps.button.click()
    assert (steps.button.isHidden(), steps.undo.isHidden()) == (True, False)
    desk.qtbot.waitUntil(lambda: desk.main.table.viewport().grab().toImage() != before)
    steps.undo.click()
    assert (steps.button.isHidden(), steps.undo.isHidden()) == (False, True)
    assert desk.told == []


def test_simple_users_have_none_of_it(enter: Enter) -> None:
    main = enter(Role.USER)
    assert main.work is None
    assert main.findChildren(Work) == []
    main.table.selectAll()
    assert len(main.table.chosen_ids()) <= 1


def test_more_are_chosen_by_keys_from_the_pane_of_the_one(open_desk: Callable[[int], Desk]) -> None:
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
    open_desk: Callable[[int], Desk], other: HelpDesk, ask: Ask
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
