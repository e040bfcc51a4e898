"""The button that leaves a role; on a shared PC drafts go with it, so that it asks first when there are any."""

from PySide6.QtCore import QTimer, Signal

from client.drafts import Drafts
from client.views.buttons import Button
from client.views.theme.theme import Theme

# How long the question stands before the button is its old self.
_ASK_MS = 6_000


class SwitchButton(Button):
    """`confirmed` when the role is to be left: at the first click, or at the second when something would be lost.

    On a shared PC it says what people look for who go away.
    """

    confirmed = Signal()

    def __init__(self, theme: Theme, drafts: Drafts) -> None:
        """Make the button of the window in which these drafts are written."""
        super().__init__(theme, "", kind="quiet", icon="switch-role")
        self._drafts = drafts
        if drafts.store.forgets:
            self.setToolTip(self.tr("Delete what you typed and did here from this PC, and show the first page"))
        self._asking = QTimer(self, singleShot=True, interval=_ASK_MS)
        self._asking.timeout.connect(self._rest)
        self.clicked.connect(self._ask)
        self._rest()

    def _ask(self) -> None:
        if self._asking.isActive() or not self._drafts.would_go():
            self._rest()
            self.confirmed.emit()
        else:
            self._asking.start()
            self._say(self.tr("Leave and delete what you typed?"), "danger")

    def _rest(self) -> None:
        self._asking.stop()
        words = self.tr("I am done") if self._drafts.store.forgets else self.tr("Switch role")
        self._say(words, "muted")

    def _say(self, words: str, tone: str) -> None:
        self.setText(words)
        self.setAccessibleName(words)
        self.set_icon("switch-role", tone)
