"""What is new is seen in the table, the rail and the title, gone through, and read once it was looked at."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from campusdesk.rules import Role
from campusdesk.v1 import ticket_pb2
from client.helpdesk import HelpDesk
from client.models.columns import Column, UnreadRole
from client.models.named_views import NamedView
from client.views.main_window import MainWindow
from tests.client.views.answers import PATIENCE_MS

Ask = Callable[..., ticket_pb2.Ticket]


@pytest.fixture
def main(enter: Callable[..., MainWindow], qtbot: QtBot) -> MainWindow:
    opened = enter(Role.HELPDESK)
    opened.activateWindow()
    qtbot.waitUntil(opened.isActiveWindow, timeout=PATIENCE_MS)
    return opened


def report(main: MainWindow, other: HelpDesk, ask: Ask, qtbot: QtBot, count: int) -> list[int]:
    """Have somebody else report so many problems, and return their numbers once they are unread."""
    made = [ask(other.create_ticket(f"Lamp {number} is dark.")).id for number in range(count)]
    qtbot.waitUntil(lambda: main.finding.unread.unread.ids()[-count:] == made, timeout=PATIENCE_MS)
    return made


def bold(main: MainWindow) -> set[int]:
    model = main.tickets
    return {model.ticket_id(row) for row in range(model.rowCount()) if model.index(row, 0).data(UnreadRole)}


def test_new_tickets_are_counted_everywhere_and_read_after_a_moment(
    main: MainWindow, other: HelpDesk, ask: Ask, qtbot: QtBot
) -> None:
    first, second = report(main, other, ask, qtbot, 2)
    button = main.finding.unread.button
    qtbot.waitUntil(lambda: main.windowTitle() == "(2) Campus Desk", timeout=PATIENCE_MS)
    assert (bold(main), button.text(), button.isVisible()) == ({first, second}, "2 unread", True)
    assert main.rail is not None
    assert "unread: 2" in main.rail.views[NamedView.NEW].accessibleName()
    assert "unread" not in main.rail.views[NamedView.IN_WORK].accessibleName()
    number = main.tickets.index(0, main.tickets.columns.index(Column.NUMBER))
    assert number.data(Qt.ItemDataRole.AccessibleTextRole) == f"#{second}, unread"
    main.jump_to(first)
    qtbot.waitUntil(lambda: bold(main) == {second}, timeout=PATIENCE_MS)
    main.jump_to(second)
    qtbot.waitUntil(lambda: main.windowTitle() == "", timeout=PATIENCE_MS)
    assert not button.isVisible()


def test_what_is_passed_quickly_or_behind_another_program_stays_unread(
    main: MainWindow, other: HelpDesk, ask: Ask, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second, third = report(main, other, ask, qtbot, 3)
    for ticket_id in (first, second):
        main.jump_to(ticket_id)
    qtbot.waitUntil(lambda: second not in bold(main), timeout=PATIENCE_MS)
    assert bold(main) == {first, third}
    unread = main.finding.unread
    monkeypatch.setattr(type(unread), "is_watched", property(lambda _self: False))
    main.jump_to(third)
    qtbot.waitUntil(lambda: not unread.is_seeing, timeout=PATIENCE_MS)
    assert third in bold(main)


def test_the_next_unread_is_the_next_under_the_chosen_one_and_the_first_after_the_last(
    main: MainWindow, other: HelpDesk, ask: Ask, qtbot: QtBot
) -> None:
    made = report(main, other, ask, qtbot, 5)
    newest_first = made[::-1]
    main.table.choose(newest_first[1])
    main.finding.unread.unread.see(newest_first[3])
    visited = []
    for _ in range(4):
        main.finding.unread.go_to_next()
        visited += main.table.chosen_ids()
    assert visited == [newest_first[at] for at in (2, 4, 0, 1)]


def test_unread_tickets_elsewhere_are_opened_beside_one_by_one(
    main: MainWindow, other: HelpDesk, ask: Ask, qtbot: QtBot
) -> None:
    main.finding.unread.go_to_next()
    assert main.head.note.text() == "Nothing is unread."
    made = report(main, other, ask, qtbot, 3)
    main.list.show_view(NamedView.IN_WORK)
    visited = []
    for _ in range(4):
        main.finding.unread.go_to_next()
        qtbot.waitUntil(lambda: main.ticket_view.ticket is not None, timeout=PATIENCE_MS)
        visited.append(main.ticket_view.head.number.text())
    assert visited == [f"#{number}" for number in (*made, made[0])]
    assert main.head.note.text() == f"#{made[0]} is unread, and not in this list. Unread outside it: 3"


def test_unread_tickets_of_the_list_come_before_those_elsewhere(
    main: MainWindow, other: HelpDesk, ask: Ask, qtbot: QtBot
) -> None:
    made = report(main, other, ask, qtbot, 3)
    ask(other.activate_ticket(made[1]))
    main.list.show_view(NamedView.IN_WORK)
    qtbot.waitUntil(lambda: main.tickets.rowCount() == 1, timeout=PATIENCE_MS)
    for _ in range(2):
        main.finding.unread.go_to_next()
        assert main.table.chosen_ids() == [made[1]]


def test_all_that_are_chosen_are_marked(main: MainWindow, other: HelpDesk, ask: Ask, qtbot: QtBot) -> None:
    made = report(main, other, ask, qtbot, 3)
    for number in made:
        main.finding.unread.unread.see(number)
    main.table.choose_all(made[:2])
    main.finding.unread.mark()
    assert bold(main) == set(made[:2])


def test_what_is_marked_stays_so_until_it_is_looked_at_again(
    main: MainWindow, other: HelpDesk, ask: Ask, qtbot: QtBot
) -> None:
    first, second = report(main, other, ask, qtbot, 2)
    unread = main.finding.unread
    main.jump_to(first)
    qtbot.waitUntil(lambda: bold(main) == {second}, timeout=PATIENCE_MS)
    unread.mark()
    assert bold(main) == {first, second}
    assert not unread.is_seeing
    main.jump_to(second)
    qtbot.waitUntil(lambda: bold(main) == {first}, timeout=PATIENCE_MS)


def test_a_reply_shows_itself_to_the_simple_user_who_reported(
    enter: Callable[..., MainWindow], other: HelpDesk, ask: Ask, qtbot: QtBot
) -> None:
    main = enter(Role.USER)
    own = ask(HelpDesk(main.connection).create_ticket("My lamp is dark."))
    foreign = ask(other.create_ticket("A door squeaks."))
    ask(other.post_message(foreign.id, "Soon."))
    ask(other.post_message(own.id, "We come."))
    qtbot.waitUntil(lambda: bold(main) == {own.id}, timeout=PATIENCE_MS)
