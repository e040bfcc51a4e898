"""Leaving a role takes one click, or two when something typed would be lost."""

from pytestqt.qtbot import QtBot

from client.views.switch_button import SwitchButton
from client.views.theme.theme import Theme


def test_one_click_leaves_when_nothing_is_typed(qtbot: QtBot, theme: Theme) -> None:
    button = SwitchButton(theme, lambda: False)
    qtbot.addWidget(button)
    with qtbot.waitSignal(button.confirmed, timeout=1_000):
        button.click()


def test_what_is_typed_is_asked_about_first(qtbot: QtBot, theme: Theme) -> None:
    button = SwitchButton(theme, lambda: True)
    qtbot.addWidget(button)
    with qtbot.assertNotEmitted(button.confirmed):
        button.click()
    assert button.text() == "Switch and lose what you typed?"
    with qtbot.waitSignal(button.confirmed, timeout=1_000):
        button.click()
    assert button.text() == "Switch role"
