"""Keys lead to where one reads and writes, and from pane to pane."""

import string
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from campusdesk.rules import Role
from campusdesk.v1 import ticket_pb2
from client.connection import Reply
from client.state import Analysis
from client.views.commands import ENTRIES
from client.views.main_window import MainWindow
from tests.client.views.answers import PATIENCE_MS

Ask = Callable[[Reply], ticket_pb2.Ticket]
OpenDesk = Callable[[Role], MainWindow]
KEYS = string.ascii_letters + string.digits + "?/"
STAFF_ONLY = {command for command, entry in ENTRIES.items() if not entry.for_users}


def focused() -> QWidget:
    """Return where the focus is."""
    now = QApplication.focusWidget()
    assert now is not None
    return now


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
    key: str, place: Callable[[MainWindow], QWidget], desk_of_three: OpenDesk, qtbot: QtBot
) -> None:
    main = desk_of_three(Role.HELPDESK)
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
def test_a_key_brings_back_the_dock_that_it_leads_to(
    key: str, floats: bool, desk_of_three: OpenDesk, qtbot: QtBot
) -> None:
    main = desk_of_three(Role.HELPDESK)
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


def test_what_is_typed_goes_into_the_form_of_a_ticket_that_floats(desk_of_three: OpenDesk, qtbot: QtBot) -> None:
    main = desk_of_three(Role.HELPDESK)
    main.ticket_dock.setFloating(True)
    for _ in range(2):
        main.activateWindow()
        main.table.setFocus()
        qtbot.waitUntil(main.table.hasFocus, timeout=PATIENCE_MS)
        QTest.keyClick(main.table, Qt.Key.Key_E)
        assert main.ticket_view.form is not None
        field = main.ticket_view.form.fields["description"].input
        qtbot.waitUntil(field.hasFocus, timeout=PATIENCE_MS)


def test_a_ticket_is_entered_at_its_text_and_not_at_what_would_change_it(desk_of_three: OpenDesk) -> None:
    main = desk_of_three(Role.HELPDESK)
    QTest.keyClick(main.table, Qt.Key.Key_Return)
    assert focused() is main.ticket_view.text
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    QTest.keyClick(main.table, Qt.Key.Key_F6)
    assert focused() is main.ticket_view.text
    QTest.keyClick(focused(), Qt.Key.Key_J)
    assert main.shown_ticket == 1


def test_keys_move_from_ticket_to_ticket_whatever_pane_has_the_focus(desk_of_three: OpenDesk) -> None:
    main = desk_of_three(Role.HELPDESK)
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


def test_views_are_chosen_by_number_and_panes_one_after_the_other(desk_of_three: OpenDesk) -> None:
    main = desk_of_three(Role.HELPDESK)
    assert main.rail is not None
    QTest.keyClick(main.table, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    first = next(iter(main.rail.views))
    assert main.list.listing.shown_view is first
    QTest.keyClick(main.table, Qt.Key.Key_F6)
    assert main.ticket_dock.isAncestorOf(focused())
    QTest.keyClick(focused(), Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert main.table.hasFocus()


@pytest.mark.parametrize("floats", [False, True])
def test_an_analysis_is_one_of_the_panes_while_it_is_in_sight(
    floats: bool, desk_of_three: OpenDesk, qtbot: QtBot
) -> None:
    main = desk_of_three(Role.HELPDESK)
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
