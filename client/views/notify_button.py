"""The quiet button that turns notifications on and off."""

from client.installation import Installation
from client.views.buttons import Button
from client.views.theme.theme import Theme


class NotifyButton(Button):
    """A bell, struck through while nothing is told outside of the window."""

    def __init__(self, theme: Theme, installation: Installation) -> None:
        """Show what was chosen at this installation."""
        super().__init__(theme, "", kind="icon", icon="bell")
        self._installation = installation
        self.clicked.connect(self._turn)
        self._show()

    def _turn(self) -> None:
        self._installation.notifies = not self._installation.notifies
        self._show()

    def _show(self) -> None:
        notifies = self._installation.notifies
        on, off = self.tr("Notifications: on"), self.tr("Notifications: off")
        self.set_icon("bell" if notifies else "bell-off", "muted")
        self.setToolTip(on if notifies else off)
        self.setAccessibleName(on if notifies else off)
