"""A compact button with a menu of values of which exactly one is chosen."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from client.views.buttons import Button
from client.views.theme.theme import Theme


class ValueButton(Button):
    """Shows the words of its value; `chosen` tells what a person chose."""

    chosen = Signal(int)

    def __init__(self, theme: Theme, name: str, words: Mapping[int, str]) -> None:
        """Offer the values by their words; the first one is chosen. `name` says aloud what is chosen here."""
        super().__init__(theme, "", kind="filter", icon="chevron-down")
        self._name, self._words = name, words
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        menu = QMenu(self)
        menu.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        group = QActionGroup(menu)
        self._actions: dict[int, QAction] = {}
        for value, said in words.items():
            action = QAction(said, menu, checkable=True)
            action.triggered.connect(lambda _=False, value=value: self._take(value))
            group.addAction(action)
            menu.addAction(action)
            self._actions[value] = action
        self.setMenu(menu)
        self.choose(next(iter(words)))

    @property
    def value(self) -> int:
        """Return what is chosen."""
        return self._value

    def offers(self, value: object) -> bool:
        """Say whether this is one of the values."""
        return type(value) is int and value in self._words

    def choose(self, value: int) -> None:
        """Show another value without telling it as a person's."""
        self._value = value
        self._actions[value].setChecked(True)
        self.setText(self._words[value])
        self.setAccessibleName(self.tr("%1: %2").replace("%1", self._name).replace("%2", self._words[value]))

    def _take(self, value: int) -> None:
        if value != self._value:
            self.choose(value)
            self.chosen.emit(value)
