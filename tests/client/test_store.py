"""What a desk remembers is on disk soon, is read by the next one, and no state of the disk stops anybody."""

import os
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from client.store import Store
from client.store_file import DAMAGED_NAME, FILE_NAME, StoreFile
from tests.system.small_disk import MemoryDisk, small_disk

Open = Callable[..., Store]

_KILLED = """
import os, signal, sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from client.store import Store
application = QCoreApplication([])
store = Store(Path(sys.argv[1]))
store.put("draft", "1", "half a sen")
store.when_kept(lambda: os.kill(os.getpid(), signal.SIGKILL))
application.exec()
"""


@pytest.fixture
def open_store(qtbot: QtBot, tmp_path: Path) -> Iterator[Open]:
    """Open stores on one folder, each once it has read its file."""
    opened: list[Store] = []

    def open_one(folder: Path | None = None, *, forgets: bool = False) -> Store:
        store = Store(folder or tmp_path / "data", forgets=forgets)
        opened.append(store)
        qtbot.waitUntil(lambda: store.is_loaded)
        return store

    yield open_one
    for store in opened:
        store.close()


def on_disk(folder: Path) -> dict[tuple[str, str], str]:
    return StoreFile(folder).read()


def kept(store: Store, qtbot: QtBot) -> None:
    """Wait until the disk has what was put, or will not take it."""
    told: list[bool] = []
    store.when_kept(lambda: told.append(True))
    qtbot.waitUntil(lambda: bool(told))


def test_what_was_put_is_found_by_the_next_desk(open_store: Open) -> None:
    first = open_store()
    first.put("draft", "a", {"text": "Any news \U0001f525? \ud800", "revision": 7})
    first.put("seen", "a", [1, 2])
    first.put("draft", "b", "gone")
    first.drop("draft", "b")
    first.close()
    second = open_store()
    assert second.entries("draft") == {"a": {"text": "Any news \U0001f525? \ud800", "revision": 7}}
    assert (second.get("seen", "a"), second.get("seen", "b"), second.get("draft", "b")) == ([1, 2], None, None)


def test_what_is_put_comes_to_disk_by_itself(open_store: Open, qtbot: QtBot, tmp_path: Path) -> None:
    open_store().put("draft", "1", "x")
    qtbot.waitUntil(lambda: on_disk(tmp_path / "data") == {("draft", "1"): '"x"'})


def test_whoever_types_without_a_pause_is_kept_too(open_store: Open, qtbot: QtBot, tmp_path: Path) -> None:
    store = open_store()

    def typed() -> bool:
        store.put("draft", "1", "x")
        return bool(on_disk(tmp_path / "data"))

    # Asked every 10 ms, which is no pause.
    qtbot.waitUntil(typed)


def test_what_is_kept_survives_a_kill(tmp_path: Path) -> None:
    ended = subprocess.run([sys.executable, "-c", _KILLED, str(tmp_path)], check=False, timeout=60)
    assert ended.returncode == -9
    assert on_disk(tmp_path) == {("draft", "1"): '"half a sen"'}


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX's")
def test_nobody_else_may_read_it(open_store: Open, qtbot: QtBot, tmp_path: Path) -> None:
    store = open_store()
    store.put("draft", "1", "x")
    kept(store, qtbot)
    folder = tmp_path / "data"
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()} == {0o600}


def test_what_was_put_or_dropped_before_the_file_was_read_prevails(
    open_store: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    first = open_store()
    for key in "abc":
        first.put("draft", key, "old")
    first.close()
    second = Store(tmp_path / "data")
    second.put("draft", "a", "new")
    second.drop("draft", "b")
    assert not second.is_loaded
    qtbot.waitUntil(lambda: second.is_loaded)
    assert second.entries("draft") == {"a": "new", "c": "old"}
    second.clear()
    second.close()
    third = Store(tmp_path / "data")
    third.clear()
    qtbot.waitUntil(lambda: third.is_loaded)
    assert third.entries("draft") == {}
    third.close()


def test_what_this_start_put_outlives_what_former_ones_left(open_store: Open, qtbot: QtBot, tmp_path: Path) -> None:
    first = open_store()
    first.put("draft", "a", "former")
    first.put("draft", "b", "former")
    first.close()
    second = Store(tmp_path / "data")
    second.loaded.connect(second.clear_former)
    second.put("draft", "a", "typed at once")
    qtbot.waitUntil(lambda: second.is_loaded)
    assert second.entries("draft") == {"a": "typed at once"}
    second.close()
    assert on_disk(tmp_path / "data") == {("draft", "a"): '"typed at once"'}


def test_what_is_cleared_is_nowhere_in_the_folder(open_store: Open, qtbot: QtBot, tmp_path: Path) -> None:
    store = open_store()
    for number in range(200):
        store.put("draft", str(number), "The secret is 4711" * 50)
    kept(store, qtbot)
    store.clear()
    store.put("draft", "1", "after")
    kept(store, qtbot)
    store.close()
    assert on_disk(tmp_path / "data") == {("draft", "1"): '"after"'}
    for path in (tmp_path / "data").iterdir():
        assert b"4711" not in path.read_bytes()


def test_two_desks_share_the_file_and_the_later_one_wins(open_store: Open, qtbot: QtBot, tmp_path: Path) -> None:
    first, second = open_store(), open_store()
    first.put("seen", "1", "first")
    first.put("seen", "2", "mine")
    kept(first, qtbot)
    second.put("seen", "1", "second")
    kept(second, qtbot)
    assert on_disk(tmp_path / "data") == {("seen", "1"): '"second"', ("seen", "2"): '"mine"'}


def test_what_is_written_at_two_desks_in_one_place_is_kept_for_both(
    open_store: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    def put(store: Store, value: str | None) -> list[str]:
        store.drop("draft", "1") if value is None else store.put("draft", "1", value)
        kept(store, qtbot)
        found = on_disk(tmp_path / "data")
        return [found.get(("draft", "1"), "")] + [value for (_, key), value in found.items() if key.startswith("1\n")]

    first, second = open_store(), open_store()
    assert put(first, "a") == ['"a"']
    assert put(second, "b") == ['"b"', '"a"']
    assert put(second, "bb") == ['"bb"', '"a"']
    assert put(first, "aa") == ['"aa"', '"bb"']
    assert put(second, None) == ['"aa"'], "what one desk sent takes nothing of the other's"
    assert put(first, None) == [""]


def test_two_desks_that_write_without_a_pause_damage_nothing(open_store: Open, qtbot: QtBot, tmp_path: Path) -> None:
    desks = [open_store(), open_store()]
    for number in range(20):
        for which, store in enumerate(desks):
            store.put("draft", f"{which}/{number}", "x" * 3_000)
            store.put("draft", "both", f"{which}: {number}")
            store.when_kept(lambda: None)
    for store in desks:
        kept(store, qtbot)
        assert store.is_keeping
        assert not store.was_put_aside
    found = on_disk(tmp_path / "data")
    assert {f"{which}/{number}" for which in (0, 1) for number in range(20)} <= {key for _, key in found}
    assert {value for (_, key), value in found.items() if key.startswith("both")} == {'"0: 19"', '"1: 19"'}


def _with_another_table(path: Path) -> None:
    path.unlink()
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE entry (other)")
    connection.close()


DAMAGES: dict[str, Callable[[Path], object]] = {
    "no database": lambda path: path.write_bytes(b"garbage" * 1_000),
    "cut short": lambda path: os.truncate(path, 5_000),
    "overwritten": lambda path: path.write_bytes(path.read_bytes()[:2_000] + b"\xff" * 9_000),
    "another table": _with_another_table,
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES.keys())
def test_a_damaged_file_is_put_aside_and_a_new_one_begun(
    damage: Callable[[Path], None], open_store: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    first = open_store()
    for number in range(100):
        first.put("draft", str(number), "x" * 200)
    first.close()
    damage(tmp_path / "data" / FILE_NAME)
    second = open_store()
    qtbot.waitUntil(lambda: second.was_put_aside)
    assert (tmp_path / "data" / DAMAGED_NAME).exists()
    second.put("draft", "1", "new")
    kept(second, qtbot)
    assert second.is_keeping
    assert on_disk(tmp_path / "data") == {("draft", "1"): '"new"'}


def test_a_store_that_forgets_keeps_no_damaged_file(open_store: Open, qtbot: QtBot, tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / FILE_NAME).write_bytes(b"garbage" * 1_000)
    store = open_store(forgets=True)
    qtbot.waitUntil(lambda: store.was_put_aside)
    assert [path.name for path in folder.iterdir() if path.name == DAMAGED_NAME] == []


@pytest.mark.parametrize("harm", [lambda path: path.unlink(), lambda path: path.write_bytes(b"x" * 20_000)])
def test_a_file_that_goes_meanwhile_is_written_whole_again(
    harm: Callable[[Path], None], open_store: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    store = open_store()
    store.put("draft", "1", "before")
    kept(store, qtbot)
    harm(tmp_path / "data" / FILE_NAME)
    store.put("draft", "2", "after")
    kept(store, qtbot)
    assert on_disk(tmp_path / "data") == {("draft", "1"): '"before"', ("draft", "2"): '"after"'}


def test_where_no_folder_can_be_made_it_works_in_memory(open_store: Open, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    store = open_store(tmp_path / "file" / "data")
    qtbot.waitUntil(lambda: not store.is_keeping)
    store.put("draft", "1", "x")
    kept(store, qtbot)
    assert store.get("draft", "1") == "x"


def test_a_full_disk_is_told_and_what_was_put_is_kept_once_there_is_room(open_store: Open, qtbot: QtBot) -> None:
    with small_disk() as disk:
        if not isinstance(disk, MemoryDisk):
            pytest.skip("no small file system may be mounted here")
        store = open_store(disk.folder / "data")
        store.put("draft", "0", "before")
        kept(store, qtbot)
        disk.fill()
        store.put("draft", "1", "x" * 100_000)
        kept(store, qtbot)
        assert not store.is_keeping
        disk.empty()
        with qtbot.waitSignal(store.keeping):
            store.put("draft", "2", "y")
        assert on_disk(disk.folder / "data").keys() == {("draft", "0"), ("draft", "1"), ("draft", "2")}
        store.close()


def test_what_is_read_only_is_read(open_store: Open, qtbot: QtBot) -> None:
    with small_disk() as disk:
        first = open_store(disk.folder / "data")
        first.put("draft", "1", "x")
        first.close()
        with disk.read_only():
            second = open_store(disk.folder / "data")
            assert second.get("draft", "1") == "x"
            qtbot.waitUntil(lambda: not second.is_keeping)
            second.close()
