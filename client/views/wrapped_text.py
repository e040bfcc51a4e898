"""Plain text laid out in lines of a width: broken between words, and within one that is longer than a line."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QTextLayout, QTextOption


def as_lines(text: str) -> str:
    """Return the text with every end of a line as the one character that a layout knows."""
    return text.replace("\r\n", "\n").replace("\n", "\u2028")


def wrapped(
    text: str,
    font: QFont,
    width: float,
    leading: float = 0.0,
    formats: Sequence[QTextLayout.FormatRange] = (),
) -> tuple[QTextLayout, float, float]:
    """Return the text's layout with its width and height in pixels; `leading` is a share of a line's height.

    The places of `formats` are those of the text `as_lines`.
    """
    layout = QTextLayout(as_lines(text), font)
    layout.setFormats(list(formats))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    height, widest = 0.0, 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        room = line.height() * leading
        line.setPosition(QPointF(0, height + room / 2))
        height += line.height() + room
        widest = max(widest, line.naturalTextWidth())
    layout.endLayout()
    return layout, widest, height
