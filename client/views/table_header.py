"""The head of the ticket table: muted words, and an arrow where it is sorted."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from client.views.cell_painter import FIRST_PADDING, PADDING
from client.views.theme import icons, tokens
from client.views.theme.theme import Theme

_ARROW = 12


class TableHeader(QHeaderView):
    """A flat header on one hairline."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        # What stands in place of the model's words where there is little room, by section.
        self.short_words: dict[int, str] = {}
        # The leftmost section.
        self.first = 0
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setFixedHeight(tokens.HEADER)
        self.setMinimumSectionSize(32)
        theme.changed.connect(self.viewport().update)

    def room_for(self, words: str) -> int:
        """Return the pixels of a section that shows these words whole, and the arrow after them."""
        return PADDING + QFontMetrics(self._small()).horizontalAdvance(words) + _ARROW + 4

    def _small(self, font: QFont | None = None) -> QFont:
        small = QFont(font or self.font())
        small.setPixelSize(tokens.SMALL)
        return small

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        """Paint the column's words, with the arrow after them."""
        colours = self._theme.tokens
        painter.save()
        painter.fillRect(rect, QColor(colours.surface))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), QColor(colours.line))
        words = self._words(logicalIndex)
        is_sorted = self.isSortIndicatorShown() and self.sortIndicatorSection() == logicalIndex
        painter.setFont(self._small(painter.font()))
        painter.setPen(QColor(colours.text if is_sorted else colours.muted))
        inner = rect.adjusted(
            FIRST_PADDING if logicalIndex == self.first else PADDING, 0, -(_ARROW + 2 if is_sorted else 2), 0
        )
        elided = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, elided)
        if is_sorted:
            self._arrow(painter, inner.left() + painter.fontMetrics().horizontalAdvance(elided) + 3, rect)
        painter.restore()

    def _words(self, section: int) -> str:
        told = str(self.model().headerData(section, self.orientation()) or "")
        return self.short_words.get(section, told)

    def _arrow(self, painter: QPainter, left: int, rect: QRect) -> None:
        picture = icons.pixmap("chevron-down", self._theme.tokens.text, _ARROW, painter.device().devicePixelRatioF())
        painter.translate(left + _ARROW / 2, rect.center().y() + 1)
        if self.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder:
            painter.rotate(180)
        painter.drawPixmap(-_ARROW // 2, -_ARROW // 2, picture)
