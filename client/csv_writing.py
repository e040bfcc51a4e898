"""A table being written in a thread of its own, from what another thread gives it bit by bit."""

import queue
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from client.csv_file import Region, Row, table_file
from client.whole_file import unfinished_beside

Item = TypeVar("Item")

# Rows made in one go, and seconds between: Python runs one thread at a time, and a window waits for its turn meanwhile.
_TOGETHER = 50
_PAUSE_S = 0.0002


@dataclass(frozen=True, slots=True)
class Written:
    """One part is in the file; it had so many rows."""

    rows: int


@dataclass(frozen=True, slots=True)
class Ended:
    """The last that is told: the table is there whole, or nothing of it is, by wish or because of an error."""

    is_cancelled: bool = False
    error: OSError | None = None


class _Cancelled(Exception):  # noqa: N818  reads as what happened
    pass


class CsvWriting(Generic[Item]):
    """A source to be read: it tells what was Written, part by part, and how it Ended.

    What comes to memory is what was put and is not told as written.
    """

    def __init__(self, path: Path, headings: Sequence[str], region: Region, row: Callable[[Item], Row]) -> None:
        """Write to this path what `row` makes of each item; nothing is written before it is read."""
        self._path, self._headings, self._region, self._row = path, headings, region, row
        self._unfinished = unfinished_beside(path)
        self._parts: queue.SimpleQueue[Sequence[Item] | None] = queue.SimpleQueue()
        self._is_cancelled = False

    def put(self, part: Sequence[Item]) -> None:
        """Write these items under the others."""
        self._parts.put(part)

    def finish(self) -> None:
        """Have the table be whole with what was put."""
        self._parts.put(None)

    def cancel(self) -> None:
        """Write no more and leave nothing, unless the table is whole already: what is told in the end is how it is."""
        self._is_cancelled = True
        self._parts.put(None)

    def abandon(self) -> None:
        """Take away what a thread left that nobody waits for any more: a disk may take long to have all of it."""
        with suppress(OSError):
            self._unfinished.unlink(missing_ok=True)

    def __iter__(self) -> Iterator[Written | Ended]:
        """Write what is put, until it is finished or cancelled."""
        try:
            with table_file(self._path, self._unfinished, self._headings, self._region) as add:
                while (part := self._parts.get()) is not None and not self._is_cancelled:
                    for first in range(0, len(part), _TOGETHER):
                        add(self._row(item) for item in part[first : first + _TOGETHER])
                        time.sleep(_PAUSE_S)
                    yield Written(len(part))
                if self._is_cancelled:
                    raise _Cancelled
        except _Cancelled:
            yield Ended(is_cancelled=True)
        except OSError as error:
            # A cancelled one may find out, too, that there is no room.
            yield Ended(is_cancelled=self._is_cancelled, error=error)
        else:
            yield Ended()
