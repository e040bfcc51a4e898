"""A database of a million tickets and their messages, made once and kept in the machine's cache folder.

It is the sample campus over and over again: imported once as it is, then repeated inside the database, with numbers of
their own for every ticket and revision.
"""

import json
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from platformdirs import user_cache_path
from sqlalchemy import Connection, Table, text

from sample_tickets import sample_tickets
from ticket_server.categoriser.model import Categoriser
from ticket_server.storage import schema
from ticket_server.storage.engine import Database, open_database
from ticket_server.storage.reading import read_counter
from ticket_server.transfer.importing import import_file

SAMPLE = 20_000
REPEATED = 50
# So that the file is the same whenever it is made.
NOW = datetime(2026, 11, 1, 12, tzinfo=UTC)

_NUMBERED_BY_TICKET = frozenset({"id", "ticket_id"})
_NUMBERED_BY_REVISION = frozenset({"revision", "last_message_revision", "last_note_revision", "ticket_revision"})


def million() -> Path:
    """Return the database's file, made when this shape of the tables has none yet; who writes to it takes a copy."""
    folder = user_cache_path("campusdesk", appauthor=False, ensure_exists=True) / "bench"
    folder.mkdir(exist_ok=True)
    made = folder / f"million-{schema.REVISION}.db"
    if not made.exists():
        print(f"Making a million tickets in {made} ... ", end="", flush=True)
        begun = time.monotonic()
        with tempfile.TemporaryDirectory(dir=folder) as unfinished:
            make(Path(unfinished) / "tickets.db", SAMPLE, REPEATED)
            (Path(unfinished) / "tickets.db").rename(made)
        print(f"{time.monotonic() - begun:.0f} s")
    return made


def make(path: Path, sample: int, repeated: int) -> None:
    """Make a database with the sample campus of so many tickets, so many times."""
    lines = path.with_suffix(".jsonl")
    with lines.open("w", encoding="utf-8", newline="\n") as file:
        for line in sample_tickets(1, NOW, sample):
            file.write(json.dumps(line, ensure_ascii=False) + "\n")
    with open_database(f"sqlite:///{path}") as database:
        import_file(lines, database, Categoriser.load().categorise, sample=True)
        repeat(database, repeated)


def repeat(database: Database, times: int) -> None:
    """Add what the database holds to it again, until it holds it so many times."""
    with database.connect_writer() as connection:
        for time_over in range(1, times):
            with connection.begin():
                counter = read_counter(connection)
                tickets, revisions = counter.last_ticket_id // time_over, counter.last_revision // time_over
                for table in (schema.ticket, schema.message, schema.change):
                    _repeat_rows(connection, table, tickets, revisions, time_over)
                for name, (columns, _) in schema.SEARCH_TABLES.items():
                    _repeat_search(connection, name, columns, tickets, time_over)
                connection.execute(
                    text(
                        "UPDATE counter SET last_ticket_id = last_ticket_id + :tickets,"
                        " last_revision = last_revision + :revisions,"
                        " open_count = open_count + open_count / :time_over,"
                        " active_count = active_count + active_count / :time_over"
                    ),
                    {"tickets": tickets, "revisions": revisions, "time_over": time_over},
                )
            database.fold_log(connection)


def _repeat_rows(connection: Connection, table: Table, tickets: int, revisions: int, time_over: int) -> None:
    """Insert the table's first rows once more, with higher numbers; 0 stays 0, for it means that there is none."""

    def moved(name: str) -> str:
        if name in _NUMBERED_BY_TICKET:
            return f'"{name}" + :tickets * :time_over'
        if name in _NUMBERED_BY_REVISION:
            return f'"{name}" + (CASE "{name}" WHEN 0 THEN 0 ELSE :revisions * :time_over END)'
        return f'"{name}"'

    names = [column.name for column in table.columns]
    key, first = (names[0], "tickets" if table is schema.ticket else "revisions")
    statement = (
        f'INSERT INTO "{table.name}" ({", ".join(names)}) SELECT {", ".join(map(moved, names))}'  # noqa: S608  our names
        f' FROM "{table.name}" WHERE {key} <= :{first} ORDER BY {key}'
    )
    connection.execute(text(statement), {"tickets": tickets, "revisions": revisions, "time_over": time_over})


def _repeat_search(connection: Connection, name: str, columns: str, tickets: int, time_over: int) -> None:
    statement = (
        f"INSERT INTO {name} (rowid, {columns}) SELECT rowid + :tickets * :time_over, {columns} FROM {name}"  # noqa: S608
        " WHERE rowid <= :tickets ORDER BY rowid"
    )
    connection.execute(text(statement), {"tickets": tickets, "time_over": time_over})
