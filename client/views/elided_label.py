"""A label of one line that gives way: what does not fit is left out at its end."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

# Pixels: a few letters and the mark that there are more.
_LEAST = 48


class ElidedLabel(QLabel):
    """Plain text, as long as its place is wide; `text()` and the accessible name are the whole of it."""

    def __init__(self, *, tone: str = "", scale: str = "") -> None:
        """Make the label; `tone` and `scale` name rules of the stylesheet."""
        super().__init__()
        # What stands in place of a text that does not fit, where it is shorter.
        self.brief = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setProperty("tone", tone)
        self.setProperty("scale", scale)

    def minimumSizeHint(self) -> QSize:
        """Ask for a few letters at least, and for no more than the text is wide."""
        return QSize(min(_LEAST, self.sizeHint().width()), self.sizeHint().height())

    def sizeHint(self) -> QSize:
        """Ask for the width of the whole text."""
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.text()) + 2, metrics.lineSpacing() + 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what fits of the text."""
        painter = QPainter(self)
        # Marks piled on one letter are drawn far above and below its line.
        painter.setClipRect(self.rect())
        if self.width() < min(_LEAST, self.sizeHint().width()):
            # A letter and the mark say nothing.
            return
        measure = self.fontMetrics()
        is_whole = not self.brief or measure.horizontalAdvance(self.text()) <= self.width()
        words = measure.elidedText(self.text() if is_whole else self.brief, Qt.TextElideMode.ElideRight, self.width())
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, words)
