"""Buttons are named for those who do not see them, and of a row of choices exactly one is chosen."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from client.settings import Theme as ThemeChoice
from client.views.buttons import Button, Choice
from client.views.theme.theme import Theme


@pytest.fixture
def choice(theme: Theme, qtbot: QtBot) -> Choice:
    choice = Choice(theme, ["hours", "days", "weeks"], "Unit", ["all", "backlog", "check"])
    qtbot.addWidget(choice)
    return choice


def words(choice: Choice) -> list[tuple[str, str]]:
    return [(button.text(), button.toolTip()) for button in choice.findChildren(QPushButton)]


def test_a_button_without_words_is_named_by_its_tooltip(theme: Theme, qtbot: QtBot) -> None:
    button = Button(theme, "Copy number", kind="icon", icon="copy")
    qtbot.addWidget(button)
    assert (button.text(), button.toolTip(), button.accessibleName()) == ("", "Copy number", "Copy number")


def test_an_icon_takes_the_colours_of_another_theme(theme: Theme, qtbot: QtBot) -> None:
    button = Button(theme, "Copy", icon="copy")
    qtbot.addWidget(button)
    light = button.icon().pixmap(16).toImage()
    theme.choose(ThemeChoice.DARK)
    assert button.icon().pixmap(16).toImage() != light


def test_the_first_is_chosen_until_a_person_chooses(choice: Choice, qtbot: QtBot) -> None:
    assert choice.index == 0
    with qtbot.waitSignal(choice.chosen) as chosen:
        choice.findChildren(QPushButton)[2].click()
    assert chosen.args == [2]
    assert choice.index == 2


def test_a_choice_that_no_person_made_is_not_told(choice: Choice, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(choice.chosen):
        choice.choose(1)
    assert choice.index == 1


def test_the_arrow_keys_go_round(choice: Choice) -> None:
    told: list[int] = []
    choice.chosen.connect(told.append)
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Up):
        QTest.keyClick(choice, key)
    assert told == [2, 0, 1]


def test_in_little_room_the_names_become_tooltips_and_come_back(choice: Choice) -> None:
    choice.set_compact(True)
    assert words(choice) == [("", "hours"), ("", "days"), ("", "weeks")]
    choice.set_compact(False)
    assert words(choice) == [("hours", ""), ("days", ""), ("weeks", "")]


def test_none_may_be_chosen_and_then_any_again(choice: Choice, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(choice.chosen):
        choice.choose(-1)
    assert choice.index == -1
    choice.findChildren(QPushButton)[1].click()
    choice.findChildren(QPushButton)[2].click()
    assert choice.index == 2
    assert [button.isChecked() for button in choice.findChildren(QPushButton)] == [False, False, True]


def test_short_names_are_read_aloud_in_full(theme: Theme, qtbot: QtBot) -> None:
    choice = Choice(theme, ["4 h"], "Period", kind="brief", spoken=["4 hours"])
    qtbot.addWidget(choice)
    (button,) = choice.findChildren(QPushButton)
    assert (button.text(), button.toolTip(), button.accessibleName()) == ("4 h", "4 hours", "4 hours")
    choice.set_compact(False)
    assert words(choice) == [("4 h", "4 hours")]
