"""The sixth shape: internal notes, which modify nothing, and whose tickets are found by the workstation."""

from alembic import op
from sqlalchemy import BigInteger, Column, Integer, SmallInteger, text

from ticket_server.storage.migrations.loosening import Loosened, loosen

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_MESSAGES_KNOWN = (
    "message_count >= 0 AND last_message_revision BETWEEN 0 AND revision AND last_message_role BETWEEN 0 AND 3"
    " AND me_too_count >= 0"
)
_ROLE_KNOWN = "role BETWEEN 1 AND 2"
_CHECKS = (
    # Tighter, but true of all rows: the columns have just come.
    Loosened(
        "ticket",
        "ticket_messages_known",
        _MESSAGES_KNOWN,
        f"{_MESSAGES_KNOWN} AND note_count >= 0 AND last_note_revision >= 0",
    ),
    Loosened(
        "message",
        "message_role_known",
        _ROLE_KNOWN,
        f"{_ROLE_KNOWN} AND (internal = 0 OR (internal = 1 AND role = 2))",
    ),
    Loosened(
        "change",
        "change_action_known",
        "action BETWEEN 1 AND 8 AND role BETWEEN 1 AND 2",
        "action BETWEEN 1 AND 9 AND role BETWEEN 1 AND 2",
    ),
)
_FTS5 = "USING fts5(own, said, noted, tokenize='ascii', detail='none', columnsize=0, prefix='1 2 3 4 5 6')"
_SEARCH = {
    "sqlite": (
        "ALTER TABLE search_row ADD COLUMN noted TEXT DEFAULT '' NOT NULL",
        f"CREATE VIRTUAL TABLE search_noted {_FTS5}",
    ),
    "postgresql": (
        "ALTER TABLE search_row ADD COLUMN noted TSVECTOR DEFAULT '' NOT NULL",
        "CREATE INDEX search_row_noted ON search_row USING gin ((own || said || noted)) WHERE noted <> ''",
    ),
}


def upgrade() -> None:
    """Add the columns, whose values no row has to be written for, what notes are found by, and the index."""
    for table in ("ticket", "change"):
        op.add_column(table, Column("note_count", Integer, nullable=False, server_default=text("0")))
        op.add_column(table, Column("last_note_revision", BigInteger, nullable=False, server_default=text("0")))
    op.add_column("change", Column("ticket_revision", BigInteger, nullable=False, server_default=text("0")))
    op.add_column("message", Column("internal", SmallInteger, nullable=False, server_default=text("0")))
    loosen(_CHECKS)
    connection = op.get_bind()
    for statement in _SEARCH[connection.dialect.name]:
        connection.exec_driver_sql(statement)
    op.create_index("ticket_by_reporter", "ticket", ["reported_from", "status", "id"])
