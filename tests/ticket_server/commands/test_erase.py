"""Erasing by command: asked before, refused beside a server."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.ticket_server.commands.command_line import refused, run
from tests.ticket_server.transfer.lives import complete, read, write
from ticket_server.__main__ import main
from ticket_server.storage.engine import open_database


@pytest.fixture
def database(database_url: str, tmp_path: Path) -> str:
    run("import", write(tmp_path / "in.jsonl", [complete()]), "--database", database_url)
    return database_url


def exported(database: str, tmp_path: Path) -> str:
    run("export", tmp_path / "out.jsonl", "--database", database)
    (line,) = read(tmp_path / "out.jsonl")
    return str(line["description"])


def test_it_is_asked_for_before(database: str, tmp_path: Path) -> None:
    asked = CliRunner().invoke(main, ["erase", "17", "--database", database], input="n\n")
    assert asked.exit_code == 1
    assert "ticket 17, for good?" in asked.output
    assert exported(database, tmp_path) == complete()["description"]
    assert CliRunner().invoke(main, ["erase", "17", "--database", database], input="y\n").exit_code == 0
    assert exported(database, tmp_path) == ""


def test_it_is_told_what_was_done(database: str) -> None:
    assert run("erase", 17, "--yes", "--database", database).output.startswith("Ticket 17 is erased. Backups and exp")
    assert "was erased before" in run("erase", 17, "--yes", "--database", database).output
    assert refused(run("erase", 18, "--yes", "--database", database)) == "Error: there is no such ticket"


def test_a_database_that_is_not_there_is_not_made_by_erasing_from_it(absent_url: str, tmp_path: Path) -> None:
    assert "There is no database" in refused(run("erase", 17, "--yes", "--database", absent_url))
    assert not list(tmp_path.iterdir())


def test_beside_a_server_it_is_refused_with_what_to_do(database: str) -> None:
    with open_database(database):
        assert "Stop that first" in refused(run("erase", 17, "--yes", "--database", database))
