"""The mark and the name of the desk, as they stand at the head of the pages before work begins."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from client.views.labels import plain_label
from client.views.theme import icons
from client.views.theme.theme import Theme

_SIZE = 28


class Brand(QWidget):
    """The mark beside the name."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._mark = plain_label()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._mark)
        row.addWidget(plain_label(self.tr("Campus Desk"), scale="title"))
        row.addStretch()
        theme.changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        self._mark.setPixmap(
            icons.pixmap("campus-desk", self._theme.tokens.accent, _SIZE, max(2.0, self.devicePixelRatioF()))
        )
