"""The third shape: what was reported before search was there is found too."""

from pathlib import Path

import pytest
from sqlalchemy import create_engine

from tests.ticket_server.storage.migrations.test_revision_0002 import _INSERT, TICKET
from ticket_server.storage import migrations
from ticket_server.storage.engine import open_database
from ticket_server.storage.migrations import revision_0001, revision_0002
from ticket_server.storage.search.index import index_of

_MESSAGE = "INSERT INTO message VALUES (?, ?, 1, 'LAB', ?, 5)"


@pytest.fixture
def second_shape(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a database in the second shape, with an open and a closed ticket more than are filled in at once."""
    path = tmp_path / "tickets.db"
    engine = create_engine(f"sqlite:///{path}")
    with monkeypatch.context() as patch, engine.connect() as connection:
        patch.setattr(migrations, "STEPS", (revision_0001, revision_0002))
        migrations.upgrade(connection)
        for number in range(1, 503):
            connection.exec_driver_sql(_INSERT, (number, *TICKET[1:]))
        connection.exec_driver_sql("UPDATE ticket SET status = 3, activate_us = 5, close_us = 5 WHERE id = 501")
        connection.exec_driver_sql(_MESSAGE, (600, 502, "The plumber comes"))
        connection.exec_driver_sql(_MESSAGE, (601, 502, "on Friday"))
        connection.commit()
    engine.dispose()
    return path


def test_older_tickets_are_found_by_their_words_and_messages(second_shape: Path) -> None:
    with open_database(f"sqlite:///{second_shape}") as database, database.connect_reader() as connection:
        index = index_of(connection)
        assert index.find(connection, ["drip", "b105"], 1_000, staff=False) == [502, *range(500, 0, -1)]
        assert index.find(connection, ["drip"], 2, staff=True) == [502, 501]
        assert index.find(connection, ["plumb", "fri", "drips"], 9, staff=True) == [502]
