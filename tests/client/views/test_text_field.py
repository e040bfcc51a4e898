"""A field counts towards its limit, refuses in words, and keeps what was typed."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from campusdesk.rules import LIMITS
from client.views.text_field import PlainEditor, TextField


@pytest.fixture
def field(qtbot: QtBot) -> TextField:
    made = TextField("description", "What is the problem?", lines=3)
    qtbot.addWidget(made)
    return made


def test_an_empty_required_text_is_refused_in_words(field: TextField) -> None:
    field.text = "   "
    assert not field.check()
    assert field.error == "Please write something first."


def test_typing_takes_the_error_away(field: TextField) -> None:
    field.check()
    field.text = "a"
    assert field.error == ""
    assert field.check()


def test_a_text_over_the_limit_is_kept_and_refused_with_its_length(field: TextField) -> None:
    field.text = "x" * (LIMITS["description"] + 3)
    assert not field.check()
    assert "3" in field.error
    assert len(field.text) == LIMITS["description"] + 3


def test_a_huge_paste_is_cut_to_what_fits_and_says_so(field: TextField) -> None:
    field.text = "x" * 10
    assert isinstance(field.input, PlainEditor)
    field.input.moveCursor(field.input.textCursor().MoveOperation.End)
    data = QMimeData()
    data.setText("y" * 1_000_000)
    field.input.insertFromMimeData(data)
    assert len(field.text) == LIMITS["description"]
    assert "10,000" in field.error.replace(".", ",").replace("10000", "10,000")


def test_ctrl_enter_submits_and_enter_makes_a_line(field: TextField, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(field.submitted):
        QTest.keyClick(field.input, Qt.Key.Key_Return)
    with qtbot.waitSignal(field.submitted):
        QTest.keyClick(field.input, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert field.text == "\n"


def test_a_locked_text_can_be_read_but_not_changed(field: TextField) -> None:
    field.text = "kept"
    field.set_locked(True)
    QTest.keyClicks(field.input, "no")
    assert field.text == "kept"
    assert isinstance(field.input, QPlainTextEdit)
    assert field.input.isReadOnly()
