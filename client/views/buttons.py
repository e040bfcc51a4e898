"""Buttons with words or icons that follow the theme."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QStyleOptionButton, QWidget

from client.views.theme import tokens
from client.views.theme.theme import Theme

# Pixels between an icon and its words, besides Qt's own.
_ROOM = 4
# Pixels of a button that shows its icon alone, and between two buttons of a choice.
FOLDED, _APART = 36, 4


class Button(QPushButton):
    """A button of one kind of the stylesheet: primary, quiet, icon, choice, rail or the plain one (empty)."""

    def __init__(self, theme: Theme, text: str, *, kind: str = "", icon: str = "", tone: str = "muted") -> None:
        """Make the button; an icon button shows no words, so its text becomes tooltip and accessible name."""
        super().__init__("" if kind == "icon" else text)
        self._theme, self._icon, self._tone = theme, icon, tone
        if kind:
            self.setProperty("kind", kind)
        if kind == "icon":
            self.setToolTip(text)
        self.setAccessibleName(text)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._room = 0 if kind == "icon" else _ROOM
        self.setIconSize(QSize(tokens.ICON + self._room, tokens.ICON))
        theme.changed.connect(self._dress)
        self._dress()

    def set_icon(self, name: str, tone: str) -> None:
        """Show another icon in the colour of a token, or none ("")."""
        self._icon, self._tone = name, tone
        self._dress()

    def _dress(self) -> None:
        self.setIcon(self._theme.icon(self._icon, self._tone, room=self._room) if self._icon else QIcon())


class FoldingButton(Button):
    """A button whose icon stands alone where its row lacks room; its words stay for a tooltip to tell."""

    def __init__(self, theme: Theme, text: str, *, icon: str, kind: str = "", tone: str = "muted") -> None:
        """Show words and icon until it is folded."""
        self._folded = False
        super().__init__(theme, text, kind=kind, icon=icon, tone=tone)

    @property
    def is_folded(self) -> bool:
        """Say whether its icon stands alone."""
        return self._folded

    @property
    def wide(self) -> int:
        """Return how many pixels it takes with its words."""
        return super().sizeHint().width() + (_ROOM if self._folded else 0)

    def fold(self, folded: bool) -> None:
        """Show the icon alone, or with the words."""
        if folded == self._folded:
            return
        self._folded = folded
        self._room = 0 if folded else _ROOM
        self.setIconSize(QSize(tokens.ICON + self._room, tokens.ICON))
        self._dress()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return the room for what is shown."""
        asked = super().sizeHint()
        return QSize(FOLDED, asked.height()) if self._folded else asked

    def minimumSizeHint(self) -> QSize:
        """Return the same: words are folded away, never cut off."""
        return self.sizeHint()

    def initStyleOption(self, option: QStyleOptionButton) -> None:
        """Paint no words while folded; whoever reads the screen aloud is told them all the same."""
        super().initStyleOption(option)
        if self._folded:
            option.text = ""


class Choice(QWidget):
    """A row of buttons of which exactly one is chosen, by mouse, Tab and arrows."""

    chosen = Signal(int)

    def __init__(
        self,
        theme: Theme,
        names: Sequence[str],
        accessible_name: str,
        icons: Sequence[str] = (),
        *,
        kind: str = "choice",
        spoken: Sequence[str] = (),
    ) -> None:
        """Offer the names, of which the first one is chosen; those of `spoken` are read aloud where they are longer."""
        super().__init__()
        self.setAccessibleName(accessible_name)
        self._group, self._names = QButtonGroup(self), tuple(names)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_APART)
        for index, name in enumerate(names):
            button = Button(theme, name, kind=kind, icon=icons[index] if icons else "")
            if spoken:
                button.setAccessibleName(spoken[index])
                button.setToolTip(spoken[index])
            button.setCheckable(True)
            self._group.addButton(button, index)
            row.addWidget(button)
        row.addStretch()
        self._group.buttons()[0].setChecked(True)
        self._group.idClicked.connect(self.chosen)

    def choose(self, index: int) -> None:
        """Show another choice, or with -1 none, without telling it as a person's."""
        # A group lets go of its last choice only when it need not have one.
        self._group.setExclusive(index >= 0)
        for at, button in enumerate(self._group.buttons()):
            button.setChecked(at == index)
        self._group.setExclusive(True)

    def set_compact(self, compact: bool) -> None:
        """Show icons alone, their names as tooltips, or icons and names."""
        for button in self._group.buttons():
            at = self._group.id(button)
            button.setText("" if compact else self._names[at])
            button.setToolTip(button.accessibleName() if compact or button.accessibleName() != self._names[at] else "")

    def set_close(self, close: bool) -> None:
        """Have the buttons touch, which keeps their words apart all the same, or leave some room between them."""
        row = self.layout()
        assert row is not None  # noqa: S101 - for the type checker
        row.setSpacing(0 if close else _APART)
        # Else what this stands in would be told of its new width only later.
        self.updateGeometry()

    @property
    def index(self) -> int:
        """Return which one is chosen, from 0; -1 for none."""
        return self._group.checkedId()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the choice with the arrow keys, as in any group of radio buttons."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        button = self._group.button((self.index + step) % len(self._group.buttons()))
        button.setFocus()
        button.click()
