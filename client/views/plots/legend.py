"""What the colours and fills of a plot stand for, in fixed words."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from client.views.plots.canvas import Canvas
from client.views.theme import tokens

# Pixels of a swatch, between it and its words, and to the next one.
_SWATCH, _GAP, _APART = 11, 5, 14


class Entry(NamedTuple):
    """One colour and fill with its words, and shorter words for where there is little room; a mark is a diamond."""

    colour: str
    pattern: Qt.BrushStyle
    words: str
    brief: str
    is_mark: bool = False


class Legend(QWidget):
    """Stands under the plot and turns grey with it; it takes the room there is, and another line before it is cut."""

    def __init__(self, plot: Canvas) -> None:
        """Explain nothing yet."""
        super().__init__()
        self._plot = plot
        self._entries: tuple[Entry, ...] = ()
        font = QFont(self.font())
        font.setPixelSize(tokens.SMALL)
        self.setFont(font)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Explain these, from left to right."""
        if tuple(entries) != self._entries:
            self._entries = tuple(entries)
            self.setAccessibleName(", ".join(entry.words for entry in entries))
            self.updateGeometry()
        self.update()

    @property
    def explains(self) -> bool:
        """Say whether there is anything to explain."""
        return bool(self._entries)

    @property
    def least_width(self) -> int:
        """Return the pixels of the shorter words in one line."""
        return self._wide([entry.brief for entry in self._entries])

    def shown_words(self) -> list[str]:
        """Return the words that there is room for."""
        words = [entry.words for entry in self._entries]
        return words if self._wide(words) <= self.width() else [entry.brief for entry in self._entries]

    def _wide(self, words: Sequence[str]) -> int:
        measure = self.fontMetrics().horizontalAdvance
        return sum(_SWATCH + _GAP + measure(each) for each in words) + _APART * max(0, len(words) - 1)

    def lines(self) -> list[list[tuple[Entry, str]]]:
        """Return what stands in each line: all in one where that has room, which a narrow dock's may not have."""
        lines: list[list[tuple[Entry, str]]] = [[]]
        for entry, words in zip(self._entries, self.shown_words(), strict=True):
            if lines[-1] and self._wide([*(each for _, each in lines[-1]), words]) > self.width():
                lines.append([])
            lines[-1].append((entry, words))
        return lines

    def sizeHint(self) -> QSize:
        """Return the room for all words."""
        return QSize(self._wide([entry.words for entry in self._entries]), self._high)

    def minimumSizeHint(self) -> QSize:
        """Return no width: a plot's dock may be narrow."""
        return QSize(0, self._high)

    @property
    def _high(self) -> int:
        return self.fontMetrics().height() * len(self.lines())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for as many lines as this width takes."""
        super().resizeEvent(event)
        if self._high != self.height():
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a swatch of each fill and its words."""
        self.paint(QPainter(self))

    def paint(self, painter: QPainter) -> None:
        """Paint it also where it is not in sight, as for a picture: Qt would give it its place's width before."""
        painter.setFont(self.font())
        for at, line in enumerate(self.lines()):
            self._paint_line(painter, at * self.fontMetrics().height(), line)

    def _paint_line(self, painter: QPainter, above: int, line: Sequence[tuple[Entry, str]]) -> None:
        measure, left = self.fontMetrics(), 0
        top = above + (measure.height() - _SWATCH) / 2
        for entry, words in line:
            painter.setBrush(self._plot.fill(entry.colour, entry.pattern))
            painter.setPen(self._plot.outline(entry.colour))
            swatch = QRectF(left + 0.5, top, _SWATCH - 1, _SWATCH - 1)
            if entry.is_mark:
                _draw_diamond(painter, swatch)
            else:
                painter.drawRect(swatch)
            painter.setPen(QColor(self._plot.colours.muted))
            left += _SWATCH + _GAP
            room = QRectF(left, above, self.width() - left, measure.height())
            painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), words)
            left += measure.horizontalAdvance(words) + _APART


def _draw_diamond(painter: QPainter, room: QRectF) -> None:
    middle = room.center()
    corners = [
        QPointF(middle.x(), room.top()),
        QPointF(room.right() - 1, middle.y()),
        QPointF(middle.x(), room.bottom()),
        QPointF(room.left() + 1, middle.y()),
    ]
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.drawPolygon(corners)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
