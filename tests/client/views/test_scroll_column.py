"""What is higher than its place scrolls, and is squeezed in neither direction."""

import pytest
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from client.views.labels import plain_label
from client.views.reading_text import ReadingText
from client.views.scroll_column import ScrollColumn
from tests.client.views.answers import LONG_WORD, PATIENCE_MS

Place = tuple[QWidget, ScrollColumn, ReadingText]


@pytest.fixture
def place(qtbot: QtBot) -> Place:
    """Give a column with a text and a button in it, over a foot of 40 pixels."""
    whole, column, text = QWidget(), ScrollColumn(), ReadingText("text")
    qtbot.addWidget(whole)
    column.lines.addWidget(text)
    column.lines.addWidget(QPushButton("last"))
    lines = QVBoxLayout(whole)
    foot = plain_label("foot")
    foot.setFixedHeight(40)
    lines.addWidget(column, 1)
    lines.addWidget(foot)
    whole.resize(300, 300)
    whole.show()
    return whole, column, text


def test_a_short_column_has_no_scroll_bar(place: Place) -> None:
    _, column, text = place
    text.show_text("short")
    assert not column.verticalScrollBar().isVisible()


def test_a_long_text_gets_all_its_height_and_the_foot_stays_in_sight(place: Place, qtbot: QtBot) -> None:
    whole, column, text = place
    text.show_text("word " * 300)
    qtbot.waitUntil(column.verticalScrollBar().isVisible, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: text.height() >= text.document().size().height(), timeout=PATIENCE_MS)
    assert column.geometry().bottom() < whole.height() - 40


def test_a_word_without_end_is_not_cut_at_the_side(place: Place, qtbot: QtBot) -> None:
    _, column, text = place
    text.show_text(LONG_WORD * 20)
    qtbot.waitUntil(column.verticalScrollBar().isVisible, timeout=PATIENCE_MS)
    assert text.width() <= column.viewport().width()


def test_a_part_out_of_sight_is_scrolled_to(place: Place, qtbot: QtBot) -> None:
    _, column, text = place
    text.show_text("word " * 300)
    button = column.findChild(QPushButton)
    assert isinstance(button, QPushButton)
    qtbot.waitUntil(lambda: button.visibleRegion().isEmpty(), timeout=PATIENCE_MS)
    column.show_part(button)
    qtbot.waitUntil(lambda: button.visibleRegion().boundingRect() == button.rect(), timeout=PATIENCE_MS)


def test_a_part_that_is_higher_than_its_place_is_shown_from_its_beginning(place: Place, qtbot: QtBot) -> None:
    _, column, text = place
    text.show_text("word " * 300)
    bar = column.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0, timeout=PATIENCE_MS)
    bar.setValue(bar.maximum())
    column.show_part(text)
    qtbot.waitUntil(lambda: bar.value() == 0, timeout=PATIENCE_MS)


def test_it_asks_for_what_its_parts_need_before_they_are_laid_out(qtbot: QtBot) -> None:
    column, part = ScrollColumn(), QWidget()
    qtbot.addWidget(column)
    part.setFixedHeight(200)
    part.hide()
    column.lines.addWidget(part)
    least = column.sizeHint().height()
    part.show()
    assert column.sizeHint().height() >= least + 200
