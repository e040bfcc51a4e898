"""What was typed and need not be sent: put away, and brought back by one button."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from client.views.buttons import Button
from client.views.labels import plain_label
from client.views.theme.theme import Theme


class PutAwayLine(QWidget):
    """Keeps the texts of a form; `wanted_back` tells them when the person wants to go on with them."""

    wanted_back = Signal(object)

    def __init__(self, theme: Theme) -> None:
        """Keep nothing yet."""
        super().__init__()
        self._texts: tuple[str, ...] = ()
        self.bring_back = Button(theme, self.tr("Bring it back"), kind="quiet", icon="retry")
        self.bring_back.clicked.connect(lambda: self.wanted_back.emit(self._texts))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(plain_label(self.tr("What you typed was put away."), tone="muted"), 1)
        row.addWidget(self.bring_back)
        self.hide()

    def keep(self, texts: tuple[str, ...]) -> None:
        """Keep these texts until others are kept."""
        self._texts = texts

    def offer(self, empty: bool) -> None:
        """Offer what is kept where nothing else was typed meanwhile."""
        self.setVisible(empty and any(self._texts))
