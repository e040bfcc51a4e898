"""Paints the entries of a history: when, and under it who did what, wrapped and always as plain text."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from client.models.history import TimeRole
from client.text import moment_words
from client.views.theme import tokens
from client.views.theme.theme import Theme

Index = QModelIndex | QPersistentModelIndex

_MARGIN, _BETWEEN, _GAP, _HIGHEST = 20, 8, 2, 10_000


class HistoryDelegate(QStyledItemDelegate):
    """Lays entries out in the list's present width."""

    def __init__(self, theme: Theme, view: QListView, clock: Callable[[], int]) -> None:
        """Paint for this view; `clock` tells microseconds since 1970 by the server's clock."""
        super().__init__(view)
        self._theme, self._view, self._clock = theme, view, clock
        self._when_font, self._what_font = QFont(view.font()), QFont(view.font())
        self._when_font.setPixelSize(tokens.SMALL)
        self._what_font.setPixelSize(tokens.BODY)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height that the entry takes in the present width."""
        width = self._view.viewport().width()
        room = QRect(0, 0, width - 2 * _MARGIN, _HIGHEST)
        what = QFontMetrics(self._what_font).boundingRect(room, _wrapped(), str(index.data()))
        return QSize(width, self._when_height() + _GAP + what.height() + 2 * _BETWEEN)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the time, muted, and the sentence under it."""
        room = QRect(option.rect).adjusted(_MARGIN, _BETWEEN, -_MARGIN, -_BETWEEN)
        painter.save()
        painter.setFont(self._when_font)
        painter.setPen(QColor(self._theme.tokens.muted))
        painter.drawText(room, Qt.AlignmentFlag.AlignTop, moment_words(index.data(TimeRole), self._clock()))
        painter.setFont(self._what_font)
        painter.setPen(QColor(self._theme.tokens.text))
        painter.drawText(room.adjusted(0, self._when_height() + _GAP, 0, 0), _wrapped(), str(index.data()))
        painter.restore()

    def _when_height(self) -> int:
        return QFontMetrics(self._when_font).height()


def _wrapped() -> int:
    """Return the flags of a text that is wrapped at words, and within one where it is longer than a line."""
    flags = Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere
    return int(flags.value) | int(Qt.AlignmentFlag.AlignLeft.value) | int(Qt.AlignmentFlag.AlignTop.value)
