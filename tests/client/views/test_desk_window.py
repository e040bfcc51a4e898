"""One page at a time, and a window that comes back where it stood."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from client.settings import Settings
from client.views.desk_window import DeskWindow
from client.views.theme.theme import Theme


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path)


@pytest.fixture
def window(theme: Theme, settings: Settings, qtbot: QtBot) -> DeskWindow:
    window = DeskWindow(theme, settings)
    qtbot.addWidget(window)
    return window


def test_a_page_takes_the_place_of_the_one_before(window: DeskWindow, qtbot: QtBot) -> None:
    first, second = QLabel("first"), QLabel("second")
    window.show_page(first)
    window.show_page(first)
    assert window.currentWidget() is first
    with qtbot.waitSignal(first.destroyed):
        window.show_page(second)
    assert window.count() == 1
    assert window.currentWidget() is second


def test_closing_is_told_and_the_place_is_remembered(
    window: DeskWindow, settings: Settings, theme: Theme, qtbot: QtBot
) -> None:
    assert settings.geometry is None
    window.setMinimumSize(0, 0)
    window.resize(610, 420)
    with qtbot.waitSignal(window.closed):
        window.close()
    again = DeskWindow(theme, settings)
    qtbot.addWidget(again)
    assert settings.geometry is not None
    again.setMinimumSize(0, 0)
    assert again.restoreGeometry(settings.geometry)
    assert (again.width(), again.height()) == (610, 420)
