"""Long work of the thread that draws, with pauses in which everything is answered but keys and clicks."""

from collections.abc import Callable
from types import TracebackType
from typing import Self

from PySide6.QtCore import QCoreApplication, QEventLoop

_ALL_BUT_INPUT = QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents


class Pauses:
    """To be entered while the work is done; what would end it halfway is put off until then.

    Keys and clicks wait in their order, and go to what has the focus once the work is done.
    """

    def __init__(self) -> None:
        self._under_way = False
        self._put_off: list[Callable[[], object]] = []

    def __enter__(self) -> Self:
        """Begin the work."""
        self._under_way = True
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Do what was put off, in its order."""
        self._under_way = False
        waiting, self._put_off = self._put_off, []
        for do in waiting:
            do()

    def pause(self) -> None:
        """Have the window painted, timers told and signals of other threads received."""
        QCoreApplication.processEvents(_ALL_BUT_INPUT)

    def end(self) -> None:
        """Put off for ever what comes from now on: nobody is there any more for whom it would be done."""
        self._under_way = True

    def put_off(self, do: Callable[[], object]) -> bool:
        """Return False when no work is under way; else have this done after it."""
        if self._under_way:
            self._put_off.append(do)
        return self._under_way
