"""What a file says, read again whenever it changes; while it is broken, what was read last stays in force."""

import logging
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Generic, TypeVar

_log = logging.getLogger("campusdesk.files")

Value = TypeVar("Value")
# Of each file when, how large and which it is; None where there is none.
_Stamp = tuple[int, int, int] | None


class FileBroken(Exception):  # noqa: N818  reads as what happened: `except FileBroken`
    """A file that does not say what it must; the words are shown to the operator and quote nothing of it."""


class Reread(Generic[Value]):
    """A value read from files, which are looked at (one `stat` each) whenever the value is asked for.

    `version` is another number after each successful reading. Safe from any thread.
    """

    def __init__(self, paths: Sequence[Path], read: Callable[[], Value]) -> None:
        """Read for the first time; raises FileBroken, as `read` does."""
        self._paths, self._read = paths, read
        self._stamps = self._look()
        self._value = read()
        self._told = False
        self.version = 0

    def value(self) -> Value:
        """Return what the files say now, or what they said before they broke."""
        stamps = self._look()
        if stamps != self._stamps:
            # Noted before reading: a change meanwhile is seen the next time.
            self._stamps = stamps
            self._again()
        return self._value

    def _again(self) -> None:
        try:
            self._value = self._read()
        except FileBroken as error:
            if not self._told:
                _log.error("%s; what was read before stays in force", error)
            self._told = True
        else:
            self.version += 1
            self._told = False
            _log.info("%s was read again", self._paths[0])

    def _look(self) -> list[_Stamp]:
        return [_stamp(path) for path in self._paths]


def _stamp(path: Path) -> _Stamp:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size, status.st_ino


def read_bytes(path: Path) -> bytes:
    """Return what the file holds; raises FileBroken with the system's reason."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise FileBroken(f"{path} cannot be read: {error.strerror}") from None
