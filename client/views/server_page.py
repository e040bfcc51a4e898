"""The page that asks an installed desk for the address of its ticket server."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from campusdesk.address import AddressInvalid
from client.addresses import server_address
from client.refusals import address_words
from client.views.brand import Brand
from client.views.buttons import Button
from client.views.labels import plain_label, set_tone
from client.views.language_menu import LanguageMenu
from client.views.theme.theme import Theme
from client.views.theme_menu import ThemeMenu

_WIDTH = 440


class ServerPage(QWidget):
    """One field; `chosen` tells the address, as HOST:PORT and checked for its form only."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, address: str = "") -> None:
        """Make the page, with a known address to correct."""
        super().__init__()
        self.field = QLineEdit(address)
        self.field.setPlaceholderText(self.tr("helpdesk.campus.example"))
        self.field.setAccessibleName(self.tr("Address of the ticket server"))
        self.field.returnPressed.connect(self._choose)
        self.field.textEdited.connect(lambda: self.show_error(""))
        self.language_menu, self.theme_menu = LanguageMenu(theme), ThemeMenu(theme)
        self._error = plain_label(tone="danger", wrap=True)
        self._button = Button(theme, self.tr("Connect"), kind="primary")
        self._button.clicked.connect(self._choose)
        self._arrange(theme)
        self.show_error("")
        self.setFocusProxy(self.field)

    def _arrange(self, theme: Theme) -> None:
        asked = QHBoxLayout()
        asked.setSpacing(8)
        asked.addWidget(self.field, 1)
        asked.addWidget(self._button)
        holder = QWidget()
        holder.setFixedWidth(_WIDTH)
        block = QVBoxLayout(holder)
        block.setContentsMargins(0, 0, 0, 0)
        block.setSpacing(12)
        block.addWidget(plain_label(self.tr("Where is your helpdesk?"), scale="title", wrap=True))
        words = self.tr("Ask your helpdesk for the address of its server: a name, and a port if it has its own.")
        block.addWidget(plain_label(words, tone="muted", wrap=True))
        block.addLayout(asked)
        block.addWidget(self._error)
        middle = QHBoxLayout()
        middle.addStretch()
        middle.addWidget(holder)
        middle.addStretch()
        page = QVBoxLayout(self)
        page.setContentsMargins(32, 24, 32, 32)
        head = QHBoxLayout()
        for part in (Brand(theme), self.language_menu, self.theme_menu):
            head.addWidget(part)
        page.addLayout(head)
        page.addStretch(2)
        page.addLayout(middle)
        page.addStretch(3)

    @property
    def error(self) -> str:
        """Return what is said to be wrong; empty when nothing is."""
        return self._error.text()

    def show_error(self, words: str) -> None:
        """Say beside the field what is wrong with the address; empty when nothing is."""
        self._error.setText(words)
        set_tone(self.field, "wrong", bool(words))

    def tell(self, words: str) -> None:
        """Say under the field what no address is the reason of."""
        self._error.setText(words)

    def _choose(self) -> None:
        try:
            address = server_address(self.field.text())
        except AddressInvalid:
            self.show_error(address_words(self.field.text()))
            self.field.setFocus()
            return
        self.chosen.emit(address)
