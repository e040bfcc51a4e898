"""Puts another look over all widgets of the application: those in sight at once, the others in portions."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from client.views.unpainted import hold, release

# Qt styles anew, in one go, what it marked as styled, and tells all that have no style of their own.
_STYLED, _OWN_STYLE = Qt.WidgetAttribute.WA_WState_Polished, Qt.WidgetAttribute.WA_SetStyle
# Widgets that are styled in a few milliseconds.
_PORTION = 50


class Dressing:
    """One change of the look: of the widgets of a window, two thirds are out of sight and need not be styled at once.

    Nothing is painted before `finish`.
    """

    def __init__(self, application: QApplication, pause: Callable[[], object]) -> None:
        """Call `pause` between two portions."""
        self._application, self._pause = application, pause
        self._windows = [each for each in application.topLevelWidgets() if each.isVisible()]
        styled = (each for each in application.allWidgets() if each.testAttribute(_STYLED))
        self._unseen = [each for each in styled if not each.isVisible() and not each.testAttribute(_OWN_STYLE)]

    def dress(self, palette: QPalette, sheet: str) -> None:
        """Change palette and stylesheet, for what is in sight."""
        style = self._application.style()
        for widget in self._in_portions():
            style.unpolish(widget)
            widget.setAttribute(_STYLED, False)
            widget.setAttribute(_OWN_STYLE)
        for window in filter(isValid, self._windows):
            hold(window)
        # A new sheet over another costs several times what it takes without one.
        self._application.setStyleSheet("")
        self._application.setPalette(palette)
        self._application.setStyleSheet(sheet)

    def finish(self) -> None:
        """Have it painted, then have all that is out of sight look so too."""
        self._pause()
        for window in filter(isValid, self._windows):
            release(window)
        style = self._application.style()
        self._pause()
        for widget in self._in_portions():
            widget.setAttribute(_OWN_STYLE, False)
            style.polish(widget)
            widget.setAttribute(_STYLED)
            QCoreApplication.sendEvent(widget, QEvent(QEvent.Type.StyleChange))

    def _in_portions(self) -> Iterator[QWidget]:
        for at, widget in enumerate(self._unseen, 1):
            if isValid(widget):
                yield widget
            if at % _PORTION == 0:
                self._pause()
