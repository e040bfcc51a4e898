"""The other person's text, beside a field that two people edited at once."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from client.views.buttons import Button
from client.views.labels import plain_label
from client.views.reading_text import ReadingText
from client.views.theme.theme import Theme
from client.views.wrapping_row import WrappingRow

_HEIGHT = 96


class OvertakenCard(QFrame):
    """Hidden until an edit was overtaken; `taken` tells the other text when the person prefers it."""

    taken = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("ground", "note")
        self._text = ""
        self.theirs = ReadingText(self.tr("What it says now"))
        self.theirs.setMaximumHeight(_HEIGHT)
        self.take = Button(theme, self.tr("Use this instead"))
        self.take.clicked.connect(self._take)
        head = WrappingRow(plain_label(self.tr("It says now:"), tone="muted", scale="small"))
        head.right.addWidget(self.take)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 8, 8)
        column.setSpacing(4)
        column.addWidget(head)
        column.addWidget(self.theirs)
        self.hide()

    def show_theirs(self, text: str) -> None:
        """Show the other text."""
        self.theirs.show_text(text or self.tr("(nothing)"))
        self._text = text
        self.show()

    def _take(self) -> None:
        self.hide()
        self.taken.emit(self._text)
