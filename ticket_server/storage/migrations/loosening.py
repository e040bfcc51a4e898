"""Checks of tables that give way to looser ones, without a look at the rows where the store allows it."""

from collections.abc import Sequence
from typing import NamedTuple

from alembic import op
from sqlalchemy import Connection, text


class Loosened(NamedTuple):
    """A check by its table and name, and its words before and after; every row that met those meets these."""

    table: str
    name: str
    before: str
    after: str


def loosen(checks: Sequence[Loosened]) -> None:
    """Let each check say its new words."""
    connection = op.get_bind()
    if connection.dialect.name == "sqlite":
        _rewrite(connection, checks)
        return
    for check in checks:
        op.drop_constraint(check.name, check.table, type_="check")
        op.create_check_constraint(check.name, check.table, check.after)


def _rewrite(connection: Connection, checks: Sequence[Loosened]) -> None:
    """Change the words of the checks, which SQLite keeps as they were written.

    Every row that met the old ones meets the new ones, so that no table has to be copied, however long it is; see
    https://www.sqlite.org/lang_altertable.html#otheralter.
    """
    version = connection.exec_driver_sql("PRAGMA schema_version").scalar_one()
    connection.exec_driver_sql("PRAGMA writable_schema=ON")
    rewrite = text("UPDATE sqlite_master SET sql = replace(sql, :before, :after) WHERE type = 'table' AND name = :name")
    for check in checks:
        connection.execute(rewrite, {"name": check.table, "before": check.before, "after": check.after})
    # Tells every connection to read the tables' words again.
    connection.exec_driver_sql(f"PRAGMA schema_version={version + 1}")
    connection.exec_driver_sql("PRAGMA writable_schema=RESET")
