"""A thread reads; the UI thread gets batches, the first at once, all in order."""

import queue
import threading
import time
from collections.abc import Iterator

from pytestqt.qtbot import QtBot

from client.reading import BATCH_MS, Reading


class Line:
    """A source that tells what is put into it."""

    def __init__(self) -> None:
        self.queue: queue.SimpleQueue[int | None] = queue.SimpleQueue()

    def __iter__(self) -> Iterator[int]:
        yield from iter(self.queue.get, None)

    def cancel(self) -> None:
        self.queue.put(None)


def test_everything_comes_once_in_order_on_this_thread_in_few_batches(qtbot: QtBot) -> None:
    batches: list[tuple[float, list[int]]] = []
    threads: set[int] = set()

    def take(events: list[int]) -> None:
        batches.append((time.monotonic(), events))
        threads.add(threading.get_ident())

    line = Line()
    began_s = time.monotonic()
    reading = Reading(lambda _report: line, take)
    for number in range(5_000):
        line.queue.put(number)
    qtbot.waitUntil(lambda: sum(len(events) for _, events in batches) == 5_000)
    reading.end()
    assert [number for _, events in batches for number in events] == list(range(5_000))
    assert threads == {threading.get_ident()}
    # One may come late on a busy machine, and the next soon after it.
    assert len(batches) <= 2 + (batches[-1][0] - began_s) / (BATCH_MS / 1000 * 0.9)


def test_after_the_end_nothing_is_told_and_the_thread_is_gone(qtbot: QtBot) -> None:
    told: list[list[int]] = []
    line = Line()
    before = threading.active_count()
    reading = Reading(lambda _report: line, told.append)
    line.queue.put(1)
    reading.end()
    assert threading.active_count() == before
    qtbot.wait(2 * BATCH_MS)
    assert told == []
