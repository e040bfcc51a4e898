"""Whether a file of SQLite is sound from its first page to its last."""

import sqlite3

# Named faults are enough to see what is wrong; a broken file has thousands.
_MOST_FAULTS = 10
# Instructions of SQLite's machine between two looks for a signal, some milliseconds apart.
_BETWEEN_LOOKS = 1_000_000


def faults(connection: sqlite3.Connection) -> list[str]:
    """Return what SQLite's full check finds wrong, in its own words; empty for a sound file.

    Takes seconds a gigabyte; raises KeyboardInterrupt when a signal ends it, sqlite3.Error when nothing can be read.
    """
    # Python's signal handlers run between instructions of Python: the callback gives them the chance.
    connection.set_progress_handler(lambda: 0, _BETWEEN_LOOKS)
    try:
        # quick_check would miss a flipped bit in a row.
        found = [row[0] for row in connection.execute(f"PRAGMA integrity_check({_MOST_FAULTS})")]
        orphans = connection.execute("PRAGMA foreign_key_check").fetchmany(_MOST_FAULTS)
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode == sqlite3.SQLITE_INTERRUPT:
            raise KeyboardInterrupt from error
        raise
    finally:
        connection.set_progress_handler(None, 0)
    if found == ["ok"]:
        found = []
    return [*found, *(f"a row of {table} belongs to no row of {parent}" for table, _, parent, _ in orphans)]
