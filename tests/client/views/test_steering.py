"""Each key does in the window what the sheet says, for whom it says so, and no letter acts while a text is typed."""

import string
from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from campusdesk.rules import Role
from campusdesk.v1 import ticket_pb2
from client.connection import Reply
from client.helpdesk import HelpDesk
from client.models.named_views import NamedView
from client.views.commands import ENTRIES, Command, Place, entries_of
from client.views.main_window import MainWindow
from tests.client.views.answers import PATIENCE_MS
from tests.client.views.writing_places import fields, shown_places

Ask = Callable[[Reply], ticket_pb2.Ticket]
OpenDesk = Callable[[Role], MainWindow]
KEYS = string.ascii_letters + string.digits + "?/"
STAFF_ONLY = {command for command, entry in ENTRIES.items() if not entry.for_users}


def acted(main: MainWindow) -> list[Command]:
    """Return a list that takes up each command as its keys trigger it."""
    done: list[Command] = []
    for command, action in main.steering.keyboard.actions.items():
        action.triggered.connect(partial(lambda each, *_: done.append(each), command))
    return done


def focused() -> QWidget:
    """Return where the focus is."""
    now = QApplication.focusWidget()
    assert now is not None
    return now


@pytest.mark.parametrize(("role", "least"), [(Role.USER, 7), (Role.HELPDESK, 8)])
def test_letters_typed_into_any_field_are_text_and_nothing_else(
    role: Role, least: int, desk_of_three: OpenDesk, qtbot: QtBot
) -> None:
    main = desk_of_three(role)
    done, tried = acted(main), set[QWidget]()
    for _ in shown_places(main):
        for field in [field for field in fields(main) if field.isVisible() and field not in tried]:
            tried.add(field)
            field.setFocus()
            qtbot.waitUntil(field.hasFocus)
            QTest.keyClicks(field, KEYS)
            text = field.text() if isinstance(field, QLineEdit) else field.toPlainText()  # type: ignore[attr-defined]
            # A field for fewer characters takes the first ones.
            assert KEYS in text or KEYS.startswith(text), field.accessibleName()
            assert text, field.accessibleName()
    assert done == []
    assert len(tried) >= least, [field.accessibleName() for field in tried]


@pytest.mark.parametrize("role", [Role.USER, Role.HELPDESK])
def test_all_that_the_table_of_commands_promises_a_role_is_bound(role: Role, desk_of_three: OpenDesk) -> None:
    bound = set(desk_of_three(role).steering.keyboard.actions)
    assert bound == {command for command, entry in entries_of(role) if entry.place is not Place.WRITTEN}


def test_simple_users_have_no_keys_and_no_menu_of_the_helpdesk(
    desk_of_three: OpenDesk, other: HelpDesk, ask: Ask
) -> None:
    main = desk_of_three(Role.USER)
    before = ask(other.get_ticket(2))
    assert not STAFF_ONLY & set(main.steering.keyboard.actions)
    QTest.keyClicks(main.table, "ac0123iuJK")
    QTest.keyClick(
        main.table, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    assert [action.text() for action in main.steering.keyboard.menu().actions() if action.text()] == [
        "Go into the ticket", "Edit text and place", "Copy number", "Copy number and text", "Write a message",
    ]  # fmt: skip
    assert ask(other.get_ticket(2)) == before


def test_without_a_chosen_ticket_nothing_is_written_copied_or_done(
    enter: Callable[[Role], MainWindow], qtbot: QtBot
) -> None:
    main = enter(Role.HELPDESK)
    main.activateWindow()
    main.table.setFocus()
    qtbot.waitUntil(main.table.hasFocus)
    QTest.keyClicks(main.table, "jkaceriu0123")
    QTest.keyClick(main.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert (main.table.hasFocus(), main.ticket_view.form) == (True, None)
    offered = {action.text() for action in main.steering.keyboard.menu().actions() if action.isEnabled()}
    assert offered <= {""}


def test_the_menu_of_the_helpdesk_says_what_can_be_done_now(desk_of_three: OpenDesk) -> None:
    main = desk_of_three(Role.HELPDESK)

    def offered() -> dict[str, bool]:
        actions = main.steering.keyboard.menu().actions()
        return {action.text(): action.isEnabled() for action in actions if action.text()}

    assert list(offered()) == [
        "Go into the ticket", "Activate", "Close", "Set to facility management", "Set to technical IT",
        "Set to services complaints", "Take back the correction", "Edit text and place", "Mark unread", "Copy number",
        "Copy number and text", "Write a message", "Write an internal note",
    ]  # fmt: skip
    assert [words for words, is_offered in offered().items() if not is_offered] == ["Close"], "it is open"


def test_unread_tickets_are_gone_through_and_marked_by_key(
    desk_of_three: OpenDesk, other: HelpDesk, ask: Ask, qtbot: QtBot
) -> None:
    main = desk_of_three(Role.HELPDESK)
    ask(other.post_message(3, "It burns"))
    unread = main.finding.unread.unread
    qtbot.waitUntil(lambda: 3 in unread, timeout=PATIENCE_MS)
    QTest.keyClicks(main.table, "n")
    assert main.table.chosen_ids() == [3]
    main.jump_to(1)
    QTest.keyClicks(main.table, "u")
    assert 1 in unread


def test_what_is_copied_is_numbers_or_whole_lines(desk_of_three: OpenDesk) -> None:
    main = desk_of_three(Role.HELPDESK)
    main.table.choose_all([1, 2])
    control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(main.table, Qt.Key.Key_C, control | shift)
    assert QGuiApplication.clipboard().text() == "#2, #1"
    QTest.keyClick(main.table, Qt.Key.Key_C, control)
    assert QGuiApplication.clipboard().text() == "#2 No WiFi\n#1 The lift is stuck"


def test_what_stands_beside_a_table_that_does_not_show_it_is_copied_all_the_same(desk_of_three: OpenDesk) -> None:
    main = desk_of_three(Role.HELPDESK)
    main.list.show_view(NamedView.IN_WORK)
    assert main.table.chosen_ids() == []
    QTest.keyClick(main.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert QGuiApplication.clipboard().text() == "#2"


def test_esc_ends_a_search_from_the_table_and_undoes_no_closing(
    desk_of_three: OpenDesk, other: HelpDesk, ask: Ask, qtbot: QtBot
) -> None:
    ask(other.activate_ticket(2))
    main = desk_of_three(Role.HELPDESK)
    assert main.work is not None
    QTest.keyClicks(main.table, "/")
    QTest.keyClicks(main.finding.bar.field, "wifi")
    qtbot.waitUntil(lambda: main.tickets.rowCount() == 1, timeout=PATIENCE_MS)
    QTest.keyClick(main.finding.bar.field, Qt.Key.Key_Return)
    QTest.keyClicks(main.table, "c")
    assert main.work.closing.waits(2)
    QTest.keyClick(main.table, Qt.Key.Key_Escape)
    assert not main.finding.search.stands
    assert main.work.closing.waits(2)
    main.work.undo()


def test_the_sheet_lies_over_the_window_and_lets_no_other_key_act(desk_of_three: OpenDesk) -> None:
    main = desk_of_three(Role.HELPDESK)
    done = acted(main)
    QTest.keyClicks(main.table, "?")
    assert main.steering.sheet.isVisible()
    QTest.keyClicks(focused(), "acr1jn")
    assert done == [Command.SHEET]
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    assert not main.steering.sheet.isVisible()
    assert main.table.hasFocus()


def test_a_message_to_several_is_begun_by_the_same_key(desk_of_three: OpenDesk) -> None:
    main = desk_of_three(Role.HELPDESK)
    assert main.work is not None
    main.table.selectAll()
    QTest.keyClicks(main.table, "r")
    assert main.work.selection.editor.hasFocus()
