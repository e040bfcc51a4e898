"""A watch over the thread that draws: when it does not answer within 50 ms, it tells for how long and where it was."""

import sys
import threading
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

# What a person begins to feel; nothing the desk does may take the thread longer at a time.
LONGEST_MS = 50

_PAUSE_S = 0.005
_NS_PER_MS = 1_000_000
# Innermost calls that are told of one stall.
_CALLS = 6


@dataclass(frozen=True, slots=True)
class Stall:
    """How many milliseconds the thread did not answer, and the calls it was in at the 50th, the innermost last."""

    took_ms: float
    calls: tuple[str, ...]

    def words(self) -> str:
        """Say it in a line for operators, which holds names of the program alone."""
        return f"The window did not answer for {self.took_ms:.0f} ms, in {' > '.join(self.calls) or 'Qt'}"


class StallWatch(QObject):
    """Asks the thread that it is made in for an answer again and again, from a thread of its own."""

    _asked = Signal()

    def __init__(self, tell: Callable[[Stall], object], parent: QObject | None = None) -> None:
        """Watch from now on until `end`; `tell` is called in the watching thread."""
        super().__init__(parent)
        self._tell = tell
        self._watched, self._waits = threading.get_ident(), _Waits(threading.get_native_id())
        self._answered, self._ended = threading.Event(), threading.Event()
        self._asked.connect(self._answered.set)
        self._thread = threading.Thread(target=self._watch, name="stall-watch", daemon=True)
        self._thread.start()

    def end(self) -> None:
        """Watch no longer."""
        self._ended.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._ended.wait(_PAUSE_S):
            self._ask()

    def _ask(self) -> None:
        self._answered.clear()
        began, waited = time.perf_counter_ns(), self._waits.read_ns()
        self._asked.emit()
        if self._answered.wait(LONGEST_MS / 1_000):
            return
        calls = self._calls()
        # Whoever waits for the end of this thread does not answer any more.
        while not self._ended.is_set() and not self._answered.wait(LONGEST_MS / 1_000):
            pass
        # A busy machine is not the desk's fault: time without a processor is not the thread's.
        took = time.perf_counter_ns() - began - (self._waits.read_ns() - waited)
        if took > LONGEST_MS * _NS_PER_MS and not self._ended.is_set():
            self._tell(Stall(took / _NS_PER_MS, calls))

    def _calls(self) -> tuple[str, ...]:
        frame = sys._current_frames().get(self._watched)  # noqa: SLF001 - documented, and private by name alone
        if frame is None:
            return ()
        stack = traceback.StackSummary.extract(traceback.walk_stack(frame), limit=_CALLS, lookup_lines=False)
        return tuple(f"{Path(call.filename).stem}.{call.name}:{call.lineno}" for call in reversed(stack))


class _Waits:
    """How long a thread waited for a processor, which Linux tells; elsewhere it is 0."""

    def __init__(self, native_id: int) -> None:
        self._path = Path(f"/proc/self/task/{native_id}/schedstat")

    def read_ns(self) -> int:
        """Return nanoseconds since the thread began."""
        try:
            return int(self._path.read_text().split()[1])
        except (OSError, ValueError, IndexError):
            return 0
