"""The room that a shape and its words take in a wide table: statuses and categories, in the language that is spoken."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFont, QFontMetrics

from campusdesk.rules import Category, Status
from client.models.columns import Column
from client.text import category_words, status_words
from client.views.cell_painter import PADDING
from client.views.theme import tokens

# Pixels between a shape and its words, and between these and how sure the server is.
_GAP = 8
# The widest of what may stand there, and what a word has after it where the server is not sure.
_SURENESS, _DOUBT = "88 %", "?"


def shape_rooms(font: QFont) -> dict[Column, int]:
    """Return how wide the columns have to be in which nothing of these words is left out."""
    small = QFont(font)
    small.setPixelSize(tokens.SMALL)
    beside = _GAP + QFontMetrics(small).horizontalAdvance(_SURENESS)
    closing = QCoreApplication.translate("TicketDelegate", "closing")
    return {
        Column.STATUS: _room(font, [closing, *map(status_words, Status)]),
        Column.CATEGORY: _room(font, [category_words(category) + _DOUBT for category in Category]) + beside,
    }


def _room(font: QFont, words: Iterable[str]) -> int:
    return 2 * PADDING + tokens.ICON + _GAP + max(map(QFontMetrics(font).horizontalAdvance, words))
