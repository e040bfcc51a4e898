"""What belongs to the left and to the right of one row, or one under the other where the row has no room for both."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLayoutItem, QWidget

from client.views.buttons import FOLDED, FoldingButton

# Pixels between the sides, and between what stands on the right.
_GAP, _BETWEEN = 4, 8


class WrappingRow(QWidget):
    """Never asks for more width than the wider of its two sides, whatever their words come to in a language.

    Buttons on the right that can be folded are, one after the other, before a side goes under the other.
    """

    def __init__(self, left: QWidget, *, spread: bool = True) -> None:
        """Have this on the left; what belongs to the right is put into `right`, at the end of the row if `spread`."""
        super().__init__()
        self._left, self.right, self._gap = left, QHBoxLayout(), _GAP if spread else _BETWEEN
        self.right.setSpacing(_BETWEEN)
        if spread:
            self.right.addStretch()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(self._gap)
        self._row.addWidget(left, 0, Qt.AlignmentFlag.AlignLeft)
        self._row.addLayout(self.right, 1)

    @property
    def is_wrapped(self) -> bool:
        """Say whether one side stands under the other."""
        return self._row.direction() == QBoxLayout.Direction.TopToBottom

    def minimumSizeHint(self) -> QSize:
        """Return the room that is needed at least, the sides under each other and all folded."""
        width = max(self._left_width(), self._right_width(folded=True))
        return QSize(width, self._row.minimumSize().height())

    def event(self, event: QEvent) -> bool:
        """Look again whether there is room when what stands here became wider, came or went."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Look again whether there is room."""
        super().resizeEvent(event)
        self._fit()

    def _left_width(self) -> int:
        return 0 if self._left.isHidden() else self._left.sizeHint().width() + self._gap

    def _right_width(self, *, folded: bool) -> int:
        """Return how wide the right is with all that can be folded, or with all words; its layout may not know yet."""
        items = (self.right.itemAt(at) for at in range(self.right.count()))
        widths = [self._width(item, folded=folded) for item in items if item is not None and not item.isEmpty()]
        return sum(widths) + _BETWEEN * max(0, len(widths) - 1)

    @staticmethod
    def _width(item: QLayoutItem, *, folded: bool) -> int:
        part = item.widget()
        if not isinstance(part, FoldingButton):
            return item.sizeHint().width()
        return FOLDED if folded else part.wide

    def _fit(self) -> None:
        fits = self._left_width() + self._right_width(folded=True) <= self.width()
        lacking = self._right_width(folded=False) - self.width() + (self._left_width() if fits else 0)
        for at in range(self.right.count()):
            item = self.right.itemAt(at)
            part = item.widget() if item is not None else None
            if isinstance(part, FoldingButton) and not part.isHidden():
                part.fold(lacking > 0)
                lacking -= part.wide - FOLDED if part.is_folded else 0
        wanted = QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom
        if wanted != self._row.direction():
            self._row.setDirection(wanted)
