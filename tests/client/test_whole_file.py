"""What is saved is there whole or not at all, and of a desk that was killed nothing stays."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from client.whole_file import unfinished_beside, whole_file

LONG_AGO = (1_000_000_000, 1_000_000_000)
_HANG = """
import sys, time
from pathlib import Path
from client.whole_file import unfinished_beside, whole_file
path = Path(sys.argv[1])
with whole_file(path, unfinished_beside(path)) as file:
    file.write(b"half")
    file.flush()
    print("written", flush=True)
    sys.stdin.read()
"""


def save(path: Path) -> None:
    with whole_file(path, unfinished_beside(path)) as file:
        file.write(b"all of it")


def names(folder: Path) -> set[str]:
    return {each.name for each in folder.iterdir()}


def test_it_has_its_name_in_the_end_alone(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    with whole_file(path, unfinished_beside(path), "utf-8") as file:
        file.write("größer")
        assert "list.csv" not in names(tmp_path)
    assert (names(tmp_path), path.read_text("utf-8")) == ({"list.csv"}, "größer")


def test_a_long_name_can_be_saved(tmp_path: Path) -> None:
    save(tmp_path / ("x" * 255))
    assert names(tmp_path) == {"x" * 255}


@pytest.mark.parametrize("name", ["list.csv", "other.png"])
def test_what_a_killed_desk_left_is_gone_with_the_next_save(tmp_path: Path, name: str) -> None:
    command = [sys.executable, "-c", _HANG, str(tmp_path / "list.csv")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as desk:
        assert desk.stdout is not None
        assert desk.stdout.readline() == b"written\n"
        (left,) = tmp_path.iterdir()
        os.utime(left, LONG_AGO)
        save(tmp_path / name)
        assert names(tmp_path) == {left.name, name}, "it is being written still"
        desk.kill()
    save(tmp_path / name)
    assert names(tmp_path) == {name}


def test_what_is_not_surely_left_by_a_desk_of_this_pc_stays(tmp_path: Path) -> None:
    ours = unfinished_beside(tmp_path / "list.csv").name
    others = {"list.csv.unfinished", "campus-desk-00000000-00000000.unfinished", ours + ".txt", "my " + ours}
    for name in others:
        (tmp_path / name).write_text("somebody's")
        os.utime(tmp_path / name, LONG_AGO)
    folder, link = (unfinished_beside(tmp_path / "list.csv") for _ in range(2))
    folder.mkdir()
    link.symlink_to(tmp_path / "list.csv.unfinished")
    fresh = unfinished_beside(tmp_path / "list.csv")
    fresh.touch()
    save(tmp_path / "list.csv")
    assert names(tmp_path) == {*others, folder.name, link.name, fresh.name, "list.csv"}
