"""The bar takes no room while nothing is done, and never more than a few lines."""

import pytest
from pytestqt.qtbot import QtBot

from client.views.theme.theme import Theme
from client.views.work_bar import WorkBar


@pytest.fixture
def bar(theme: Theme, qtbot: QtBot) -> WorkBar:
    bar = WorkBar(theme)
    qtbot.addWidget(bar)
    return bar


def test_it_is_there_while_there_is_something_to_say(bar: WorkBar) -> None:
    assert bar.isHidden()
    line = bar.add()
    assert not bar.isHidden()
    line.put_away()
    assert bar.isHidden()
    assert bar.lines == []


def test_the_older_ones_come_back_as_the_newer_ones_go(bar: WorkBar) -> None:
    lines = [bar.add() for _ in range(6)]
    assert [line.isHidden() for line in lines] == [True, True, False, False, False, False]
    lines[5].put_away()
    assert [line.isHidden() for line in lines[:5]] == [True, False, False, False, False]


def test_what_is_said_stands_in_place_of_what_was_said_before(bar: WorkBar) -> None:
    working = bar.add()
    bar.say("#1 is active already.")
    bar.say("#2 is active already.")
    assert [line.words for line in bar.lines if line is not working] == ["#2 is active already."]
    assert bar.lines[-1].is_news
    bar.lines[-1].put_away()
    bar.say("#3 is active already.")
    assert bar.lines[0] is working
    assert len(bar.lines) == 2
