"""Tickets in and out by command, and every refusal in one plain line."""

import json
import os
from pathlib import Path

import pytest

from tests.system.programs import Program
from tests.ticket_server.commands.command_line import refused, run
from tests.ticket_server.transfer.lives import complete, read, write
from ticket_server.commands.long_running import INTERRUPTED
from ticket_server.storage.engine import open_database


def test_what_is_imported_is_exported_the_same(database_url: str, tmp_path: Path) -> None:
    source, target = write(tmp_path / "in.jsonl", [complete()]), tmp_path / "out.jsonl"
    imported = run("import", source, "--database", database_url)
    assert (imported.exit_code, imported.output) == (0, "1 tickets with 7 changes are in the database.\n")
    exported = run("export", target, "--database", database_url)
    assert (exported.exit_code, exported.output) == (0, f"1 tickets are in {target}.\n")
    assert read(target) == [complete()]


def test_a_ticket_without_a_category_gets_one_by_its_text(database_url: str, tmp_path: Path) -> None:
    bare = {key: complete()[key] for key in ("id", "open_time", "reported_from")} | {"status": "open"}
    source = write(tmp_path / "in.jsonl", [{**bare, "description": "Wifi password rejected by my laptop"}])
    target = tmp_path / "out.jsonl"
    assert run("import", source, "--database", database_url).exit_code == 0
    run("export", target, "--database", database_url)
    (line,) = read(target)
    assert (line["category"], line["category_source"]) == ("technical IT", "automatic")


def test_a_bad_line_is_named_with_its_reason_and_nothing_is_kept(database_url: str, tmp_path: Path) -> None:
    secret = {**complete(), "id": 18, "status": "the words of a person"}
    source = write(tmp_path / "in.jsonl", [complete(), secret])
    line = refused(run("import", source, "--database", database_url))
    assert line == "Error: line 2: status must be one of: open, active, closed"
    assert run("export", tmp_path / "out.jsonl", "--database", database_url).output.startswith("0 tickets")


def test_only_an_empty_database_is_imported_into(database_url: str, tmp_path: Path) -> None:
    source = write(tmp_path / "in.jsonl", [complete()])
    assert run("import", source, "--database", database_url).exit_code == 0
    assert "holds tickets already" in refused(run("import", source, "--database", database_url))


def test_a_database_that_is_being_served_takes_no_import(database_url: str, tmp_path: Path) -> None:
    file = write(tmp_path / "file.jsonl", [complete()])
    with open_database(database_url):
        words = refused(run("import", file, "--database", database_url))
    assert "is in use by another program. Stop that first" in words


def test_a_database_that_is_being_served_is_exported(database_url: str, tmp_path: Path) -> None:
    run("import", write(tmp_path / "in.jsonl", [complete()]), "--database", database_url)
    with open_database(database_url):
        assert run("export", tmp_path / "out.jsonl", "--database", database_url).exit_code == 0
    assert read(tmp_path / "out.jsonl") == [complete()]


def test_a_database_that_is_not_there_is_not_made_by_exporting_it(absent_url: str, tmp_path: Path) -> None:
    assert "There is no database" in refused(run("export", tmp_path / "out.jsonl", "--database", absent_url))
    assert not [*tmp_path.iterdir()]


@pytest.mark.parametrize("command", ["export", "backup"])
@pytest.mark.parametrize("end", ["", "-wal", "-shm", "-journal", ".lock"])
def test_a_copy_never_takes_the_place_of_the_database(sqlite_url: str, tmp_path: Path, command: str, end: str) -> None:
    run("import", write(tmp_path / "in.jsonl", [complete()]), "--database", sqlite_url)
    before = {file: file.read_bytes() for file in tmp_path.iterdir()}
    words = refused(run(command, tmp_path / f"tickets.db{end}", "--database", sqlite_url))
    assert "is where the database itself lies" in words or "is there already" in words
    assert {file: file.read_bytes() for file in tmp_path.iterdir()} == before


@pytest.mark.parametrize("command", ["export", "backup"])
def test_a_database_of_a_third_kind_is_refused_in_words(tmp_path: Path, command: str) -> None:
    words = refused(run(command, tmp_path / "out", "--database", "mysql://host/tickets"))
    assert "a database of PostgreSQL" in words


def test_an_import_that_is_stopped_ends_in_order(database_url: str, tmp_path: Path) -> None:
    open_database(database_url).close()
    source = tmp_path / "in.jsonl"
    os.mkfifo(source)
    command = ("ticket_server", "import", str(source), "--database", database_url)
    # It waits for the end of what it reads, which never comes.
    with Program(*command) as importing, source.open("w") as pipe:
        pipe.write(f"{json.dumps(complete())}\n")
        pipe.flush()
        assert importing.stop() == INTERRUPTED
    assert importing.complaints == ["Interrupted: nothing half done is left."]
    run("export", tmp_path / "out.jsonl", "--database", database_url)
    assert read(tmp_path / "out.jsonl") == []


def test_a_file_that_cannot_be_written_is_named(database_url: str, tmp_path: Path) -> None:
    target = tmp_path / "nowhere" / "out.jsonl"
    assert refused(run("export", target, "--database", database_url)) == f"Error: {target}: No such file or directory"
