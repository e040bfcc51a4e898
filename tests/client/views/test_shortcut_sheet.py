"""The sheet says every key that is bound, lies over the whole window and gives the focus back."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from campusdesk.rules import Role
from client.views.commands import Command, keys_of, sheet_lines, words_of
from client.views.shortcut_sheet import ShortcutSheet
from client.views.theme.theme import Theme


class Window(QWidget):
    """A window with a field, and the sheet of a role over it."""

    def __init__(self, theme: Theme, role: Role) -> None:
        super().__init__()
        self.field = QLineEdit()
        QVBoxLayout(self).addWidget(self.field)
        self.sheet = ShortcutSheet(theme, role, set(Command), self)
        self.resize(1000, 640)

    def said(self) -> set[str]:
        return {label.text() for label in self.sheet.findChildren(QLabel)}


@pytest.fixture
def window(theme: Theme, qtbot: QtBot) -> Window:
    window = Window(theme, Role.HELPDESK)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    window.field.setFocus()
    qtbot.waitUntil(window.field.hasFocus)
    return window


@pytest.mark.parametrize("role", [Role.USER, Role.HELPDESK])
def test_it_says_all_keys_of_its_role_and_no_others(role: Role, theme: Theme, qtbot: QtBot) -> None:
    window = Window(theme, role)
    qtbot.addWidget(window)
    window.show()
    assert window.said() == set()
    for _ in range(3):
        window.sheet.toggle()
    lines = list(sheet_lines(role, set(Command)))
    assert {words for _, words, _ in lines} | {key for _, _, keys in lines for key in keys} <= window.said()
    assert (words_of(Command.CLOSE) in window.said()) is (role is Role.HELPDESK)


def test_it_covers_the_window_and_follows_its_size(window: Window) -> None:
    window.sheet.toggle()
    assert window.sheet.geometry() == window.rect()
    window.resize(1280, 800)
    assert window.sheet.geometry() == window.rect()
    assert window.rect().contains(window.sheet.card.geometry())


def test_the_focus_is_where_it_was_once_the_sheet_is_away(window: Window) -> None:
    told: list[bool] = []
    window.sheet.toggled.connect(told.append)
    window.sheet.toggle()
    assert not window.field.hasFocus()
    window.sheet.toggle()
    assert window.field.hasFocus()
    window.sheet.put_away()
    assert told == [True, False]


def test_a_click_beside_the_card_puts_it_away_and_one_on_it_does_not(window: Window) -> None:
    window.sheet.toggle()
    card = window.sheet.card.geometry()
    QTest.mouseClick(window.sheet, Qt.MouseButton.LeftButton, pos=card.topLeft() + QPoint(4, 4))
    assert window.sheet.isVisible()
    QTest.mouseClick(window.sheet, Qt.MouseButton.LeftButton, pos=card.topLeft() - QPoint(4, 4))
    assert not window.sheet.isVisible()


def test_it_is_read_out_as_one_text(window: Window) -> None:
    window.sheet.toggle()
    focused = window.focusWidget()
    assert focused is not None
    assert f"{words_of(Command.CLOSE)}: {keys_of(Command.CLOSE)[0]}" in focused.accessibleDescription().split("\n")


def test_what_had_the_focus_may_be_gone(window: Window) -> None:
    window.sheet.toggle()
    window.field.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    window.sheet.put_away()
    assert window.sheet.isHidden()
    window.sheet.toggle()
    assert window.sheet.isVisible()
