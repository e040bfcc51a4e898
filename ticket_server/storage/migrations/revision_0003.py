"""The third shape: what tickets are found by, for those that are there already too."""

from collections.abc import Sequence

from alembic import op
from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    Connection,
    ForeignKey,
    Integer,
    SmallInteger,
    Text,
    text,
)
from sqlalchemy.dialects.postgresql import TSVECTOR

from ticket_server.storage.search.row import SearchRow, row_of

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_PART = 500
_CLOSED_STATUS = 3
_KEY = BigInteger().with_variant(Integer(), "sqlite")
_TERMS = Text().with_variant(TSVECTOR(), "postgresql")
_OPEN, _CLOSED = "1 2 3 4 5 6", "1 2 3 4 5 6 7 8 9 10 11 12"
_FTS5 = "USING fts5(own, said, tokenize='ascii', detail='none', columnsize=0, prefix='{}')"
_POSTGRESQL = (
    "ALTER TABLE search_row ADD COLUMN found TSVECTOR GENERATED ALWAYS AS (own || said) STORED",
    "CREATE INDEX search_row_open ON search_row USING gin (found) WHERE closed = 0",
    "CREATE INDEX search_row_closed ON search_row USING gin (found) WHERE closed = 1",
)
_TICKETS = text("SELECT id, status, description, location FROM ticket WHERE id > :after ORDER BY id LIMIT :limit")
_MESSAGES = text("SELECT ticket_id, text FROM message WHERE ticket_id BETWEEN :first AND :last ORDER BY revision")
# In the words of this shape: later ones have more to find tickets by.
_INTO_SQLITE = tuple(
    text(f"INSERT INTO {name} (rowid, own, said) VALUES (:ticket_id, :own, :said)")  # noqa: S608  our own names
    for name in ("search_open", "search_closed")
)
_VECTOR = "array_to_tsvector(string_to_array(:{}, ' '))"
_INTO_POSTGRESQL = text(
    "INSERT INTO search_row (ticket_id, closed, own, said)"  # noqa: S608  our own words
    f" VALUES (:ticket_id, :closed, {_VECTOR.format('own')}, {_VECTOR.format('said')})"
)


def upgrade() -> None:
    """Make the tables, and fill them part by part."""
    connection = op.get_bind()
    op.create_table(
        "search_row",
        Column("ticket_id", _KEY, ForeignKey("ticket.id"), primary_key=True, autoincrement=False),
        Column("closed", SmallInteger, nullable=False),
        Column("own", _TERMS, nullable=False),
        Column("said", _TERMS, nullable=False),
        CheckConstraint("closed BETWEEN 0 AND 1", name="search_row_closed_known"),
    )
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(f"CREATE VIRTUAL TABLE search_open {_FTS5.format(_OPEN)}")
        connection.exec_driver_sql(f"CREATE VIRTUAL TABLE search_closed {_FTS5.format(_CLOSED)}")
    else:
        for statement in _POSTGRESQL:
            connection.exec_driver_sql(statement)
    _fill(connection)


def _fill(connection: Connection) -> None:
    after = 0
    while found := connection.execute(_TICKETS, {"after": after, "limit": _PART}).all():
        said: dict[int, list[str]] = {}
        for ticket_id, words in connection.execute(_MESSAGES, {"first": found[0][0], "last": found[-1][0]}):
            said.setdefault(ticket_id, []).append(words)
        after = found[-1][0]
        rows = {number: row_of(number, own=own, said=said.get(number, ())) for number, _, *own in found}
        _load(connection, [(status == _CLOSED_STATUS, rows[number]) for number, status, *_ in found])


def _load(connection: Connection, rows: Sequence[tuple[bool, SearchRow]]) -> None:
    values = [
        {"ticket_id": row.ticket_id, "closed": int(closed), "own": row.own, "said": row.said} for closed, row in rows
    ]
    if connection.dialect.name == "postgresql":
        connection.execute(_INTO_POSTGRESQL, values)
        return
    for closed, statement in enumerate(_INTO_SQLITE):
        if of_kind := [row for row in values if row["closed"] == closed]:
            connection.execute(statement, of_kind)
