"""Move tickets out: all of a database as JSON Lines, as it was at one moment."""

from pathlib import Path
from typing import TextIO

from ticket_server.storage.archive import read_whole
from ticket_server.storage.engine import Database
from ticket_server.transfer.line import write_line


def export_file(target: Path | TextIO, database: Database) -> int:
    """Write all tickets by rising id to a file, or a stream of text; return how many.

    Raises OSError when it cannot be written, and DeskError (STORE_FAILED) when the database cannot be read.
    """
    if isinstance(target, Path):
        with target.open("w", encoding="utf-8", newline="\n") as file:
            return export_file(file, database)
    count = 0
    for count, whole in enumerate(read_whole(database), start=1):  # noqa: B007  counts what is written
        target.write(write_line(whole.ticket, whole.messages, whole.entries) + "\n")
    return count
