"""The one thread that reads and writes a store's file, a moment behind those who put values there."""

import json
import sqlite3
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from client.store_file import Damaged, Key, StoreFile

# Seconds: changes are written after a pause, or once the first has waited so long; a slow disk may take as long again.
_PAUSE_S, _LONGEST_S = 0.2, 0.4
# Seconds until a disk that took nothing is tried again.
_RETRY_S = 5.0
# Seconds that the end waits for a slow disk.
_ENDING_S = 3.0


@dataclass(frozen=True, slots=True)
class News:
    """What the thread tells: whether it keeps what it was given, what it found at first, and who need wait no more."""

    keeping: bool
    values: Mapping[Key, object] | None = None
    put_aside: bool = False
    answered: tuple[int, ...] = ()


class Writing:
    """Takes values from one thread and brings them to disk in its own, in which `tell` is called."""

    def __init__(self, file: StoreFile, tell: Callable[[News], None], *, keep_damaged: bool) -> None:
        """Do nothing before `start`."""
        self._disk, self._tell = _Disk(file, keep_damaged=keep_damaged), tell
        self._changed = threading.Condition()
        # What is not on disk yet, and whether all that was there before must go.
        self._waiting: dict[Key, str | None] = {}
        self._anew = False
        self._asked: tuple[int, ...] = ()
        self._hurried = self._ended = False
        # Seconds of the monotonic clock: when to write as it looks now, and at the latest.
        self._next = self._latest = 0.0
        self._thread = threading.Thread(target=self._run, name="store", daemon=True)

    def start(self) -> None:
        """Read the file, then write whatever is put."""
        self._thread.start()

    def put(self, key: Key, value: str | None) -> None:
        """Write the value soon; None takes it away."""
        with self._changed:
            now = time.monotonic()
            if not self._waiting:
                self._latest = now + _LONGEST_S
            self._waiting[key] = value
            self._next = min(now + _PAUSE_S, self._latest)
            self._changed.notify()

    def clear(self) -> None:
        """Take everything away at once, also what was never read."""
        with self._changed:
            self._waiting.clear()
            self._anew = self._hurried = True
            self._changed.notify()

    def ask(self, number: int) -> None:
        """Write at once, and tell the number when that is done or cannot be done."""
        with self._changed:
            self._asked += (number,)
            self._hurried = True
            self._changed.notify()

    def end(self) -> None:
        """Write what is left; a disk that takes longer than seconds is left behind."""
        with self._changed:
            self._ended = True
            self._changed.notify()
        self._thread.join(_ENDING_S)

    def _run(self) -> None:
        values = self._disk.read()
        # Whether the disk takes anything is known before somebody types.
        self._tell(News(self._disk.write({}), values, self._disk.was_put_aside()))
        while self._wait():
            self._write()
        if self._waiting or self._anew:
            self._write()
        self._disk.close()

    def _wait(self) -> bool:
        """Wait until something is to be written; say whether the thread goes on."""
        with self._changed:
            while not self._ended and not self._hurried:
                left = self._next - time.monotonic() if self._waiting or self._anew else None
                if left is not None and left <= 0:
                    break
                self._changed.wait(left)
            return not self._ended

    def _write(self) -> None:
        with self._changed:
            entries, anew, asked = self._waiting, self._anew, self._asked
            self._waiting, self._anew, self._hurried, self._asked = {}, False, False, ()
        kept = self._disk.write(entries, anew=anew)
        if not kept:
            self._put_back(entries, anew=anew)
        self._tell(News(kept, put_aside=self._disk.was_put_aside(), answered=asked))

    def _put_back(self, entries: dict[Key, str | None], *, anew: bool) -> None:
        with self._changed:
            # What was cleared meanwhile does not come back.
            self._waiting = self._waiting if self._anew else {**entries, **self._waiting}
            self._anew |= anew
            self._next = self._latest = time.monotonic() + _RETRY_S


class _Disk:
    """The file, and another one in its place when it is damaged; what fails is said by a return value."""

    def __init__(self, file: StoreFile, *, keep_damaged: bool) -> None:
        self._file, self._keep_damaged = file, keep_damaged
        # All that the file should hold, for one that begins anew, and whether this one did.
        self._held: dict[Key, str] = {}
        # What of it this desk found or wrote there.
        self._known: dict[Key, str] = {}
        self._begins = self._put_aside = False

    def read(self) -> Mapping[Key, object]:
        """Return the values that can be read, in whatever state the file is."""
        try:
            self._held = self._file.read()
            self._known = dict(self._held)
        except Damaged:
            self._renew()
        except (OSError, sqlite3.Error):
            pass
        return _decoded(self._held)

    def write(self, entries: Mapping[Key, str | None], *, anew: bool = False) -> bool:
        """Write the entries, and say whether the disk has them."""
        if anew:
            self._held.clear()
        for key, value in entries.items():
            if value is None:
                self._held.pop(key, None)
            else:
                self._held[key] = value
        for _ in range(2):
            try:
                self._file.write(self._held if self._begins else entries, self._known, anew=anew)
            except Damaged:
                self._renew()
            except (OSError, sqlite3.Error):
                return False
            else:
                self._begins = False
                self._known = dict(self._held)
                return True
        return False

    def was_put_aside(self) -> bool:
        """Say once that a damaged file was put aside."""
        told, self._put_aside = self._put_aside, False
        return told

    def close(self) -> None:
        self._file.close()

    def _renew(self) -> None:
        self._begins = True
        try:
            self._put_aside |= self._file.renew(keep=self._keep_damaged)
        except (OSError, sqlite3.Error):
            # Tried again by the next one who finds it damaged.
            return


def _decoded(texts: Mapping[Key, str]) -> Mapping[Key, object]:
    values: dict[Key, object] = {}
    for key, text in texts.items():
        try:
            values[key] = json.loads(text)
        except (ValueError, RecursionError):
            continue
    return values
