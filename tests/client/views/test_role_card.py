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
    with qtbot.waitSignal(cards[0].chosen):
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


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_a_refused_card_says_why_and_cannot_be_chosen(key: Qt.Key, cards: list[RoleCard], qtbot: QtBot) -> None:
    cards[0].refuse("There is no key.")
    with qtbot.assertNotEmitted(cards[0].chosen):
        QTest.keyClick(cards[0], key)
        cards[0].click()
    assert cards[0].hasFocus(), "those who do not see it must come upon the reason"
    assert cards[0].accessibleName() == f"{WORDS[0]} (not available)"
    assert cards[0].accessibleDescription() == "Simple user. There is no key."
    cards[0].refuse("")
    with qtbot.waitSignal(cards[0].chosen):
        QTest.keyClick(cards[0], key)
    assert cards[0].accessibleName() == WORDS[0]


def test_no_word_of_a_long_refusal_is_cut_off(page: QWidget, cards: list[RoleCard]) -> None:
    words = "The operators of Campus Desk give out keys. " * 8
    cards[0].refuse(words)
    page.adjustSize()
    label = next(label for label in cards[0].findChildren(QLabel) if label.text() == words)
    assert label.height() >= label.heightForWidth(label.width())
    assert cards[1].height() == cards[0].height()
