"""Whether somebody is at this PC: told by keys and by the mouse, and by nothing else."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPointF, QTimer, Signal
from PySide6.QtGui import QMouseEvent

from client.state import Clock, wall_clock_us

# After so long without a key or a move somebody is gone, which is told for so long before. In microseconds.
IDLE_US, WARNING_US = 15 * 60 * 1_000_000, 60 * 1_000_000

_LOOK_MS, _US_PER_S = 500, 1_000_000
_SIGNS = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
    }
)


class Presence(QObject):
    """`leaving` tells the seconds left, each second, and 0 when somebody came back; `left` when nobody did.

    It goes by the wall clock, which a PC that sleeps does not stop: who opens it again later is somebody else.
    """

    leaving = Signal(int)
    left = Signal()
    # At each key and each move.
    seen = Signal()

    def __init__(self, parent: QObject | None = None, clock: Clock = wall_clock_us, idle_us: int = IDLE_US) -> None:
        """Watch this application from now on until `end`."""
        super().__init__(parent)
        self._clock, self._idle_us = clock, idle_us
        self._seen_us, self._told_s = clock(), 0
        self._pointer = QPointF()
        self._looking = QTimer(self, interval=_LOOK_MS)
        self._looking.timeout.connect(self.look)
        self._looking.start()
        _application().installEventFilter(self)

    def end(self) -> None:
        """Watch no longer."""
        self._looking.stop()
        _application().removeEventFilter(self)

    def note(self) -> None:
        """Take it that somebody is here now."""
        self._seen_us = self._clock()
        self._tell(0)
        self.seen.emit()

    def look(self) -> None:
        """Tell how it stands now; a timer has it done twice a second."""
        idle_us = self._clock() - self._seen_us
        if idle_us < 0:
            # The clock was set back.
            self._seen_us = self._clock()
        elif idle_us >= self._idle_us:
            self._seen_us = self._clock()
            self._tell(0)
            self.left.emit()
        else:
            left_us = self._idle_us - idle_us
            self._tell(-(-left_us // _US_PER_S) if left_us <= WARNING_US else 0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take notice of what a person did, and let everything through."""
        # What the desk does by itself is not spontaneous, and a window that moves under the mouse moves no mouse.
        if event.type() in _SIGNS and event.spontaneous() and self._has_moved(event):
            self.note()
        return False

    def _has_moved(self, event: QEvent) -> bool:
        if event.type() is not QEvent.Type.MouseMove or not isinstance(event, QMouseEvent):
            return True
        before, self._pointer = self._pointer, event.globalPosition()
        return before != self._pointer

    def _tell(self, seconds: int) -> None:
        if seconds != self._told_s:
            self._told_s = seconds
            self.leaving.emit(seconds)


def _application() -> QCoreApplication:
    application = QCoreApplication.instance()
    assert application is not None  # noqa: S101 - for the type checker
    return application
