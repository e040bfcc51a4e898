"""Move tickets out: all of a database as JSON Lines, as it was at one moment."""

from pathlib import Path
from typing import TextIO

from ticket_server.progress import Progress, no_progress
from ticket_server.storage.archive import newest_ticket_id, read_whole
from ticket_server.storage.engine import parse_url
from ticket_server.storage.snapshot import open_newest_snapshot
from ticket_server.storage.sqlite import spare
from ticket_server.transfer.line import write_line
from ticket_server.whole_file import whole_file


def export_file(target: Path, url: str, progress: Progress = no_progress) -> int:
    """Write all tickets of the database at an SQLAlchemy URL by rising id to a file; return how many.

    The database may be served meanwhile. Raises OSError when the file cannot be written, CannotOpen and DeskError
    (STORE_FAILED) when the database cannot be read or lies there; then the file is as it was.
    """
    spare(parse_url(url), target)
    with whole_file(target) as unfinished, unfinished.open("w", encoding="utf-8", newline="\n") as file:
        return write_tickets(file, url, progress)


def write_tickets(stream: TextIO, url: str, progress: Progress = no_progress) -> int:
    """Write all tickets to a stream of text, as `export_file` does."""
    count = 0
    with open_newest_snapshot(url) as connection:
        last = newest_ticket_id(connection)
        for count, whole in enumerate(read_whole(connection), start=1):  # noqa: B007  counts what is written
            stream.write(write_line(whole.ticket, whole.messages, whole.entries, whole.installations) + "\n")
            progress(whole.ticket.id, last)
    return count
