"""An error beside what caused it: what happened, what to do, and one way to try again."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame

from client.views.announcing import announce
from client.views.buttons import Button
from client.views.labels import copyable_label
from client.views.theme.theme import Theme

# Pixels from which words and button stand beside each other.
_BESIDE_FROM = 480


class ErrorLine(QFrame):
    """Hidden until there is an error; `again` when the person wants the same thing once more."""

    again = Signal()

    def __init__(self, theme: Theme, again_words: str) -> None:
        """Make the line; `again_words` name the button that tries again."""
        super().__init__()
        self.setProperty("ground", "danger")
        self.label = copyable_label(tone="danger")
        self.button = Button(theme, again_words, icon="retry", tone="danger")
        self.button.clicked.connect(self.again)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(12, 8, 8, 8)
        self._row.setSpacing(8)
        self._row.addWidget(self.label, 1)
        self._row.addWidget(self.button)
        self.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the button under the words where both do not fit beside each other."""
        super().resizeEvent(event)
        narrow = event.size().width() < _BESIDE_FROM
        self._row.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        self._row.setAlignment(self.button, Qt.AlignmentFlag.AlignLeft if narrow else Qt.AlignmentFlag.AlignVCenter)
        self._claim_height()

    def _claim_height(self) -> None:
        # A layout around this one asks for the height at its favourite width only, and would cut the words off.
        self.setMinimumHeight(max(0, self._row.totalHeightForWidth(self.width())))

    @property
    def words(self) -> str:
        """Return what is said; empty when nothing is wrong."""
        return self.label.text()

    def show_words(self, words: str, *, again: bool = False) -> None:
        """Say what happened; empty words hide the line. `again` offers to try once more."""
        announce(self, words, urgent=True)
        self.label.setText(words)
        self.label.setAccessibleName(words)
        self.button.setVisible(again)
        self.setVisible(bool(words))
        self._claim_height()
