"""The file of what a desk remembers for its person: values by kind and key in SQLite, for this person alone."""

import hashlib
import os
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from pathlib import Path

FILE_NAME = "desk.db"
# What a damaged file is called from then on; the one before it gives way.
DAMAGED_NAME = f"{FILE_NAME}.damaged"

# The kind of what people wrote: none of it gives way to what they wrote at another desk in the same place.
WRITTEN = "draft"
# Between a key and what tells apart the texts of several desks under it.
COPY = "\n"

# Seconds that another desk of this person may take for what it writes.
_PATIENCE_S = 5.0
# Of a file that is none, is one no more, holds something else, or was taken away under its name.
_DAMAGE = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_FORMAT, sqlite3.SQLITE_ERROR})
# No WAL: it needs memory that machines share, which a home on the network has not. What is deleted is overwritten.
_PRAGMAS = ("journal_mode = TRUNCATE", "synchronous = FULL", "secure_delete = ON")
_TABLE = "CREATE TABLE IF NOT EXISTS entry (kind TEXT, key TEXT, value TEXT, PRIMARY KEY (kind, key)) WITHOUT ROWID"
_READ = "SELECT kind, key, value FROM entry"
_PUT = "INSERT INTO entry VALUES (?, ?, ?) ON CONFLICT (kind, key) DO UPDATE SET value = excluded.value"
_DROP = "DELETE FROM entry WHERE kind = ? AND key = ?"
_FIND = "SELECT value FROM entry WHERE kind = ? AND key = ?"

Key = tuple[str, str]


class Damaged(Exception):  # noqa: N818  reads as what happened: `except Damaged`
    """The file cannot be used as it is; `renew` makes room for another one."""


class StoreFile:
    """One file, used by one thread. OSError and sqlite3.Error mean that it cannot be used now; also see Damaged."""

    def __init__(self, folder: Path) -> None:
        """Name the folder, which need not exist yet."""
        self._path = folder / FILE_NAME
        self._connection: sqlite3.Connection | None = None

    def read(self) -> dict[Key, str]:
        """Return all that it holds, nothing when it is not there; also where it may not be written."""
        if not self._path.exists():
            return {}
        with _told(), closing(_connect(self._path)) as connection:
            # What another program wrote there is no text for certain.
            connection.text_factory = lambda text: text.decode("utf-8", "replace")
            _check(connection)
            return {(str(kind), str(key)): str(value) for kind, key, value in connection.execute(_READ)}

    def write(
        self, entries: Mapping[Key, str | None], known: Mapping[Key, str] | None = None, *, anew: bool = False
    ) -> None:
        """Have the disk hold these values, None is none; `anew` leaves nothing of what was there before.

        `known` are the values that this desk found or wrote there. Where another desk WROTE another one meanwhile, that
        is kept beside the new value, under a key of its own. All of it is there afterwards or, after an error, none.
        """
        try:
            with _told():
                self._commit(self._open(), entries, known or {}, anew=anew)
        except (OSError, sqlite3.Error, Damaged):
            self.close()
            raise

    def renew(self, *, keep: bool) -> bool:
        """Make room for another file unless it is sound by now; say whether the damaged one was put aside.

        Without `keep` it is deleted.
        """
        self.close()
        with suppress(Damaged):
            self.read()
            return False
        if keep:
            self._path.replace(self._path.with_name(DAMAGED_NAME))
        for gone in (self._path, self._path.with_name(f"{FILE_NAME}-journal")):
            gone.unlink(missing_ok=True)
        return True

    def close(self) -> None:
        """Let the file go; what was not committed is not there."""
        connection, self._connection = self._connection, None
        if connection is not None:
            with suppress(sqlite3.Error):
                connection.close()

    def _open(self) -> sqlite3.Connection:
        if self._connection is None:
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            # Made before SQLite makes it readable by others; its journal takes the same mode.
            os.close(os.open(self._path, os.O_CREAT | os.O_RDWR, 0o600))
            self._connection = _connect(self._path)
        return self._connection

    def _commit(
        self, connection: sqlite3.Connection, entries: Mapping[Key, str | None], known: Mapping[Key, str], *, anew: bool
    ) -> None:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute(_TABLE)
        if anew:
            connection.execute("DELETE FROM entry")
        for key, value in entries.items():
            if key[0] == WRITTEN:
                _write_beside(connection, key, known.get(key), value)
            elif value is None:
                connection.execute(_DROP, key)
            else:
                connection.execute(_PUT, (*key, value))
        connection.execute("COMMIT")


def _write_beside(connection: sqlite3.Connection, key: Key, known: str | None, value: str | None) -> None:
    """Replace what is `known` by the value; what another desk wrote there meanwhile stays, under a key of its own."""
    if known is not None:
        connection.execute(_DROP, _copy(key, known))
    row = connection.execute(_FIND, key).fetchone()
    is_others = row is not None and row[0] != known
    if value is None and not is_others:
        connection.execute(_DROP, key)
    elif value is not None:
        if is_others and row[0] != value:
            connection.execute(_PUT, (*_copy(key, row[0]), row[0]))
        connection.execute(_PUT, (*key, value))


def _copy(key: Key, value: str) -> Key:
    return key[0], key[1] + COPY + hashlib.sha256(value.encode("utf-8", "replace")).hexdigest()[:16]


@contextmanager
def _told() -> Iterator[None]:
    """Raise Damaged for what SQLite says of a damaged file."""
    try:
        yield
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR)
        # The low byte names the error, the others its kind.
        if code & 0xFF in _DAMAGE or code == sqlite3.SQLITE_READONLY_DBMOVED:
            raise Damaged from error
        raise


def _connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=_PATIENCE_S, isolation_level=None)
    try:
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _check(connection: sqlite3.Connection) -> None:
    if connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
        raise Damaged
