"""An error beside what caused it: what happened, what to do, and one way to try again."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from client.views.buttons import Button
from client.views.labels import copyable_label
from client.views.theme.theme import Theme


class ErrorLine(QFrame):
    """Hidden until there is an error; `again` when the person wants the same thing once more."""

    again = Signal()

    def __init__(self, theme: Theme, again_words: str) -> None:
        """Make the line; `again_words` name the button that tries again."""
        super().__init__()
        self.setProperty("ground", "danger")
        self._words = copyable_label(tone="danger")
        self._button = Button(theme, again_words, icon="retry", tone="danger")
        self._button.clicked.connect(self.again)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 8, 8)
        row.setSpacing(12)
        row.addWidget(self._words, 1)
        row.addWidget(self._button)
        self.hide()

    @property
    def words(self) -> str:
        """Return what is said; empty when nothing is wrong."""
        return self._words.text()

    def show_words(self, words: str, *, again: bool = False) -> None:
        """Say what happened; empty words hide the line. `again` offers to try once more."""
        self._words.setText(words)
        self._words.setAccessibleName(words)
        self._button.setVisible(again)
        self.setVisible(bool(words))
