"""What is told outside of the window, while somebody works in another one."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QSystemTrayIcon, QWidget

_SHOWN_MS = 10_000


class Outside(QObject):
    """Speaks by an icon in the system's tray where there is one, else the window asks for attention.

    `followed` when the person clicked what was told. The icon is there from the first words until they are taken back.
    """

    followed = Signal()

    def __init__(self, window: QWidget) -> None:
        """Speak for this window, or for the one that it is a page of."""
        super().__init__(window)
        self._window = window
        self._icon: QSystemTrayIcon | None = None

    def tell(self, words: str) -> None:
        """Tell these words; some systems read markup in them, so no text of a ticket may be among them."""
        if not QSystemTrayIcon.isSystemTrayAvailable():
            QApplication.alert(self._window.window())
            return
        if self._icon is None:
            self._icon = self._made()
        self._icon.show()
        self._icon.setToolTip(words)
        self._icon.showMessage(self.tr("Campus Desk"), words, self._window.window().windowIcon(), _SHOWN_MS)

    def take_back(self) -> None:
        """Tell nothing any more, because the person is here."""
        if self._icon is not None:
            self._icon.hide()

    def _made(self) -> QSystemTrayIcon:
        icon = QSystemTrayIcon(self._window.window().windowIcon(), self)
        icon.messageClicked.connect(self.followed)
        icon.activated.connect(lambda _reason: self.followed.emit())
        return icon
