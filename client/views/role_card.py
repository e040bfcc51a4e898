"""One of the two large cards by which a person enters."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout

from campusdesk.rules import Role
from client.views.labels import plain_label, set_tone
from client.views.theme import icons
from client.views.theme.theme import Theme

_MARK = 30
# Pixels of a card whose words fit; more words make it higher.
_WIDTH, _HEIGHT = 342, 206


class RoleCard(QPushButton):
    """A button as large as its explanation; Enter, Space, a click or its key choose it: `chosen`, unless refused."""

    chosen = Signal()

    def __init__(self, theme: Theme, role: Role, icon: str, words: tuple[str, str, str]) -> None:
        """Make the card from its title, the role's name and one sentence."""
        super().__init__()
        self._theme, self.role, self._icon = theme, role, icon
        self.setProperty("kind", "role")
        # As high as the card beside it.
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self._words = words
        self._mark = plain_label()
        self._key = plain_label(str(int(role)), tone="muted", scale="small")
        self._title = plain_label(words[0], scale="title", wrap=True)
        self._sentence = plain_label(wrap=True)
        self._refusal = ""
        self._fill()
        self.clicked.connect(self._choose)
        theme.changed.connect(self._dress)
        self.refuse("")

    @property
    def refusal(self) -> str:
        """Return why the card cannot be chosen; empty when it can."""
        return self._refusal

    def refuse(self, words: str) -> None:
        """Say on the card why it cannot be chosen; empty words let it be chosen again.

        The card keeps its place in the tab order, so that those who do not see it come upon the reason.
        """
        title, name, sentence = self._words
        self._refusal = words
        self._sentence.setText(words or sentence)
        self.setAccessibleName(self.tr("%1 (not available)").replace("%1", title) if words else title)
        self.setAccessibleDescription(f"{name}. {words or sentence}")
        self._key.setVisible(not words)
        self.setCursor(Qt.CursorShape.ArrowCursor if words else Qt.CursorShape.PointingHandCursor)
        set_tone(self, "refused", bool(words))
        set_tone(self._title, "tone", "muted" if words else "")
        self.updateGeometry()
        self._dress()

    def _choose(self) -> None:
        if not self._refusal:
            self.chosen.emit()

    def _fill(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._mark)
        head.addStretch()
        head.addWidget(self._key, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(4)
        column.addLayout(head)
        column.addSpacing(16)
        column.addWidget(self._title)
        column.addWidget(plain_label(self._words[1], tone="muted", wrap=True))
        column.addSpacing(8)
        column.addWidget(self._sentence)
        column.addStretch()
        for label in self.findChildren(QLabel):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def _dress(self) -> None:
        ratio = max(2.0, self.devicePixelRatioF())
        colour = self._theme.tokens.muted if self._refusal else self._theme.tokens.accent
        self._mark.setPixmap(icons.pixmap(self._icon, colour, _MARK, ratio))

    def sizeHint(self) -> QSize:
        """Return the room that its words need, which Qt does not ask of a button's layout."""
        column = self.layout()
        return QSize(_WIDTH, max(_HEIGHT, column.totalHeightForWidth(_WIDTH) if column is not None else 0))

    def minimumSizeHint(self) -> QSize:
        """Return the same: no word may be cut off."""
        return self.sizeHint()

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
