"""A ticket's category with how sure it is: everybody reads it, helpdesk staff set it by one click."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from campusdesk.rules import Category, CategorySource
from campusdesk.v1 import ticket_pb2
from client.text import category_within_words, category_words, doubt, judged_words
from client.views.buttons import Button
from client.views.commands import CATEGORY_COMMANDS, Command, hint
from client.views.elided_label import ElidedLabel
from client.views.labels import plain_label, set_tone
from client.views.theme import icons, tokens
from client.views.theme.theme import Theme

TONES = {
    Category.FACILITY_MANAGEMENT: "facility",
    Category.TECHNICAL_IT: "technical",
    Category.SERVICES_COMPLAINTS: "services",
}
# Pixels: the words beside it must be read whole in the narrowest dock.
_CHOICE = 26


class CategoryBar(QWidget):
    """`corrected` tells the category that a person wants; `taken_back` when the server's own shall stand again."""

    corrected = Signal(object)
    taken_back = Signal()

    def __init__(self, theme: Theme) -> None:
        """Show no category yet."""
        super().__init__()
        self._theme = theme
        self._category: Category | None = None
        self._correctable = False
        self._mark = plain_label()
        self.words = ElidedLabel()
        self.choices = {category: self._choice(category) for category in Category}
        self.take_back = Button(theme, self.tr("Take back the correction"), kind="icon", icon="retry")
        words = self.tr("Take back the correction: the server's own category stands again")
        self.take_back.setToolTip(hint(words, Command.TAKE_BACK))
        self.take_back.clicked.connect(self.taken_back)
        self._arrange()
        theme.changed.connect(self._dress)

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._mark)
        row.addWidget(self.words, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(0)
        # First, so that what comes and goes moves none of the others away from the mouse.
        for button in (self.take_back, *self.choices.values()):
            button.setFixedWidth(_CHOICE)
            buttons.addWidget(button)
        row.addLayout(buttons)
        self.take_back.hide()

    def _choice(self, category: Category) -> Button:
        name = self.tr("Set to %1").replace("%1", category_within_words(category))
        button = Button(self._theme, name, kind="icon", icon=icons.CATEGORY_ICONS[category], tone=TONES[category])
        button.setToolTip(hint(category_words(category), CATEGORY_COMMANDS[category]))
        button.clicked.connect(lambda: self.corrected.emit(category))
        return button

    def show_ticket(self, ticket: ticket_pb2.Ticket, *, correctable: bool) -> None:
        """Show the ticket's category; with buttons only where it can be corrected."""
        corrected = int(ticket.category_source) == CategorySource.CORRECTED
        known = int(ticket.category) in set(Category)
        self._category = Category(ticket.category) if known else None
        self._correctable = correctable
        sure = doubt(ticket.category_source, ticket.confidence)
        self.words.setText(judged_words(self._category, sure) if self._category is not None else "")
        self.words.setToolTip(self.words.text())
        self.words.setAccessibleName(self.tr("Category: %1").replace("%1", self.words.text()))
        for category, button in self.choices.items():
            button.setVisible(correctable)
            set_tone(button, "chosen", corrected and category is self._category)
        self.take_back.setVisible(correctable and corrected)
        self._dress()

    def _dress(self) -> None:
        # Beside the buttons it would be there twice.
        self._mark.setVisible(self._category is not None and not self._correctable)
        if self._category is not None:
            colour = self._theme.tokens.category(self._category)
            ratio = max(2.0, self.devicePixelRatioF())
            self._mark.setPixmap(icons.pixmap(icons.CATEGORY_ICONS[self._category], colour, tokens.ICON, ratio))
            set_tone(self.words, "tone", TONES[self._category])
