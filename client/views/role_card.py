"""One of the two large cards by which a person enters."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from campusdesk.rules import Role
from client.views.labels import plain_label
from client.views.theme import icons
from client.views.theme.theme import Theme

_MARK = 30


class RoleCard(QPushButton):
    """A button as large as its explanation; Enter, Space, a click or its key choose it."""

    def __init__(self, theme: Theme, role: Role, icon: str, words: tuple[str, str, str]) -> None:
        """Make the card from its title, the role's name and one sentence."""
        super().__init__()
        self._theme, self.role, self._icon = theme, role, icon
        self.setProperty("kind", "role")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        title, name, sentence = words
        self.setAccessibleName(title)
        self.setAccessibleDescription(f"{name}. {sentence}")
        self._mark = plain_label()
        self._fill(title, name, sentence)
        theme.changed.connect(self._dress)
        self._dress()

    def _fill(self, title: str, name: str, sentence: str) -> None:
        head = QHBoxLayout()
        head.addWidget(self._mark)
        head.addStretch()
        head.addWidget(plain_label(str(int(self.role)), tone="muted", scale="small"), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(4)
        column.addLayout(head)
        column.addSpacing(16)
        column.addWidget(plain_label(title, scale="title"))
        column.addWidget(plain_label(name, tone="muted"))
        column.addSpacing(8)
        column.addWidget(plain_label(sentence, wrap=True))
        column.addStretch()
        for label in self.findChildren(QLabel):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def _dress(self) -> None:
        ratio = max(2.0, self.devicePixelRatioF())
        self._mark.setPixmap(icons.pixmap(self._icon, self._theme.tokens.accent, _MARK, ratio))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter choose the card, and the arrows walk between the cards."""
        key = event.key()
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        elif key in {Qt.Key.Key_Right, Qt.Key.Key_Down}:
            self.focusNextChild()
        elif key in {Qt.Key.Key_Left, Qt.Key.Key_Up}:
            self.focusPreviousChild()
        else:
            super().keyPressEvent(event)
