"""A start that brings a large older database to the newest shape: told, ended by a signal at once, done by the next."""

import os
import signal
from pathlib import Path

import pytest
from sqlalchemy import create_engine, insert

from tests.system.programs import ticket_server, until
from ticket_server.storage import migrations, schema
from ticket_server.storage.engine import open_database, stored_revision
from ticket_server.storage.search.index import index_of

TICKETS = 8_000


def ticket(number: int) -> tuple[object, ...]:
    """Return the row of a ticket with words of its own, so that there is much to index."""
    words = " ".join(f"part{number * 20 + part}" for part in range(20))
    return (number, 1, f"It drips {words}", "B105", "me", 1, 1.0, 1, 5, 0, 5, 0, "", "LAB", 1, 0, 0, 0)


@pytest.fixture
def older(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a database in the second shape, before there was search."""
    path = tmp_path / "tickets.db"
    engine = create_engine(f"sqlite:///{path}")
    later = {"me_too_count", "note_count", "last_note_revision"}
    names = [column.name for column in schema.ticket.c if column.name not in later]
    with monkeypatch.context() as patch, engine.begin() as connection:
        patch.setattr(migrations, "STEPS", migrations.STEPS[:2])
        migrations.upgrade(connection)
        rows = [dict(zip(names, ticket(number), strict=True)) for number in range(1, TICKETS + 1)]
        connection.execute(insert(schema.ticket), rows)
    engine.dispose()
    return path


def test_an_upgrade_is_told_and_ends_with_a_signal_or_a_crash_as_if_it_had_never_begun(older: Path) -> None:
    log = older.with_name("tickets.db-wal")
    for number in (signal.SIGTERM, signal.SIGKILL):
        with ticket_server(older) as server:
            until(lambda: log.exists() and log.stat().st_size > 500_000, "it is in the midst of it")
            os.kill(server.pid, number)
            assert server.ended() == -number
        assert any("is brought from shape 0002 to" in line for line in server.complaints)
        engine = create_engine(f"sqlite:///{older}")
        with engine.connect() as connection:
            assert stored_revision(connection, "") == "0002"
        engine.dispose()
        log.unlink(missing_ok=True)
    with ticket_server(older) as server:
        assert " listens on " in server.line()
        assert server.stop() == 0
    with open_database(f"sqlite:///{older}") as database, database.connect_reader() as connection:
        assert index_of(connection).find(connection, ["drip", "b105"], 2 * TICKETS, staff=False) == [
            *range(TICKETS, 0, -1)
        ]
