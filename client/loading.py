"""Loads modules in a thread behind a page that people look at: importing takes longer than a window may not answer."""

import sys
import threading
from collections.abc import Sequence
from importlib import import_module

from PySide6.QtCore import QObject, Signal


class Loading(QObject):
    """`done` tells the thread that made it that all is loaded, unless `is_done` was true before."""

    done = Signal()

    def __init__(self, modules: Sequence[str], parent: QObject | None = None) -> None:
        """Load nothing before `start`: who wants to be told has to listen by then."""
        super().__init__(parent)
        self._modules = tuple(modules)
        self.is_done = all(name in sys.modules for name in modules)
        self._thread = threading.Thread(target=self._load, name="loading", daemon=True)
        self.done.connect(self._note)

    def start(self) -> None:
        """Import the modules in their order; who needs one earlier than it is loaded waits for it."""
        if not self.is_done:
            self._thread.start()

    def end(self) -> None:
        """Wait until it is over; a process that ended amid an import might crash."""
        if self._thread.is_alive():
            self._thread.join()

    def _load(self) -> None:
        for name in self._modules:
            import_module(name)
        self.done.emit()

    def _note(self) -> None:
        self.is_done = True
