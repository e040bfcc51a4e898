"""A file that is there whole or not at all, whatever ends the program that writes it."""

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

# Stands behind the name of what is being written.
UNFINISHED = ".unfinished"


@contextmanager
def whole_file(target: Path) -> Iterator[Path]:
    """Lend the path of an empty file that takes the target's name at the end, once the disk has it.

    An error leaves neither that file nor a changed target. Only this user may read it, for it may hold what people
    wrote. Raises OSError when it cannot be written.
    """
    unfinished = target.with_name(target.name + UNFINISHED)
    try:
        # What a program left that was killed is overwritten.
        os.close(os.open(unfinished, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600))
    except OSError as error:
        error.filename = str(target)
        raise
    try:
        yield unfinished
        _sync(unfinished)
        unfinished.replace(target)
        sync_folder(target.parent)
    finally:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)


def replace_file(target: Path, content: bytes, mode: int) -> None:
    """Give the file this content at once; one that is there keeps its mode, and its owner where that may be given.

    Raises OSError when it cannot be written.
    """
    with whole_file(target) as unfinished:
        unfinished.write_bytes(content)
        if not target.exists():
            unfinished.chmod(mode)
            return
        former = target.stat()
        unfinished.chmod(stat.S_IMODE(former.st_mode))
        if os.name == "posix":
            with suppress(PermissionError):
                os.chown(unfinished, former.st_uid, former.st_gid)


def sync_folder(folder: Path) -> None:
    """Make sure that the names in the folder outlive a power cut, where the system knows how to."""
    if os.name == "posix":
        _sync(folder)


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
