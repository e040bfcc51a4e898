"""A table comes to disk in another thread, whole or not at all."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from client.csv_file import Row, region_with
from client.csv_writing import CsvWriting, Ended, Written

Told = list[Written | Ended]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    (tmp_path / "out").mkdir()
    return tmp_path / "out" / "list.csv"


def writing(path: Path, row: Callable[[int], Row] = lambda item: [item]) -> CsvWriting[int]:
    return CsvWriting[int](path, ["Number"], region_with("."), row)


def left(path: Path) -> list[str]:
    return [each.name for each in path.parent.iterdir()]


def test_it_is_there_once_it_is_finished(path: Path) -> None:
    made = writing(path)
    made.put(range(1, 101))
    made.put([101])
    told: Told = []
    reading = iter(made)
    told.append(next(reading))
    assert path.name not in left(path), "it takes its name in the end"
    made.finish()
    told += reading
    assert told == [Written(100), Written(1), Ended()]
    assert path.read_text("utf-8-sig").split() == ['"Number"', *map(str, range(1, 102))]
    assert left(path) == ["list.csv"]


def test_a_cancelled_one_leaves_nothing(path: Path) -> None:
    made = writing(path)
    made.put([1])
    reading = iter(made)
    assert next(reading) == Written(1)
    made.cancel()
    assert list(reading) == [Ended(is_cancelled=True)]
    assert left(path) == []


def test_what_is_whole_already_is_told_so(path: Path) -> None:
    made = writing(path)
    made.finish()
    assert list(made) == [Ended()]
    made.cancel()
    assert left(path) == ["list.csv"]


def test_an_error_is_told_and_leaves_nothing(path: Path) -> None:
    def row(_item: int) -> Row:
        raise OSError(28, "No space left on device")

    made = writing(path, row)
    made.put([1])
    (ended,) = made
    assert isinstance(ended, Ended)
    assert ended.error is not None
    assert (ended.error.errno, ended.is_cancelled, left(path)) == (28, False, [])


def test_what_is_abandoned_in_the_middle_leaves_nothing(path: Path) -> None:
    held, reached = threading.Event(), threading.Event()

    def row(item: int) -> Row:
        reached.set()
        held.wait()
        return [item]

    made = writing(path, row)
    made.put([1])
    thread = threading.Thread(target=lambda: list(made))
    thread.start()
    assert reached.wait(10)
    assert len(left(path)) == 1
    made.cancel()
    made.abandon()
    assert left(path) == []
    held.set()
    thread.join(10)
    assert left(path) == []


def test_rows_are_made_where_they_are_written(path: Path) -> None:
    threads: set[int] = set()

    def row(item: int) -> Row:
        threads.add(threading.get_ident())
        return [item]

    made = writing(path, row)
    made.put(range(60))
    made.finish()
    told: Told = []

    def read(source: Iterator[Written | Ended]) -> None:
        told.extend(source)

    thread = threading.Thread(target=read, args=(iter(made),))
    thread.start()
    thread.join(10)
    assert told == [Written(60), Ended()]
    assert threads
    assert threading.get_ident() not in threads
