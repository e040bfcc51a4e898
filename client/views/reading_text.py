"""A text to be read, selected and copied; never read as markup."""

import math
from collections.abc import Collection

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextOption
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit

from client.links import Span
from client.views.marking import mark_format, places
from client.views.theme.tokens import Tokens

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
        self._wanted: Collection[str] = ()
        self._look = QTextCharFormat()
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
        self._show_marks()
        self.updateGeometry()

    def mark(self, wanted: Collection[str], colours: Tokens) -> None:
        """Mark the terms that were asked for in what is shown, now and later; none takes the marks away."""
        self._wanted, self._look = wanted, mark_format(colours)
        self._show_marks()

    def _show_marks(self) -> None:
        self.setExtraSelections(self._selections())

    def _selections(self) -> list[QTextEdit.ExtraSelection]:
        return [self._selection(place, self._look) for place in places(self.toPlainText(), self._wanted)]

    def _selection(self, place: Span, look: QTextCharFormat) -> QTextEdit.ExtraSelection:
        cursor = QTextCursor(self.document())
        cursor.setPosition(place.start)
        cursor.setPosition(place.end, QTextCursor.MoveMode.KeepAnchor)
        made = QTextEdit.ExtraSelection()
        made.cursor, made.format = cursor, look
        return made

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
