"""The change feed: recent changes in memory, older ones from history; a watcher is nothing but its last revision."""

import asyncio
from collections.abc import Sequence
from contextlib import suppress
from enum import Enum, auto

from campusdesk.errors import DeskError
from campusdesk.rules import SEES_NOTES, Action, Reason, Role, Status, may_see
from ticket_server.storage.queries import Queries
from ticket_server.ticket import Change
from ticket_server.waking import Waking

KEPT = 10_000
RESUME_HORIZON = 100_000


class Sight(Enum):
    """How a role sees a change now: as it is, as the ticket's leaving, or not at all."""

    WHOLE = auto()
    REMOVED = auto()
    HIDDEN = auto()


class ChangeFeed:
    """Every committed change once, in the order of the revisions, from any revision within the resume horizon.

    All but `publish` belongs to the event loop's thread.
    """

    def __init__(
        self,
        queries: Queries,
        lineage: str,
        revision: int,
        loop: asyncio.AbstractEventLoop,
        *,
        kept: int = KEPT,
        resume_horizon: int = RESUME_HORIZON,
        behind_s: float = 0.0,
    ) -> None:
        """Begin at a database's newest revision, keeping the last `kept` changes in memory.

        It may be so many seconds behind what another server of the database has told.
        """
        self.lineage = lineage
        self._queries = queries
        self._revision = revision
        self._loop = loop
        self._kept = kept
        self._horizon = resume_horizon
        self._behind_s = behind_s
        # Without a gap and ending at the present revision, so that a change is found by its number.
        self._recent: list[Change] = []
        self._closed_recently: dict[int, int] = {}
        self._waking = Waking(loop)
        self._stopped = False

    @property
    def revision(self) -> int:
        """The revision of the newest change."""
        return self._revision

    @property
    def stopped(self) -> bool:
        """Whether the feed was closed."""
        return self._stopped

    def publish(self, changes: Sequence[Change]) -> None:
        """Tell committed changes, in order; may be called in any one thread."""
        # A loop that was closed has no watchers.
        with suppress(RuntimeError):
            self._loop.call_soon_threadsafe(self._append, changes)

    async def check_resumable(self, lineage: str, after: int) -> None:
        """Raise DeskError (REVISION_COMPACTED) unless a watch can go on after that revision of that lineage."""
        if lineage == self.lineage and after > self._revision:
            await self.changed(after - 1, self._behind_s)
        if lineage != self.lineage or not max(0, self._revision - self._horizon) <= after <= self._revision:
            raise DeskError(Reason.REVISION_COMPACTED)

    async def changed(self, after: int, timeout_s: float) -> bool:
        """Wait until there is a change after the revision; return whether there is one within `timeout_s` seconds.

        Raises DeskError (SERVER_STOPPING) once the feed is closed.
        """
        deadline = self._loop.time() + timeout_s
        while self._revision <= after and not self._stopped:
            left = deadline - self._loop.time()
            if left <= 0:
                return False
            await self._waking.wait(left)
        if self._stopped:
            raise DeskError(Reason.SERVER_STOPPING)
        return True

    def told(self) -> None:
        """Take notice that one who was waiting for a change has been told it: others may be waiting for their turn."""
        self._waking.told()

    async def since(self, after: int, limit: int) -> list[Change]:
        """Return the next changes after the revision, oldest first and at most `limit`.

        Raises DeskError (STORE_FAILED) when older ones are needed and cannot be read.
        """
        if after >= self._revision:
            return []
        first = self._revision - len(self._recent) + 1
        if after + 1 >= first:
            start = after + 1 - first
            return self._recent[start : start + limit]
        return await self._queries.changes(after, self._revision, limit)

    def visible(self, role: Role, change: Change) -> Sight:
        """Say how the role sees the change now that the ticket is what it has become."""
        if change.action == Action.POST_NOTE and not SEES_NOTES[role]:
            return Sight.HIDDEN
        if not may_see(role, change.ticket.status):
            return Sight.REMOVED if change.action == Action.CLOSE else Sight.HIDDEN
        closed = self._closed_recently.get(change.ticket.id, 0) > change.revision
        if (closed or change.since_closed) and not may_see(role, Status.CLOSED):
            return Sight.HIDDEN
        return Sight.WHOLE

    def close(self) -> None:
        """Wake everybody who waits; they are told that the server stops."""
        self._stopped = True
        self._waking.wake_all()

    def _append(self, changes: Sequence[Change]) -> None:
        if changes[0].revision != self._revision + 1:
            # Something was committed that was not told here: history has it, memory must not skip it.
            self._recent.clear()
        self._recent.extend(changes)
        self._revision = changes[-1].revision
        self._closed_recently.update(
            (change.ticket.id, change.revision) for change in changes if change.action == Action.CLOSE
        )
        if len(self._recent) > self._kept + self._kept // 4:
            self._forget()
        self._waking.wake()

    def _forget(self) -> None:
        """Drop the oldest changes, and which tickets they closed: history tells both."""
        del self._recent[: -self._kept]
        first = self._recent[0].revision
        self._closed_recently = {
            ticket_id: revision for ticket_id, revision in self._closed_recently.items() if revision >= first
        }
