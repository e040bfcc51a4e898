"""The category that a report would get, said while it is being typed; a quiet line that moves nothing around it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from campusdesk.rules import Category, Sureness, sureness
from client.asking import Asking
from client.text import one_line, suggested_words
from client.views.elided_label import ElidedLabel
from client.views.labels import plain_label
from client.views.theme import icons, tokens
from client.views.theme.theme import Theme

if TYPE_CHECKING:
    from campusdesk.v1 import ticket_service_pb2
    from client.helpdesk import HelpDesk

# Milliseconds after the last key.
PAUSE_MS = 350
_LONGEST_WORD = 40


class CategoryHint(QWidget):
    """Keeps its place, empty as long as there is nothing to say."""

    def __init__(self, theme: Theme, desk: "HelpDesk") -> None:
        """Say nothing yet."""
        super().__init__()
        self._theme = theme
        self._category: Category | None = None
        self.asking = Asking(lambda text: desk.suggest_category(str(text)), PAUSE_MS, self)
        self.asking.answered.connect(self._show)
        self._mark = plain_label()
        self._mark.setFixedWidth(tokens.ICON)
        self.words = plain_label()
        self.reasons = ElidedLabel(tone="muted", scale="small")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._mark)
        row.addWidget(self.words)
        row.addWidget(self.reasons, 1)
        # A line of its own font, with the icon or without.
        self.words.ensurePolished()
        self.setFixedHeight(max(tokens.ICON, self.words.fontMetrics().height()) + 4)
        theme.changed.connect(self._dress)
        self._show(None)

    def want(self, description: str | None) -> None:
        """Ask for the category of this text soon; None says nothing any more."""
        self.asking.want(description)

    def ask_again(self) -> None:
        """Ask once more where the server did not answer."""
        self.asking.ask_again()

    def _show(self, answer: "ticket_service_pb2.SuggestCategoryResponse | None") -> None:
        known = answer is not None and int(answer.category) in set(Category)
        self._category = Category(answer.category) if answer is not None and known else None
        sure = sureness(answer.confidence) if answer is not None else Sureness.UNSURE
        self.words.setText(suggested_words(self._category, answer.confidence) if answer and self._category else "")
        reasons = answer.words if answer is not None and sure is not Sureness.UNSURE else ()
        self.reasons.setText(self._reason_words(reasons))
        if sure is Sureness.UNSURE:
            self._category = None
        self.setAccessibleName(" ".join(filter(None, (self.words.text(), self.reasons.text()))))
        self._dress()

    def _reason_words(self, reasons: Sequence[str]) -> str:
        words = ", ".join(filter(None, (one_line(word, _LONGEST_WORD) for word in reasons)))
        told = self.tr("from the word %1") if len(reasons) == 1 else self.tr("from the words %1")
        return told.replace("%1", words) if words else ""

    def _dress(self) -> None:
        self._mark.setVisible(self._category is not None)
        if self._category is not None:
            colour = self._theme.tokens.category(self._category)
            ratio = max(2.0, self.devicePixelRatioF())
            self._mark.setPixmap(icons.pixmap(icons.CATEGORY_ICONS[self._category], colour, tokens.ICON, ratio))
