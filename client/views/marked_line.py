"""One line of plain text with what was searched for marked in it, and in sight."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QTextLayout, QTextOption

from campusdesk.terms import hits
from client.views.marking import ranges
from client.views.theme.tokens import Tokens

# Characters that stay before a hit which would not be in sight.
_BEFORE = 16
_MORE = "…"


@dataclass(frozen=True, slots=True)
class Marks:
    """The terms that were searched for, and the number of the ticket that was (0: none)."""

    wanted: tuple[str, ...] = ()
    number: int = 0


def paint_line(painter: QPainter, rect: QRect, words: str, wanted: Sequence[str], colours: Tokens) -> None:
    """Paint the words, cut to the place, with the terms in it marked."""
    metrics = painter.fontMetrics()
    shown = in_sight(words, wanted, metrics, rect.width())
    elided = metrics.elidedText(shown, Qt.TextElideMode.ElideRight, rect.width())
    marks = ranges(elided, wanted, colours)
    if marks:
        _paint_marked(painter, rect, elided, marks)
    else:
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, elided)


def _paint_marked(painter: QPainter, rect: QRect, words: str, marks: Sequence[QTextLayout.FormatRange]) -> None:
    layout = QTextLayout(words, painter.font())
    # As other lines stand, also where the words are written from right to left.
    layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute))
    layout.setFormats(list(marks))
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(rect.width() + 1)
    layout.endLayout()
    metrics = painter.fontMetrics()
    base = rect.top() + (rect.height() - metrics.height()) // 2 + metrics.ascent()
    layout.draw(painter, QPointF(rect.left(), base - line.ascent()))


def in_sight(words: str, wanted: Sequence[str], metrics: QFontMetrics, width: int) -> str:
    """Return the words, less of their beginning when the first hit would not be in sight in so many pixels."""
    found = hits(words, wanted)
    if not found:
        return words
    first, last = found[0]
    more = _MORE if last < len(words) else ""
    if metrics.horizontalAdvance(words[:last] + more) <= width:
        return words
    # Not within a word, where another begins close by.
    space = words.find(" ", max(0, first - _BEFORE), first)
    begin = space + 1 if space >= 0 else max(0, first - _BEFORE)
    if metrics.horizontalAdvance(_MORE + words[begin:last] + more) > width:
        begin = first
    return _MORE + words[begin:]
