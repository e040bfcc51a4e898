"""The line over the list where one searches: the field, and what is to be said of what was found."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from campusdesk.rules import LIMITS
from client.views.buttons import Button
from client.views.elided_label import ElidedLabel
from client.views.labels import plain_label, set_tone
from client.views.theme import icons, tokens
from client.views.theme.theme import Theme

_WIDEST, _LEAST = 420, 200
# What the glass takes of the field at its left.
_GLASS_ROOM = 22


class SearchBar(QWidget):
    """`typed` tells what stands in the field; `entered` and `walked_down` the keys Enter and Down, `left` Esc."""

    typed = Signal(str)
    entered = Signal()
    walked_down = Signal()
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.field = QLineEdit()
        self.field.setMaxLength(LIMITS["search"])
        self.field.setMinimumWidth(_LEAST)
        self.field.setMaximumWidth(_WIDEST)
        self.field.setAccessibleName(self.tr("Search tickets"))
        self.field.setPlaceholderText(self.tr("Search, or a ticket's number"))
        self.field.setToolTip(self.tr("Searches the texts, places and messages of all tickets"))
        self.field.setTextMargins(_GLASS_ROOM, 0, 0, 0)
        self._glass = plain_label(parent=self.field)
        self._glass.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.end = Button(theme, self.tr("End the search (Esc)"), kind="icon", icon="cross")
        self.end.hide()
        self.words = ElidedLabel(tone="muted", scale="small")
        self._arrange()
        self._connect()
        self._dress()

    def _arrange(self) -> None:
        inside = QHBoxLayout(self.field)
        inside.setContentsMargins(10, 0, 0, 0)
        inside.addWidget(self._glass)
        inside.addStretch()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.field, 2)
        row.addWidget(self.end)
        row.addWidget(self.words, 1)
        self.setFocusProxy(self.field)

    def _connect(self) -> None:
        self.field.textChanged.connect(self._type)
        self.field.returnPressed.connect(self.entered)
        self.field.installEventFilter(self)
        self.end.clicked.connect(self.left)
        self._theme.changed.connect(self._dress)

    def _dress(self) -> None:
        ratio = max(2.0, self.devicePixelRatioF())
        self._glass.setPixmap(icons.pixmap("search", self._theme.tokens.muted, tokens.ICON, ratio))

    def _type(self, text: str) -> None:
        self.end.setVisible(bool(text))
        self.typed.emit(text)

    def clear(self) -> None:
        """Empty the field without telling it as typed."""
        self.field.blockSignals(True)
        self.field.clear()
        self.field.blockSignals(False)
        self.end.hide()
        self.say("")

    def say(self, words: str, *, wrong: bool = False) -> None:
        """Say something beside the field; empty words say nothing."""
        self.words.setText(words)
        # What gives way shows all of its words under the mouse; ticket texts never stand here.
        self.words.setToolTip(words)
        set_tone(self.words, "tone", "danger" if wrong else "muted")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys that lead out of the field."""
        if watched is self.field and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            told = {Qt.Key.Key_Escape: self.left, Qt.Key.Key_Down: self.walked_down}.get(Qt.Key(event.key()))
            if told is not None:
                told.emit()
                return True
        return super().eventFilter(watched, event)
