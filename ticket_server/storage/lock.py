"""The lock beside a database: one program at a time may write it, and the lock goes with the process."""

from pathlib import Path

from filelock import FileLock, Timeout


class Locked(Exception):  # noqa: N818  reads as what happened: `except Locked`
    """Another running program holds the database."""


class DatabaseLock:
    """The operating system's lock on `<database>.lock`; a process that dies gives it back."""

    def __init__(self, database: Path) -> None:
        """Take the lock; raises Locked when another program holds it, OSError when the file cannot be made."""
        self._lock = FileLock(f"{database}.lock", is_singleton=False, thread_local=False, fallback_to_soft=False)
        # Where the file cannot be made the lock would only say that it was not to be had.
        Path(self._lock.lock_file).touch()
        try:
            self._lock.acquire(timeout=0)
        except Timeout as error:
            raise Locked from error

    def release(self) -> None:
        """Give the lock back."""
        self._lock.release()
