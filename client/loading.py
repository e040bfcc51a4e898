"""Loads modules in a thread behind a page that people look at: importing takes longer than a window may not answer."""

import sys
import threading
import traceback
from collections.abc import Sequence
from importlib import import_module

from PySide6.QtCore import QObject, Signal


class Loading(QObject):
    """`done` tells the thread that made it that all is loaded, unless `is_done` was true before.

    `failed` tells it that something cannot be, with the `fault` in words of Python.
    """

    done = Signal()
    failed = Signal(str)

    def __init__(self, modules: Sequence[str], parent: QObject | None = None) -> None:
        """Load nothing before `start`: who wants to be told has to listen by then."""
        super().__init__(parent)
        self._modules = tuple(modules)
        self.is_done = all(name in sys.modules for name in modules)
        self.fault = ""
        self._thread = threading.Thread(target=self._load, name="loading", daemon=True)
        self.done.connect(self._note)
        self.failed.connect(self._note_fault)

    def start(self) -> None:
        """Import the modules in their order; who needs one earlier than it is loaded waits for it."""
        if not self.is_done:
            self._thread.start()

    def end(self) -> None:
        """Wait until it is over; a process that ended amid an import might crash."""
        if self._thread.is_alive():
            self._thread.join()

    def _load(self) -> None:
        try:
            for name in self._modules:
                import_module(name)
        except Exception as error:  # noqa: BLE001 - whatever a module raises: nobody must wait for it for ever
            traceback.print_exc()
            self.failed.emit(f"{type(error).__name__}: {error}")
        else:
            self.done.emit()

    def _note_fault(self, fault: str) -> None:
        self.fault = fault

    def _note(self) -> None:
        self.is_done = True
