"""Paints the entries of a history: when, and under it who did what, wrapped and always as plain text."""

from collections.abc import Callable
from math import ceil

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextLayout
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from client.models.history import TimeRole
from client.text import moment_words
from client.views.theme import tokens
from client.views.theme.theme import Theme
from client.views.wrapped_text import wrapped

Index = QModelIndex | QPersistentModelIndex

_MARGIN, _BETWEEN, _GAP = 20, 8, 2


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
        _, height = self._sentence(index)
        return QSize(self._view.viewport().width(), self._when_height() + _GAP + ceil(height) + 2 * _BETWEEN)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the time, muted, and the sentence under it."""
        room = QRect(option.rect).adjusted(_MARGIN, _BETWEEN, -_MARGIN, -_BETWEEN)
        painter.save()
        painter.setFont(self._when_font)
        painter.setPen(QColor(self._theme.tokens.muted))
        painter.drawText(room, Qt.AlignmentFlag.AlignTop, moment_words(index.data(TimeRole), self._clock()))
        painter.setPen(QColor(self._theme.tokens.text))
        # Marks piled on one letter are drawn far above and below its line.
        painter.setClipRect(option.rect, Qt.ClipOperation.IntersectClip)
        layout, _ = self._sentence(index)
        layout.draw(painter, QPointF(room.left(), room.top() + self._when_height() + _GAP))
        painter.restore()

    def _when_height(self) -> int:
        return QFontMetrics(self._when_font).height()

    def _sentence(self, index: Index) -> tuple[QTextLayout, float]:
        layout, _, height = wrapped(str(index.data()), self._what_font, self._view.viewport().width() - 2 * _MARGIN)
        return layout, height
