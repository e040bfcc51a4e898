"""Vectors for tickets that came before there was an encoder, or another one: slowly, newest first."""

import asyncio
import logging
import uuid
from collections.abc import AsyncGenerator, AsyncIterator, Callable
from contextlib import aclosing, asynccontextmanager, suppress

from campusdesk.errors import DeskError
from campusdesk.rules import Status
from ticket_server.judging import Judging
from ticket_server.similar.keeper import YEAR_US
from ticket_server.storage.group import Unit
from ticket_server.storage.meanings import Stored
from ticket_server.storage.queries import Queries
from ticket_server.storage.writer import Writer
from ticket_server.ticket import Meaning

_log = logging.getLogger(__name__)

# Two texts a second take a twentieth of one processor, and 5,000 tickets three quarters of an hour.
PAUSE_S = 0.5


class CatchingUp:
    """Reads descriptions that nobody waits for, and stores what they mean without any change of the tickets."""

    def __init__(
        self,
        queries: Queries,
        writer: Writer,
        judging: Judging,
        clock: Callable[[], int],
        *,
        pause_s: float = PAUSE_S,
    ) -> None:
        """Read by the judging's reader when nobody asks it; the clock tells microseconds since 1970 UTC."""
        self._queries = queries
        self._writer = writer
        self._judging = judging
        self._clock = clock
        self._pause_s = pause_s

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Catch up until all is read or the context is left."""
        task = asyncio.create_task(self._run())
        try:
            yield
        finally:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task

    async def _run(self) -> None:
        try:
            while self._judging.expects_reader and not self._judging.version:  # noqa: ASYNC110  it tells nobody
                await asyncio.sleep(self._pause_s)
            if self._judging.version:
                await self._catch_up()
        except Exception as error:  # noqa: BLE001  what was read stays; the next start goes on
            _log.error("older tickets were not all read: %s", type(error).__name__)

    async def _catch_up(self) -> None:
        since_us = self._clock() - YEAR_US
        for status in Status:
            async with aclosing(self._told(status)) as told:
                async for stored in told:
                    if status == Status.CLOSED and stored.open_us < since_us:
                        return
                    if stored.version != self._judging.version and stored.description:
                        await self._read(stored)

    async def _told(self, status: Status) -> AsyncGenerator[Stored, None]:
        parts = self._queries.told(status)
        try:
            while part := await asyncio.to_thread(next, parts, None):
                for stored in part:
                    yield stored
        finally:
            await asyncio.to_thread(parts.close)

    async def _read(self, stored: Stored) -> None:
        """Read one description, however often the reader is wanted elsewhere, and store what it means."""
        await asyncio.sleep(self._pause_s)
        version = self._judging.version
        while (reading := await self._judging.answer(stored.description)) is None:
            await asyncio.sleep(self._pause_s)
            version = self._judging.version
        meaning = Meaning(stored.description, version, reading.vector)
        unit = Unit(uuid.uuid4().bytes, b"", stored.ticket_id, self._clock(), lambda _situation: None, meaning)
        with suppress(DeskError):
            await self._writer.submit(unit)
