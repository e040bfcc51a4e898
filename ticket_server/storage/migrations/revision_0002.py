"""The second shape: a ticket can be erased, so texts may be empty and there is a change that says so."""

from alembic import op
from sqlalchemy import Connection, text

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_CHECKS = (
    ("ticket", "ticket_description_length", "length(description) BETWEEN 1 AND 10000", "length(description) <= 10000"),
    ("message", "message_text_length", "length(text) BETWEEN 1 AND 10000", "length(text) <= 10000"),
    (
        "change",
        "change_action_known",
        "action BETWEEN 1 AND 5 AND role BETWEEN 1 AND 2",
        "action BETWEEN 1 AND 6 AND role BETWEEN 1 AND 2",
    ),
)


def upgrade() -> None:
    """Loosen the checks."""
    connection = op.get_bind()
    if connection.dialect.name == "sqlite":
        _rewrite(connection)
        return
    for table, name, _, condition in _CHECKS:
        op.drop_constraint(name, table, type_="check")
        op.create_check_constraint(name, table, condition)


def _rewrite(connection: Connection) -> None:
    """Change the words of the checks, which SQLite keeps as they were written.

    Every row that met the old ones meets the new ones, so that no table has to be copied, however long it is; see
    https://www.sqlite.org/lang_altertable.html#otheralter.
    """
    version = connection.exec_driver_sql("PRAGMA schema_version").scalar_one()
    connection.exec_driver_sql("PRAGMA writable_schema=ON")
    rewrite = text("UPDATE sqlite_master SET sql = replace(sql, :before, :after) WHERE type = 'table' AND name = :name")
    for table, _, before, after in _CHECKS:
        connection.execute(rewrite, {"name": table, "before": before, "after": after})
    # Tells every connection to read the tables' words again.
    connection.exec_driver_sql(f"PRAGMA schema_version={version + 1}")
    connection.exec_driver_sql("PRAGMA writable_schema=RESET")
