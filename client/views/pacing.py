"""What is to be shown anew with every change, shown no oftener than people read."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Slot


class Paced(QObject):
    """Acts at once after a quiet while; while it is asked for more often, once an interval and at its end."""

    def __init__(self, act: Callable[[], None], interval_ms: int, parent: QObject) -> None:
        """Call `act`, as long as the parent lives."""
        super().__init__(parent)
        self._act, self._is_due = act, False
        self._timer = QTimer(self, singleShot=True, interval=interval_ms)
        self._timer.timeout.connect(self._go_on)

    @Slot()
    def ask(self) -> None:
        """Ask for it to be done, now or within the interval."""
        if self._timer.isActive():
            self._is_due = True
            return
        self._is_due = False
        self._timer.start()
        self._act()

    @Slot()
    def _go_on(self) -> None:
        if self._is_due:
            self.ask()
