"""Plain text laid out in lines of a width: broken between words, and within one that is longer than a line."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QTextLayout, QTextOption


def wrapped(text: str, font: QFont, width: float, leading: float = 0.0) -> tuple[QTextLayout, float, float]:
    """Return the text's layout with its width and height in pixels; `leading` is a share of a line's height."""
    layout = QTextLayout(text.replace("\r\n", "\n").replace("\n", "\u2028"), font)
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
