"""The button that chooses between the light, the dark and the system's look."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from client.settings import Theme as ThemeChoice
from client.views.buttons import Button
from client.views.theme.theme import Theme


class ThemeMenu(Button):
    """A quiet button with the three looks; `chosen` tells the choice, which is already in force."""

    chosen = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "", kind="quiet", icon="theme")
        self._words = {
            ThemeChoice.SYSTEM: self.tr("System look"),
            ThemeChoice.LIGHT: self.tr("Light"),
            ThemeChoice.DARK: self.tr("Dark"),
        }
        menu = QMenu(self)
        group = QActionGroup(menu)
        self._actions: dict[ThemeChoice, QAction] = {}
        for choice, words in self._words.items():
            action = QAction(words, menu, checkable=True, checked=choice == theme.choice)
            action.triggered.connect(lambda _=False, chosen=choice: self._choose(chosen))
            group.addAction(action)
            menu.addAction(action)
            self._actions[choice] = action
        self.setMenu(menu)
        theme.changed.connect(self._name)
        self._name()

    def _choose(self, choice: ThemeChoice) -> None:
        self._theme.choose(choice)
        self._name()
        self.chosen.emit(choice)

    def _name(self) -> None:
        self._actions[self._theme.choice].setChecked(True)
        self.setText(self._words[self._theme.choice])
        self.setAccessibleName(self.tr("Look: %1").replace("%1", self._words[self._theme.choice]))
