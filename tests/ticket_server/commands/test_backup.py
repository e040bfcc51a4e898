"""Backing up by command."""

from pathlib import Path

from tests.ticket_server.commands.command_line import refused, run
from tests.ticket_server.transfer.lives import complete, write
from ticket_server.backups import backups_in
from ticket_server.storage.engine import open_database
from ticket_server.storage.upkeep.backup import verify


def test_a_file_or_a_folder_takes_the_backup(sqlite_url: str, tmp_path: Path) -> None:
    run("import", write(tmp_path / "in.jsonl", [complete()]), "--database", sqlite_url)
    file, folder = tmp_path / "backup.db", tmp_path / "backups"
    folder.mkdir()
    with open_database(sqlite_url):
        told = run("backup", file, "--database", sqlite_url)
        assert run("backup", folder, "--database", sqlite_url).exit_code == 0
    assert told.exit_code == 0
    assert told.output.startswith(f"1 tickets at revision 7 are in {file}, and checked.\n")
    (named,) = backups_in(folder)
    assert verify(file) == verify(named)


def test_no_file_is_replaced_least_of_all_the_database(sqlite_url: str, tmp_path: Path) -> None:
    open_database(sqlite_url).close()
    database = tmp_path / "tickets.db"
    before = database.read_bytes()
    assert "replaces no file" in refused(run("backup", database, "--database", sqlite_url))
    assert database.read_bytes() == before


def test_a_place_that_cannot_be_written_is_named(sqlite_url: str, tmp_path: Path) -> None:
    open_database(sqlite_url).close()
    target = tmp_path / "nowhere" / "backup.db"
    assert "nowhere" in refused(run("backup", target, "--database", sqlite_url))


def test_what_was_backed_up_comes_back_and_what_was_there_is_kept(sqlite_url: str, tmp_path: Path) -> None:
    file = tmp_path / "backup.db"
    open_database(sqlite_url).close()
    run("backup", file, "--database", sqlite_url)
    run("import", write(tmp_path / "in.jsonl", [complete()]), "--database", sqlite_url)
    result = run("restore", file, "--database", sqlite_url)
    assert result.exit_code == 0
    told, kept = result.output.splitlines()
    assert told == "0 tickets at revision 0 are in the database again."
    assert verify(Path(kept.rpartition(" ")[2].removesuffix("."))).tickets == 1


def test_a_file_that_is_no_backup_is_refused_in_one_line(sqlite_url: str, tmp_path: Path) -> None:
    file = tmp_path / "letter.txt"
    file.write_text("Dear operator, " * 1_000)
    assert "cannot be read" in refused(run("restore", file, "--database", sqlite_url))
