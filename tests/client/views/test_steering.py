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
from client.state import Analysis
from client.views.commands import ENTRIES, Command, Place, entries_of
from client.views.main_window import MainWindow
from tests.client.views.answers import PATIENCE_MS
from tests.client.views.writing_places import fields, shown_places

Ask = Callable[[Reply], ticket_pb2.Ticket]
OpenDesk = Callable[[Role], MainWindow]
KEYS = string.ascii_letters + string.digits + "?/"
STAFF_ONLY = {command for command, entry in ENTRIES.items() if not entry.for_users}


@pytest.fixture
def open_desk(enter: Callable[[Role], MainWindow], other: HelpDesk, ask: Ask, qtbot: QtBot) -> OpenDesk:
    """Open a desk on three tickets, the middle one chosen and the focus in the table."""
    for words in ("The lift is stuck", "No WiFi", "Smoke"):
        ask(other.create_ticket(words, "B-105"))

    def opened(role: Role) -> MainWindow:
        main = enter(role)
        qtbot.waitUntil(lambda: main.tickets.total == 3, timeout=PATIENCE_MS)
        main.jump_to(2)
        qtbot.waitUntil(lambda: main.ticket_view.ticket is not None, timeout=PATIENCE_MS)
        main.activateWindow()
        main.table.setFocus()
        qtbot.waitUntil(main.table.hasFocus)
        return main

    return opened


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
    role: Role, least: int, open_desk: OpenDesk, qtbot: QtBot
) -> None:
    main = open_desk(role)
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
def test_all_that_the_table_of_commands_promises_a_role_is_bound(role: Role, open_desk: OpenDesk) -> None:
    bound = set(open_desk(role).steering.keyboard.actions)
    assert bound == {command for command, entry in entries_of(role) if entry.place is not Place.WRITTEN}


def test_simple_users_have_no_keys_and_no_menu_of_the_helpdesk(open_desk: OpenDesk, other: HelpDesk, ask: Ask) -> None:
    main = open_desk(Role.USER)
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


def test_the_menu_of_the_helpdesk_says_what_can_be_done_now(open_desk: OpenDesk) -> None:
    main = open_desk(Role.HELPDESK)

    def offered() -> dict[str, bool]:
        actions = main.steering.keyboard.menu().actions()
        return {action.text(): action.isEnabled() for action in actions if action.text()}

    assert list(offered()) == [
        "Go into the ticket", "Activate", "Close", "Set to facility management", "Set to technical IT",
        "Set to services complaints", "Take back the correction", "Edit text and place", "Mark unread", "Copy number",
        "Copy number and text", "Write a message", "Write an internal note",
    ]  # fmt: skip
    assert [words for words, is_offered in offered().items() if not is_offered] == ["Close"], "it is open"


@pytest.mark.parametrize(
    ("key", "place"),
    [
        ("r", lambda main: main.chat.composer.editor),
        ("i", lambda main: main.chat.composer.editor),
        ("/", lambda main: main.finding.bar.field),
        ("e", lambda main: main.ticket_view.form),
    ],
)
def test_a_key_leads_to_where_one_writes_and_esc_back(
    key: str, place: Callable[[MainWindow], QWidget], open_desk: OpenDesk, qtbot: QtBot
) -> None:
    main = open_desk(Role.HELPDESK)
    main.talk.show_history(True)
    QTest.keyClicks(main.table, key)

    def is_there() -> bool:
        now, wanted = QApplication.focusWidget(), place(main)
        return now is not None and (now is wanted or wanted.isAncestorOf(now))

    qtbot.waitUntil(is_there)
    assert main.chat.composer.is_note is (key == "i")
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    assert main.table.hasFocus()


@pytest.mark.parametrize("floats", [False, True])
@pytest.mark.parametrize("key", ["R", "I", "E", "Return"])
def test_a_key_brings_back_the_dock_that_it_leads_to(key: str, floats: bool, open_desk: OpenDesk, qtbot: QtBot) -> None:
    main = open_desk(Role.HELPDESK)
    for dock in (main.ticket_dock, main.chat_dock):
        dock.setFloating(floats)
        dock.hide()
    main.activateWindow()
    main.table.setFocus()
    qtbot.waitUntil(main.table.hasFocus, timeout=PATIENCE_MS)
    QTest.keyClick(main.table, getattr(Qt.Key, f"Key_{key}"))
    dock = main.chat_dock if key in "RI" else main.ticket_dock
    qtbot.waitUntil(lambda: dock.isAncestorOf(QApplication.focusWidget() or main), timeout=PATIENCE_MS)
    assert dock.isVisible()


def test_what_is_typed_goes_into_the_form_of_a_ticket_that_floats(open_desk: OpenDesk, qtbot: QtBot) -> None:
    main = open_desk(Role.HELPDESK)
    main.ticket_dock.setFloating(True)
    for _ in range(2):
        main.activateWindow()
        main.table.setFocus()
        qtbot.waitUntil(main.table.hasFocus, timeout=PATIENCE_MS)
        QTest.keyClick(main.table, Qt.Key.Key_E)
        assert main.ticket_view.form is not None
        field = main.ticket_view.form.fields["description"].input
        qtbot.waitUntil(field.hasFocus, timeout=PATIENCE_MS)


def test_a_ticket_is_entered_at_its_text_and_not_at_what_would_change_it(open_desk: OpenDesk) -> None:
    main = open_desk(Role.HELPDESK)
    QTest.keyClick(main.table, Qt.Key.Key_Return)
    assert focused() is main.ticket_view.text
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    QTest.keyClick(main.table, Qt.Key.Key_F6)
    assert focused() is main.ticket_view.text
    QTest.keyClick(focused(), Qt.Key.Key_J)
    assert main.shown_ticket == 1


def test_keys_move_from_ticket_to_ticket_whatever_pane_has_the_focus(open_desk: OpenDesk) -> None:
    main = open_desk(Role.HELPDESK)
    QTest.keyClick(main.table, Qt.Key.Key_Return)
    assert main.ticket_dock.isAncestorOf(focused())
    QTest.keyClicks(focused(), "j")
    assert main.table.chosen_ids() == [1]
    QTest.keyClicks(focused(), "kk")
    assert main.table.chosen_ids() == [3]
    QTest.keyClick(focused(), Qt.Key.Key_J, Qt.KeyboardModifier.ShiftModifier)
    assert main.table.chosen_ids() == [3, 2]
    main.table.setFocus()
    QTest.keyClick(main.table, Qt.Key.Key_K, Qt.KeyboardModifier.ShiftModifier)
    assert main.table.chosen_ids() == [3]


def test_unread_tickets_are_gone_through_and_marked_by_key(
    open_desk: OpenDesk, other: HelpDesk, ask: Ask, qtbot: QtBot
) -> None:
    main = open_desk(Role.HELPDESK)
    ask(other.post_message(3, "It burns"))
    unread = main.finding.unread.unread
    qtbot.waitUntil(lambda: 3 in unread, timeout=PATIENCE_MS)
    QTest.keyClicks(main.table, "n")
    assert main.table.chosen_ids() == [3]
    main.jump_to(1)
    QTest.keyClicks(main.table, "u")
    assert 1 in unread


def test_what_is_copied_is_numbers_or_whole_lines(open_desk: OpenDesk) -> None:
    main = open_desk(Role.HELPDESK)
    main.table.choose_all([1, 2])
    control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(main.table, Qt.Key.Key_C, control | shift)
    assert QGuiApplication.clipboard().text() == "#2, #1"
    QTest.keyClick(main.table, Qt.Key.Key_C, control)
    assert QGuiApplication.clipboard().text() == "#2 No WiFi\n#1 The lift is stuck"


def test_what_stands_beside_a_table_that_does_not_show_it_is_copied_all_the_same(open_desk: OpenDesk) -> None:
    main = open_desk(Role.HELPDESK)
    main.list.show_view(NamedView.IN_WORK)
    assert main.table.chosen_ids() == []
    QTest.keyClick(main.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert QGuiApplication.clipboard().text() == "#2"


def test_esc_ends_a_search_from_the_table_and_undoes_no_closing(
    open_desk: OpenDesk, other: HelpDesk, ask: Ask, qtbot: QtBot
) -> None:
    ask(other.activate_ticket(2))
    main = open_desk(Role.HELPDESK)
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


def test_the_sheet_lies_over_the_window_and_lets_no_other_key_act(open_desk: OpenDesk) -> None:
    main = open_desk(Role.HELPDESK)
    done = acted(main)
    QTest.keyClicks(main.table, "?")
    assert main.steering.sheet.isVisible()
    QTest.keyClicks(focused(), "acr1jn")
    assert done == [Command.SHEET]
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    assert not main.steering.sheet.isVisible()
    assert main.table.hasFocus()


def test_views_are_chosen_by_number_and_panes_one_after_the_other(open_desk: OpenDesk) -> None:
    main = open_desk(Role.HELPDESK)
    assert main.rail is not None
    QTest.keyClick(main.table, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    first = next(iter(main.rail.views))
    assert main.list.listing.shown_view is first
    QTest.keyClick(main.table, Qt.Key.Key_F6)
    assert main.ticket_dock.isAncestorOf(focused())
    QTest.keyClick(focused(), Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert main.table.hasFocus()


@pytest.mark.parametrize("floats", [False, True])
def test_an_analysis_is_one_of_the_panes_while_it_is_in_sight(floats: bool, open_desk: OpenDesk, qtbot: QtBot) -> None:
    main = open_desk(Role.HELPDESK)
    analyses = main.analyses
    assert analyses is not None
    # Its plot alone takes no focus.
    analyses.show(Analysis.CATEGORY_LOAD)
    qtbot.waitUntil(lambda: analyses.dock is not None and analyses.dock.isVisible(), timeout=PATIENCE_MS)
    dock = analyses.dock
    assert dock is not None
    dock.setFloating(floats)
    main.steering.moving.to_table()
    qtbot.waitUntil(main.table.hasFocus)
    QTest.keyClick(main.table, Qt.Key.Key_F6)
    qtbot.waitUntil(lambda: dock.isAncestorOf(focused()))
    QTest.keyClick(focused(), Qt.Key.Key_F6)
    qtbot.waitUntil(lambda: main.ticket_dock.isAncestorOf(focused()))
    QTest.keyClick(focused(), Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: dock.isAncestorOf(focused()))
    analyses.show(None)
    main.steering.moving.to_table()
    qtbot.waitUntil(main.table.hasFocus)
    QTest.keyClick(main.table, Qt.Key.Key_F6)
    qtbot.waitUntil(lambda: main.ticket_dock.isAncestorOf(focused()))


def test_a_message_to_several_is_begun_by_the_same_key(open_desk: OpenDesk) -> None:
    main = open_desk(Role.HELPDESK)
    assert main.work is not None
    main.table.selectAll()
    QTest.keyClicks(main.table, "r")
    assert main.work.selection.editor.hasFocus()
