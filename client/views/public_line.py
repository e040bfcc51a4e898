"""What stands under the text of a report: who reads it, and whom to call where it cannot wait."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from client.views.labels import plain_label
from client.views.theme import icons, tokens
from client.views.theme.theme import Theme


class PublicLine(QWidget):
    """Says that all can read and change it; the emergency line, where there is one, stands out a little."""

    def __init__(self, theme: Theme, emergency: str = "") -> None:
        """Say it; `emergency` is the campus's own line, "" for none."""
        super().__init__()
        self._theme = theme
        public = plain_label(self.tr("Everybody on campus can read and change this."), tone="muted", wrap=True)
        self.emergency = plain_label(emergency, scale="strong", wrap=True)
        self._mark = plain_label()
        self._mark.setFixedWidth(tokens.ICON)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.emergency, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(public)
        column.addLayout(row)
        for part in (self._mark, self.emergency):
            part.setVisible(bool(emergency))
        theme.changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        ratio = max(2.0, self.devicePixelRatioF())
        self._mark.setPixmap(icons.pixmap("phone", self._theme.tokens.text, tokens.ICON, ratio))
