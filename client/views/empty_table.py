"""What stands in a table without rows: one sentence, and the way to see more where filters hide what there is."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from client.views.buttons import Button
from client.views.labels import plain_label
from client.views.theme.theme import Theme

# Pixels at both sides.
_SIDE = 32


class EmptyTable(QWidget):
    """`clear_wanted` tells that the filters are to be cleared."""

    clear_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = plain_label(tone="muted", wrap=True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.clear = Button(theme, self.tr("Clear filters"))
        self.clear.clicked.connect(self.clear_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(_SIDE, 0, _SIDE, 0)
        column.setSpacing(16)
        column.addStretch()
        column.addWidget(self._words)
        column.addWidget(self.clear, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch()
        self.say("")

    def say(self, words: str, *, is_filtered: bool = False) -> None:
        """Show the sentence, and with `is_filtered` the button under it."""
        self._words.setText(words)
        self.clear.setVisible(is_filtered)

    def text(self) -> str:
        """Return the sentence."""
        return self._words.text()
