"""Examining and migrating by command."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import create_engine

from tests.ticket_server.commands.command_line import refused, run
from tests.ticket_server.desk import open_desk
from ticket_server.storage import migrations, schema
from ticket_server.storage.engine import open_database


@pytest.fixture
def database(sqlite_url: str) -> str:
    open_database(sqlite_url).close()
    return sqlite_url


def test_each_check_is_a_line_and_the_worst_is_the_exit_code(
    database: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    result = run("check", "--database", database)
    assert result.exit_code == 0
    lines = result.output.splitlines()
    assert len(lines) == 8
    assert all(line.startswith("ok       ") for line in lines)
    with monkeypatch.context() as patch:
        patch.setattr(sqlite3, "sqlite_version_info", (3, 37, 1))
        result = run("check", "--database", database)
        assert result.exit_code == 1
        assert [line for line in result.output.splitlines() if line.startswith("warning  SQLite: ")]
    with closing(sqlite3.connect(tmp_path / "tickets.db")) as connection, connection:
        connection.execute("UPDATE counter SET open_count = 1")
    result = run("check", "--database", database)
    assert result.exit_code == 2
    assert "failed   counters: the open tickets: the counter says 1, the rows say 0\n" in result.output


def test_a_database_in_the_newest_shape_is_left_there(database: str) -> None:
    assert run("migrate", "--database", database).output == (
        f"The database is in the newest shape, {schema.REVISION}, already.\n"
    )


def test_an_older_shape_is_brought_to_the_newest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    engine = create_engine(f"sqlite:///{tmp_path / 'old.db'}")
    with monkeypatch.context() as patch, engine.begin() as connection:
        patch.setattr(migrations, "STEPS", migrations.STEPS[:1])
        migrations.upgrade(connection)
    engine.dispose()
    url = f"sqlite:///{tmp_path / 'old.db'}"
    migrated = run("migrate", "--database", url)
    assert migrated.stdout == f"The database was brought from shape 0001 to {schema.REVISION}.\n"
    assert migrated.stderr.startswith(f"Bringing the database from shape 0001 to {schema.REVISION}")
    assert "already" in run("migrate", "--database", url).output


def test_nothing_is_made_by_migrating_nothing(absent_url: str, tmp_path: Path) -> None:
    assert "There is no database" in refused(run("migrate", "--database", absent_url))
    assert not [*tmp_path.iterdir()]


async def test_a_campus_moves_by_command(database: str, tmp_path: Path) -> None:
    async with open_desk(database) as desk:
        await desk.report()
    target = f"sqlite:///{tmp_path / 'new.db'}"
    moved = run("migrate", "--from", database, "--to", target)
    assert moved.stdout == "1 tickets at revision 1 were moved, and compared row by row.\n"
    assert "holds tickets: only an empty one" in refused(run("migrate", "--from", database, "--to", target))


@pytest.mark.parametrize("half", ["--from", "--to"])
def test_where_from_and_where_to_belong_together(database: str, half: str) -> None:
    assert "--from and --to belong together" in run("migrate", half, database).output
