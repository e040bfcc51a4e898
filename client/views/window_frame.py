"""The frame of the desk at work: a middle, docks around it, a band above and a status bar below."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QDockWidget, QMainWindow, QVBoxLayout, QWidget

from client.views.dock_title import DockTitle
from client.views.reading_order import step
from client.views.sample_band import SampleBand
from client.views.theme.theme import Theme

_FEATURE, _AREA = QDockWidget.DockWidgetFeature, Qt.DockWidgetArea
# The docks' share of the window, within bounds in pixels.
_NARROWEST, _WIDEST, _SHARE = 340, 520, 0.265


class _Dock(QDockWidget):
    def focusNextPrevChild(self, forward: bool) -> bool:
        """Have Tab go in the order of reading, also in a dock that floats: in the window that is the window's."""
        return (self.isFloating() and step(self, forward=forward)) or super().focusNextPrevChild(forward)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Stand off from what is under it while it floats: no desktop frames a window that has a head of its own."""
        super().paintEvent(event)
        if self.isFloating():
            # The style leaves a pixel free around what stands in the dock.
            QPainter(self).fillRect(self.rect(), self.palette().mid())


class WindowFrame(QMainWindow):
    """Lays out what it is given; it knows neither tickets nor servers."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.band = SampleBand()
        self.band.hide()
        self._bands = QWidget()
        bands = QVBoxLayout(self._bands)
        bands.setContentsMargins(0, 0, 0, 0)
        bands.setSpacing(0)
        bands.addWidget(self.band)
        self.setMenuWidget(self._bands)
        # Plots stand under the table; the ticket keeps the full height beside both.
        self.setCorner(Qt.Corner.BottomRightCorner, _AREA.RightDockWidgetArea)
        self.setCorner(Qt.Corner.BottomLeftCorner, _AREA.LeftDockWidgetArea)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Have Tab go in the order of reading."""
        return step(self, forward=forward) or super().focusNextPrevChild(forward)

    def add_band(self, band: QWidget) -> None:
        """Put another band over everything, under those that are there."""
        bands = self._bands.layout()
        assert bands is not None  # noqa: S101 - for the type checker
        bands.addWidget(band)

    def set_middle(self, column: Sequence[QWidget], stretched: QWidget) -> None:
        """Put the column in the middle, one of it stretched."""
        # Where it belongs from the beginning: else every part of it would be styled twice.
        middle = QWidget(self)
        middle.setProperty("ground", "surface")
        lines = QVBoxLayout(middle)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        for part in column:
            lines.addWidget(part, 1 if part is stretched else 0)
        self.setCentralWidget(middle)

    def set_rail(self, rail: QWidget) -> None:
        """Put a rail of fixed place and width at the left, over the full height."""
        dock = QDockWidget(self)
        dock.setObjectName("rail")
        dock.setFeatures(_FEATURE.NoDockWidgetFeatures)
        dock.setTitleBarWidget(QWidget())
        dock.setWidget(rail)
        self.addDockWidget(_AREA.LeftDockWidgetArea, dock)

    def add_dock(
        self, name: str, title: str, content: QWidget, *, below: bool = False, head: QWidget | None = None
    ) -> QDockWidget:
        """Add a dock that can be put away at the right or under the middle, or else where one of this name stood last.

        `head` stands where else the title does.
        """
        dock = _Dock(title, self)
        dock.setObjectName(name)
        dock.setFeatures(_FEATURE.DockWidgetMovable | _FEATURE.DockWidgetFloatable | _FEATURE.DockWidgetClosable)
        dock.setWidget(content)
        dock.setTitleBarWidget(DockTitle(self._theme, dock, head))
        if self.restoreDockWidget(dock):
            return dock
        self.addDockWidget(_AREA.BottomDockWidgetArea if below else _AREA.RightDockWidgetArea, dock)
        if below:
            self.resizeDocks([dock], [self.height() * 47 // 100], Qt.Orientation.Vertical)
        return dock

    def set_status_bar(self, left: Sequence[QWidget], right: Sequence[QWidget]) -> None:
        """Fill the status bar."""
        bar = self.statusBar()
        bar.setSizeGripEnabled(False)
        for part in left:
            bar.addWidget(part)
        for part in right:
            bar.addPermanentWidget(part)

    def share_room(self, docks: Sequence[QDockWidget]) -> None:
        """Give the docks at the right their first share of the window's present size, each the same height."""
        wide = max(_NARROWEST, min(_WIDEST, round(self.width() * _SHARE)))
        self.resizeDocks(list(docks), [wide] * len(docks), Qt.Orientation.Horizontal)
        self.resizeDocks(list(docks), [self.height() // max(1, len(docks))] * len(docks), Qt.Orientation.Vertical)
