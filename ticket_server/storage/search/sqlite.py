"""Search in SQLite: two tables of FTS5, and the rows that wait until many can be brought there at once.

A row on its own costs FTS5 thirty times as much as a row among sixty (measured: 200 us and more, with merges of up to
0.2 s, against 6 us for a plain row), so that what is written waits in `search_row` and is looked through there. Open
and active tickets have a table of their own: simple users are answered from it alone, however many tickets are closed.
"""

import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from sqlalchemy import BigInteger, Connection, Text, bindparam, column, select, table, text

from ticket_server.storage.prepared import Prepared, PreparedForKeys, driver_cursor
from ticket_server.storage.reading import read_counter
from ticket_server.storage.schema import SEARCH_TABLES, search_row
from ticket_server.storage.search.row import SearchRow

if TYPE_CHECKING:
    from ticket_server.storage.search.frequent import FrequentBeginnings

# Where a connection keeps what it knows.
FREQUENT = "frequent beginnings"
# Closed tickets: FTS5 alone is fast enough with fewer.
_MOST_WALKED = 50_000


def _indexed(name: str) -> str:
    return (
        f"SELECT * FROM (SELECT rowid AS id FROM {name} WHERE {name} MATCH :expression"  # noqa: S608  our names
        " AND rowid NOT IN (SELECT ticket_id FROM search_row) ORDER BY rowid DESC LIMIT :limit)"
    )


_WAITING = (
    "SELECT * FROM (SELECT ticket_id AS id FROM search_row WHERE closed <= :closed AND NOT EXISTS ("
    "SELECT 1 FROM json_each(:words) WHERE instr(' ' || own || ' ' || said, ' ' || value) = 0)"
    " ORDER BY ticket_id DESC LIMIT :limit)"
)
_NEWEST = " ORDER BY id DESC LIMIT :limit"
_FIND_SEEN, _FIND_ALL = (
    Prepared(text(" UNION ALL ".join([_WAITING, *map(_indexed, names)]) + _NEWEST))
    for names in (("search_open",), ("search_open", "search_closed"))
)
_WRITE = Prepared(
    text(
        "INSERT INTO search_row (ticket_id, closed, own, said) VALUES (:ticket_id, :closed, :own, :said)"
        " ON CONFLICT (ticket_id) DO UPDATE SET closed = excluded.closed, own = excluded.own, said = excluded.said"
    )
)
_ROWS = PreparedForKeys(select(search_row), search_row.c.ticket_id)
_OLDEST = Prepared(select(search_row).order_by(search_row.c.ticket_id).limit(bindparam("limit")))
_search_open = table("search_open", column("rowid", BigInteger), column("own", Text), column("said", Text))
_OPEN_ROWS = PreparedForKeys(select(_search_open), _search_open.c.rowid)


class SqliteIndex:
    """Written rows wait in `search_row`, and prevail there over what the tables of FTS5 still say."""

    def read(self, connection: Connection, ids: Collection[int]) -> dict[int, SearchRow]:
        """Return the rows of tickets that are not closed, by their ids; none for a ticket without words."""
        waiting = {row[0]: SearchRow(row[0], bool(row[1]), row[2], row[3]) for row in _ROWS.rows(connection, ids)}
        settled = _OPEN_ROWS.rows(connection, [ticket_id for ticket_id in ids if ticket_id not in waiting])
        return {row[0]: SearchRow(row[0], own=row[1], said=row[2]) for row in settled} | waiting

    def write(self, connection: Connection, rows: Sequence[SearchRow]) -> None:
        """Insert rows or overwrite them: they wait until they are settled."""
        values = [
            {"ticket_id": row.ticket_id, "closed": int(row.closed), "own": row.own, "said": row.said} for row in rows
        ]
        _WRITE.write(connection, values)

    def load(self, connection: Connection, rows: Sequence[SearchRow]) -> None:
        """Insert many rows of tickets that have none, past those that wait."""
        with driver_cursor(connection) as cursor:
            for closed, name in enumerate(SEARCH_TABLES):
                found = [(row.ticket_id, row.own, row.said) for row in rows if row.closed == bool(closed)]
                cursor.executemany(f"INSERT INTO {name} (rowid, own, said) VALUES (?, ?, ?)", found)  # noqa: S608

    def erase(self, connection: Connection, ticket_id: int) -> None:
        """Delete the row of a ticket; its words stay in the file until FTS5 has merged them away."""
        with driver_cursor(connection) as cursor:
            cursor.execute("DELETE FROM search_row WHERE ticket_id = ?", (ticket_id,))
            for name in SEARCH_TABLES:
                cursor.execute(f"DELETE FROM {name} WHERE rowid = ?", (ticket_id,))  # noqa: S608  our names

    def settle(self, connection: Connection, most: int) -> bool:
        """Bring up to so many waiting rows to the tables of FTS5, in a transaction of its own; return if more wait."""
        rows = [SearchRow(row[0], bool(row[1]), row[2], row[3]) for row in _OLDEST.rows(connection, limit=most + 1)]
        if rows:
            self._settle(connection, rows[:most])
        return len(rows) > most

    def _settle(self, connection: Connection, rows: Sequence[SearchRow]) -> None:
        ids = [(row.ticket_id,) for row in rows]
        # Not through the connection's begin: whoever counts commits counts those of groups.
        with driver_cursor(connection) as cursor:
            cursor.execute("BEGIN IMMEDIATE")
            try:
                cursor.executemany("DELETE FROM search_open WHERE rowid = ?", ids)
                self.load(connection, rows)
                cursor.executemany("DELETE FROM search_row WHERE ticket_id = ?", ids)
                cursor.execute("COMMIT")
            except BaseException:
                connection.connection.rollback()
                raise

    def find(self, connection: Connection, wanted: Sequence[str], limit: int, *, closed: bool) -> list[int]:
        """Return up to `limit` tickets that have terms with all these beginnings, newest first."""
        if not closed:
            return self._match(connection, _FIND_SEEN, wanted, limit, closed)
        with _one_moment(connection):
            frequent: FrequentBeginnings | None = connection.info.get(FREQUENT)
            of_closed = frequent.find(connection, wanted, limit) if frequent is not None else None
            if of_closed is None:
                return self._match(connection, _FIND_ALL, wanted, limit, closed)
            others = self._match(connection, _FIND_SEEN, wanted, limit, closed)
        return sorted({*of_closed, *others}, reverse=True)[:limit]

    def learn(self, connection: Connection) -> bool:
        """Learn the frequent beginnings of the closed tickets piece by piece, where there are many."""
        with _one_moment(connection):
            if FREQUENT not in connection.info and not _has_many_closed(connection):
                return False
            return _frequent(connection).learn(connection)

    def _match(
        self, connection: Connection, statement: Prepared, wanted: Sequence[str], limit: int, closed: bool
    ) -> list[int]:
        rows = statement.rows(
            connection, expression=match_all(wanted), words=json.dumps(wanted), closed=int(closed), limit=limit
        )
        return [row[0] for row in rows]


def match_all(terms: Iterable[str]) -> str:
    """Return the expression of FTS5 for words with all these beginnings."""
    # Every term stands in quotes: none is taken for an operator.
    return " AND ".join(f'"{term}" *' for term in terms)


def _has_many_closed(connection: Connection) -> bool:
    counter = read_counter(connection)
    return counter.last_ticket_id - counter.open_count - counter.active_count > _MOST_WALKED


def _frequent(connection: Connection) -> "FrequentBeginnings":
    """Return what is known through the connection, for as long as it stands."""
    if FREQUENT not in connection.info:
        # With numpy, whose import takes longer than a small database's searches ever will.
        from ticket_server.storage.search.frequent import FrequentBeginnings

        connection.info[FREQUENT] = FrequentBeginnings()
    known: FrequentBeginnings = connection.info[FREQUENT]
    return known


@contextmanager
def _one_moment(connection: Connection) -> Iterator[None]:
    """Let several statements see the same, unless they do so anyway within a transaction."""
    driver = connection.connection.driver_connection
    assert isinstance(driver, sqlite3.Connection), "no other driver is used"  # noqa: S101 - for the type checker
    if driver.in_transaction:
        yield
        return
    with driver_cursor(connection) as cursor:
        cursor.execute("BEGIN")
        try:
            yield
        finally:
            driver.rollback()
