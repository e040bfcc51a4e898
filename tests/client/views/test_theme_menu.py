"""The look is chosen in a menu, and the menu says which one is in force."""

import pytest
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from client.settings import Theme as ThemeChoice
from client.views.theme.theme import Theme
from client.views.theme_menu import ThemeMenu


@pytest.fixture
def menu(theme: Theme, qtbot: QtBot) -> ThemeMenu:
    menu = ThemeMenu(theme)
    qtbot.addWidget(menu)
    return menu


def action(menu: ThemeMenu, words: str) -> QAction:
    return next(each for each in menu.menu().actions() if each.text() == words)


@pytest.mark.parametrize(
    ("words", "choice"),
    [("System look", ThemeChoice.SYSTEM), ("Light", ThemeChoice.LIGHT), ("Dark", ThemeChoice.DARK)],
)
def test_a_look_is_in_force_when_it_is_told(
    words: str, choice: ThemeChoice, menu: ThemeMenu, theme: Theme, qtbot: QtBot
) -> None:
    in_force: list[ThemeChoice] = []
    menu.chosen.connect(lambda _choice: in_force.append(theme.choice))
    with qtbot.waitSignal(menu.chosen) as chosen:
        action(menu, words).trigger()
    assert chosen.args == [choice]
    assert in_force == [choice]
    assert menu.text() == words
    assert menu.accessibleName() == f"Look: {words}"


def test_a_look_that_was_chosen_elsewhere_is_marked(menu: ThemeMenu, theme: Theme) -> None:
    theme.choose(ThemeChoice.DARK)
    assert [each.text() for each in menu.menu().actions() if each.isChecked()] == ["Dark"]
    assert menu.text() == "Dark"
