"""A ticket's category as a button: everybody reads it, helpdesk staff correct it."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from campusdesk.rules import Category
from client.text import category_words
from client.views.buttons import Button
from client.views.theme.icons import CATEGORY_ICONS
from client.views.theme.theme import Theme

_TONES = {
    Category.FACILITY_MANAGEMENT: "facility",
    Category.TECHNICAL_IT: "technical",
    Category.SERVICES_COMPLAINTS: "services",
}


class CategoryButton(Button):
    """Shows the category; with a menu to correct it, `corrected` tells the wanted one."""

    corrected = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "", kind="bare")
        self._category = Category.TECHNICAL_IT
        self.setAccessibleName(self.tr("Category"))
        self._choices = QMenu(self)
        for category in Category:
            action = QAction(theme.icon(CATEGORY_ICONS[category], _TONES[category]), category_words(category), self)
            action.triggered.connect(lambda _=False, wanted=category: self._correct(wanted))
            self._choices.addAction(action)

    def show_category(self, category: Category, *, correctable: bool) -> None:
        """Show this category; with the menu only when it can be corrected."""
        self._category = category
        self.setText(category_words(category))
        self.setAccessibleName(self.tr("Category: %1").replace("%1", category_words(category)))
        self.setToolTip(self.tr("Correct the category") if correctable else "")
        self.setMenu(self._choices if correctable else None)  # type: ignore[arg-type]  # Qt takes none
        self.set_icon(CATEGORY_ICONS[category], _TONES[category])

    def _correct(self, category: Category) -> None:
        if category != self._category:
            self.corrected.emit(category)
