"""A text to be read, selected and copied; never read as markup."""

import math

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent, QTextBlockFormat, QTextCursor, QTextOption
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit

_LINE_HEIGHT_PERCENT = 135
# Pixels: two lines at least, and room for the last descender.
_LEAST, _SPARE = 48, 4


class ReadingText(QTextEdit):
    """Plain text with room between its lines; QTextEdit only because QPlainTextEdit knows no line height."""

    def __init__(self, accessible_name: str) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setAcceptRichText(False)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(accessible_name)
        self.document().setDocumentMargin(0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)

    def show_text(self, text: str) -> None:
        """Show the text as it is; the same text again moves nothing, so that a selection in it stays."""
        if text == self.toPlainText():
            return
        self.setPlainText(text)
        spacing = QTextBlockFormat()
        spacing.setLineHeight(_LINE_HEIGHT_PERCENT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(spacing)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Ask for the height that the text takes in the present width."""
        return QSize(240, math.ceil(self.document().size().height()) + _SPARE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for another height in another width."""
        super().resizeEvent(event)
        self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        """Never become lower than two lines."""
        return QSize(160, min(_LEAST, self.sizeHint().height()))
