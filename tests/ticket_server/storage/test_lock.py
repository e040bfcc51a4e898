"""The lock beside a database."""

from pathlib import Path

import pytest

from ticket_server.storage.lock import DatabaseLock, Locked


def test_a_lock_is_had_by_one_and_given_back(tmp_path: Path) -> None:
    database = tmp_path / "tickets.db"
    lock = DatabaseLock(database)
    assert Path(f"{database}.lock").exists()
    with pytest.raises(Locked):
        DatabaseLock(database)
    DatabaseLock(tmp_path / "other.db").release()
    lock.release()
    DatabaseLock(database).release()


def test_what_a_dead_program_left_beside_the_database_is_no_lock(tmp_path: Path) -> None:
    Path(tmp_path / "tickets.db.lock").write_text("1234")
    DatabaseLock(tmp_path / "tickets.db").release()


def test_a_folder_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises((FileExistsError, NotADirectoryError)):
        DatabaseLock(tmp_path / "file" / "tickets.db")
