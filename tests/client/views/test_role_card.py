"""A card is chosen by mouse and by keyboard, and tells its words to those who do not see it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget
from pytestqt.qtbot import QtBot

from campusdesk.rules import Role
from client.views.role_card import RoleCard
from client.views.theme.theme import Theme

WORDS = ("I have a problem", "Simple user", "Report it and follow it.")


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    page = QWidget()
    qtbot.addWidget(page)
    return page


@pytest.fixture
def cards(page: QWidget, theme: Theme) -> list[RoleCard]:
    row = QHBoxLayout(page)
    cards = [RoleCard(theme, role, "person", WORDS) for role in (Role.USER, Role.HELPDESK)]
    for card in cards:
        row.addWidget(card)
    page.show()
    page.activateWindow()
    cards[0].setFocus()
    return cards


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_key_chooses_it(key: Qt.Key, cards: list[RoleCard], qtbot: QtBot) -> None:
    with qtbot.waitSignal(cards[0].clicked):
        QTest.keyClick(cards[0], key)


def test_a_click_on_its_words_chooses_it(page: QWidget, cards: list[RoleCard]) -> None:
    words = next(label for label in cards[0].findChildren(QLabel) if label.text() == WORDS[2])
    middle = words.mapTo(page, words.rect().center())
    assert page.childAt(middle) is cards[0]


@pytest.mark.parametrize(("there", "back"), [(Qt.Key.Key_Right, Qt.Key.Key_Left), (Qt.Key.Key_Down, Qt.Key.Key_Up)])
def test_the_arrow_keys_walk_between_the_cards(
    there: Qt.Key, back: Qt.Key, page: QWidget, cards: list[RoleCard]
) -> None:
    QTest.keyClick(cards[0], there)
    assert page.focusWidget() is cards[1]
    QTest.keyClick(cards[1], back)
    assert page.focusWidget() is cards[0]


def test_it_is_read_out(cards: list[RoleCard]) -> None:
    assert cards[0].accessibleName() == WORDS[0]
    assert cards[0].accessibleDescription() == "Simple user. Report it and follow it."
