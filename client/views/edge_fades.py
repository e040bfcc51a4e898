"""Fades at the edges of what is scrolled: a line that goes on out of sight fades, instead of being cut through."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor, QGuiApplication, QLinearGradient, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

# Pixels: about one line.
_HIGH = 20


class EdgeFades(QObject):
    """Lies over an area on the ground of a surface, at its upper and lower edge, where there is more beyond."""

    def __init__(self, area: QAbstractScrollArea) -> None:
        """Follow how far this area is scrolled."""
        super().__init__(area)
        self._area, self._bar = area, area.verticalScrollBar()
        # Children of the area itself: those of its viewport would be scrolled with it.
        self.above, self.below = _Fade(area, downwards=True), _Fade(area, downwards=False)
        self._bar.valueChanged.connect(self._show)
        self._bar.rangeChanged.connect(self._show)
        area.viewport().installEventFilter(self)
        self._show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of the area."""
        if event.type() in {QEvent.Type.Resize, QEvent.Type.Move}:
            self._show()
        return super().eventFilter(watched, event)

    def _show(self) -> None:
        seen = self._area.viewport().geometry()
        self.above.setGeometry(seen.left(), seen.top(), seen.width(), _HIGH)
        self.below.setGeometry(seen.left(), seen.bottom() + 1 - _HIGH, seen.width(), _HIGH)
        self.above.setVisible(self._bar.value() > self._bar.minimum())
        self.below.setVisible(self._bar.value() < self._bar.maximum())


class _Fade(QWidget):
    def __init__(self, area: QWidget, *, downwards: bool) -> None:
        super().__init__(area)
        self._downwards = downwards
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint from the ground's colour to nothing."""
        ground = QGuiApplication.palette().color(QPalette.ColorRole.Base)
        nothing = QColor(ground)
        nothing.setAlpha(0)
        fade = QLinearGradient(0, 0, 0, self.height())
        fade.setColorAt(0, ground if self._downwards else nothing)
        fade.setColorAt(1, nothing if self._downwards else ground)
        QPainter(self).fillRect(self.rect(), fade)
