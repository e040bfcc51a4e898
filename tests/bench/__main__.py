"""Run every measurement, one after the other, with nothing beside it; or only those that are named."""

import argparse
import os
import platform
import shutil
import sqlite3
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.bench import (
    analyses,
    categorising,
    conversation,
    create,
    desk_memory,
    fan_out,
    feed_burst,
    finding,
    first_window,
    h2load,
    listing,
    million_desk,
    painted,
    reading,
    redraw,
    resolution,
    search,
    snapshot,
    soak,
    starting,
    stores,
    two_thousand,
)
from tests.bench.million import million
from tests.bench.table import Row, show

ALONE: dict[str, Callable[[], list[Row]]] = {
    "first-window": first_window.measure,
    "painted": painted.measure,
    "redraw": redraw.measure,
    "finding": finding.measure,
    "listing": listing.measure,
    "conversation": conversation.measure,
    "desk-memory": desk_memory.measure,
    "create": create.measure,
    "stores": stores.measure,
    "fan-out": fan_out.measure,
    "categorising": categorising.measure,
    "resolution": resolution.measure,
    "feed-burst": feed_burst.measure,
    "two-thousand": two_thousand.measure,
}
OF_A_MILLION: dict[str, Callable[[Path], list[Row]]] = {
    "reading": reading.measure,
    "search": search.measure,
    "snapshot": snapshot.measure,
    "starting": starting.measure,
    "analyses": analyses.measure,
    "million-desk": million_desk.measure,
}


def main(words: list[str]) -> None:
    """Print the machine, what is measured on the way, and a table of all at the end."""
    names, minutes = arguments(words)
    client = "h2load" if h2load.available() else "a Python client"
    print(f"Python {platform.python_version()} on {platform.system()} {platform.machine()}, {os.cpu_count()} cores,")
    print(f"SQLite {sqlite3.sqlite_version}; requests that are all alike are sent by {client}")
    if minutes is not None:
        show(soak.measure(minutes))
        return
    rows = [row for name, measure in ALONE.items() if not names or name in names for row in measure()]
    chosen = [measure for name, measure in OF_A_MILLION.items() if not names or name in names]
    if chosen:
        with copy_of_a_million() as database:
            rows += [row for measure in chosen for row in measure(database)]
    show(rows)


def arguments(words: list[str]) -> tuple[list[str], float | None]:
    """Return the names of the parts to measure, all if there are none, and for how many minutes to soak, if at all."""
    parser = argparse.ArgumentParser(prog="tests.bench", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="PART", help="what to measure, in place of all")
    parser.add_argument(
        "--soak", type=float, metavar="MINUTES", help="let the servers work for so long, in place of all"
    )
    options = parser.parse_args(words)
    return options.names, options.soak


@contextmanager
def copy_of_a_million() -> Iterator[Path]:
    """Lend a database of a million tickets that may be written."""
    with tempfile.TemporaryDirectory() as folder:
        yield Path(shutil.copyfile(million(), Path(folder) / "tickets.db"))


if __name__ == "__main__":
    main(sys.argv[1:])
