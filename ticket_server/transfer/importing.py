"""Move tickets in: a file of JSON Lines into an empty database, all of it in one transaction or nothing."""

from array import array
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import numpy as np

from ticket_server.judgement import Verdict
from ticket_server.progress import Progress, no_progress
from ticket_server.storage.archive import Moved, loading
from ticket_server.storage.engine import Database
from ticket_server.transfer.fields import Wrong
from ticket_server.transfer.line import Life, changes, present, read_line


class BadLine(Exception):  # noqa: N818  reads as what happened: `except BadLine`
    """A line of the file cannot be taken over; nothing of the file is kept."""

    def __init__(self, number: int, words: str) -> None:
        """Name the line, counted from 1, and what is wrong with it, without a text of a person."""
        super().__init__(f"line {number}: {words}")
        self.number = number
        self.words = words


class NotEmpty(Exception):  # noqa: N818  reads as what happened: `except NotEmpty`
    """The database holds tickets already."""


@dataclass(frozen=True, slots=True)
class Imported:
    """How many tickets and changes were taken over."""

    count: int
    changes: int


def import_file(
    path: Path,
    database: Database,
    categorise: Callable[[str], Verdict],
    *,
    sample: bool,
    progress: Progress = no_progress,
) -> Imported:
    """Load the file's tickets; those without a category get the categoriser's.

    The file is read twice and never held as a whole: first for its faults and for the order of all that happened,
    which the revisions follow. Raises BadLine, NotEmpty, OSError when the file cannot be read, and DeskError
    (STORE_FAILED) when the database cannot be written.
    """
    with loading(database) as loader:
        if not loader.is_empty:
            raise NotEmpty("The database holds tickets already: only an empty one can be imported into.")
        size = path.stat().st_size
        revisions, count = _revisions(path, lambda read: progress(read, 2 * size))
        remaining = iter(revisions)

        def tickets() -> Iterator[Moved]:
            for _, life in _lives(path, lambda read: progress(size + read, 2 * size)):
                made = list(changes(life, list(islice(remaining, len(life.events))), categorise))
                yield present(life, made[-1].ticket), made, life.installations

        loader.load(tickets(), sample=sample)
    return Imported(count, len(revisions))


def _revisions(path: Path, progress: Callable[[int], None]) -> tuple[list[int], int]:
    """Return the revisions of all events in the order of the file, numbered by time, and the number of tickets."""
    times, seen = array("q"), set[int]()
    for number, life in _lives(path, progress):
        if life.ticket_id in seen:
            raise BadLine(number, "id stands in an earlier line too")
        seen.add(life.ticket_id)
        times.extend(event.time_us for event in life.events)
    order = np.argsort(np.frombuffer(times, dtype=np.int64), kind="stable") if times else np.empty(0, dtype=np.int64)
    revisions = np.empty(len(times), dtype=np.int64)
    revisions[order] = np.arange(1, len(times) + 1)
    return revisions.tolist(), len(seen)


def _lives(path: Path, progress: Callable[[int], None]) -> Iterator[tuple[int, Life]]:
    """Yield each ticket of the file with the number of its line; blank lines are passed over.

    `progress` is told how many bytes were read.
    """
    read = 0
    with path.open("rb") as file:
        for number, line in enumerate(file, start=1):
            read += len(line)
            progress(read)
            try:
                text = line.decode("utf-8-sig" if number == 1 else "utf-8")
                if text.strip():
                    yield number, read_line(text)
            except UnicodeDecodeError:
                raise BadLine(number, "the line is not UTF-8") from None
            except Wrong as error:
                raise BadLine(number, str(error)) from None
