"""The first shape: every database gets one counter row and a lineage of its own, once."""

import uuid
from collections.abc import Iterator

import pytest
from sqlalchemy import Connection, create_engine
from sqlalchemy.pool import StaticPool

from ticket_server.storage import migrations
from ticket_server.storage.reading import read_counter
from ticket_server.storage.rows import Counter


@pytest.fixture
def connections() -> Iterator[list[Connection]]:
    """Give connections to two empty databases in memory."""
    engines = [create_engine("sqlite://", poolclass=StaticPool) for _ in range(2)]
    opened = [engine.connect() for engine in engines]
    yield opened
    for connection in opened:
        connection.close()
    for engine in engines:
        engine.dispose()


def upgraded(connection: Connection) -> Counter:
    migrations.upgrade(connection)
    connection.commit()
    return read_counter(connection)


def test_a_new_database_counts_from_nothing_under_a_lineage_of_its_own(connections: list[Connection]) -> None:
    first, second = (upgraded(connection) for connection in connections)
    assert (first.last_ticket_id, first.last_revision, first.open_count, first.active_count) == (0, 0, 0, 0)
    assert not first.sample_data
    assert uuid.UUID(first.lineage).version == 4
    assert first.lineage != second.lineage


def test_a_database_in_this_shape_is_left_as_it_is(connections: list[Connection]) -> None:
    before = upgraded(connections[0])
    assert upgraded(connections[0]) == before


def test_only_the_steps_are_known() -> None:
    assert all(migrations.knows(step.revision) for step in migrations.STEPS)
    assert not migrations.knows("9999")
