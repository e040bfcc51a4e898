"""The head of the analyses' dock: which one it is, whether as a plot or as numbers, and what can be taken along."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from client.views.announcing import announce
from client.views.buttons import Button, Choice
from client.views.elided_label import ElidedLabel
from client.views.labels import set_tone
from client.views.theme.theme import Theme

# Milliseconds for which it is told what was saved.
_NOTE_MS = 12_000
# Pixels from which the names of plot and numbers have room beside their icons.
_NAMED_FROM = 420
# Pixels between two of its parts.
_APART = 8


class AnalysisHead(QWidget):
    """`numbers_chosen` tells whether numbers are to be shown in place of the plot."""

    numbers_chosen = Signal(bool)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.name = ElidedLabel(tone="muted", scale="small")
        self.said = ElidedLabel(tone="muted", scale="small")
        names = [self.tr("Plot"), self.tr("Numbers")]
        self.choice = Choice(theme, names, self.tr("How it is shown"), ["backlog", "numbers"])
        self.choice.chosen.connect(lambda at: self.numbers_chosen.emit(at == 1))
        self.save = Button(theme, self.tr("Save or print"), kind="icon", icon="save")
        self.menu = QMenu(self)
        self.picture = self._add(self.tr("Save picture (PNG) …"))
        self.numbers = self._add(self.tr("Save numbers (CSV) …"))
        self.menu.addSeparator()
        self.print = self._add(self.tr("Print …"))
        self.save.setMenu(self.menu)
        self._fading = QTimer(self, singleShot=True, interval=_NOTE_MS)
        self._fading.timeout.connect(lambda: self.say(""))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_APART)
        row.addWidget(self.name)
        row.addWidget(self.said, 1)
        row.addWidget(self.choice)
        row.addWidget(self.save)

    def _add(self, words: str) -> QAction:
        return self.menu.addAction(words)

    def show_numbers(self, shown: bool) -> None:
        """Show which of the two is chosen, without telling it as a person's choice."""
        self.choice.choose(int(shown))

    def say(self, words: str, *, wrong: bool = False) -> None:
        """Say what became of what was to be saved: for a while, or, when it is wrong, until the next time."""
        announce(self.said, words, urgent=wrong)
        set_tone(self.said, "tone", "danger" if wrong else "muted")
        self.said.setText(words)
        self.said.setToolTip(words)
        self._share()
        if wrong:
            self._fading.stop()
        elif words:
            self._fading.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show icons alone where there is little room."""
        super().resizeEvent(event)
        self.choice.set_compact(event.size().width() < _NAMED_FROM)
        self._share()

    def _share(self) -> None:
        """Have what is said take the place of the name, which the rail tells too, where there is no room for both."""
        beside = (self.name, self.said, self.choice, self.save)
        needed = sum(part.sizeHint().width() for part in beside) + _APART * (len(beside) - 1)
        self.name.setVisible(not self.said.text() or needed <= self.width())
