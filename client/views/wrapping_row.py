"""What belongs to the left and to the right of one row, or one under the other where the row has no room for both."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

# Pixels between the sides, and between what stands on the right.
_GAP, _BETWEEN = 4, 8


class WrappingRow(QWidget):
    """Never asks for more width than the wider of its two sides, whatever their words come to in a language."""

    def __init__(self, left: QWidget) -> None:
        """Have this on the left; what belongs to the right is put into `right`."""
        super().__init__()
        self._left, self.right = left, QHBoxLayout()
        self.right.setSpacing(_BETWEEN)
        self.right.addStretch()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(_GAP)
        self._row.addWidget(left)
        self._row.addLayout(self.right, 1)

    @property
    def is_wrapped(self) -> bool:
        """Say whether one side stands under the other."""
        return self._row.direction() == QBoxLayout.Direction.TopToBottom

    def minimumSizeHint(self) -> QSize:
        """Return the room that is needed at least, the sides under each other."""
        width = max(self._left_width(), self.right.minimumSize().width())
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
        return 0 if self._left.isHidden() else self._left.sizeHint().width() + _GAP

    def _fit(self) -> None:
        fits = self._left_width() + self.right.sizeHint().width() <= self.width()
        wanted = QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom
        if wanted != self._row.direction():
            self._row.setDirection(wanted)
