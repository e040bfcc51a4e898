"""Keys act in every pane, floating ones too, but never while a text is typed or a menu is open."""

from functools import partial

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDockWidget,
    QLineEdit,
    QMainWindow,
    QMenu,
    QPlainTextEdit,
    QTableWidget,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from campusdesk.rules import Role
from client.views.commands import Command
from client.views.keyboard import Keyboard
from client.views.labels import copyable_label

_LETTERS = "a1?/"


class Window:
    """A window in a window, as the desk's are, with one pane of each kind that takes or shows text."""

    def __init__(self) -> None:
        self.outer, self.main = QMainWindow(), QMainWindow()
        self.outer.setCentralWidget(self.main)
        self.table, self.line, self.field, self.reading = QTableWidget(3, 1), QLineEdit(), QPlainTextEdit(), QTextEdit()
        self.reading.setReadOnly(True)
        self.label = copyable_label("words")
        self.dock = QDockWidget("Ticket", self.main)
        content = QWidget()
        column = QVBoxLayout(content)
        for part in (self.line, self.field, self.reading, self.label):
            column.addWidget(part)
        self.dock.setWidget(content)
        self.main.setCentralWidget(self.table)
        self.main.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self.dock)
        self.keyboard = Keyboard(self.main, self.table, Role.HELPDESK)
        self.acted: list[Command] = []
        for command in (Command.ACTIVATE, Command.FACILITY, Command.SHEET, Command.SEARCH, Command.READ, Command.UNDO):
            self.keyboard.bind(command, partial(self.acted.append, command))

    def press(self, widget: QWidget, keys: str, qtbot: QtBot) -> list[Command]:
        widget.window().activateWindow()
        widget.setFocus()
        qtbot.waitUntil(widget.hasFocus)
        self.acted.clear()
        QTest.keyClicks(widget, keys)
        return self.acted


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    window = Window()
    qtbot.addWidget(window.outer)
    window.outer.show()
    window.outer.activateWindow()
    return window


_ALL = [Command.ACTIVATE, Command.FACILITY, Command.SHEET, Command.SEARCH]


@pytest.mark.parametrize("floating", [False, True])
def test_letters_act_wherever_nothing_is_typed(window: Window, floating: bool, qtbot: QtBot) -> None:
    window.dock.setFloating(floating)
    for pane in (window.table, window.reading, window.label):
        assert window.press(pane, _LETTERS, qtbot) == _ALL


@pytest.mark.parametrize("floating", [False, True])
def test_letters_are_text_where_text_is_typed(window: Window, floating: bool, qtbot: QtBot) -> None:
    window.dock.setFloating(floating)
    for field in (window.line, window.field):
        assert window.press(field, _LETTERS, qtbot) == []
    assert (window.line.text(), window.field.toPlainText()) == (_LETTERS, _LETTERS)


def test_a_field_that_is_locked_for_reading_takes_no_letters(window: Window, qtbot: QtBot) -> None:
    window.field.setReadOnly(True)
    assert window.press(window.field, "a", qtbot) == [Command.ACTIVATE]


def test_undo_is_the_text_s_own_where_one_is_typed(window: Window, qtbot: QtBot) -> None:
    window.press(window.field, "word", qtbot)
    QTest.keyClick(window.field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (window.acted, window.field.toPlainText()) == ([], "")
    window.press(window.table, "", qtbot)
    QTest.keyClick(window.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.acted == [Command.UNDO]


def test_enter_goes_into_the_ticket_from_the_table_alone(window: Window, qtbot: QtBot) -> None:
    window.press(window.table, "", qtbot)
    QTest.keyClick(window.table, Qt.Key.Key_Return)
    QTest.keyClick(window.table, Qt.Key.Key_Enter)
    assert window.acted == [Command.READ, Command.READ]
    window.press(window.reading, "", qtbot)
    QTest.keyClick(window.reading, Qt.Key.Key_Return)
    assert window.acted == []


def test_what_cannot_be_done_is_grey_in_the_menu_and_has_its_key_again_afterwards(window: Window, qtbot: QtBot) -> None:
    window.keyboard.bind(Command.CLOSE, lambda: window.acted.append(Command.CLOSE), lambda: False)
    menu = window.keyboard.menu()
    menu.popup(window.table.mapToGlobal(window.table.rect().center()))
    entries = {action.text(): action for action in menu.actions() if not action.isSeparator()}
    assert (entries["Activate"].isEnabled(), entries["Close"].isEnabled()) == (True, False)
    assert entries["Activate"].shortcut().toString() == "A"
    QTest.keyClicks(menu, "a")
    assert window.acted == [], "a menu is open"
    menu.close()
    assert window.press(window.table, "c", qtbot) == [Command.CLOSE]


def test_the_menu_has_what_is_done_with_tickets_by_its_groups(window: Window) -> None:
    window.keyboard.bind(Command.REPLY, lambda: None)
    told = ["" if action.isSeparator() else action.text() for action in window.keyboard.menu().actions()]
    assert told == [
        "Go into the ticket", "", "Activate", "Set to facility management", "", "Write a message",
    ]  # fmt: skip


def test_the_menu_opens_where_it_was_asked_for_and_goes_when_it_is_closed(window: Window, qtbot: QtBot) -> None:
    rows, at = window.table.viewport(), QPoint(30, 20)
    QApplication.sendEvent(
        rows,
        QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, rows.mapToGlobal(at), Qt.KeyboardModifier.NoModifier),
    )
    menu = QApplication.activePopupWidget()
    assert menu is not None
    assert menu.pos() == rows.mapToGlobal(at)
    menu.close()
    qtbot.waitUntil(lambda: window.table.findChildren(QMenu) == [])


def test_a_key_that_is_held_down_goes_on_through_the_table_and_does_nothing_else_twice(window: Window) -> None:
    for command in (Command.NEXT, Command.PREVIOUS, Command.EXTEND_DOWN, Command.EXTEND_UP):
        window.keyboard.bind(command, lambda: None)
    goes_on = {command for command, action in window.keyboard.actions.items() if action.autoRepeat()}
    assert goes_on == {Command.NEXT, Command.PREVIOUS, Command.EXTEND_DOWN, Command.EXTEND_UP}


def test_nothing_acts_while_the_keys_rest(window: Window, qtbot: QtBot) -> None:
    window.keyboard.rest(True, but={Command.SHEET})
    assert window.press(window.table, _LETTERS, qtbot) == [Command.SHEET]
    window.keyboard.rest(False, but=())
    assert window.press(window.table, _LETTERS, qtbot) == _ALL
