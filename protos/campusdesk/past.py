"""What changed between two revisions, read once from the change feed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import grpc

from campusdesk.errors import DeskError, from_rpc_error
from campusdesk.rules import Reason
from campusdesk.v1 import change_feed_pb2, change_feed_pb2_grpc


@dataclass(frozen=True, slots=True)
class PastEnd:
    """Nothing more comes: all was told, unless there is an error."""

    error: DeskError | None = None


class Past:
    """One reading of the feed; iterate it in one thread, cancel it from any."""

    def __init__(self, channel: grpc.Channel, lineage: str, after: int, until: int) -> None:
        """Read the changes after one revision and up to another, which the server has reached."""
        stub = change_feed_pb2_grpc.ChangeFeedServiceStub(channel)
        self._call = stub.Watch(change_feed_pb2.WatchRequest(after_revision=after, lineage=lineage))
        self._until = until
        self._cancelled = False

    def __iter__(self) -> Iterator[Sequence[change_feed_pb2.Change] | PastEnd]:
        """Tell the changes by rising revision, then the end; failures are told by the end and never raised."""
        error: DeskError | None = DeskError(Reason.SERVER_UNREACHABLE)
        try:
            for response in self._call:
                changes = [change for change in response.changes.changes if change.revision <= self._until]
                if changes:
                    yield changes
                if max(response.changes.revision, response.progress.revision) >= self._until:
                    error = None
                    break
        except grpc.RpcError as broken:
            error = from_rpc_error(broken)
        finally:
            self._call.cancel()
        if not self._cancelled:
            yield PastEnd(error)

    def cancel(self) -> None:
        """End the iteration promptly; safe from any thread and more than once."""
        self._cancelled = True
        self._call.cancel()
