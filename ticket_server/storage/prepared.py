"""Statements on the hot path: their SQL is made once a store, and goes to the driver without SQLAlchemy's execute.

That costs ten times as much as SQLite itself: measured, 38 us for a SELECT of one row against 3 us.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import chain, islice, repeat
from operator import itemgetter
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, Dialect, Executable, Select, bindparam
from sqlalchemy.exc import DBAPIError
from sqlalchemy.sql.compiler import SQLCompiler

Values = Mapping[str, Any]
Row = Sequence[Any]

# How each driver has the places of values marked that are given by their order.
_STYLES = {"sqlite": "qmark", "postgresql": "format"}


class _Ready(NamedTuple):
    sql: str
    constants: Values
    ordered: Callable[[Values], tuple[Any, ...]]


class Prepared:
    """A statement that is executed often, with values by the names of its binds; it must need no change of types."""

    def __init__(self, statement: Executable) -> None:
        """Take the statement; its SQL is made with its first use."""
        self._statement = statement
        self._ready: dict[str, _Ready] = {}

    def rows(self, connection: Connection, **values: object) -> list[Row]:
        """Return all rows that the statement finds; raises DBAPIError."""
        ready = self._of(connection.dialect)
        with driver_cursor(connection) as cursor:
            cursor.execute(ready.sql, ready.ordered({**ready.constants, **values}))
            found: list[Row] = cursor.fetchall()
        return found

    def write(self, connection: Connection, rows: Sequence[Values]) -> None:
        """Execute the statement once for each row of values, if there is any; raises DBAPIError."""
        if not rows:
            return
        ready = self._of(connection.dialect)
        with driver_cursor(connection) as cursor:
            cursor.executemany(ready.sql, list(map(ready.ordered, rows)))

    def _of(self, dialect: Dialect) -> _Ready:
        if dialect.name not in self._ready:
            self._ready[dialect.name] = _made_ready(self._statement, dialect)
        return self._ready[dialect.name]


class PreparedForKeys:
    """A SELECT of the rows that have one of many keys, prepared once for each power of two of them."""

    def __init__(self, statement: Select[Any], key: ColumnElement[Any]) -> None:
        """Take the statement without its condition on the key."""
        self._statement = statement
        self._key = key
        self._of_size: dict[int, Prepared] = {}

    def rows(self, connection: Connection, keys: Collection[object]) -> list[Row]:
        """Return the rows that have one of the keys; raises DBAPIError."""
        if not keys:
            return []
        size = 1 << (len(keys) - 1).bit_length()
        if size not in self._of_size:
            binds = [bindparam(f"key_{place}", type_=self._key.type) for place in range(size)]
            self._of_size[size] = Prepared(self._statement.where(self._key.in_(binds)))
        # What is too much room for the keys is filled with one of them.
        filled = islice(chain(keys, repeat(next(iter(keys)))), size)
        return self._of_size[size].rows(connection, **{f"key_{place}": key for place, key in enumerate(filled)})


def _made_ready(statement: Executable, dialect: Dialect) -> _Ready:
    by_order = type(dialect)(paramstyle=_STYLES[dialect.name])  # type: ignore[call-arg]
    compiled = statement.compile(dialect=by_order)  # type: ignore[attr-defined]
    assert isinstance(compiled, SQLCompiler), "the statement reads or writes rows"  # noqa: S101 - for the type checker
    places = compiled.positiontup or ()
    constants = {name: value for name, value in compiled.params.items() if value is not None}
    return _Ready(str(compiled), constants, _getter(places))


def _getter(places: Sequence[str]) -> Callable[[Values], tuple[Any, ...]]:
    """Return what gets the values at these names in their order, always as a tuple."""
    if len(places) > 1:
        return itemgetter(*places)
    return lambda values: tuple(values[place] for place in places)


@contextmanager
def driver_cursor(connection: Connection) -> Iterator[Any]:
    """Lend the driver's cursor; what the driver raises becomes what SQLAlchemy would raise for it."""
    cursor = connection.connection.cursor()
    try:
        yield cursor
    except connection.dialect.loaded_dbapi.Error as error:
        if connection.dialect.is_disconnect(error, connection.connection.dbapi_connection, cursor):
            connection.invalidate(error)
        kind = connection.dialect.loaded_dbapi.Error
        lost = connection.invalidated
        raise DBAPIError.instance("", None, error, kind, hide_parameters=True, connection_invalidated=lost) from error
    finally:
        cursor.close()
