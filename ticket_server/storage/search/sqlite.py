"""Search in SQLite: two tables of FTS5, and the rows that wait until many can be brought there at once.

A row on its own costs FTS5 thirty times as much as a row among sixty (measured: 200 us and more, with merges of up to
0.2 s, against 6 us for a plain row), so that what is written waits in `search_row` and is looked through there. Open
and active tickets have a table of their own: simple users are answered from it alone, however many tickets are closed.
Those of them that have notes stand once more, with the terms of the notes, in a table for helpdesk staff: without
details FTS5 cannot look into some of the columns only.
"""

import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from typing import TYPE_CHECKING

from sqlalchemy import BigInteger, Connection, Text, bindparam, column, select, table, text

from ticket_server.storage.prepared import Prepared, PreparedForKeys, Row, driver_cursor
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


def _find(waiting: str, *names: str) -> Prepared:
    """Return what finds in rows that wait, by these terms of theirs, and in these tables."""
    waits = (
        f"SELECT * FROM (SELECT ticket_id AS id FROM search_row WHERE {waiting} ORDER BY ticket_id DESC LIMIT :limit)"  # noqa: S608  our words
    )
    # A ticket that has notes stands in two of the tables.
    return Prepared(text(" UNION ".join([waits, *map(_indexed, names)]) + " ORDER BY id DESC LIMIT :limit"))


def _holds(terms: str) -> str:
    return (
        "NOT EXISTS (SELECT 1 FROM json_each(:words)"  # noqa: S608  our words
        f" WHERE instr(' ' || {terms}, ' ' || value) = 0)"
    )


_SEEN = "own || ' ' || said"
_READ = f"{_SEEN} || ' ' || noted"
# For simple users; for helpdesk staff what is not closed, where closed tickets are looked for elsewhere; and all.
_FIND_SEEN = _find(f"closed = 0 AND {_holds(_SEEN)}", "search_open")
_FIND_WAITING_AND_OPEN = _find(_holds(_READ), "search_open", "search_noted")
_FIND_ALL = _find(_holds(_READ), "search_open", "search_noted", "search_closed")
_WRITE = Prepared(
    text(
        "INSERT INTO search_row (ticket_id, closed, own, said, noted) VALUES (:ticket_id, :closed, :own, :said, :noted)"
        " ON CONFLICT (ticket_id) DO UPDATE SET closed = excluded.closed, own = excluded.own, said = excluded.said,"
        " noted = excluded.noted"
    )
)
_waiting_rows = select(search_row, column("noted", Text))
_ROWS = PreparedForKeys(_waiting_rows, search_row.c.ticket_id)
_OLDEST = Prepared(_waiting_rows.order_by(search_row.c.ticket_id).limit(bindparam("limit")))
_search_open = table("search_open", column("rowid", BigInteger), column("own", Text), column("said", Text))
_OPEN_ROWS = PreparedForKeys(select(_search_open), _search_open.c.rowid)
_search_noted = table("search_noted", column("rowid", BigInteger), column("noted", Text))
_NOTED = PreparedForKeys(select(_search_noted), _search_noted.c.rowid)


class SqliteIndex:
    """Written rows wait in `search_row`, and prevail there over what the tables of FTS5 still say."""

    def read(self, connection: Connection, ids: Collection[int]) -> dict[int, SearchRow]:
        """Return the rows of tickets that are not closed, by their ids; none for a ticket without words."""
        waiting = {row[0]: _waited(row) for row in _ROWS.rows(connection, ids)}
        others = [ticket_id for ticket_id in ids if ticket_id not in waiting]
        noted = {row[0]: row[1] for row in _NOTED.rows(connection, others)}
        settled = {
            row[0]: SearchRow(row[0], own=row[1], said=row[2], noted=noted.get(row[0], ""))
            for row in _OPEN_ROWS.rows(connection, others)
        }
        return settled | waiting

    def write(self, connection: Connection, rows: Sequence[SearchRow]) -> None:
        """Insert rows or overwrite them: they wait until they are settled."""
        _WRITE.write(connection, [{**asdict(row), "closed": int(row.closed)} for row in rows])

    def load(self, connection: Connection, rows: Sequence[SearchRow]) -> None:
        """Insert many rows of tickets that have none, past those that wait."""
        with driver_cursor(connection) as cursor:
            for name, closed in (("search_open", False), ("search_closed", True)):
                found = [(row.ticket_id, row.own, row.said) for row in rows if row.closed == closed]
                cursor.executemany(f"INSERT INTO {name} (rowid, own, said) VALUES (?, ?, ?)", found)  # noqa: S608
            noted = [(row.ticket_id, row.own, row.said, row.noted) for row in rows if row.noted]
            cursor.executemany("INSERT INTO search_noted (rowid, own, said, noted) VALUES (?, ?, ?, ?)", noted)

    def erase(self, connection: Connection, ticket_id: int) -> None:
        """Delete the row of a ticket; its words stay in the file until FTS5 has merged them away."""
        with driver_cursor(connection) as cursor:
            cursor.execute("DELETE FROM search_row WHERE ticket_id = ?", (ticket_id,))
            for name in SEARCH_TABLES:
                cursor.execute(f"DELETE FROM {name} WHERE rowid = ?", (ticket_id,))  # noqa: S608  our names

    def settle(self, connection: Connection, most: int) -> bool:
        """Bring up to so many waiting rows to the tables of FTS5, in a transaction of its own; return if more wait."""
        rows = [_waited(row) for row in _OLDEST.rows(connection, limit=most + 1)]
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
                cursor.executemany("DELETE FROM search_noted WHERE rowid = ?", ids)
                self.load(connection, rows)
                cursor.executemany("DELETE FROM search_row WHERE ticket_id = ?", ids)
                cursor.execute("COMMIT")
            except BaseException:
                connection.connection.rollback()
                raise

    def find(self, connection: Connection, wanted: Sequence[str], limit: int, *, staff: bool) -> list[int]:
        """Return up to `limit` tickets that have terms with all these beginnings, newest first."""
        if not staff:
            return _match(connection, _FIND_SEEN, wanted, limit)
        with _one_moment(connection):
            frequent: FrequentBeginnings | None = connection.info.get(FREQUENT)
            of_closed = frequent.find(connection, wanted, limit) if frequent is not None else None
            if of_closed is None:
                return _match(connection, _FIND_ALL, wanted, limit)
            others = _match(connection, _FIND_WAITING_AND_OPEN, wanted, limit)
        return sorted({*of_closed, *others}, reverse=True)[:limit]

    def learn(self, connection: Connection) -> bool:
        """Learn the frequent beginnings of the closed tickets piece by piece, where there are many."""
        with _one_moment(connection):
            if FREQUENT not in connection.info and not _has_many_closed(connection):
                return False
            return _frequent(connection).learn(connection)


def _waited(row: Row) -> SearchRow:
    ticket_id, closed, own, said, noted = row
    return SearchRow(ticket_id, bool(closed), own, said, noted)


def _match(connection: Connection, statement: Prepared, wanted: Sequence[str], limit: int) -> list[int]:
    rows = statement.rows(connection, expression=match_all(wanted), words=json.dumps(wanted), limit=limit)
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
