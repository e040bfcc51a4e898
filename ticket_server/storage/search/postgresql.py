"""Search in PostgreSQL: the terms as text search vectors under indexes that gather many rows by themselves."""

from collections.abc import Collection, Sequence
from dataclasses import asdict

from sqlalchemy import Connection, column, func, select, text

from ticket_server.storage.prepared import Prepared, PreparedForKeys
from ticket_server.storage.schema import search_row
from ticket_server.storage.search.row import SearchRow

_VECTOR = "array_to_tsvector(string_to_array(:{}, ' '))"
_WRITE = Prepared(
    text(
        "INSERT INTO search_row (ticket_id, closed, own, said, noted) VALUES (:ticket_id, :closed,"  # noqa: S608  our own words
        f" {_VECTOR.format('own')}, {_VECTOR.format('said')}, {_VECTOR.format('noted')})"
        " ON CONFLICT (ticket_id) DO UPDATE SET closed = excluded.closed, own = excluded.own, said = excluded.said,"
        " noted = excluded.noted"
    )
)
_ROWS = PreparedForKeys(
    select(
        search_row.c.ticket_id,
        search_row.c.closed,
        func.array_to_string(func.tsvector_to_array(search_row.c.own), " "),
        func.array_to_string(func.tsvector_to_array(search_row.c.said), " "),
        func.array_to_string(func.tsvector_to_array(column("noted")), " "),
    ),
    search_row.c.ticket_id,
)


# Some milliseconds of looking through them. Words that fewer of them hold than are wanted are rare enough for an index.
_LOOKED_THROUGH = 2_000
_HOLDS = "@@ CAST(:expression AS tsquery)"
_SEEN = f"found {_HOLDS}"
# In the words of its index, over those few tickets alone that have notes and are not closed.
_NOTED = f"noted <> '' AND (own || said || noted) {_HOLDS}"


def _newest(condition: str) -> Prepared:
    return Prepared(
        text(
            "SELECT ticket_id FROM (SELECT ticket_id, closed, own, said, noted, found FROM search_row"  # noqa: S608  our own words
            f" ORDER BY ticket_id DESC LIMIT {_LOOKED_THROUGH}) AS newest WHERE {condition}"
            " ORDER BY ticket_id DESC LIMIT :limit"
        )
    )


_NEWEST = {False: _newest(f"closed = 0 AND {_SEEN}"), True: _newest(f"({_SEEN} OR {_NOTED})")}


def _find(condition: str) -> str:
    # Both indexes are over the terms of one kind of tickets. The 0 keeps the planner from looking through all the rows
    # in the order of their numbers, which it takes for fast when it does not know how seldom words meet.
    return (
        "SELECT * FROM (SELECT ticket_id FROM search_row"  # noqa: S608  our own words
        f" WHERE {condition}"
        " ORDER BY ticket_id + 0 DESC LIMIT :limit) AS found"
    )


_OPEN, _CLOSED = f"{_SEEN} AND closed = 0", f"{_SEEN} AND closed = 1"
_FIND = {
    # What is found by its notes may be found without them too.
    staff: Prepared(text(" UNION ".join(map(_find, conditions)) + " ORDER BY ticket_id DESC LIMIT :limit"))
    for staff, conditions in {False: (_OPEN,), True: (_OPEN, _CLOSED, _NOTED)}.items()
}
_ERASE = Prepared(text("DELETE FROM search_row WHERE ticket_id = :ticket_id"))


class PostgresqlIndex:
    """One table with a row a ticket, and an index over its terms."""

    def read(self, connection: Connection, ids: Collection[int]) -> dict[int, SearchRow]:
        """Return the rows of tickets by their ids; none for a ticket without words."""
        rows = _ROWS.rows(connection, ids)
        return {row[0]: SearchRow(row[0], bool(row[1]), row[2], row[3], row[4]) for row in rows}

    def write(self, connection: Connection, rows: Sequence[SearchRow]) -> None:
        """Insert rows or overwrite them."""
        _WRITE.write(connection, [{**asdict(row), "closed": int(row.closed)} for row in rows])

    def load(self, connection: Connection, rows: Sequence[SearchRow]) -> None:
        """Insert many rows of tickets that have none."""
        self.write(connection, rows)

    def erase(self, connection: Connection, ticket_id: int) -> None:
        """Delete the row of a ticket."""
        _ERASE.write(connection, [{"ticket_id": ticket_id}])

    def settle(self, connection: Connection, most: int) -> bool:
        """Leave it to the store; nothing waits."""
        return False

    def find(self, connection: Connection, wanted: Sequence[str], limit: int, *, staff: bool) -> list[int]:
        """Return up to `limit` tickets that have terms with all these beginnings, newest first."""
        # Terms hold letters and digits alone; in quotes none is taken for an operator.
        expression = " & ".join(f"'{term}':*" for term in wanted)
        rows = _NEWEST[staff].rows(connection, expression=expression, limit=limit)
        if len(rows) < limit:
            rows = _FIND[staff].rows(connection, expression=expression, limit=limit)
        return [row[0] for row in rows]

    def learn(self, connection: Connection) -> bool:
        """Leave it to the store."""
        return False
