"""What stands over the table: what is shown, how many, which category, and what just left."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from campusdesk.rules import Category
from client.text import category_words
from client.views.buttons import Button, Choice
from client.views.elided_label import ElidedLabel
from client.views.labels import plain_label, set_tone
from client.views.numbers import count_words
from client.views.theme.icons import CATEGORY_ICONS
from client.views.theme.theme import Theme

_NOTE_MS = 12_000
# Pixels that the categories need with their names.
_NAMES_FIT = 620


class ListHead(QWidget):
    """`category_chosen` tells a category, or None for any; `undo_wanted` what the note says to be undone."""

    category_chosen = Signal(object)
    undo_wanted = Signal()

    def __init__(self, theme: Theme, title: str) -> None:
        super().__init__()
        self.title = plain_label(title, scale="title")
        self._count = plain_label(tone="muted")
        self.note = ElidedLabel(tone="muted", scale="small")
        self.undo = Button(theme, self.tr("Undo"), kind="bare", icon="retry")
        self.undo.setToolTip(self.tr("Ctrl+Z"))
        self.undo.clicked.connect(self.undo_wanted)
        self.hint = plain_label(tone="muted", scale="small", wrap=True)
        self._fading = QTimer(self, singleShot=True, interval=_NOTE_MS)
        self._fading.timeout.connect(lambda: self.show_note(""))
        categories = list(Category)
        names = [self.tr("All"), *(category_words(category) for category in categories)]
        icons = ["all", *(CATEGORY_ICONS[category] for category in categories)]
        self.category = Choice(theme, names, self.tr("Category"), icons)
        self.category.chosen.connect(lambda at: self.category_chosen.emit(categories[at - 1] if at else None))
        self._arrange()
        self.show_hint("")
        self.show_note("")

    def _arrange(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(12)
        for part in (self.title, self._count, self.note, self.undo):
            row.addWidget(part)
        row.addStretch()
        # The button comes and goes, and must not move the table.
        self.title.setMinimumHeight(self.undo.sizeHint().height())
        self.category.set_compact(True)
        self.setMinimumWidth(self.category.sizeHint().width())
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 16, 8)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self.category)
        column.addWidget(self.hint)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the names of the categories out where they do not fit."""
        super().resizeEvent(event)
        self.category.set_compact(self.width() < _NAMES_FIT)

    def show_count(self, count: int) -> None:
        """Show how many tickets the table holds."""
        self._count.setText(count_words(count))

    def show_hint(self, words: str) -> None:
        """Say how one works with what is shown; empty words say nothing."""
        self.hint.setText(words)
        self.hint.setVisible(bool(words))

    def show_note(self, words: str, *, undoable: bool = False, wrong: bool = False) -> None:
        """Say for a few seconds what happened to the list, or with `wrong` what did not, and offer to undo it."""
        self.note.setText(words)
        set_tone(self.note, "tone", "danger" if wrong else "muted")
        # What gives way shows all of its words under the mouse; ticket texts never stand here.
        self.note.setToolTip(words)
        self.undo.setVisible(undoable)
        if words:
            self._fading.start()
