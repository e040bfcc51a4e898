"""Somebody who follows the change feed through everything, and remembers each change that was told."""

import threading
from collections.abc import Callable
from types import TracebackType
from typing import Self

from campusdesk.access import Caller
from campusdesk.channel import open_channel
from campusdesk.follow import Applied, Follower, Reset
from campusdesk.rules import Role
from campusdesk.v1 import change_feed_pb2
from tests.system.programs import PATIENCE_S


class Watcher:
    """Follows in one role; `pause` is called after each event, so that a watcher can be slow."""

    def __init__(self, address: str, role: Role, pause: Callable[[], None] = lambda: None) -> None:
        """Follow from now until the context is left."""
        self.changes: list[change_feed_pb2.Change] = []
        self.resets = 0
        # Of the tickets in sight, the newest revision of each.
        self.tickets: dict[int, int] = {}
        self.revision = -1
        self._pause = pause
        self._channel = open_channel(address, Caller(role, "watcher"))
        self._follower = Follower(self._channel, lambda _state: None)
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._follower.cancel()
        self._thread.join(PATIENCE_S)
        self._channel.close()

    def _run(self) -> None:
        for event in self._follower:
            if isinstance(event, Reset):
                columns = event.facts.columns()
                self.tickets = dict(zip(columns["id"].tolist(), columns["revision"].tolist(), strict=True))
                self.resets += 1
            elif isinstance(event, Applied):
                self._apply(event)
            self.revision = event.revision
            self._pause()

    def _apply(self, event: Applied) -> None:
        self.changes.extend(event.changes)
        for change in event.changes:
            if change.removed:
                self.tickets.pop(change.ticket_id, None)
            else:
                self.tickets[change.ticket_id] = change.ticket.revision
