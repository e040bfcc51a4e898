"""The one top-level window: the pages before work begins, then the desk of a role."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent, QIcon
from PySide6.QtWidgets import QStackedWidget, QWidget

from client.settings import Settings
from client.views.reading_order import step
from client.views.theme import icons
from client.views.theme.theme import Theme
from client.views.unpainted import hold, release

_WIDTH, _HEIGHT, _LEAST_WIDTH, _LEAST_HEIGHT = 1280, 800, 1000, 640
_MARK = 64


class DeskWindow(QStackedWidget):
    """Shows one page at a time and remembers where it stood; `closed` when the person closes it."""

    closed = Signal()

    def __init__(self, theme: Theme, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self.setWindowIcon(QIcon(icons.pixmap("campus-desk", theme.tokens.accent, _MARK, 2.0)))
        self.setMinimumSize(_LEAST_WIDTH, _LEAST_HEIGHT)
        self.resize(_WIDTH, _HEIGHT)
        if settings.geometry is not None:
            self.restoreGeometry(settings.geometry)

    def show_page(self, page: QWidget) -> None:
        """Show this page alone; the one before is deleted."""
        before = self.currentWidget()
        if before is page:
            return
        self.addWidget(page)
        self.setCurrentWidget(page)
        page.windowTitleChanged.connect(self._show_title)
        self._show_title(page.windowTitle())
        if before is not None:
            self.removeWidget(before)
            before.deleteLater()
        page.setFocus()

    @contextmanager
    def in_parts(self) -> Iterator[None]:
        """Leave what is in sight as it is, while it becomes something else in parts."""
        hold(self)
        try:
            yield
        finally:
            release(self)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Have Tab go in the order of reading."""
        return step(self, forward=forward) or super().focusNextPrevChild(forward)

    def _show_title(self, title: str) -> None:
        """Have the page say in the title what is new on it."""
        self.setWindowTitle(title or self.tr("Campus Desk"))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember where the window stood."""
        self._settings.geometry = self.saveGeometry()
        super().closeEvent(event)
        self.closed.emit()
