"""The band over a desk that has no server to work with, for a reason that people can do something about."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from client.drafts import Drafts
from client.views.announcing import announce
from client.views.labels import copyable_label
from client.views.switch_button import SwitchButton
from client.views.theme.theme import Theme


class RefusedBand(QFrame):
    """Hidden until it has words; `left` when the person goes back to choose another role."""

    left = Signal()

    def __init__(self, theme: Theme, drafts: Drafts) -> None:
        """Make the band of the window in which these drafts are written."""
        super().__init__()
        self.setProperty("ground", "refused")
        self.label = copyable_label(tone="danger")
        self.switch = SwitchButton(theme, drafts)
        self.switch.confirmed.connect(self.left)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 8, 16, 8)
        row.setSpacing(16)
        row.addWidget(self.label, 1)
        row.addWidget(self.switch, 0, Qt.AlignmentFlag.AlignVCenter)
        self.hide()

    @property
    def words(self) -> str:
        """Return what is said; empty when nothing is in the way."""
        return self.label.text()

    def show_words(self, words: str, *, may_leave: bool = True) -> None:
        """Say why the desk cannot go on, and offer another role where that helps; empty words hide the band."""
        if words != self.words:
            announce(self, words, urgent=True)
        self.label.setText(words)
        self.label.setAccessibleName(words)
        self.switch.setVisible(may_leave)
        self.setVisible(bool(words))
