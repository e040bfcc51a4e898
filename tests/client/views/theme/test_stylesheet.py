"""The one stylesheet: every colour of a theme is named by it, and Qt understands it."""

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QLabel, QPushButton, QStyle, QStyleOptionButton
from pytestqt.qtbot import QtBot

from client.views.theme.stylesheet import stylesheet
from client.views.theme.tokens import DARK, LIGHT, Tokens


@pytest.mark.parametrize("colours", [LIGHT, DARK])
def test_nothing_is_left_to_be_filled_in_and_qt_reads_it(colours: Tokens, qtbot: QtBot) -> None:
    sheet = stylesheet(colours)
    assert "$" not in sheet
    assert sheet.count("{") == sheet.count("}")
    label = QLabel("away")
    qtbot.addWidget(label)
    label.setProperty("tone", "danger")
    label.setStyleSheet(sheet)
    label.ensurePolished()
    assert label.palette().windowText().color().name().upper() == colours.danger


def test_the_looks_differ() -> None:
    assert stylesheet(LIGHT) != stylesheet(DARK)


@pytest.mark.parametrize("colours", [LIGHT, DARK])
def test_the_marks_in_menus_are_there_in_the_colour_of_words(colours: Tokens) -> None:
    marks = re.findall(r'url\("(.+?)"\)', stylesheet(colours))
    assert len(marks) == 2
    for mark in marks:
        assert re.findall('stroke="(#.+?)"', Path(mark).read_text("utf-8")) == [colours.text]


@pytest.mark.parametrize(
    "kind", ["", "primary", "quiet", "icon", "row", "choice", "brief", "link", "bar", "filter", "rail", "role"]
)
def test_a_button_that_is_pressed_shows_it(kind: str, qtbot: QtBot) -> None:
    button = QPushButton()
    qtbot.addWidget(button)
    button.setProperty("kind", kind)
    button.setStyleSheet(stylesheet(LIGHT))
    button.resize(60, 40)

    def ground(state: QStyle.StateFlag) -> str:
        picture = QPixmap(button.size())
        picture.fill("#123456")
        option = QStyleOptionButton()
        button.initStyleOption(option)
        option.state = QStyle.StateFlag.State_Enabled | QStyle.StateFlag.State_MouseOver | state
        painter = QPainter(picture)
        button.style().drawControl(QStyle.ControlElement.CE_PushButtonBevel, option, painter, button)
        painter.end()
        return picture.toImage().pixelColor(30, 20).name()

    assert ground(QStyle.StateFlag.State_Sunken) != ground(QStyle.StateFlag.State_Raised)
