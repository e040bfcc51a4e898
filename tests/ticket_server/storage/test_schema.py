"""The tables: the migrations make what the schema says, and the tables refuse what no ticket can be."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection, NullPool, create_engine, insert, update
from sqlalchemy.exc import IntegrityError

from campusdesk.rules import Category, CategorySource, Role
from tests.cluster import Cluster
from ticket_server.judgement import Judgement
from ticket_server.storage import migrations, schema
from ticket_server.storage.engine import open_database, told
from ticket_server.storage.rows import change_values, ticket_values
from ticket_server.ticket import Stamp, opened

CHANGE = opened(
    Stamp(1, Role.USER, "LAB", 1_000),
    1,
    {"description": "Dark", "location": "B105", "contact": "me"},
    Judgement(Category.TECHNICAL_IT, 0.5, CategorySource.AUTOMATIC),
)


@pytest.fixture
def connection(database_url: str) -> Iterator[Connection]:
    with open_database(database_url) as database, database.connect_writer() as connection:
        with connection.begin():
            connection.execute(insert(schema.ticket), ticket_values(CHANGE.ticket))
        yield connection


def _tables(connection: Connection) -> set[tuple[str, str]]:
    rows = connection.exec_driver_sql("SELECT name, sql FROM sqlite_master WHERE name NOT LIKE 'alembic%'")
    return {(name, " ".join(words.split())) for name, words in rows if words}


def test_the_migrations_make_the_tables_of_the_schema(tmp_path: Path) -> None:
    engine = create_engine(f"sqlite:///{tmp_path / 'made.db'}")
    schema.metadata.create_all(engine)
    with (
        engine.connect() as made,
        open_database(f"sqlite:///{tmp_path / 'migrated.db'}") as database,
        database.connect_reader() as migrated,
    ):
        assert _tables(migrated) == _tables(made)
    engine.dispose()


def test_the_newest_migration_is_the_one_that_the_schema_names() -> None:
    assert migrations.STEPS[-1].revision == schema.REVISION
    assert [step.down_revision for step in migrations.STEPS[1:]] == [step.revision for step in migrations.STEPS[:-1]]


@pytest.mark.parametrize(
    "values",
    [
        {"description": "x" * 10_001},
        {"location": "x" * 201},
        {"contact": "x" * 201},
        {"status": 4},
        {"status": 2},
        {"activate_us": 5_000},
        {"status": 3, "activate_us": 2_000, "update_us": 9_000},
        {"status": 3, "activate_us": 3_000, "close_us": 2_000, "update_us": 9_000},
        {"update_us": 999},
        {"category": 0},
        {"category_source": 3},
        {"confidence": 1.01},
        {"last_message_revision": 2},
        {"message_count": -1},
        {"me_too_count": -1},
        {"note_count": -1},
        {"last_note_revision": -1},
        {"description": None},
    ],
)
def test_the_database_itself_refuses_an_impossible_ticket(connection: Connection, values: dict[str, object]) -> None:
    with pytest.raises(IntegrityError), connection.begin():
        connection.execute(update(schema.ticket).values(values))


def test_a_change_needs_its_ticket_and_a_revision_of_its_own(connection: Connection) -> None:
    with pytest.raises(IntegrityError), connection.begin():
        connection.execute(insert(schema.change), {**change_values(CHANGE), "ticket_id": 2})
    with connection.begin():
        connection.execute(insert(schema.change), change_values(CHANGE))
    with pytest.raises(IntegrityError), connection.begin():
        connection.execute(insert(schema.change), change_values(CHANGE))


def test_there_is_one_counter_row(connection: Connection) -> None:
    values = dict.fromkeys(("last_ticket_id", "last_revision", "open_count", "active_count"), 0)
    with pytest.raises(IntegrityError), connection.begin():
        connection.execute(insert(schema.counter), {"id": 2, "lineage": "x", "sample_data": False, **values})


def test_an_error_of_the_database_does_not_quote_what_people_wrote(connection: Connection) -> None:
    with pytest.raises(IntegrityError) as refused, connection.begin():
        connection.execute(update(schema.ticket).values(description="secret words", status=9))
    assert "ticket_status_agrees" in told(refused.value)
    assert "secret words" not in told(refused.value)


_SHAPES = (
    (
        "SELECT table_name, column_name, data_type, is_nullable, ordinal_position FROM information_schema.columns"
        " WHERE table_schema = 'public'"
    ),
    (
        "SELECT conrelid::regclass::text, pg_get_constraintdef(oid) FROM pg_constraint"
        " WHERE connamespace = 'public'::regnamespace"
    ),
    "SELECT tablename, indexdef FROM pg_indexes WHERE schemaname = 'public'",
)


def test_the_migrations_make_the_same_tables_on_postgresql(postgresql: Cluster, migrated: str) -> None:
    name = postgresql.create()
    engine = create_engine(postgresql.url(name), poolclass=NullPool)
    schema.metadata.create_all(engine)
    for words in _SHAPES:
        made = {row for row in postgresql.execute(words, name) if row[0] in schema.metadata.tables}
        assert made
        assert made == {row for row in postgresql.execute(words, migrated) if row[0] in schema.metadata.tables}
    postgresql.drop(name)
