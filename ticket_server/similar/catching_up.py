"""Vectors for tickets that have none: older than the encoder, or left out when it had too much to do; newest first."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, suppress

from campusdesk.background import in_background
from campusdesk.errors import DeskError
from campusdesk.rules import Status
from ticket_server.judgement import Meaning
from ticket_server.judging import Judging
from ticket_server.similar.keeper import YEAR_US
from ticket_server.storage.group import own_unit
from ticket_server.storage.meanings import LAST, Unread
from ticket_server.storage.queries import Queries
from ticket_server.storage.writer import Writer

_log = logging.getLogger(__name__)

# Two texts a second take a twentieth of one processor, and 5,000 tickets three quarters of an hour.
PAUSE_S = 0.5
# Then what was left out meanwhile is looked for again.
REST_S = 3_600.0
# A reader may end over a text, and once or twice over another's.
_MOST_ENDS = 3


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
        rest_s: float = REST_S,
    ) -> None:
        """Read by the judging's reader when nobody asks it; the clock tells microseconds since 1970 UTC."""
        self._queries = queries
        self._writer = writer
        self._judging = judging
        self._clock = clock
        self._pause_s = pause_s
        self._rest_s = rest_s

    def running(self) -> AbstractAsyncContextManager[None]:
        """Catch up, again and again, until the context is left."""
        return in_background(self._run())

    async def _run(self) -> None:
        while self._judging.expects_reader:
            if not self._judging.version:
                await asyncio.sleep(self._pause_s)
                continue
            try:
                await self._catch_up()
            except Exception as error:  # noqa: BLE001  what was read stays; the next time goes on
                _log.error("older tickets were not all read: %s", type(error).__name__)
            await asyncio.sleep(self._rest_s)

    async def _catch_up(self) -> None:
        """Read what has no vector of the reader's version: open tickets, active ones, those closed within a year."""
        version = self._judging.version
        for status in Status:
            async for unread in self._unread(status, version):
                await self._read(unread)

    async def _unread(self, status: Status, version: str) -> AsyncIterator[Unread]:
        before, since_us = LAST, self._clock() - YEAR_US
        while part := await self._part(status, version, since_us, before):
            before = part[-1].ticket_id
            for unread in part:
                yield unread

    async def _part(self, status: Status, version: str, since_us: int, before: int) -> list[Unread]:
        """Return the next tickets; whoever ends this waits for the thread, which holds a connection meanwhile."""
        asking = asyncio.ensure_future(asyncio.to_thread(self._queries.unread, status, version, since_us, before))
        try:
            return await asyncio.shield(asking)
        except asyncio.CancelledError:
            await asyncio.wait([asking])
            raise

    async def _read(self, unread: Unread) -> None:
        """Read one description, however often the reader is wanted elsewhere, and store what it means."""
        meaning = await self._meaning(unread.description)
        if meaning is None:
            return
        unit = own_unit(unread.ticket_id, self._clock(), lambda _situation: None, meaning)
        with suppress(DeskError):
            await self._writer.submit(unit)

    async def _meaning(self, text: str) -> Meaning | None:
        """Return what a text means, None when the reader ended over it again and again."""
        ends = 0
        while ends < _MOST_ENDS and self._judging.expects_reader:
            await asyncio.sleep(self._pause_s)
            version = self._judging.version
            reading = await self._judging.answer(text)
            if reading is not None:
                return Meaning(text, version, reading.vector)
            ends += bool(version) and not self._judging.version
        return None
