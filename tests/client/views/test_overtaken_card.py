"""The other person's text is shown, and taken only when it is wanted."""

import pytest
from pytestqt.qtbot import QtBot

from client.views.overtaken_card import OvertakenCard
from client.views.theme.theme import Theme
from tests.client.views.answers import HOSTILE


@pytest.fixture
def card(theme: Theme, qtbot: QtBot) -> OvertakenCard:
    card = OvertakenCard(theme)
    qtbot.addWidget(card)
    return card


def test_it_is_hidden_until_somebody_was_quicker(card: OvertakenCard) -> None:
    assert card.isHidden()
    card.show_theirs("B-106")
    assert card.isVisible()
    assert card.theirs.toPlainText() == "B-106"


@pytest.mark.parametrize("text", ["B-106", HOSTILE, ""])
def test_what_is_taken_is_their_very_text(text: str, card: OvertakenCard, qtbot: QtBot) -> None:
    card.show_theirs(text)
    assert card.theirs.toPlainText() == (text or "(nothing)")
    with qtbot.waitSignal(card.taken) as taken:
        card.take.click()
    assert taken.args == [text]
    assert card.isHidden()
