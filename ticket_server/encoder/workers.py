"""The server's side of the encoder: a process that reads texts, kept alive, and a queue before it that stays short."""

import asyncio
import logging
import sys
from collections import deque
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from campusdesk.background import in_background
from ticket_server.encoder.pace import Pace
from ticket_server.encoder.process import ended, next_line, read_by, subordinate
from ticket_server.encoder.reading import Reading

# A text takes 10 to 40 ms. Whoever reports a problem does not wait for more than a few; the others are read later.
MOST_WAITING = 200
LONGEST_LOADING_S = 120.0
# After a process has ended by itself the next one waits, each time twice as long until one has lasted.
FIRST_PAUSE_S = 1.0
LONGEST_PAUSE_S = 60.0
_LONGEST_LINE = 1 << 20

_log = logging.getLogger(__name__)


class _Asked(NamedTuple):
    text: str
    explain: bool
    answer: asyncio.Future[Reading | None]


class Workers:
    """Reads texts in a process of its own, one after the other; a Reader.

    Until the process has loaded the encoder, and where it cannot be loaded, every text is answered by None.
    """

    def __init__(self, command: Sequence[str]) -> None:
        """Start nothing yet; `command` is how the process is started."""
        self._command = tuple(command)
        self._waiting: deque[_Asked] = deque()
        self._explained: deque[_Asked] = deque()
        self._more = asyncio.Event()
        self._version = ""
        self._expected = True
        self._pace = Pace()
        # When the text that is being read is likely to have been, on the clock of the event loop.
        self._free_s = 0.0

    @property
    def expected(self) -> bool:
        """Whether texts are read, now or once the encoder is loaded."""
        return self._expected

    @property
    def version(self) -> str:
        """The version of the model that is loaded; empty while there is none."""
        return self._version

    def wait_s(self, text: str) -> float:
        """Return in how many seconds a text is likely to be read, behind all that wait already."""
        left_s = max(0.0, self._free_s - asyncio.get_running_loop().time())
        return left_s + sum(self._pace.expected_s(before) for before in (*(one.text for one in self._waiting), text))

    async def read(self, text: str, *, explain: bool = False) -> Reading | None:
        """Return what the full model says of a text; None when it is not loaded, not there, or has too much to do."""
        # What somebody is still typing waits behind all that was sent.
        queue = self._explained if explain else self._waiting
        if not self._version or len(queue) >= MOST_WAITING:
            return None
        asked = _Asked(text, explain, asyncio.get_running_loop().create_future())
        queue.append(asked)
        self._more.set()
        return await asked.answer

    @asynccontextmanager
    async def running(self, after_s: float = 0.0) -> AsyncIterator["Workers"]:
        """Keep the process alive in the background from so many seconds on; it ends with the context."""
        async with in_background(self._keep(after_s)):
            yield self

    async def _keep(self, after_s: float) -> None:
        await asyncio.sleep(after_s)
        loop, pause_s = asyncio.get_running_loop(), 0.0
        while True:
            begun_s = loop.time()
            try:
                await self._serve_one()
            except _CannotLoad as error:
                self._expected = False
                _log.warning("the encoder cannot be loaded (%s): the light model sets all categories", error)
                return
            except (OSError, ValueError, TimeoutError, asyncio.IncompleteReadError) as error:
                _log.warning("the encoder's process ended (%s) and is started again", type(error).__name__)
            pause_s = pause_after(loop.time() - begun_s, pause_s)
            await asyncio.sleep(pause_s)

    async def _serve_one(self) -> None:
        """Start a process and let it read until it ends; raises what ended it."""
        process = await self._started()
        try:
            loaded = await next_line(process, LONGEST_LOADING_S)
            if "failed" in loaded:
                raise _CannotLoad(loaded["failed"])
            self._version = str(loaded["version"])
            _log.info("the encoder is loaded (%s)", self._version)
            while True:
                await self._next_read(process)
        finally:
            self._version = ""
            self._answer_all_by_none()
            await ended(process)

    async def _started(self) -> asyncio.subprocess.Process:
        """Start a process; one that is there only when nobody wants it any more is ended."""
        pipe = asyncio.subprocess.PIPE
        starting = asyncio.ensure_future(
            asyncio.create_subprocess_exec(*self._command, stdin=pipe, stdout=pipe, limit=_LONGEST_LINE)
        )
        try:
            process = await asyncio.shield(starting)
        except asyncio.CancelledError:
            with suppress(OSError):
                await ended(await starting)
            raise
        subordinate(process.pid)
        return process

    async def _next_read(self, process: asyncio.subprocess.Process) -> None:
        while not (self._waiting or self._explained):
            self._more.clear()
            await self._more.wait()
        asked = (self._waiting or self._explained).popleft()
        if asked.answer.done():
            # Whoever asked has given up.
            return
        try:
            reading = await self._timed(process, asked)
        except BaseException:
            _answer(asked, None)
            raise
        _answer(asked, reading)

    async def _timed(self, process: asyncio.subprocess.Process, asked: _Asked) -> Reading:
        """Let the process read a text, and learn from how long it takes."""
        loop = asyncio.get_running_loop()
        begun_s = loop.time()
        self._free_s = begun_s + self._pace.expected_s(asked.text)
        reading = await read_by(process, asked.text, explain=asked.explain)
        self._free_s = loop.time()
        self._pace.took(asked.text, self._free_s - begun_s)
        return reading

    def _answer_all_by_none(self) -> None:
        for queue in (self._waiting, self._explained):
            while queue:
                _answer(queue.popleft(), None)


def pause_after(lasted_s: float, before_s: float) -> float:
    """Return how long the next process waits after one that lasted so long, before which there was a pause or 0."""
    if not before_s or lasted_s >= LONGEST_PAUSE_S:
        return FIRST_PAUSE_S
    return min(2 * before_s, LONGEST_PAUSE_S)


class _CannotLoad(Exception):  # noqa: N818  reads as what happened
    """The process cannot load the encoder, and never will."""


def _answer(asked: _Asked, reading: Reading | None) -> None:
    if not asked.answer.done():
        asked.answer.set_result(reading)


def reading_command(versions: Path) -> tuple[str, ...]:
    """Return how this program starts itself as a reader of texts by the version in force in that folder."""
    frozen = getattr(sys, "frozen", False)
    program = (sys.executable, *(() if frozen else ("-m", "ticket_server")))
    return (*program, "read-texts", "--categoriser-folder", str(versions))
