"""A column of parts that scrolls as soon as it is higher than its place."""

from PySide6.QtCore import QPoint, QSize, Qt, QTimer
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from client.views.edge_fades import EdgeFades

# Pixels: as much as two lines and their name need.
_LEAST = 96
# As many as Qt lets a scroll area ask for.
_MOST_LINES = 24


class ScrollColumn(QScrollArea):
    """Gives every part in `lines` the height that it asks for."""

    def __init__(self, least: int = _LEAST) -> None:
        """Make an empty column that may become as low as `least` pixels."""
        super().__init__()
        self._least = least
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._content = _Content()
        self.lines = QVBoxLayout(self._content)
        self.lines.setContentsMargins(0, 0, 0, 0)
        self.lines.setSpacing(12)
        self.setWidget(self._content)
        EdgeFades(self)

    def show_part(self, part: QWidget) -> None:
        """Scroll until the part is in sight, or its beginning where it is too high, as soon as it has its place."""
        QTimer.singleShot(0, part, lambda: self._scroll_to(part))

    def show_beginning(self) -> None:
        """Scroll to the first part."""
        self.verticalScrollBar().setValue(0)

    def _scroll_to(self, part: QWidget) -> None:
        bar, top = self.verticalScrollBar(), part.mapTo(self._content, QPoint(0, 0)).y()
        bar.setValue(min(top, max(bar.value(), top + part.height() - self.viewport().height())))

    def sizeHint(self) -> QSize:
        """Ask for the height that the parts need now: Qt's own answer is of when they were last laid out."""
        whole = self._content.sizeHint().height() + 2 * self.frameWidth()
        return QSize(super().sizeHint().width(), min(whole, _MOST_LINES * self.fontMetrics().height()))

    def minimumSizeHint(self) -> QSize:
        """Never become narrower than the parts beside a scroll bar."""
        least = self._content.minimumSizeHint()
        bar = self.verticalScrollBar().sizeHint().width()
        return QSize(least.width() + bar, min(least.height(), self._least))


class _Content(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.setProperty("ground", "surface")

    def minimumSizeHint(self) -> QSize:
        """Never become lower than what is asked for: a scroll area would squeeze its content first."""
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())
