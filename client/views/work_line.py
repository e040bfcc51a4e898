"""One line of what the desk is doing with tickets: words, at most one thing to do about it, and how far it is."""

from collections.abc import Callable

from PySide6.QtCore import QAbstractAnimation, QPropertyAnimation, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGraphicsOpacityEffect, QHBoxLayout, QStyle

from client.views.announcing import announce
from client.views.buttons import Button
from client.views.labels import copyable_label, set_tone
from client.views.theme import tokens
from client.views.theme.theme import Theme

# How long good news stands.
FADE_MS = 12_000
_THICK = 2


class WorkLine(QFrame):
    """Stands in the work bar until it is put away, by hand or by time: `gone` then, once."""

    gone = Signal()

    def __init__(self, theme: Theme) -> None:
        """Say nothing yet."""
        super().__init__()
        self._theme = theme
        # What did not work with which tickets, while the line tells so.
        self.about: frozenset[tuple[str, int]] = frozenset()
        self._share = 0.0
        self._act: Callable[[], object] = _nothing
        self.label = copyable_label()
        self.button = Button(theme, "")
        self.button.clicked.connect(self._do)
        self.away = Button(theme, self.tr("Put this line away"), kind="icon", icon="cross")
        self.away.clicked.connect(self.put_away)
        self._fading = QTimer(self, singleShot=True, interval=FADE_MS)
        self._fading.timeout.connect(self.put_away)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 6, 12, 6)
        row.setSpacing(12)
        row.addWidget(self.label, 1)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.away, 0, Qt.AlignmentFlag.AlignVCenter)
        self.show_share(0)
        self.offer("")
        self.away.hide()

    def fade_in(self) -> None:
        """Come into sight softly, where the system wants motion."""
        if self.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) == 0:
            return
        effect = QGraphicsOpacityEffect(self)
        self.setGraphicsEffect(effect)
        fading = QPropertyAnimation(effect, b"opacity", self)
        fading.setDuration(tokens.FADE_MS)
        fading.setStartValue(0.0)
        fading.setEndValue(1.0)
        # An effect that stays would have every painting made twice.
        fading.finished.connect(effect.deleteLater)
        fading.start(QAbstractAnimation.DeletionPolicy.DeleteWhenStopped)

    @property
    def words(self) -> str:
        """Return what is said."""
        return self.label.text()

    def show_words(self, words: str, *, wrong: bool = False, counts_on: bool = False) -> None:
        """Say this; `wrong` in the colour of what did not go as it should, or cannot be taken back.

        What only `counts_on` from what was said is not read aloud: forty steps would be read one after the other.
        """
        if words != self.words and not (counts_on and self.words):
            announce(self, words, urgent=wrong)
        self.label.setText(words)
        self.label.setAccessibleName(words)
        set_tone(self.label, "tone", "danger" if wrong else "")
        set_tone(self, "ground", "refused" if wrong else "canvas")

    def offer(self, words: str, act: Callable[[], object] | None = None, key: str = "") -> None:
        """Offer one thing to do by a button, whose key stands in its tooltip; empty words offer nothing."""
        self._act = act or _nothing
        if words and key and words != self.button.text():
            announce(self, f"{words}: {key}")
        self.button.setText(words)
        self.button.setAccessibleName(" ".join(filter(None, (words, self.words))))
        self.button.setToolTip(key)
        self.button.setVisible(bool(words))

    def _do(self) -> None:
        self._act()

    def show_share(self, share: float) -> None:
        """Show how much of it is done, or of its time is left, 0 to 1, along the lower edge."""
        self._share = share
        self.update()

    def may_go(self, *, soon: bool) -> None:
        """Let the person put the line away; with `soon` it goes by itself."""
        self.away.show()
        if soon:
            self._fading.start()

    @property
    def is_news(self) -> bool:
        """Say whether the line goes by itself."""
        return self._fading.isActive()

    def put_away(self) -> None:
        """Leave the bar."""
        self._fading.stop()
        self.gone.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw how far it is."""
        super().paintEvent(event)
        if self._share <= 0:
            return
        painter = QPainter(self)
        colour = self._theme.tokens.danger if self.property("ground") == "refused" else self._theme.tokens.accent
        wide = round(self.width() * min(1.0, self._share))
        painter.fillRect(QRect(0, self.height() - _THICK, wide, _THICK), QColor(colour))
        painter.end()


def _nothing() -> None:
    pass
