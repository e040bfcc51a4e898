"""A picture of an analysis for a report: what it is, its number, its plot, the legend, and what all that is true for.

It is in the colours of the light look whatever the desk's is: reports are white, and are printed.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QImage, QPainter
from PySide6.QtWidgets import QWidget

from client.text import exact_words
from client.views.numbers import tickets_words
from client.views.theme import tokens
from client.views.theme.tokens import LIGHT

if TYPE_CHECKING:
    from client.models.series import Stamp
    from client.views.analysis_panel import AnalysisPanel

# Pixels of the plot at least, around everything, between two parts, and of the head with its number.
_LEAST, _MARGIN, _GAP, _HEAD = QSize(720, 300), 24, 12, 44
_LEFT, _RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
_MIDDLE, _WRAPPED = Qt.AlignmentFlag.AlignVCenter, Qt.TextFlag.TextWordWrap


def picture(panel: "AnalysisPanel[Any]", title: str, factor: float) -> QImage:
    """Return what the panel plots, with `factor` pixels for one of the desk's; it must have a result."""
    series, part = panel.series(), panel.pictured
    assert series is not None  # noqa: S101 - the menu offers it with a result alone
    # So large at least that it can be read in a report.
    with panel.plot.dressed_in(LIGHT), _sized(part, part.size().expandedTo(_LEAST)):
        panel.plot.settle()
        line = QFontMetrics(_font(tokens.SMALL)).height()
        foot = 2 * line + _GAP if panel.legend.explains else line
        size = QSize(part.width() + 2 * _MARGIN, part.height() + 2 * _MARGIN + line + _HEAD + foot + 3 * _GAP)
        image = QImage(size * factor, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(factor)
        image.fill(QColor(LIGHT.surface))
        painter = QPainter(image)
        painter.translate(_MARGIN, _MARGIN)
        _write(painter, QRect(0, 0, part.width(), line), title, tokens.SMALL)
        painter.translate(0, line + _GAP)
        _paint_head(painter, panel, part.width())
        painter.translate(0, _HEAD + _GAP)
        _paint_part(painter, part)
        painter.translate(0, part.height() + _GAP)
        _paint_foot(painter, panel, _as_of_words(series.stamp), QSize(part.width(), line))
        painter.end()
    return image


@contextmanager
def _sized(part: QWidget, size: QSize) -> Iterator[None]:
    """Have the part of another size, without anybody seeing it."""
    before = part.size()
    part.resize(size)
    try:
        yield
    finally:
        part.resize(before)


def _paint_head(painter: QPainter, panel: "AnalysisPanel[Any]", width: int) -> None:
    number = panel.number.text()
    room = QFontMetrics(_font(tokens.HEADLINE, bold=True)).horizontalAdvance(number)
    _write(painter, QRect(0, 0, room, _HEAD), number, tokens.HEADLINE, LIGHT.text, bold=True)
    _write(painter, QRect(room + _GAP, 0, width - room - _GAP, _HEAD), panel.words.text(), tokens.BODY)


def _paint_foot(painter: QPainter, panel: "AnalysisPanel[Any]", as_of: str, line: QSize) -> None:
    if panel.legend.explains:
        with _sized(panel.legend, QSize(line.width(), panel.legend.sizeHint().height())):
            panel.legend.paint(painter)
        painter.translate(0, line.height() + _GAP)
    measure = QFontMetrics(_font(tokens.SMALL))
    room = line.width() - measure.horizontalAdvance(as_of) - _GAP
    note = measure.elidedText(panel.note.text(), Qt.TextElideMode.ElideRight, room)
    _write(painter, QRect(QPoint(0, 0), line), note, tokens.SMALL)
    _write(painter, QRect(QPoint(0, 0), line), as_of, tokens.SMALL, side=_RIGHT)


def _paint_part(painter: QPainter, part: QWidget) -> None:
    # Not its ground, which is the desk's.
    part.render(painter, QPoint(0, 0), renderFlags=QWidget.RenderFlag.DrawChildren)


def _write(
    painter: QPainter,
    room: QRect,
    words: str,
    pixels: int,
    colour: str = LIGHT.muted,
    *,
    bold: bool = False,
    side: Qt.AlignmentFlag = _LEFT,
) -> None:
    painter.setFont(_font(pixels, bold=bold))
    painter.setPen(QColor(colour))
    painter.drawText(room, int(side | _MIDDLE) | int(_WRAPPED), words)


def _font(pixels: int, *, bold: bool = False) -> QFont:
    font = QFont()
    font.setPixelSize(pixels)
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return font


def _as_of_words(stamp: "Stamp") -> str:
    """Return what it is true for; a picture is looked at another day."""
    words = QCoreApplication.translate("AnalysisPicture", "as of %1, %2")
    as_of = stamp.in_zone(exact_words(stamp.as_of_us, stamp.zone))
    return words.replace("%1", as_of).replace("%2", tickets_words(stamp.ticket_count))
