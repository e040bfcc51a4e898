"""A menu in which several things are chosen one after the other."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu


class StayingMenu(QMenu):
    """Stays open when one of its values is chosen by the mouse or the space bar; Enter chooses and ends."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose what is under the mouse, and stay."""
        action = self._checkable(self.actionAt(event.position().toPoint()))
        if action is None:
            super().mouseReleaseEvent(event)
        else:
            action.trigger()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose by the space bar, and stay."""
        action = self._checkable(self.activeAction())
        if action is None or event.key() != Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            action.trigger()

    @staticmethod
    def _checkable(action: QAction | None) -> QAction | None:
        return action if action is not None and action.isCheckable() and action.isEnabled() else None
