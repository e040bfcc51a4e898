"""What is moved out: all of it, in order, to a file or a stream."""

import io
from pathlib import Path

import pytest

from tests.ticket_server.desk import categorise
from tests.ticket_server.transfer.lives import complete, write
from ticket_server.storage.engine import open_database
from ticket_server.transfer import export_file, import_file
from ticket_server.transfer.exporting import write_tickets


def test_more_tickets_than_are_read_at_once_come_out_by_rising_number(database_url: str, tmp_path: Path) -> None:
    source = write(tmp_path / "in.jsonl", [complete() | {"id": number} for number in range(1_203, 0, -2)])
    with open_database(database_url) as database:
        import_file(source, database, categorise, sample=False)
    target = tmp_path / "out.jsonl"
    assert export_file(target, database_url) == 602
    assert target.read_text().splitlines() == source.read_text().splitlines()[::-1]


def test_a_database_is_moved_out_as_it_was_when_that_began(database_url: str, tmp_path: Path) -> None:
    class Intruding(io.StringIO):
        """A stream whose first line is written while somebody deletes everything."""

        def write(self, words: str) -> int:
            if not self.tell():
                with database.connect_writer() as connection, connection.begin():
                    for table in ("search_row", "message", "change", "ticket"):
                        connection.exec_driver_sql(f"DELETE FROM {table}")  # noqa: S608  names of our own
            return super().write(words)

    source = write(tmp_path / "in.jsonl", [complete() | {"id": number} for number in range(1, 1_001)])
    with open_database(database_url) as database:
        import_file(source, database, categorise, sample=False)
        assert write_tickets(Intruding(), database_url) == 1_000
        assert write_tickets(io.StringIO(), database_url) == 0


def test_what_is_interrupted_leaves_the_file_that_was_there(database_url: str, tmp_path: Path) -> None:
    def interrupted(done: int, total: int) -> None:
        assert total == 3
        if done == 2:
            raise KeyboardInterrupt

    target = write(tmp_path / "out.jsonl", ["before"])
    source = write(tmp_path / "in.jsonl", [complete() | {"id": number} for number in (1, 2, 3)])
    with open_database(database_url) as database:
        import_file(source, database, categorise, sample=False)
    before = {*tmp_path.iterdir()}
    with pytest.raises(KeyboardInterrupt):
        export_file(target, database_url, interrupted)
    assert target.read_text() == "before\n"
    assert {file for file in tmp_path.iterdir() if "tickets.db" not in file.name} <= before
