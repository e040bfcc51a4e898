"""Lines of an icon and words, as plain text; a line without words is not there."""

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from client.settings import Theme as ThemeChoice
from client.views.facts_list import FactsList
from client.views.theme.theme import Theme
from tests.client.views.answers import HOSTILE, LONG_WORD


@pytest.fixture
def facts(theme: Theme, qtbot: QtBot) -> FactsList:
    facts = FactsList(theme, {"place": "Where", "contact": "How to reach the reporter"})
    qtbot.addWidget(facts)
    facts.show()
    return facts


def visible(facts: FactsList, name: str) -> list[bool]:
    return [part.isVisible() for part in facts.findChildren(QWidget) if part.accessibleName() == name]


def test_a_line_without_words_is_left_out_with_its_icon(facts: FactsList) -> None:
    facts.show_words("place", "B-105")
    facts.show_words("contact", "")
    assert visible(facts, "Where") == [True, True]
    assert visible(facts, "How to reach the reporter") == [False, False]
    facts.show_words("contact", "ext. 4711")
    assert visible(facts, "How to reach the reporter") == [True, True]


def test_words_are_shown_as_they_were_written(facts: FactsList) -> None:
    facts.show_words("place", HOSTILE)
    assert facts.words("place") == HOSTILE


def test_a_word_without_end_widens_nothing(facts: FactsList) -> None:
    facts.show_words("place", "B-105")
    before = facts.minimumSizeHint().width()
    facts.show_words("place", LONG_WORD)
    assert facts.minimumSizeHint().width() == before


def test_the_icons_follow_the_theme(facts: FactsList, theme: Theme) -> None:
    mark = facts.findChildren(QLabel)[0]
    light = mark.pixmap().toImage()
    theme.choose(ThemeChoice.DARK)
    assert mark.pixmap().toImage() != light
