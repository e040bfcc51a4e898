"""The second shape: what was stored before can be erased after."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import create_engine

from ticket_server.storage import migrations
from ticket_server.storage.engine import open_database
from ticket_server.storage.migrations import revision_0001

TICKET = (1, 1, "It drips", "B105", "me", 1, 1.0, 1, 5, 0, 5, 0, "", "LAB", 1, 0, 0, 0)
_INSERT = "INSERT INTO ticket VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"


@pytest.fixture
def first_shape(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a database in the first shape that holds a ticket."""
    path = tmp_path / "tickets.db"
    engine = create_engine(f"sqlite:///{path}")
    with monkeypatch.context() as patch, engine.connect() as connection:
        patch.setattr(migrations, "STEPS", (revision_0001,))
        migrations.upgrade(connection)
        connection.exec_driver_sql(_INSERT, TICKET)
        connection.commit()
    engine.dispose()
    return path


def test_a_ticket_of_the_first_shape_can_lose_its_texts_and_nothing_else(first_shape: Path) -> None:
    with closing(sqlite3.connect(first_shape)) as before, pytest.raises(sqlite3.IntegrityError), before:
        before.execute("UPDATE ticket SET description = ''")
    with open_database(f"sqlite:///{first_shape}") as database, database.connect_writer() as connection:
        assert tuple(connection.exec_driver_sql("SELECT * FROM ticket").one()) == (*TICKET, 0, 0, 0)
        connection.exec_driver_sql("UPDATE ticket SET description = ''")
        connection.commit()
    with closing(sqlite3.connect(first_shape)) as after:
        assert after.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert after.execute("SELECT description, location FROM ticket").fetchall() == [("", "B105")]
        with pytest.raises(sqlite3.IntegrityError), after:
            after.execute("UPDATE ticket SET description = ?", ("x" * 10_001,))
