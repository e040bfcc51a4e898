"""What happens to a database behind the back of the program that serves it."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import NullPool, create_engine
from sqlalchemy.engine import make_url

_REFUSING = {
    "sqlite": (
        "CREATE TRIGGER refusing BEFORE INSERT ON {table} WHEN {condition} BEGIN SELECT raise(ABORT, 'full'); END",
    ),
    "postgresql": (
        "CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'full'; END $$",
        "CREATE TRIGGER refusing BEFORE INSERT ON {table} FOR EACH ROW WHEN ({condition}) EXECUTE FUNCTION refuse()",
    ),
}
_HOLDING = {"sqlite": ("BEGIN IMMEDIATE",), "postgresql": ("BEGIN", "LOCK TABLE counter IN EXCLUSIVE MODE")}
_TAKING = {"sqlite": ("DROP TRIGGER refusing",), "postgresql": ("DROP FUNCTION refuse CASCADE",)}


def execute(url: str, *statements: str) -> None:
    """Execute statements in a session of their own."""
    engine = create_engine(url, poolclass=NullPool, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        for words in statements:
            connection.exec_driver_sql(words)


def refuse_rows(url: str, table: str, condition: str) -> None:
    """Let the database refuse new rows of a table for which the condition holds."""
    words = _REFUSING[make_url(url).get_backend_name()]
    execute(url, *(statement.format(table=table, condition=condition) for statement in words))


def take_rows(url: str) -> None:
    """Let the database take all rows again."""
    execute(url, *_TAKING[make_url(url).get_backend_name()])


@contextmanager
def held(url: str) -> Iterator[None]:
    """Keep everybody else from writing."""
    engine = create_engine(url, poolclass=NullPool, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        for words in _HOLDING[make_url(url).get_backend_name()]:
            connection.exec_driver_sql(words)
        yield
        connection.exec_driver_sql("ROLLBACK")
