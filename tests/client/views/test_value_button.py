"""A button with a menu shows the one value that is chosen, and tells what a person chooses."""

import pytest
from pytestqt.qtbot import QtBot

from client.views.theme.theme import Theme
from client.views.value_button import ValueButton


@pytest.fixture
def button(theme: Theme, qtbot: QtBot) -> ValueButton:
    button = ValueButton(theme, "Months", {0: "All months", 12: "Last 12 months"})
    qtbot.addWidget(button)
    return button


def test_the_first_value_is_chosen(button: ValueButton) -> None:
    assert (button.value, button.text(), button.accessibleName()) == (0, "All months", "Months: All months")
    assert [action.isChecked() for action in button.menu().actions()] == [True, False]


def test_what_a_person_chooses_is_shown_and_told_once(button: ValueButton) -> None:
    told: list[int] = []
    button.chosen.connect(told.append)
    for _ in range(2):
        button.menu().actions()[1].trigger()
    assert told == [12]
    assert (button.value, button.text()) == (12, "Last 12 months")
    assert [action.isChecked() for action in button.menu().actions()] == [False, True]


def test_what_the_desk_chooses_is_not_told(button: ValueButton) -> None:
    told: list[int] = []
    button.chosen.connect(told.append)
    button.choose(12)
    assert (told, button.value) == ([], 12)


@pytest.mark.parametrize(("value", "offered"), [(12, True), (13, False), ("12", False), (False, False), (None, False)])
def test_it_knows_what_it_offers(value: object, offered: bool, button: ValueButton) -> None:
    assert button.offers(value) is offered
