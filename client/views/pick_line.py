"""In the filters' place while the list shows the tickets behind one bar: which these are, and a way back."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from client.models.picked import Picked
from client.views.announcing import announce
from client.views.buttons import Button
from client.views.elided_label import ElidedLabel
from client.views.theme.theme import Theme

# Pixels before the words, as the filters have them.
_INSIDE = 10


class PickLine(QWidget):
    """Hidden while nothing is picked; `left` when the person wants back."""

    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.words = ElidedLabel(tone="accent")
        self.words.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.end = Button(theme, self.tr("Show the view again (Esc)"), kind="icon", icon="cross")
        self.end.clicked.connect(self.left)
        row = QHBoxLayout(self)
        row.setContentsMargins(_INSIDE, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.words)
        row.addWidget(self.end)
        row.addStretch()
        self.hide()

    def show_picked(self, picked: Picked | None) -> None:
        """Say which tickets these are; None says nothing."""
        words = picked.words if picked is not None else ""
        if words and words != self.words.text():
            announce(self.words, words)
        self.words.setText(words)
        self.words.setToolTip(words)
        self.setVisible(picked is not None)
