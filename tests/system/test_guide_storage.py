"""What the operator guide says of backups, of faults of the store and of erasing, done with the answers it promises."""

from pathlib import Path

import pytest

from tests.system.guide import drill, section
from tests.ticket_server.commands.command_line import run
from tests.ticket_server.transfer.lives import complete, write
from ticket_server.storage.engine import open_database

DATABASE = "sqlite:///tickets.db"


@pytest.fixture(autouse=True)
def campus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Make the database that the guide speaks of, and let its relative paths be those of the test's own folder."""
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "in.jsonl", [complete() | {"id": number} for number in (16, 17, 18)])
    monkeypatch.setenv("CAMPUSDESK_DATABASE", DATABASE)
    assert run("import", "in.jsonl").exit_code == 0


def test_a_backup_is_made_beside_a_server_and_brought_back_for_a_drill() -> None:
    with open_database(DATABASE):
        drill("Backups")
        drill("A restore drill")
    checked = run("check", "--database", "sqlite:///drill.db")
    assert {line.split()[0] for line in checked.output.splitlines()} <= {"ok", "warning"}
    assert "check --database sqlite:///drill.db" in section("A restore drill")


def test_a_damaged_database_is_replaced_and_kept() -> None:
    drill("Backups")
    Path("tickets.db").write_bytes(b"a disk that fails" * 1_000)
    assert run("check").exit_code == 2
    drill("The database is damaged, or the wrong thing was done")
    assert run("check").exit_code <= 1


def test_a_command_that_writes_is_refused_beside_a_server() -> None:
    with open_database(DATABASE):
        drill("A command says that the database is in use", code=1)


def test_what_must_be_forgotten_is_erased() -> None:
    drill("What somebody wrote must be forgotten")
    run("export", "out.jsonl")
    assert Path("out.jsonl").read_text("utf-8").count(str(complete()["description"])) == 2
