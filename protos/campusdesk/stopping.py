"""When a server is to stop: the stop signals, and the end of standard input for the children of a supervisor."""

import asyncio
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager


def stop_event(*, until_eof: bool) -> asyncio.Event:
    """Return an event that is set by the stop signals, and by the end of standard input when asked for.

    The latter is how a supervisor's children end with it, also where there are no signals.
    """
    loop, stopping = asyncio.get_running_loop(), asyncio.Event()

    def stop(*_: object) -> None:
        loop.call_soon_threadsafe(stopping.set)

    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)
    if until_eof:
        threading.Thread(target=_await_eof, args=(stop,), name="await-eof", daemon=True).start()
    return stopping


@contextmanager
def ended_at_once() -> Iterator[None]:
    """Let the stop signals end the process at any instant inside the block, which must do no harm there."""
    before = {number: signal.signal(number, signal.SIG_DFL) for number in (signal.SIGTERM, signal.SIGINT)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _await_eof(stop: Callable[[], None]) -> None:
    # Read past Python's buffer: its lock, held by a waiting thread, would end the program in a fatal error.
    while os.read(sys.stdin.fileno(), 4096):
        pass
    stop()
