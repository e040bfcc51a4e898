"""A file that somebody saves: there whole or not at all, and what a desk that was killed left of one is taken away."""

import os
import platform
import re
import secrets
import sys
import time
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Any

if sys.platform != "win32":
    import fcntl

# Of this PC: whether somebody still writes a file of another's is not known here.
_OURS = f"campus-desk-{zlib.crc32(platform.node().encode()):08x}-"
_NAME = re.compile(re.escape(_OURS) + r"[0-9a-f]{8}\.unfinished")
# Seconds after the last word in a file for which it is let be: one that was just made is not locked yet.
_FRESH_S = 10


def unfinished_beside(path: Path) -> Path:
    """Return a name of its own, which desks know, for what shall stand at the path once it is whole."""
    return path.with_name(f"{_OURS}{secrets.token_hex(4)}.unfinished")


@contextmanager
def whole_file(path: Path, unfinished: Path, encoding: str | None = None) -> Iterator[IO[Any]]:
    """Lend a file, of text where an encoding is given, which is there under its name once the block ends well.

    Until then it stands under the other name, of which an error leaves nothing. Raises OSError.
    """
    _remove_leftovers(path.parent)
    try:
        text = encoding is not None
        with unfinished.open("x" if text else "xb", encoding=encoding, newline="" if text else None) as file:
            _lock(file)
            yield file
            # A full disk and a share's limit may be told no earlier.
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(path)
    finally:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)


def _remove_leftovers(folder: Path) -> None:
    """Take away what desks of this PC left unfinished here; what cannot be looked at or removed stays."""
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if _NAME.fullmatch(entry.name) and entry.is_file(follow_symlinks=False):
                _remove_leftover(Path(entry.path))


def _remove_leftover(left: Path) -> None:
    # Windows refuses to remove what somebody has open.
    with suppress(OSError):
        if sys.platform == "win32":
            left.unlink()
        elif time.time() - left.stat().st_mtime > _FRESH_S:
            with left.open("r+b") as file:
                if _lock(file):
                    left.unlink()


def _lock(file: IO[Any]) -> bool:
    """Lock the file for as long as it is open, and say whether that was possible; the system ends it with a program."""
    if sys.platform != "win32":
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            # Somebody writes it, or this disk knows no locks.
            return False
    return True
