"""The watch tells of a thread that does not answer, how long and where, and of nothing else."""

import threading
import time
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from client.stall_watch import LONGEST_MS, Stall, StallWatch

STALL_MS = 10 * LONGEST_MS


def stay_away() -> None:
    """Keep the thread from answering, as a slow slot does."""
    time.sleep(STALL_MS / 1_000)


@pytest.fixture
def told(qapp: QApplication) -> Iterator[list[Stall]]:
    stalls: list[Stall] = []
    watch = StallWatch(stalls.append, qapp)
    yield stalls
    watch.end()


def test_a_thread_that_stays_away_is_told_with_the_calls_it_was_in(qtbot: QtBot, told: list[Stall]) -> None:
    QTimer.singleShot(0, stay_away)
    qtbot.waitUntil(lambda: bool(told))
    assert told[0].took_ms == pytest.approx(STALL_MS, rel=0.5)
    assert told[0].calls[-1].startswith("test_stall_watch.stay_away:")
    assert "did not answer for" in told[0].words()


def test_work_in_small_pieces_is_no_stall(qtbot: QtBot, told: list[Stall]) -> None:
    pieces: list[int] = []
    timer = QTimer()
    timer.timeout.connect(lambda: pieces.append(sum(range(20_000))))
    timer.start(0)
    qtbot.waitUntil(lambda: len(pieces) > 200)
    timer.stop()
    assert told == []


def test_nothing_is_watched_after_the_end(qapp: QApplication) -> None:
    def watching() -> int:
        return sum(thread.name == "stall-watch" for thread in threading.enumerate())

    before = watching()
    watch = StallWatch(lambda _: None, qapp)
    assert watching() == before + 1
    watch.end()
    assert watching() == before


def test_a_watch_that_ends_while_it_asks_is_not_waited_for(qapp: QApplication) -> None:
    for _ in range(20):
        watch = StallWatch(lambda _: None, qapp)
        # Nobody answers meanwhile, so it asks and waits when it is ended.
        time.sleep(LONGEST_MS / 1_000 / 10)
        watch.end()
