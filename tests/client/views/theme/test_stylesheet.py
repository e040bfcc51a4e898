"""The one stylesheet: every colour of a theme is named by it, and Qt understands it."""

import re
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
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
