"""The fifth shape: who has a problem too, what texts mean, and changes that leave a ticket's time of update."""

from alembic import op
from sqlalchemy import BigInteger, CheckConstraint, Column, ForeignKey, Integer, LargeBinary, Text, text

from ticket_server.storage.migrations.loosening import Loosened, loosen

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_KEY = BigInteger().with_variant(Integer(), "sqlite")
_MESSAGES_KNOWN = (
    "message_count >= 0 AND last_message_revision BETWEEN 0 AND revision AND last_message_role BETWEEN 0 AND 3"
)
_CHECKS = (
    # Tighter, but true of all rows: the column has just come.
    Loosened("ticket", "ticket_messages_known", _MESSAGES_KNOWN, f"{_MESSAGES_KNOWN} AND me_too_count >= 0"),
    Loosened(
        "change",
        "change_action_known",
        "action BETWEEN 1 AND 6 AND role BETWEEN 1 AND 2",
        "action BETWEEN 1 AND 8 AND role BETWEEN 1 AND 2",
    ),
)


def upgrade() -> None:
    """Add the columns, whose values no row has to be written for, the tables and the index of corrected tickets."""
    for table in ("ticket", "change"):
        op.add_column(table, Column("me_too_count", Integer, nullable=False, server_default=text("0")))
    op.add_column("change", Column("update_us", BigInteger, nullable=False, server_default=text("0")))
    loosen(_CHECKS)
    _create_me_too()
    _create_vector()
    corrected = text("category_source = 2")
    op.create_index("ticket_corrected", "ticket", ["id"], sqlite_where=corrected, postgresql_where=corrected)


def _create_me_too() -> None:
    op.create_table(
        "me_too",
        Column("ticket_id", BigInteger, ForeignKey("ticket.id"), primary_key=True, autoincrement=False),
        Column("installation", LargeBinary(16), primary_key=True),
        sqlite_with_rowid=False,
    )


def _create_vector() -> None:
    op.create_table(
        "vector",
        Column("ticket_id", _KEY, ForeignKey("ticket.id"), primary_key=True, autoincrement=False),
        Column("version", Text, nullable=False),
        Column("numbers", LargeBinary(128), nullable=False),
        CheckConstraint("length(numbers) = 128", name="vector_length"),
    )
