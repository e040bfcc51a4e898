"""Where, who and when of a ticket, as short muted lines with an icon."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from client.views.labels import plain_label
from client.views.reading_text import ReadingText
from client.views.theme import icons, tokens
from client.views.theme.theme import Theme


class FactsList(QWidget):
    """Lines of an icon and words; a line without words is left out."""

    def __init__(self, theme: Theme, names: dict[str, str]) -> None:
        """Make one line for each icon name, with an accessible name for its words."""
        super().__init__()
        self._theme = theme
        self._lines: dict[str, tuple[QLabel, ReadingText]] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        for row, (icon, name) in enumerate(names.items()):
            # Not a label: a label becomes as wide as its longest word, and a word of anybody's may be very long.
            mark, words = plain_label(), ReadingText(name)
            words.setProperty("tone", "muted")
            mark.setAccessibleName(name)
            mark.setToolTip(name)
            grid.addWidget(mark, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(words, row, 1)
            self._lines[icon] = mark, words
        theme.changed.connect(self._dress)
        self._dress()

    def show_words(self, icon: str, words: str) -> None:
        """Set the words of a line."""
        for part in self._lines[icon]:
            part.setVisible(bool(words))
        self._lines[icon][1].show_text(words)

    def text(self, icon: str) -> ReadingText:
        """Return where the words of a line stand."""
        return self._lines[icon][1]

    def words(self, icon: str) -> str:
        """Return the words of a line."""
        return self._lines[icon][1].toPlainText()

    def _dress(self) -> None:
        for icon, (mark, _) in self._lines.items():
            mark.setPixmap(
                icons.pixmap(icon, self._theme.tokens.muted, tokens.ICON, max(2.0, self.devicePixelRatioF()))
            )
