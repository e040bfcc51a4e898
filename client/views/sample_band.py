"""The fixed band over everything while the desk shows sample data."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout

from client.views.labels import plain_label


class SampleBand(QFrame):
    """One sentence that cannot be closed, so that nobody reports a real problem into it."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("ground", "note")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 5, 16, 5)
        words = plain_label(self.tr("Sample data: nobody reads this"), scale="small")
        row.addWidget(words, 0, Qt.AlignmentFlag.AlignCenter)
