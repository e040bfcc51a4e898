"""Those who wait for news are woken a few at a time, so that whoever asks something meanwhile need not wait for all."""

import asyncio
from collections import deque

# So many may be about to be told. What is handed to gRPC is written to one connection after the other, and nothing is
# read meanwhile: with 2,000 at once a call that came then waited 0.1 s before anybody knew of it.
AT_ONCE = 64
# Whoever takes nothing in holds up the others for so long at most.
PATIENCE_S = 0.01


class Waking:
    """Tasks that wait for news; lives in one event loop."""

    def __init__(self, loop: asyncio.AbstractEventLoop, at_once: int = AT_ONCE, patience_s: float = PATIENCE_S) -> None:
        """Have so many awake who were not told yet, and more when none of these was told for so many seconds."""
        self._loop = loop
        self._at_once = at_once
        self._patience_s = patience_s
        # In the order in which they came: a dict is a set that keeps it.
        self._waiting: dict[asyncio.Future[None], None] = {}
        self._due: deque[asyncio.Future[None]] = deque()
        self._awake = 0
        self._is_moving = False
        self._looking: asyncio.TimerHandle | None = None

    async def wait(self, timeout_s: float) -> None:
        """Wait to be woken, for so many seconds at most."""
        waiter = self._loop.create_future()
        self._waiting[waiter] = None
        timer = self._loop.call_later(timeout_s, _end, waiter)
        try:
            await waiter
        finally:
            timer.cancel()
            self._waiting.pop(waiter, None)

    def wake(self) -> None:
        """Wake all who wait now: the first at once, each other one when one before has been told."""
        self._due.extend(self._waiting)
        self._waiting.clear()
        self._wake_some()

    def wake_all(self) -> None:
        """Wake all who wait now at once: there is nothing to tell them any more."""
        for waiter in (*self._due, *self._waiting):
            _end(waiter)
        self._due.clear()
        self._waiting.clear()

    def told(self) -> None:
        """Take notice that one who was awake has been told; who ends before that need not say so."""
        self._awake = max(0, self._awake - 1)
        self._is_moving = True
        self._wake_some()

    def _wake_some(self) -> None:
        while self._due and self._awake < self._at_once:
            self._awake += _end(self._due.popleft())
        if self._due and self._looking is None:
            self._looking = self._loop.call_later(self._patience_s, self._look)

    def _look(self) -> None:
        """Wait no longer for those who are awake if none of them was told since this was looked at before."""
        self._looking = None
        if not self._is_moving:
            self._awake = 0
        self._is_moving = False
        self._wake_some()


def _end(waiter: asyncio.Future[None]) -> bool:
    """Wake who waits; return whether that was still to be done: it may be cancelled, or its time may be over."""
    if waiter.done():
        return False
    waiter.set_result(None)
    return True
