"""What is put is written together and soon; what the disk refused is brought there without another word."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from queue import Empty, Queue

import pytest

from client.store_file import Key, StoreFile
from client.store_writing import News, Writing
from tests.client.views.answers import PATIENCE_MS


class RefusingFile(StoreFile):
    """Takes nothing as long as it `refuses`."""

    refuses = False

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        # How many entries each write was asked for, also those that were refused.
        self.asked: list[int] = []

    def write(
        self, entries: Mapping[Key, str | None], known: Mapping[Key, str] | None = None, *, anew: bool = False
    ) -> None:
        self.asked.append(len(entries))
        if self.refuses:
            raise OSError
        super().write(entries, known, anew=anew)


@pytest.mark.parametrize(
    ("act", "left"),
    [
        (lambda writing: writing.put(("draft", "2"), '"y"'), {("draft", "1"): '"x"', ("draft", "2"): '"y"'}),
        (lambda writing: writing.put(("draft", "1"), None), {}),
        (Writing.clear, {}),
    ],
    ids=["put", "dropped", "cleared"],
)
def test_what_was_refused_is_written_as_soon_as_it_is_taken(
    act: object, left: dict[Key, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert callable(act)
    monkeypatch.setattr("client.store_writing._RETRY_S", 0.05)
    told: Queue[News] = Queue()
    file = RefusingFile(tmp_path)
    writing = Writing(file, told.put, keep_damaged=False)
    writing.put(("draft", "1"), '"x"')
    writing.start()
    writing.ask(1)
    while 1 not in told.get(timeout=PATIENCE_MS / 1_000).answered:
        pass
    file.refuses = True
    act(writing)
    while told.get(timeout=PATIENCE_MS / 1_000).keeping:
        pass
    file.refuses = False
    while not told.get(timeout=PATIENCE_MS / 1_000).keeping:
        pass
    assert StoreFile(tmp_path).read() == left
    writing.end()


@pytest.fixture
def told() -> Queue[News]:
    return Queue()


@pytest.fixture
def file(tmp_path: Path) -> RefusingFile:
    return RefusingFile(tmp_path)


@pytest.fixture
def writing(file: RefusingFile, told: "Queue[News]") -> Iterator[Writing]:
    """Give a thread that has read the file and found that it can be written."""
    writing = Writing(file, told.put, keep_damaged=False)
    writing.start()
    assert told.get(timeout=PATIENCE_MS / 1_000).keeping
    yield writing
    writing.end()


def put_many(writing: Writing) -> None:
    for number in range(10):
        writing.put(("draft", str(number)), '"x"')


def wait_in_vain(told: "Queue[News]") -> None:
    """Give the thread time to do what it should not."""
    with pytest.raises(Empty):
        told.get(timeout=0.1)


def test_what_is_put_in_a_short_time_is_written_together(
    writing: Writing, file: RefusingFile, told: "Queue[News]", monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("client.store_writing._PAUSE_S", 3_600)
    monkeypatch.setattr("client.store_writing._LONGEST_S", 3_600)
    writing.put(("draft", "0"), '"y"')
    wait_in_vain(told)
    put_many(writing)
    wait_in_vain(told)
    writing.ask(1)
    assert told.get(timeout=PATIENCE_MS / 1_000).answered == (1,)
    assert file.asked == [0, 10]


def test_what_is_put_without_a_pause_is_written_all_the_same(
    writing: Writing, told: "Queue[News]", monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("client.store_writing._PAUSE_S", 3_600)
    monkeypatch.setattr("client.store_writing._LONGEST_S", 0.05)
    put_many(writing)
    assert told.get(timeout=PATIENCE_MS / 1_000).keeping


def test_a_disk_that_took_nothing_is_left_alone_for_a_while(
    writing: Writing, file: RefusingFile, told: "Queue[News]", monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("client.store_writing._PAUSE_S", 0.01)
    monkeypatch.setattr("client.store_writing._RETRY_S", 3_600)
    file.refuses = True
    writing.put(("draft", "1"), '"x"')
    assert not told.get(timeout=PATIENCE_MS / 1_000).keeping
    wait_in_vain(told)
    writing.ask(1)
    assert told.get(timeout=PATIENCE_MS / 1_000).answered == (1,)
    assert file.asked == [0, 1, 1]


def test_what_was_put_last_is_written_at_the_end(writing: Writing, file: RefusingFile, tmp_path: Path) -> None:
    writing.put(("draft", "1"), '"x"')
    writing.end()
    assert StoreFile(tmp_path).read() == {("draft", "1"): '"x"'}
    assert file.asked == [0, 1]
