"""The button that chooses the language in which the desk speaks."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from client.languages import NAMES, Language, spoken_language
from client.views.buttons import Button
from client.views.theme.theme import Theme


class LanguageMenu(Button):
    """A quiet button with the languages, each by its own name; `chosen` tells a wish, which others fulfil."""

    chosen = Signal(object)

    def __init__(self, theme: Theme) -> None:
        spoken = spoken_language()
        super().__init__(theme, NAMES[spoken], kind="quiet", icon="language")
        self.setAccessibleName(self.tr("Language: %1").replace("%1", NAMES[spoken]))
        menu = QMenu(self)
        group = QActionGroup(menu)
        for language, name in NAMES.items():
            action = QAction(name, menu, checkable=True, checked=language is spoken)
            action.triggered.connect(lambda _=False, wanted=language: self._choose(wanted))
            group.addAction(action)
            menu.addAction(action)
        self.setMenu(menu)

    def _choose(self, language: Language) -> None:
        if language is not spoken_language():
            self.chosen.emit(language)
