"""What was picked is said in words, and left by a button."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from client.models.picked import Picked
from client.views.pick_line import PickLine
from client.views.theme.theme import Theme


@pytest.fixture
def line(theme: Theme, qtbot: QtBot) -> PickLine:
    line = PickLine(theme)
    qtbot.addWidget(line)
    return line


def test_it_is_there_while_something_is_picked(line: PickLine) -> None:
    assert line.isHidden()
    line.show_picked(Picked("<b>open</b>", frozenset({1})))
    assert (line.isHidden(), line.words.text(), line.words.textFormat()) == (
        False,
        "<b>open</b>",
        Qt.TextFormat.PlainText,
    )
    line.show_picked(None)
    assert line.isHidden()


def test_its_button_leads_back(line: PickLine, qtbot: QtBot) -> None:
    line.show_picked(Picked("open", frozenset({1})))
    assert line.end.accessibleName() == "Show the view again (Esc)"
    with qtbot.waitSignal(line.left):
        line.end.click()
