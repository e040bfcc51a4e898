"""Counts down over everything else that this PC is about to forget who sits at it."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from client.views.labels import plain_label

_WIDTH, _SECONDS = 400, 60


class LeavingCard(QWidget):
    """Hidden while somebody is here; it takes neither keys nor clicks, for any of them ends it."""

    def __init__(self, window: QWidget) -> None:
        """Stand in the middle of the window, all of which is dimmed: it is read from across the room."""
        super().__init__(window)
        self._window = window
        self.setProperty("ground", "shade")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.card = QFrame(self)
        self.card.setProperty("ground", "card")
        self.card.setFixedWidth(_WIDTH)
        self.left = plain_label(scale="headline")
        self.title, self.words = plain_label(scale="title", wrap=True), plain_label(tone="muted", wrap=True)
        column = QVBoxLayout(self.card)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(8)
        for label in (self.title, self.left, self.words):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
        self.hide()
        window.installEventFilter(self)

    def show_seconds(self, seconds: int) -> None:
        """Show how many seconds are left; 0 hides the card."""
        # The card outlives the language that was spoken when it was made.
        self.title.setText(self.tr("Is somebody still here?"))
        self.words.setText(
            self.tr("What was typed here is then deleted from this PC. Press any key or move the mouse to stay.")
        )
        self.left.setText(f"{seconds // _SECONDS}:{seconds % _SECONDS:02}")
        self.setAccessibleName(self.left.text())
        self.setVisible(seconds > 0)
        if seconds > 0:
            self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Cover the window whatever its size becomes."""
        if event.type() is QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def _place(self) -> None:
        self.setGeometry(self._window.rect())
        self.card.adjustSize()
        spare = self.size() - self.card.size()
        self.card.move(spare.width() // 2, spare.height() // 2)
        self.raise_()
