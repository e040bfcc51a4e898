"""A page costs the same whatever else the store holds: every filter has its index."""

import itertools
from collections.abc import Callable, Iterator
from functools import partial

import pytest
from sqlalchemy import Connection, text

from campusdesk.rules import Category, Status
from tests.ticket_server.storage.sabotage import execute
from ticket_server.storage.engine import Database, open_database
from ticket_server.storage.pages import read_page

MANY = 20_000
PAGE = 20
IN_SIGHT = (Status.OPEN, Status.ACTIVE)
# One ticket of a hundred is the laboratory's, and all that was reported elsewhere is newer; the telephone's are many.
TICKETS = f"""
WITH RECURSIVE number (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < {MANY}), fact AS (
  SELECT n, CASE n - n / 50 * 50 WHEN 0 THEN 1 WHEN 1 THEN 2 ELSE 3 END AS status, n - n / 3 * 3 + 1 AS category,
    CASE WHEN n <= {MANY // 100} THEN 'LAB-1' WHEN n / 2 * 2 = n THEN 'TELEPHONE' ELSE 'LAB-' || n END AS place
  FROM number
)
INSERT INTO ticket (
  id, status, description, location, contact, category, confidence, category_source, open_us, activate_us, update_us,
  close_us, taken_by, reported_from, revision, message_count, last_message_revision, last_message_role
)
SELECT n, status, 'Dark', '', '', category, 0.5, 1, 5, CASE WHEN status > 1 THEN 5 ELSE 0 END, 5,
  CASE WHEN status > 2 THEN 5 ELSE 0 END, '', place, n, 0, 0, 0
FROM fact
"""  # noqa: S608  numbers of our own


def steps_of_sqlite(connection: Connection, read: Callable[[], object]) -> int:
    """Return how many thousand steps SQLite's machine takes."""
    ticks: list[None] = []
    driver = connection.connection.dbapi_connection
    assert driver is not None
    driver.set_progress_handler(lambda: ticks.append(None), 1_000)
    read()
    driver.set_progress_handler(None, 0)
    return len(ticks)


def rows_of_postgresql(connection: Connection, read: Callable[[], object]) -> int:
    """Return how many hundred rows and entries of indexes PostgreSQL reads."""
    read_so_far = text(
        "SELECT (SELECT seq_tup_read FROM pg_stat_xact_user_tables WHERE relname = 'ticket')"
        " + (SELECT sum(pg_stat_get_xact_tuples_returned(indexrelid)) FROM pg_index"
        " WHERE indrelid = 'ticket'::regclass)"
    )
    before = connection.execute(read_so_far).scalar_one()
    read()
    return int(connection.execute(read_so_far).scalar_one() - before) // 100


EFFORT = {"sqlite": steps_of_sqlite, "postgresql": rows_of_postgresql}


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    with open_database(database_url) as opened:
        # PostgreSQL does so by itself before long; SQLite is never asked to.
        execute(database_url, TICKETS, *(["ANALYZE"] if "postgresql" in database_url else []))
        yield opened


def test_no_page_reads_more_than_itself(database: Database) -> None:
    def effort(statuses: tuple[Status, ...], category: Category | None, place: str, before: int | None) -> int:
        with database.connect_reader() as connection:
            read = partial(read_page, connection, statuses, category, before, PAGE, reported_from=place)
            return EFFORT[connection.dialect.name](connection, read)

    asked = itertools.product(
        [(), IN_SIGHT, *((status,) for status in Status)],
        [None, Category.TECHNICAL_IT],
        ["", "LAB-1", "TELEPHONE", "nowhere"],
        [None, MANY // 2, MANY // 100],
    )
    efforts = {one: effort(*one) for one in asked}
    assert max(efforts.values()) < 10, efforts
