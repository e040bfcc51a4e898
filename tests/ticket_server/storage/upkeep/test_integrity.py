"""Whether a file is sound, and the end of a check that nobody waits for."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from ticket_server.storage.upkeep import integrity
from ticket_server.storage.upkeep.integrity import faults


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(tmp_path / "some.db", isolation_level=None)) as connection:
        connection.execute("CREATE TABLE parent (id INTEGER PRIMARY KEY, word TEXT)")
        connection.execute("CREATE TABLE child (id INTEGER PRIMARY KEY, parent INTEGER REFERENCES parent (id))")
        connection.execute("CREATE INDEX by_word ON parent (word)")
        connection.executemany("INSERT INTO parent VALUES (?, ?)", ((each, "word" * each) for each in range(1, 100)))
        yield connection


def nothing() -> None:
    """Look at nothing."""


def test_a_sound_file_has_no_faults(connection: sqlite3.Connection) -> None:
    assert faults(connection, nothing) == []


def test_a_row_without_its_parent_is_a_fault(connection: sqlite3.Connection) -> None:
    connection.execute("INSERT INTO child VALUES (1, 1000)")
    assert faults(connection, nothing) == ["a row of child belongs to no row of parent"]


def test_a_flipped_byte_of_a_row_is_a_fault(connection: sqlite3.Connection, tmp_path: Path) -> None:
    connection.execute("PRAGMA journal_mode=DELETE").close()
    page = bytearray((tmp_path / "some.db").read_bytes())
    at = page.rindex(b"wordword")
    page[at] ^= 1
    (tmp_path / "other.db").write_bytes(page)
    with closing(sqlite3.connect(tmp_path / "other.db")) as damaged:
        # The row and its index say different words; quick_check does not look there.
        assert faults(damaged, nothing)
        assert damaged.execute("PRAGMA quick_check").fetchall() == [("ok",)]


def test_a_signal_that_sqlite_swallowed_is_raised_again(
    connection: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(integrity, "_BETWEEN_LOOKS", 10)
    with pytest.raises(KeyboardInterrupt):
        faults(connection, connection.interrupt)


def test_what_the_look_raises_ends_the_check(connection: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(integrity, "_BETWEEN_LOOKS", 10)

    def interrupted() -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        faults(connection, interrupted)
    assert faults(connection, nothing) == []
