"""How the ticket server is: told to its health, to Prometheus, and to whoever asks for its status."""

import asyncio
import math
import shutil
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, Optional

from campusdesk.background import in_background
from campusdesk.errors import DeskError
from campusdesk.health import Health
from ticket_server.feed import ChangeFeed
from ticket_server.storage.engine import Database
from ticket_server.storage.queries import Queries
from ticket_server.storage.writer import Writer
from ticket_server.watchers import Watchers

if TYPE_CHECKING:
    from ticket_server.backup_keeper import BackupKeeper

_LOOK_S = 1.0
# A database that has not answered a read by then cannot be read.
_READ_S = 5.0
# What the database's log has room for already can be written on a disk that is full, and nothing else can.
_LEAST_FREE_BYTES = 1024 * 1024


class Disk(NamedTuple):
    """How many bytes there are where the database is, and how many of them are free."""

    total: int
    free: int


@dataclass(frozen=True, slots=True)
class Condition:
    """Looks at the parts of a running server; the clock tells microseconds since 1970 UTC."""

    database: Database
    queries: Queries
    writer: Writer
    feed: ChangeFeed
    watchers: Watchers
    backups: Optional["BackupKeeper"]
    clock: Callable[[], int]

    async def store_healthy(self) -> bool:
        """Try to read the database; say whether it can be read, and written by what the writer and the disk tell."""
        try:
            await asyncio.wait_for(self.queries.counter(), _READ_S)
        except (DeskError, TimeoutError):
            return False
        disk = self.disk()
        return self.writer.healthy and (disk is None or disk.free >= _LEAST_FREE_BYTES)

    def database_bytes(self) -> int:
        """Return how much room the database takes, with its log."""
        return self.database.size_bytes() + self.database.log_bytes()

    def disk(self) -> Disk | None:
        """Return the room where the database is, None for one on another machine, no room where its folder is gone."""
        if self.database.path is None:
            return None
        try:
            usage = shutil.disk_usage(self.database.path.parent)
        except OSError:
            return Disk(0, 0)
        return Disk(usage.total, usage.free)

    def feed_lag(self) -> int:
        """Return how many revisions the slowest watch is behind."""
        return self.watchers.lag(self.feed.revision)

    def backup_age_s(self) -> float:
        """Return how old the newest good backup is, in seconds; without end when there is none."""
        good_us = self.backups.last_good_us if self.backups is not None else 0
        return (self.clock() - good_us) / 1_000_000 if good_us else math.inf

    @asynccontextmanager
    async def told_to(self, health: Health) -> AsyncIterator[None]:
        """Report to the health whether the database can be used, at once and until the context is left."""
        await health.report(serving=await self.store_healthy())
        async with in_background(self._keep(health)):
            yield

    async def _keep(self, health: Health) -> None:
        while True:
            await asyncio.sleep(_LOOK_S)
            healthy = await self.store_healthy()
            if healthy != health.serving:
                await health.report(serving=healthy)
