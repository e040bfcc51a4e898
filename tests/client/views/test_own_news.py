"""Who reported something here sees at once that it was answered or closed, and nobody else is told."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from campusdesk.rules import Role
from campusdesk.v1 import ticket_pb2
from client.addresses import beside
from client.connection import Connection, Reply
from client.helpdesk import HelpDesk
from client.views.main_window import MainWindow
from client.workstation import Workstation
from tests.client.views.answers import PATIENCE_MS

Ask = Callable[[Reply], ticket_pb2.Ticket]


def reported(main: MainWindow, qtbot: QtBot, words: str) -> int:
    """Report a problem at this desk and return its number once the table has it."""
    main.report.start()
    main.report.description.text = words
    main.report.send.click()
    qtbot.waitUntil(main.report.reported.isVisible, timeout=PATIENCE_MS)
    number = int(main.report.reported.number.text().removeprefix("#"))
    qtbot.waitUntil(lambda: main.tickets.has(number), timeout=PATIENCE_MS)
    return number


def test_an_answer_is_offered_and_goes_when_it_is_read(
    enter: Callable[[Role], MainWindow], other: HelpDesk, ask: Ask, qtbot: QtBot
) -> None:
    main = enter(Role.USER)
    number = reported(main, qtbot, "The lift is stuck")
    ask(other.create_ticket("The radiator is cold"))
    qtbot.waitUntil(lambda: main.tickets.total == 2, timeout=PATIENCE_MS)
    assert main.tickets.ticket_id(0) == number, "what was reported here stands first"
    assert not main.own.isVisible()
    ask(other.post_message(number, "On our way"))
    qtbot.waitUntil(main.own.open.isVisible, timeout=PATIENCE_MS)
    assert main.own.answer.text() == f"The helpdesk answered #{number}."
    main.own.open.click()
    assert main.ticket_view.head.number.text() == f"#{number}"
    assert not main.own.isVisible()


def test_what_was_reported_here_before_this_start_stands_first(
    enter: Callable[[Role], MainWindow], other: HelpDesk, ask: Ask, qtbot: QtBot, live_server: str
) -> None:
    connection = Connection(beside(live_server), Role.USER, Workstation("LAB-1"))
    number = ask(HelpDesk(connection).create_ticket("The lift is stuck")).id
    connection.close()
    ask(other.create_ticket("The radiator is cold"))
    main = enter(Role.USER)
    qtbot.waitUntil(lambda: main.tickets.rowCount() == 2 and main.tickets.ticket_id(0) == number, timeout=PATIENCE_MS)
    assert main.head.count.text() == "2 · from this PC first"


def test_two_answers_are_told_in_one_line(
    enter: Callable[[Role], MainWindow], other: HelpDesk, ask: Ask, qtbot: QtBot
) -> None:
    main = enter(Role.USER)
    numbers = [reported(main, qtbot, "The lift is stuck"), reported(main, qtbot, "The door is locked")]
    for number in numbers:
        ask(other.post_message(number, "On our way"))
    words = f"The helpdesk answered #{numbers[1]} and 1 more report from here."
    qtbot.waitUntil(lambda: main.own.answer.text() == words, timeout=PATIENCE_MS)


def test_a_report_that_was_closed_says_when_and_is_put_away(
    enter: Callable[[Role], MainWindow], other: HelpDesk, ask: Ask, qtbot: QtBot
) -> None:
    main = enter(Role.USER)
    number = reported(main, qtbot, "The lift is stuck")
    ask(other.activate_ticket(number))
    ask(other.close_ticket(number))
    qtbot.waitUntil(main.own.away.isVisible, timeout=PATIENCE_MS)
    assert main.own.closing.text().startswith(f"#{number}: closed on ")
    main.own.away.click()
    assert not main.own.isVisible()


def test_two_that_were_closed_are_told_in_one_line_and_put_away_one_by_one(
    enter: Callable[[Role], MainWindow], other: HelpDesk, ask: Ask, qtbot: QtBot
) -> None:
    main = enter(Role.USER)
    numbers = [reported(main, qtbot, "The lift is stuck"), reported(main, qtbot, "The door is locked")]
    for number in numbers:
        ask(other.activate_ticket(number))
        ask(other.close_ticket(number))
    more = ", and 1 more report from here closed"
    qtbot.waitUntil(lambda: main.own.closing.text().endswith(more), timeout=PATIENCE_MS)
    main.own.away.click()
    assert main.own.isVisible()
    assert more not in main.own.closing.text()
    main.own.away.click()
    assert not main.own.isVisible()


def test_a_report_that_was_closed_while_the_desk_was_off_says_so(
    enter: Callable[[Role], MainWindow], other: HelpDesk, ask: Ask, qtbot: QtBot
) -> None:
    main = enter(Role.USER)
    number = reported(main, qtbot, "The lift is stuck")
    main.connection.close()
    ask(other.activate_ticket(number))
    ask(other.close_ticket(number))
    again = enter(Role.USER)
    qtbot.waitUntil(again.own.away.isVisible, timeout=PATIENCE_MS)
    assert again.own.closing.text().startswith(f"#{number}: closed on ")


def test_helpdesk_staff_are_told_nothing_of_it(
    enter: Callable[[Role], MainWindow], other: HelpDesk, ask: Ask, qtbot: QtBot
) -> None:
    main = enter(Role.HELPDESK)
    ticket = ask(other.create_ticket("The lift is stuck"))
    main.own.reports.keep(ticket.id)
    ask(other.post_message(ticket.id, "On our way"))
    facts = main.tickets.facts
    qtbot.waitUntil(lambda: (found := facts(ticket.id)) is not None and found.message_count == 1, timeout=PATIENCE_MS)
    assert not main.own.isVisible()


def test_a_window_that_was_left_asks_nothing_more_about_them(
    enter: Callable[[Role], MainWindow], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    main = enter(Role.USER)
    qtbot.waitUntil(lambda: bool(main.connection.lineage), timeout=PATIENCE_MS)
    main.connection.tell_again(main.tickets.hand_over()[0])
    main.connection.let_go()
    monkeypatch.setattr(HelpDesk, "list_reported_from", lambda *_: pytest.fail("asked once more"))
    QCoreApplication.sendPostedEvents()
    main.connection.close()
