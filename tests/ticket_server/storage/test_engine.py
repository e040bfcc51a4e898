"""Opening a database: what is made, what is set, and what is refused in plain words."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy.exc import DBAPIError, OperationalError

from tests.ticket_server.desk import open_desk
from ticket_server.storage.engine import CannotOpen, Database, open_database


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "new folder" / "50% tickets?.db"


def opened(path: Path) -> Database:
    return open_database(f"sqlite:///{path}".replace("%", "%25").replace("?", "%3F"))


def test_a_new_database_is_made_with_its_folder_and_a_lineage_of_its_own(tmp_path: Path) -> None:
    lineages = set()
    for name in ("a", "b"):
        with open_database(f"sqlite:///{tmp_path / name / 'tickets.db'}") as database:
            lineages.add(_scalar(database, "SELECT lineage FROM counter"))
    assert len(lineages) == 2
    with open_database(f"sqlite:///{tmp_path / 'a' / 'tickets.db'}") as database:
        assert _scalar(database, "SELECT lineage FROM counter") in lineages


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("journal_mode", "wal"),
        ("synchronous", 2),
        ("foreign_keys", 1),
        ("wal_autocheckpoint", 0),
        ("busy_timeout", 1_000),
    ],
)
def test_the_writer_is_durable_and_leaves_checkpoints_to_itself(tmp_path: Path, pragma: str, value: object) -> None:
    with open_database(f"sqlite:///{tmp_path / 'tickets.db'}") as database, database.connect_writer() as connection:
        assert connection.exec_driver_sql(f"PRAGMA {pragma}").scalar_one() == value


def test_a_reader_cannot_write_and_makes_no_checkpoints(tmp_path: Path) -> None:
    with open_database(f"sqlite:///{tmp_path / 'tickets.db'}") as database, database.connect_reader() as connection:
        assert connection.exec_driver_sql("PRAGMA wal_autocheckpoint").scalar_one() == 0
        with pytest.raises(OperationalError, match="readonly"):
            connection.exec_driver_sql("UPDATE counter SET open_count = 5")


def test_a_writing_transaction_holds_the_write_lock_from_its_first_moment(tmp_path: Path) -> None:
    path = tmp_path / "tickets.db"
    with open_database(f"sqlite:///{path}") as database, database.connect_writer() as connection, connection.begin():
        other = sqlite3.connect(path, timeout=0, isolation_level=None)
        with closing(other), pytest.raises(sqlite3.OperationalError, match="locked"):
            other.execute("BEGIN IMMEDIATE")


def test_only_one_program_has_the_database(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'tickets.db'}"
    program = f"from ticket_server.storage.engine import open_database; open_database({url!r})"
    with open_database(url):
        with pytest.raises(CannotOpen, match="in use by another program"):
            open_database(url)
        elsewhere = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
        assert "in use by another program" in elsewhere.stderr
    with open_database(url):
        pass


def test_the_database_of_a_process_that_died_is_free(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'tickets.db'}"
    program = f"""
import os, signal
from ticket_server.storage.engine import open_database
database = open_database({url!r})
os.kill(os.getpid(), signal.SIGKILL)
"""
    subprocess.run([sys.executable, "-c", program], capture_output=True, check=False)
    with open_database(url) as database:
        assert _scalar(database, "SELECT last_revision FROM counter") == 0


def test_alembic_is_only_imported_when_there_is_something_to_migrate(tmp_path: Path) -> None:
    program = f"""
import sys
from ticket_server.storage.engine import open_database
open_database("sqlite:///{tmp_path / "tickets.db"}").close()
print("alembic" in sys.modules)
"""
    said = [subprocess.check_output([sys.executable, "-c", program], text=True).strip() for _ in range(2)]
    assert said == ["True", "False"]


def test_a_newer_shape_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "tickets.db"
    open_database(f"sqlite:///{path}").close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
    with pytest.raises(CannotOpen, match="newer version"):
        open_database(f"sqlite:///{path}")
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT version_num FROM alembic_version").fetchall() == [("9999",)]


def test_what_is_not_ours_is_refused_and_left_alone(tmp_path: Path) -> None:
    text, foreign = tmp_path / "letter.txt", tmp_path / "music.db"
    text.write_text("Dear helpdesk, this is no database at all. " * 50)
    with pytest.raises(CannotOpen, match="file is not a database"):
        open_database(f"sqlite:///{text}")
    assert text.read_text().startswith("Dear helpdesk")
    with closing(sqlite3.connect(foreign)) as connection:
        connection.execute("CREATE TABLE song (title TEXT)")
    with pytest.raises(CannotOpen, match="belongs to another program"):
        open_database(f"sqlite:///{foreign}")
    with closing(sqlite3.connect(foreign)) as connection:
        assert connection.execute("SELECT name FROM sqlite_master").fetchall() == [("song",)]


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("tickets.db", "URL must name"),
        ("sqlite://", "must be a file"),
        ("sqlite:///:memory:", "must be a file"),
        ("mysql://there/tickets", "must be a file of SQLite"),
    ],
)
def test_what_names_no_database_is_refused(url: str, words: str) -> None:
    with pytest.raises(CannotOpen, match=words):
        open_database(url)


def test_a_folder_that_cannot_be_made_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(CannotOpen, match="cannot be opened"):
        open_database(f"sqlite:///{tmp_path / 'file' / 'tickets.db'}")


def test_letters_that_mean_something_in_a_url_may_stand_in_a_file_name(path: Path) -> None:
    with opened(path):
        assert path.exists()


def _scalar(database: Database, statement: str) -> object:
    with database.connect_reader() as connection:
        return connection.exec_driver_sql(statement).scalar_one()


def test_a_database_that_cannot_be_written_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "tickets.db"
    open_database(f"sqlite:///{path}").close()
    # What a file that may only be read would do, for root too, who may write everything.
    with sqlite3.connect(path) as other:
        other.execute("CREATE TRIGGER frozen BEFORE UPDATE ON counter BEGIN SELECT RAISE(ABORT, 'frozen'); END")
    other.close()
    with pytest.raises(CannotOpen, match="frozen"):
        open_database(f"sqlite:///{path}")


def test_a_folder_without_room_for_the_lock_is_not_called_in_use() -> None:
    with pytest.raises(CannotOpen, match="cannot be opened"):
        open_database("sqlite:////proc/tickets.db")


async def test_a_snapshot_is_of_one_moment_and_cannot_write(database_url: str) -> None:
    async with open_desk(database_url) as desk:
        await desk.report()
        with desk.database.snapshot() as connection:
            await desk.report()
            assert connection.exec_driver_sql("SELECT count(*) FROM ticket").scalar_one() == 1
            with pytest.raises(DBAPIError, match="read"):
                connection.exec_driver_sql("UPDATE counter SET open_count = 5")
        assert desk.database.size_bytes() > 0
