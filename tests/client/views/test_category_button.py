"""Everybody reads the category; only who may correct it has the menu."""

import pytest
from pytestqt.qtbot import QtBot

from campusdesk.rules import Category
from client.text import category_words
from client.views.category_button import CategoryButton
from client.views.theme.theme import Theme


@pytest.fixture
def button(theme: Theme, qtbot: QtBot) -> CategoryButton:
    button = CategoryButton(theme)
    qtbot.addWidget(button)
    return button


@pytest.mark.parametrize("category", Category)
def test_the_category_is_said_and_read_out(category: Category, button: CategoryButton) -> None:
    button.show_category(category, correctable=False)
    assert button.text() == category_words(category)
    assert button.accessibleName() == f"Category: {category_words(category)}"
    assert not button.icon().isNull()


def test_who_may_not_correct_it_has_no_menu(button: CategoryButton) -> None:
    button.show_category(Category.TECHNICAL_IT, correctable=True)
    assert button.menu() is not None
    button.show_category(Category.TECHNICAL_IT, correctable=False)
    assert button.menu() is None
    assert button.toolTip() == ""


def test_another_category_is_a_correction_and_the_same_is_none(button: CategoryButton) -> None:
    wanted: list[object] = []
    button.corrected.connect(wanted.append)
    button.show_category(Category.TECHNICAL_IT, correctable=True)
    for action in button.menu().actions():
        action.trigger()
    assert wanted == [Category.FACILITY_MANAGEMENT, Category.SERVICES_COMPLAINTS]
    # What is shown changes only when the server says so.
    assert button.text() == category_words(Category.TECHNICAL_IT)
