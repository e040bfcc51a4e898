"""The change feed over gRPC: a snapshot, then changes as they are committed, each batch encoded once a role."""

import asyncio
import random
import time
from collections import deque
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Iterable, Sequence
from contextlib import aclosing
from functools import partial
from typing import Any, TypeAlias, TypeVar, cast

import grpc

from campusdesk.access import caller
from campusdesk.fields import hide
from campusdesk.policy import may_see_field
from campusdesk.rules import Role
from campusdesk.v1 import change_feed_pb2
from ticket_server.feed import ChangeFeed, Sight
from ticket_server.rpc import codec
from ticket_server.storage.queries import FactsPart, Queries
from ticket_server.ticket import Change
from ticket_server.watchers import Watchers

SERVICE = "campusdesk.v1.ChangeFeedService"
# Changes that follow each other within this time travel together, in seconds.
TICK_S = 0.03
PROGRESS_S = 5.0
# With texts of full length these stay below what a client accepts as one message.
BATCH = 100
# While the store reads one part of a snapshot, what it read before is encoded.
_AT_ONCE = 2

_Part = TypeVar("_Part")
_Context: TypeAlias = "grpc.aio.ServicerContext[Any, Any]"


class ChangeFeedServicer:
    """Serves each watcher from its own integer: the last revision that it was told."""

    def __init__(self, feed: ChangeFeed, queries: Queries, watchers: Watchers, clock: Callable[[], int]) -> None:
        """Serve this feed, and count those who watch it; the clock gives microseconds since 1970 UTC."""
        self._feed = feed
        self._queries = queries
        self._watchers = watchers
        self._clock = clock
        self._encoded_at = feed.revision
        self._encoded: dict[tuple[Role, int], tuple[int, bytes]] = {}

    async def Watch(self, request: change_feed_pb2.WatchRequest, context: _Context) -> AsyncIterator[bytes]:
        """Stream a snapshot unless resumed, then changes, and progress when idle; the messages are encoded already."""
        role = caller().role
        if request.HasField("after_revision"):
            after = request.after_revision
            await self._feed.check_resumable(request.lineage, after)
            # Tells a caller at once that it is up to date, or about to be.
            yield self._progress(after)
        else:
            after, parts = await asyncio.to_thread(self._queries.facts_parts, role)
            async for part in self._snapshot(role, after, parts):
                yield part
        async for batch in self._changes(role, after):
            yield batch

    async def _snapshot(self, role: Role, revision: int, parts: Sequence[FactsPart]) -> AsyncIterator[bytes]:
        made = (partial(self._snapshot_part, role, revision, part, last=part is parts[-1]) for part in parts)
        async with aclosing(read_ahead(made)) as messages:
            async for message in messages:
                yield message

    def _snapshot_part(self, role: Role, revision: int, part: FactsPart, *, last: bool) -> bytes:
        """Read a part and encode it: in a thread, so that nobody waits for that either."""
        # Here, as numpy is imported with it: only snapshots need that.
        from campusdesk.facts import encode

        facts = encode(part())
        snapshot = {
            "lineage": self._feed.lineage,
            "revision": revision,
            # Its fields alone: a message that becomes part of another is copied, which takes a sixth of reading it.
            "facts": {name: facts[name] for name in facts if may_see_field(role, "FactColumns", name)},
            "last": last,
            "server_time": codec.timestamp(self._clock()),
        }
        return change_feed_pb2.WatchResponse(snapshot=cast("Any", snapshot)).SerializeToString()

    async def _changes(self, role: Role, after: int) -> AsyncIterator[bytes]:
        with self._watchers.joined(after) as watcher:
            missed_until = self._feed.revision
            due = _progress_due(is_late=after < missed_until)
            while True:
                changed = await self._feed.changed(watcher.after, due - time.monotonic())
                batch, before = b"", watcher.after
                if changed:
                    watcher.after, batch = await self._batch(role, before)
                # What holds nothing that the role may see is not told: when something was done is nobody else's affair.
                if batch or time.monotonic() >= due:
                    yield batch or self._progress(watcher.after)
                    due = _progress_due(is_late=watcher.after < missed_until)
                if changed:
                    self._feed.told()
                    # A full batch means that more waits: who comes late is not held up besides. Neither does what is
                    # not told hold up what is told next.
                    await asyncio.sleep(TICK_S if batch and watcher.after - before < BATCH else 0)

    async def _batch(self, role: Role, after: int) -> tuple[int, bytes]:
        """Return the revision that the next batch reaches, and the batch; watchers at one revision share one encoding.

        It is empty where the role may see nothing of it.
        It is kept until the next commit only: that commit may close a ticket, and then its changes are to be hidden.
        """
        if (role, after) not in self._fresh_encodings():
            changes = await self._feed.since(after, BATCH)
            # There may have been a commit while history was read.
            self._fresh_encodings()[role, after] = changes[-1].revision, self._encode(role, changes)
        return self._encoded[role, after]

    def _fresh_encodings(self) -> dict[tuple[Role, int], tuple[int, bytes]]:
        if self._encoded_at != self._feed.revision:
            self._encoded_at = self._feed.revision
            self._encoded.clear()
        return self._encoded

    def _encode(self, role: Role, changes: Sequence[Change]) -> bytes:
        sights = ((change, self._feed.visible(role, change)) for change in changes)
        seen = [(change, sight) for change, sight in sights if sight is not Sight.HIDDEN]
        if not seen:
            return b""
        batch = change_feed_pb2.Changes(
            changes=[codec.encode_change(change, sight) for change, sight in seen],
            revision=changes[-1].revision,
            server_time=codec.timestamp(self._clock()),
        )
        # The guard cannot look into bytes: what the role may not see goes before they are made.
        hide(batch, role)
        return change_feed_pb2.WatchResponse(changes=batch).SerializeToString()

    def _progress(self, revision: int) -> bytes:
        progress = change_feed_pb2.Progress(revision=revision, server_time=codec.timestamp(self._clock()))
        return change_feed_pb2.WatchResponse(progress=progress).SerializeToString()


def _progress_due(*, is_late: bool) -> float:
    # Who comes late waits for the end of what he missed, though he may see nothing of it. Jitter, so that callers who
    # came together do not wake together for ever.
    return time.monotonic() + (0 if is_late else PROGRESS_S * random.uniform(0.8, 1.2))


async def read_ahead(parts: Iterable[Callable[[], _Part]]) -> AsyncGenerator[_Part, None]:
    """Yield what the parts return, in their order; each is made in a thread, the next beside it."""
    ahead: deque[asyncio.Future[_Part]] = deque()
    try:
        for part in parts:
            ahead.append(asyncio.ensure_future(asyncio.to_thread(part)))
            if len(ahead) == _AT_ONCE:
                yield await ahead.popleft()
        while ahead:
            yield await ahead.popleft()
    finally:
        for unread in ahead:
            unread.cancel()
        # Whatever else went wrong is nobody's concern any more.
        await asyncio.gather(*ahead, return_exceptions=True)


def add_change_feed(servicer: ChangeFeedServicer, server: grpc.aio.Server) -> None:
    """Register the feed with a serialiser that takes bytes, so that one encoding serves every watcher."""
    watch = grpc.unary_stream_rpc_method_handler(
        servicer.Watch,
        request_deserializer=change_feed_pb2.WatchRequest.FromString,
        response_serializer=bytes,
    )
    server.add_generic_rpc_handlers((grpc.method_handlers_generic_handler(SERVICE, {"Watch": watch}),))
