"""No status or category is cut off beside its shape, whatever the language."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QApplication

from campusdesk.rules import Category, Status
from client.languages import Language
from client.models.columns import Column
from client.text import category_words, status_words
from client.views.shape_rooms import shape_rooms

# Pixels of a cell beside its words: shape, gap and what is left free on both sides.
BESIDE = 16 + 8 + 2 * 10


@pytest.mark.parametrize("language", Language)
def test_all_words_fit_beside_their_shapes(
    language: Language, qapp: QApplication, spoken: Callable[[Language], None]
) -> None:
    spoken(language)
    rooms, metrics = shape_rooms(qapp.font()), QFontMetrics(qapp.font())
    figure = metrics.horizontalAdvance("88 %")
    for column, words, beside in (
        (Column.STATUS, [status_words(status) for status in Status], BESIDE),
        (Column.CATEGORY, [f"{category_words(category)}?" for category in Category], BESIDE + figure),
    ):
        for each in words:
            assert metrics.elidedText(each, Qt.TextElideMode.ElideRight, rooms[column] - beside) == each


def test_they_take_more_room_in_larger_letters(qapp: QApplication) -> None:
    large = QFont(qapp.font())
    large.setPixelSize(26)
    assert all(room > shape_rooms(qapp.font())[column] for column, room in shape_rooms(large).items())
