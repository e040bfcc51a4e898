"""One or forty tickets at a time, on a real server: each result told, closings held back, nothing done twice."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from campusdesk.rules import Action, Category, CategorySource, Role, Status
from campusdesk.v1 import ticket_pb2
from client.connection import Reply
from client.helpdesk import HelpDesk
from client.views.main_window import MainWindow
from client.views.work import Work
from tests.client.views.answers import PATIENCE_MS
from tests.client.views.staff_desk import StaffDesk
from tests.system.programs import ticket_server

Ask = Callable[[Reply], ticket_pb2.Ticket]
Enter = Callable[[Role], MainWindow]
OpenDesk = Callable[[int], StaffDesk]
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def live_server(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Run a ticket server on an empty database of its own, with a test's options, and give its address."""
    with ticket_server(tmp_path / "tickets.db", "127.0.0.1:0", *getattr(request, "param", ())) as program:
        yield program.address()


def test_forty_tickets_go_their_whole_way_in_one_go(
    open_desk: OpenDesk, other: HelpDesk, ask: Ask, qtbot: QtBot
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
def test_a_server_that_wants_pauses_is_given_them_and_none_is_lost(open_desk: OpenDesk) -> None:
    desk = open_desk(20)
    desk.press(Qt.Key.Key_A, CONTROL)
    desk.press(Qt.Key.Key_A)
    desk.wait_for("20 tickets activated.")


def test_several_chosen_tickets_stand_in_the_place_of_the_one(
    open_desk: OpenDesk, other: HelpDesk, ask: Ask, qtbot: QtBot
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


def test_undo_takes_back_what_was_begun_last(open_desk: OpenDesk, other: HelpDesk, ask: Ask) -> None:
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


def test_who_leaves_the_window_closes_what_waits(open_desk: OpenDesk, other: HelpDesk, ask: Ask) -> None:
    desk = open_desk(1)
    ask(other.activate_ticket(1))
    desk.main.table.choose(1)
    desk.qtbot.waitUntil(lambda: desk.statuses() == {Status.ACTIVE}, timeout=PATIENCE_MS)
    desk.press(Qt.Key.Key_C)
    assert Status(ask(other.get_ticket(1)).status) is Status.ACTIVE, "it waits"
    desk.work.finish()
    assert Status(ask(other.get_ticket(1)).status) is Status.CLOSED


def test_tickets_of_restored_data_are_not_closed(open_desk: OpenDesk, other: HelpDesk, ask: Ask) -> None:
    desk = open_desk(1)
    ask(other.activate_ticket(1))
    desk.main.table.choose(1)
    desk.qtbot.waitUntil(lambda: desk.statuses() == {Status.ACTIVE}, timeout=PATIENCE_MS)
    desk.press(Qt.Key.Key_C)
    desk.main.connection.replaced.emit()
    desk.work.finish()
    assert Status(ask(other.get_ticket(1)).status) is Status.ACTIVE
    assert desk.told == []


def test_too_many_at_once_are_a_slip_of_the_hand(open_desk: OpenDesk, monkeypatch: pytest.MonkeyPatch) -> None:
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


def test_the_ticket_and_its_row_say_that_it_is_being_closed(open_desk: OpenDesk, other: HelpDesk, ask: Ask) -> None:
    desk = open_desk(1)
    ask(other.activate_ticket(1))
    desk.main.table.choose(1)
    steps = desk.main.ticket_view.steps
    desk.qtbot.waitUntil(lambda: steps.button.text() == "Close" and steps.button.isEnabled(), timeout=PATIENCE_MS)
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
