"""What the disk refused is brought there by the thread itself, without another word."""

from collections.abc import Mapping
from pathlib import Path
from queue import Queue

import pytest

from client.store_file import Key, StoreFile
from client.store_writing import News, Writing
from tests.client.views.answers import PATIENCE_MS


class RefusingFile(StoreFile):
    """Takes nothing as long as it `refuses`."""

    refuses = False

    def write(
        self, entries: Mapping[Key, str | None], known: Mapping[Key, str] | None = None, *, anew: bool = False
    ) -> None:
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
