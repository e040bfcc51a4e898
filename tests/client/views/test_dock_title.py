"""The head of a dock: its name, and buttons to float it and to put it away."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDockWidget, QLabel, QMainWindow, QPushButton
from pytestqt.qtbot import QtBot

from client.views.dock_title import DockTitle
from client.views.theme.theme import Theme

FEATURE = QDockWidget.DockWidgetFeature


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    window = QMainWindow()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def dock(window: QMainWindow) -> QDockWidget:
    dock = QDockWidget("Analyses", window)
    window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
    window.show()
    dock.show()
    return dock


def button(title: DockTitle, words: str) -> QPushButton:
    return next(each for each in title.findChildren(QPushButton) if each.accessibleName() == words)


def test_a_dock_floats_and_comes_back(dock: QDockWidget, theme: Theme) -> None:
    floating = button(DockTitle(theme, dock), "Move Analyses into its own window, or back")
    floating.click()
    assert dock.isFloating()
    floating.click()
    assert not dock.isFloating()


def test_a_dock_is_put_away(dock: QDockWidget, theme: Theme) -> None:
    button(DockTitle(theme, dock), "Put Analyses away").click()
    assert not dock.isVisible()


def test_a_dock_that_stays_has_no_button_to_put_it_away(dock: QDockWidget, theme: Theme) -> None:
    dock.setFeatures(FEATURE.DockWidgetMovable | FEATURE.DockWidgetFloatable)
    assert len(DockTitle(theme, dock).findChildren(QPushButton)) == 1


def test_it_says_the_docks_present_name(dock: QDockWidget, theme: Theme) -> None:
    title = DockTitle(theme, dock)
    dock.setWindowTitle("Backlog")
    assert [label.text() for label in title.findChildren(QLabel)] == ["Backlog"]


def test_another_head_stands_in_place_of_the_name(dock: QDockWidget, theme: Theme) -> None:
    head = QLabel("Conversation or history")
    title = DockTitle(theme, dock, head)
    assert title.findChildren(QLabel) == [head]
