"""Let the stop signals of the system close the desk as its window's button does."""

import signal
import socket
from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import QObject, QSocketNotifier, QTimer


class StopSignals(QObject):
    """Calls `stop` on SIGTERM and SIGINT, though Qt's event loop runs no Python between two events.

    The system writes a byte into a socket when a signal comes; Qt wakes for it, and Python then calls the handler.
    """

    def __init__(self, stop: Callable[[], object], parent: QObject | None = None) -> None:
        """Obey from now on; to be made in the main thread."""
        super().__init__(parent)
        self._woken, self._waking = socket.socketpair()
        for end in (self._woken, self._waking):
            end.setblocking(False)
        signal.set_wakeup_fd(self._waking.fileno())
        self._notifier = QSocketNotifier(self._woken.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._read)
        for number in (signal.SIGTERM, signal.SIGINT):
            # Python calls the handler between any two steps of what it does just now, such as making a window.
            signal.signal(number, lambda *_: QTimer.singleShot(0, stop))

    def _read(self) -> None:
        # Qt may tell of one byte twice.
        with suppress(BlockingIOError):
            self._woken.recv(64)
