"""A small field for a whole number that the arrow keys count up and down."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIntValidator, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QLineEdit

_WIDTH = 64


class NumberField(QLineEdit):
    """`changed` tells each number that is within the bounds; anything else is not taken."""

    changed = Signal(int)

    def __init__(self, value: int, highest: int, accessible_name: str) -> None:
        """Make a field for 1 to `highest`."""
        super().__init__(str(value))
        self._value = value
        self.set_highest(highest)
        self.setFixedWidth(_WIDTH)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setAccessibleName(accessible_name)
        self.textChanged.connect(self._take)
        self.editingFinished.connect(self._show)

    @property
    def value(self) -> int:
        """Return the last number that was within the bounds."""
        return self._value

    def set_highest(self, highest: int) -> None:
        """Change the upper bound; a number over it becomes the bound."""
        self._highest = highest
        self.setValidator(QIntValidator(1, highest, self))
        if self._value > highest:
            self.setText(str(highest))

    def _take(self, text: str) -> None:
        if text.isascii() and text.isdigit() and 1 <= int(text) <= self._highest and int(text) != self._value:
            self._value = int(text)
            self.changed.emit(self._value)

    def _show(self) -> None:
        """Write the number in force over what was left unfinished."""
        self.setText(str(self._value))

    def _step(self, by: int) -> None:
        self.setText(str(max(1, min(self._highest, self._value + by))))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Count with the arrow keys."""
        by = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()))
        if by is None:
            super().keyPressEvent(event)
        else:
            self._step(by)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Count with the wheel while the field has the focus."""
        if self.hasFocus() and event.angleDelta().y():
            self._step(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            event.ignore()
