"""What this desk remembers for its person from one start to the next: small values, on disk soon after they changed."""

import itertools
import json
import threading
from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from client.store_file import Key, StoreFile
from client.store_writing import News, Writing

# Whoever wants to know that something is on disk waits so many milliseconds for a slow one, and then goes on.
_PATIENCE_MS = 300


class Store(QObject):
    """Values by kind and key, each anything that JSON can hold: read from memory at once, written by a thread.

    The UI thread never waits for the disk. Several desks of one person share the file: each reads it at its start; of
    two that set the same key the next one finds the later, and both of what people wrote. Where nothing can be written
    all works in memory.
    """

    # Once, when what the file held can be read; before that there is nothing but what was put.
    loaded = Signal()
    # Whether what is put is kept, whenever that changes; it is until it is told.
    keeping = Signal(bool)
    # Once, when a damaged file was put aside.
    put_aside = Signal()

    _told = Signal(object)

    def __init__(self, folder: Path, parent: QObject | None = None, *, forgets: bool = False) -> None:
        """Start to read the folder's file; one that `forgets` is cleared when people leave: no damaged one is kept."""
        super().__init__(parent)
        self.folder, self.forgets = folder, forgets
        self.is_loaded, self.is_keeping = False, True
        # Until somebody told it to the person.
        self.was_put_aside = False
        self._values: dict[str, dict[str, object]] = {}
        # What went before the file was read must not come back with it.
        self._gone: set[Key] = set()
        self._cleared = False
        self._put_early: dict[Key, object] = {}
        self._writing = Writing(StoreFile(folder), self._tell, keep_damaged=not forgets)
        self._waiting: dict[int, Callable[[], None]] = {}
        self._numbers = itertools.count()
        self._told.connect(self._take, Qt.ConnectionType.QueuedConnection)
        self._closed, self._closing = False, threading.Lock()
        self._writing.start()

    def get(self, kind: str, key: str) -> object:
        """Return the value, or None."""
        return self._values.get(kind, {}).get(key)

    def entries(self, kind: str) -> Mapping[str, object]:
        """Return all values of the kind by key, as they are now and not as they will be."""
        return dict(self._values.get(kind, {}))

    def put(self, kind: str, key: str, value: object) -> None:
        """Set the value, which must not be changed afterwards; it is on disk within a second."""
        self._values.setdefault(kind, {})[key] = value
        self._writing.put((kind, key), json.dumps(value))

    def drop(self, kind: str, key: str) -> None:
        """Have no value any more."""
        self._values.get(kind, {}).pop(key, None)
        self._gone.add((kind, key))
        self._writing.put((kind, key), None)

    def clear(self) -> None:
        """Have no value at all any more, neither in memory nor on disk, also of other desks."""
        self._values.clear()
        self._cleared = True
        self._writing.clear()

    def clear_former(self) -> None:
        """Have nothing of former starts any more; to be called when `loaded` is told. What this one put stays."""
        self.clear()
        for (kind, key), value in self._put_early.items():
            self.put(kind, key, value)

    def when_kept(self, then: Callable[[], None]) -> None:
        """Call `then` later on the UI thread, once all that was put is on disk.

        It is called in any case: after 300 ms when the disk is slow, and also when it takes nothing.
        """
        number = next(self._numbers)
        self._waiting[number] = then
        self._writing.ask(number)
        QTimer.singleShot(_PATIENCE_MS, self, lambda: self._go_on(number))

    def close(self) -> None:
        """Write what is left and end; nothing is signalled any more."""
        with self._closing:
            self._closed = True
        self._writing.end()

    def _tell(self, news: News) -> None:
        # In the writing thread, perhaps after Qt has ended: a signal would then crash the program.
        with self._closing:
            if not self._closed:
                self._told.emit(news)

    @Slot(object)
    def _take(self, news: News) -> None:
        if news.values is not None:
            self._load(news.values)
        if news.put_aside:
            self.was_put_aside = True
            self.put_aside.emit()
        if news.keeping is not self.is_keeping:
            self.is_keeping = news.keeping
            self.keeping.emit(news.keeping)
        for number in news.answered:
            self._go_on(number)

    def _load(self, found: Mapping[Key, object]) -> None:
        self._put_early = {(kind, key): value for kind, some in self._values.items() for key, value in some.items()}
        for kind, key in () if self._cleared else found.keys() - self._gone:
            self._values.setdefault(kind, {}).setdefault(key, found[kind, key])
        self.is_loaded = True
        self.loaded.emit()
        self._put_early.clear()

    def _go_on(self, number: int) -> None:
        then = self._waiting.pop(number, None)
        if then is not None:
            then()
