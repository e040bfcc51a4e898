"""The button that leaves a role; what is being typed goes with it, so it asks first."""

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal

from client.views.buttons import Button
from client.views.theme.theme import Theme

# How long the question stands before the button is its old self.
_ASK_MS = 6_000


class SwitchButton(Button):
    """`confirmed` when the role is to be left: at the first click, or at the second when something is being typed."""

    confirmed = Signal()

    def __init__(self, theme: Theme, is_typing: Callable[[], bool]) -> None:
        """Make the button; `is_typing` says whether leaving now would lose something."""
        super().__init__(theme, "", kind="quiet", icon="switch-role")
        self._is_typing = is_typing
        self._asking = QTimer(self, singleShot=True, interval=_ASK_MS)
        self._asking.timeout.connect(self._rest)
        self.clicked.connect(self._ask)
        self._rest()

    def _ask(self) -> None:
        if self._asking.isActive() or not self._is_typing():
            self._rest()
            self.confirmed.emit()
        else:
            self._asking.start()
            self._say(self.tr("Switch and lose what you typed?"), "danger")

    def _rest(self) -> None:
        self._asking.stop()
        self._say(self.tr("Switch role"), "muted")

    def _say(self, words: str, tone: str) -> None:
        self.setText(words)
        self.setAccessibleName(words)
        self.set_icon("switch-role", tone)
