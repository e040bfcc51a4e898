"""What stands under a plot: what its colours mean, a note, whose clocks it goes by, and what it is true for."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QSizePolicy, QWidget

from client.views.elided_label import ElidedLabel
from client.views.plots.legend import Legend

# Pixels between two parts of a line, and between two lines.
_APART, _BETWEEN = 12, 2


class AnalysisFoot(QWidget):
    """One line, or two where the stamp would cut what explains the plot: it is long while a service is away."""

    def __init__(self, legend: Legend, note: ElidedLabel, zone: QLabel, stamp: QLabel) -> None:
        """Show these; beside a legend the note gives way first."""
        super().__init__()
        self._legend, self._note, self._zone, self._stamp = legend, note, zone, stamp
        # The note may be cut off before the plot's dock may not become narrow, and leaves its place empty.
        giving_way = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        giving_way.setRetainSizeWhenHidden(True)
        note.setSizePolicy(giving_way)
        explaining = QHBoxLayout()
        explaining.setSpacing(_APART)
        explaining.addWidget(legend)
        explaining.addWidget(note, 1)
        explaining.addWidget(zone)
        self._lines = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(_APART)
        self._lines.addLayout(explaining, 1)
        self._lines.addWidget(stamp, 0, Qt.AlignmentFlag.AlignRight)

    def minimumSizeHint(self) -> QSize:
        """Return the room of what does not give way."""
        return QSize(max(_wide(self._zone), _wide(self._stamp)), self._lines.minimumSize().height())

    def event(self, event: QEvent) -> bool:
        """Look again whether one line has room when what stands here came, went or became longer."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Look again whether one line has room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        explained = _wide(self._note)
        if not self._legend.isHidden():
            # The note's place stays even when it has no room.
            explained = self._legend.least_width + _APART
        needed = explained + sum(_APART + _wide(part) for part in (self._zone, self._stamp) if _wide(part))
        fits = not explained or needed <= self.width()
        directions = QBoxLayout.Direction
        wanted = directions.LeftToRight if fits else directions.TopToBottom
        if wanted != self._lines.direction():
            self._lines.setDirection(wanted)
            self._lines.setSpacing(_APART if fits else _BETWEEN)


def _wide(part: QWidget) -> int:
    return 0 if part.isHidden() else part.sizeHint().width()
