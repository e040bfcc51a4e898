"""A text to be read: as it was written, wrapped, and still while it is read."""

import pytest
from PySide6.QtGui import QColor, QTextCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from client.views.reading_text import ReadingText
from client.views.theme.tokens import LIGHT
from tests.client.views.answers import HOSTILE, LONG_WORD


@pytest.fixture
def text(qtbot: QtBot) -> ReadingText:
    text = ReadingText("What is the problem")
    qtbot.addWidget(text)
    text.resize(300, 200)
    text.show()
    return text


def test_it_is_shown_as_it_was_written(text: ReadingText) -> None:
    text.show_text(HOSTILE)
    assert text.toPlainText() == HOSTILE


def test_nobody_writes_in_it(text: ReadingText) -> None:
    text.show_text("No light")
    QTest.keyClicks(text, "x")
    assert text.toPlainText() == "No light"


def test_the_same_text_again_leaves_what_is_selected(text: ReadingText) -> None:
    text.show_text("No light in B-105")
    cursor = text.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.NextWord, QTextCursor.MoveMode.KeepAnchor)
    text.setTextCursor(cursor)
    text.show_text("No light in B-105")
    assert text.textCursor().selectedText() == "No "


def test_it_asks_for_the_height_of_its_text_in_its_width(text: ReadingText) -> None:
    text.show_text("word " * 60)
    wide = text.sizeHint().height()
    text.resize(150, 200)
    assert text.sizeHint().height() > wide * 1.5
    text.show_text("word")
    assert text.sizeHint().height() < wide


def test_a_word_without_end_is_wrapped(text: ReadingText) -> None:
    text.show_text("y")
    narrow = text.minimumSizeHint().width()
    text.show_text(LONG_WORD)
    assert text.minimumSizeHint().width() == narrow
    assert text.document().size().width() <= text.viewport().width()


def test_what_was_searched_is_marked_in_this_text_and_the_next(text: ReadingText) -> None:
    def marked() -> list[tuple[str, QColor]]:
        marks = text.extraSelections()
        return [(mark.cursor.selectedText(), mark.format.background().color()) for mark in marks]

    text.show_text("\U0001f4a1 Lámp flickers, lamps too")
    text.mark(("lam",), LIGHT)
    assert marked() == [("Lám", QColor(LIGHT.mark)), ("lam", QColor(LIGHT.mark))]
    text.show_text("another lamp")
    assert [words for words, _ in marked()] == ["lam"]
    text.mark((), LIGHT)
    assert (marked(), text.toPlainText()) == ([], "another lamp")
