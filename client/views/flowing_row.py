"""Small parts beside each other, in as many lines as the width takes: the widest of them is all the width it needs."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

# Pixels between two parts, and between two lines.
_APART, _BETWEEN = 8, 2


class FlowingRow(QWidget):
    """Its parts stand in the order in which they are given; one that is hidden leaves no gap."""

    def __init__(self, parts: Sequence[QWidget]) -> None:
        """Show these parts."""
        super().__init__()
        flow = _Flow(self)
        for part in parts:
            flow.addWidget(part)


class _Flow(QLayout):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        lines = self._lines(width)
        return sum(map(_high, lines)) + _BETWEEN * max(0, len(lines) - 1)

    def sizeHint(self) -> QSize:
        """Return the room of all parts in one line."""
        shown = self._shown()
        return QSize(_wide(shown), _high(shown))

    def minimumSize(self) -> QSize:
        shown = self._shown()
        return QSize(max((item.sizeHint().width() for item in shown), default=0), _high(shown))

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        top = rect.top()
        for line in self._lines(rect.width()):
            left, high = rect.left(), _high(line)
            for item in line:
                size = item.sizeHint()
                item.setGeometry(QRect(left, top + (high - size.height()) // 2, size.width(), size.height()))
                left += size.width() + _APART
            top += high + _BETWEEN

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = []
        for item in self._shown():
            if not lines or _wide([*lines[-1], item]) > width:
                lines.append([])
            lines[-1].append(item)
        return lines


def _wide(line: Sequence[QLayoutItem]) -> int:
    return sum(item.sizeHint().width() for item in line) + _APART * max(0, len(line) - 1)


def _high(line: Sequence[QLayoutItem]) -> int:
    return max((item.sizeHint().height() for item in line), default=0)
