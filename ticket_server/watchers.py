"""Who watches the feed now, and how far the slowest has come."""

from collections.abc import Iterator
from contextlib import contextmanager


class Watcher:
    """One open watch: the revision that it was told last."""

    __slots__ = ("after",)

    def __init__(self, after: int) -> None:
        self.after = after


class Watchers:
    """All open watches; used in the event loop, and read in any thread."""

    def __init__(self) -> None:
        self._open: set[Watcher] = set()

    def __len__(self) -> int:
        return len(self._open)

    @contextmanager
    def joined(self, after: int) -> Iterator[Watcher]:
        """Count a watch that has its snapshot, or goes on, while it is open."""
        watcher = Watcher(after)
        self._open.add(watcher)
        try:
            yield watcher
        finally:
            self._open.remove(watcher)

    def lag(self, revision: int) -> int:
        """Return how many revisions the slowest watch is behind this one."""
        # A copy, because the event loop may add to the set meanwhile.
        return max((revision - watcher.after for watcher in tuple(self._open)), default=0)
