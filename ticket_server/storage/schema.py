"""The tables as the newest migration leaves them; times are microseconds since 1970 UTC, 0 = has not happened."""

from sqlalchemy import (
    DDL,
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Double,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    SmallInteger,
    String,
    Table,
    Text,
    event,
    text,
)
from sqlalchemy.types import UserDefinedType

# The revision of storage/migrations that makes these tables.
REVISION = "0006"

metadata = MetaData()

# SQLite keeps a table by its INTEGER key without a second tree.
_KEY = BigInteger().with_variant(Integer(), "sqlite")


def _key(name: str) -> Column[int]:
    return Column(name, _KEY, primary_key=True, autoincrement=False)


def _long(name: str) -> Column[int]:
    return Column(name, BigInteger, nullable=False)


def _small(name: str) -> Column[int]:
    return Column(name, SmallInteger, nullable=False)


def _text(name: str) -> Column[str]:
    return Column(name, Text, nullable=False)


def _count(name: str) -> Column[int]:
    """Return a column that came later: rows that were there before count nothing."""
    return Column(name, Integer, nullable=False, server_default=text("0"))


def _later_revision(name: str) -> Column[int]:
    """Return a column that came later: 0 in rows that were there before."""
    return Column(name, BigInteger, nullable=False, server_default=text("0"))


def _of_ticket() -> Column[int]:
    return Column("ticket_id", BigInteger, ForeignKey("ticket.id"), nullable=False)


# The columns stand in the order of ticket_server.ticket.Ticket.
ticket = Table(
    "ticket",
    metadata,
    _key("id"),
    _small("status"),
    _text("description"),
    _text("location"),
    _text("contact"),
    _small("category"),
    Column("confidence", Double, nullable=False),
    _small("category_source"),
    _long("open_us"),
    _long("activate_us"),
    _long("update_us"),
    _long("close_us"),
    _text("taken_by"),
    _text("reported_from"),
    _long("revision"),
    Column("message_count", Integer, nullable=False),
    _long("last_message_revision"),
    _small("last_message_role"),
    _count("me_too_count"),
    _count("note_count"),
    _later_revision("last_note_revision"),
    CheckConstraint("id > 0", name="ticket_id_positive"),
    CheckConstraint("length(description) <= 10000", name="ticket_description_length"),
    CheckConstraint("length(location) <= 200 AND length(contact) <= 200", name="ticket_texts_length"),
    CheckConstraint("category BETWEEN 1 AND 3 AND category_source BETWEEN 1 AND 2", name="ticket_category_known"),
    CheckConstraint("confidence BETWEEN 0 AND 1", name="ticket_confidence_share"),
    CheckConstraint(
        "(status = 1 AND activate_us = 0 AND close_us = 0)"
        " OR (status = 2 AND activate_us >= open_us AND close_us = 0)"
        " OR (status = 3 AND activate_us >= open_us AND close_us >= activate_us)",
        name="ticket_status_agrees",
    ),
    CheckConstraint(
        "open_us > 0 AND update_us >= open_us AND update_us >= activate_us AND update_us >= close_us",
        name="ticket_times_ordered",
    ),
    CheckConstraint(
        "message_count >= 0 AND last_message_revision BETWEEN 0 AND revision AND last_message_role BETWEEN 0 AND 3"
        " AND me_too_count >= 0 AND note_count >= 0 AND last_note_revision >= 0",
        name="ticket_messages_known",
    ),
    Index("ticket_by_status", "status", "id"),
    Index("ticket_by_category", "category", "id"),
    Index("ticket_by_status_category", "status", "category", "id"),
    Index("ticket_by_reporter", "reported_from", "status", "id"),
)
# The few tickets whose category a person corrected. In words: an Index with a condition imports both stores' dialects.
_CORRECTED = DDL("CREATE INDEX ticket_corrected ON ticket (id) WHERE category_source = 2")  # type: ignore[no-untyped-call]
event.listen(ticket, "after_create", _CORRECTED)

# A message is known by the revision that posted it; internal ones are notes of helpdesk staff.
message = Table(
    "message",
    metadata,
    _key("revision"),
    _of_ticket(),
    _small("role"),
    _text("workstation"),
    _text("text"),
    _long("post_us"),
    Column("internal", SmallInteger, nullable=False, server_default=text("0")),
    CheckConstraint("length(text) <= 10000", name="message_text_length"),
    CheckConstraint(
        "role BETWEEN 1 AND 2 AND (internal = 0 OR (internal = 1 AND role = 2))", name="message_role_known"
    ),
    Index("message_by_ticket", "ticket_id", "revision"),
)

# The history, never deleted: what was done, the facts after it, and the edited fields before and after as JSON.
# `update_us` is when the ticket was last modified where this change did not, and `ticket_revision` the ticket's own
# revision where this one is not; 0: this change modified it, and its revision is the ticket's.
change = Table(
    "change",
    metadata,
    _key("revision"),
    _of_ticket(),
    _small("action"),
    _small("role"),
    _text("workstation"),
    _long("change_us"),
    _small("status"),
    _small("category"),
    Column("confidence", Double, nullable=False),
    _small("category_source"),
    _long("activate_us"),
    _long("close_us"),
    Column("message_count", Integer, nullable=False),
    _long("last_message_revision"),
    _small("last_message_role"),
    Column("fields", Text, nullable=True),
    _count("me_too_count"),
    _later_revision("update_us"),
    _count("note_count"),
    _later_revision("last_note_revision"),
    _later_revision("ticket_revision"),
    CheckConstraint("revision > 0", name="change_revision_positive"),
    CheckConstraint("action BETWEEN 1 AND 9 AND role BETWEEN 1 AND 2", name="change_action_known"),
    CheckConstraint("status BETWEEN 1 AND 3 AND category BETWEEN 1 AND 3", name="change_facts_known"),
    Index("change_by_ticket", "ticket_id", "revision"),
)

# Which installations said "me too" to which tickets.
me_too = Table(
    "me_too",
    metadata,
    Column("ticket_id", BigInteger, ForeignKey("ticket.id"), primary_key=True, autoincrement=False),
    Column("installation", LargeBinary(16), primary_key=True),
    sqlite_with_rowid=False,
)

# What the encoder made of a ticket's description; those of one version can be compared.
vector = Table(
    "vector",
    metadata,
    Column("ticket_id", _KEY, ForeignKey("ticket.id"), primary_key=True, autoincrement=False),
    _text("version"),
    Column("numbers", LargeBinary(128), nullable=False),
    CheckConstraint("length(numbers) = 128", name="vector_length"),
)

# What a caller's request id led to, so that a retry finds its own result.
request = Table(
    "request",
    metadata,
    Column("request_id", LargeBinary(16), primary_key=True),
    Column("digest", LargeBinary(16), nullable=False),
    _of_ticket(),
    _long("revision"),
    _long("request_us"),
    Index("request_by_time", "request_us"),
    sqlite_with_rowid=False,
)

# One row: the database's own id, the newest numbers, and the counts that would be slow to count.
counter = Table(
    "counter",
    metadata,
    Column("id", SmallInteger, primary_key=True, autoincrement=False),
    Column("lineage", String(36), nullable=False),
    _long("last_ticket_id"),
    _long("last_revision"),
    Column("sample_data", Boolean, nullable=False),
    _long("open_count"),
    _long("active_count"),
    CheckConstraint("id = 1", name="counter_single"),
    CheckConstraint("open_count >= 0 AND active_count >= 0", name="counter_counts_positive"),
)


class _TextSearchVector(UserDefinedType[str]):
    """PostgreSQL's sorted list of terms."""

    cache_ok = True

    def get_col_spec(self, **_options: object) -> str:
        """Return the type's name."""
        return "TSVECTOR"


def _terms(name: str) -> Column[str]:
    return Column(name, Text().with_variant(_TextSearchVector(), "postgresql"), nullable=False)


# What a ticket is found by: the terms of its own texts, of what is said under it, and, as `noted`, of its notes for as
# long as others may see it. SQLite keeps only those rows here that are not yet in the tables of FTS5 below; a
# ticket without words may have no row.
search_row = Table(
    "search_row",
    metadata,
    Column("ticket_id", _KEY, ForeignKey("ticket.id"), primary_key=True, autoincrement=False),
    _small("closed"),
    _terms("own"),
    _terms("said"),
    CheckConstraint("closed BETWEEN 0 AND 1", name="search_row_closed_known"),
)

# FTS5 keeps lists of the tickets by the beginnings of these lengths; a longer one is looked for in all words that it
# begins, which takes the longer the more tickets hold them. The lists of closed tickets are long, and written once. The
# few tickets that have notes and are not closed stand a second time in a table that answers helpdesk staff alone.
SEARCH_TABLES = {
    "search_open": ("own, said", "1 2 3 4 5 6"),
    "search_noted": ("own, said, noted", "1 2 3 4 5 6"),
    "search_closed": ("own, said", "1 2 3 4 5 6 7 8 9 10 11 12"),
}
_IN_SQLITE = (
    "ALTER TABLE search_row ADD COLUMN noted TEXT DEFAULT '' NOT NULL",
    *(
        # Of ASCII this tokeniser takes letters and digits, and every other character: what terms are made of.
        f"CREATE VIRTUAL TABLE {name} USING fts5({columns}, tokenize='ascii', detail='none', columnsize=0,"
        f" prefix='{beginnings}')"
        for name, (columns, beginnings) in SEARCH_TABLES.items()
    ),
)

# PostgreSQL plans by what it knows of a column: without one for both kinds of terms it reads every row for a rare word.
_IN_POSTGRESQL = (
    "ALTER TABLE search_row ADD COLUMN found TSVECTOR GENERATED ALWAYS AS (own || said) STORED",
    "CREATE INDEX search_row_open ON search_row USING gin (found) WHERE closed = 0",
    "CREATE INDEX search_row_closed ON search_row USING gin (found) WHERE closed = 1",
    "ALTER TABLE search_row ADD COLUMN noted TSVECTOR DEFAULT '' NOT NULL",
    "CREATE INDEX search_row_noted ON search_row USING gin ((own || said || noted)) WHERE noted <> ''",
)
for _dialect, _statements in {"sqlite": _IN_SQLITE, "postgresql": _IN_POSTGRESQL}.items():
    for _words in _statements:
        _statement = DDL(_words)  # type: ignore[no-untyped-call]
        event.listen(search_row, "after_create", _statement.execute_if(dialect=_dialect))
