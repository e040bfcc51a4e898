"""Whether a file of SQLite is sound from its first page to its last."""

import sqlite3
from collections.abc import Callable

# Named faults are enough to see what is wrong; a broken file has thousands.
_MOST_FAULTS = 10
# Instructions of SQLite's machine between two looks, some milliseconds apart.
_BETWEEN_LOOKS = 1_000_000


def faults(connection: sqlite3.Connection, look: Callable[[], None]) -> list[str]:
    """Return what SQLite's full check finds wrong, in its own words; empty for a sound file.

    Takes seconds a gigabyte. `look` is called now and then, by an older SQLite only after each table: what it raises
    ends the check, and so does a signal's handler. Raises sqlite3.Error when nothing can be read.
    """
    ended: list[BaseException] = []

    def handle() -> int:
        # Python's signal handlers run between instructions of Python, such as these.
        try:
            look()
        except BaseException as error:  # noqa: BLE001  SQLite would swallow it
            ended.append(error)
        return len(ended)

    connection.set_progress_handler(handle, _BETWEEN_LOOKS)
    try:
        # quick_check would miss a flipped bit in a row.
        found = [row[0] for row in connection.execute(f"PRAGMA integrity_check({_MOST_FAULTS})")]
        orphans = connection.execute("PRAGMA foreign_key_check").fetchmany(_MOST_FAULTS)
    except sqlite3.OperationalError as error:
        if ended:
            raise ended[0] from None
        if error.sqlite_errorcode == sqlite3.SQLITE_INTERRUPT:
            # The signal came before the first instruction of `handle`.
            raise KeyboardInterrupt from None
        raise
    finally:
        connection.set_progress_handler(None, 0)
    if found == ["ok"]:
        found = []
    return [*found, *(f"a row of {table} belongs to no row of {parent}" for table, _, parent, _ in orphans)]
