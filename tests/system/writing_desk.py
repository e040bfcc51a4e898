"""A desk with its own connection, which writes, follows the feed, and remembers what it was told and when."""

import random
import time
from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer

from campusdesk.errors import DeskError
from campusdesk.facts import Facts
from campusdesk.rules import Reason, Role
from campusdesk.v1 import change_feed_pb2
from campusdesk.v1.analytics_pb2 import BacklogResult, WatchBacklogRequest
from campusdesk.v1.analytics_pb2_grpc import BacklogServiceStub
from client.addresses import Addresses
from client.connection import Connection
from client.state import Analysis, ConnectionKind, ConnectionState
from client.workstation import Workstation
from tests.system.writing import UNKNOWN, Acknowledged, Request, acknowledged, life, request_of

# Who gets no answer asks again after this, in milliseconds.
_PAUSE_MS = 100


class Moment(NamedTuple):
    """When a stream came to be so, by this machine's clock that never goes back."""

    kind: ConnectionKind
    at_s: float
    reason: Reason | None


class WritingDesk(QObject):
    """Writes one request after the other, each until it is answered, and watches changes and the backlog."""

    def __init__(self, addresses: Addresses, seed: int, workstation: Workstation) -> None:
        """Follow at once; a request that may or may not have been done is sent again, and a refused one is let go."""
        super().__init__()
        self.acknowledged: list[Acknowledged] = []
        self.refusals: list[Reason] = []
        self.changes: list[change_feed_pb2.Change] = []
        self.resets = 0
        self.revision = -1
        self.feed: list[Moment] = []
        self.backlog: list[Moment] = []
        self.writing = self._waits = False
        self._random = random.Random(seed)
        self._life: Iterator[str] = iter(())
        self._ticket_id = self._ticket_revision = 0
        self._connection = Connection(addresses, Role.HELPDESK, workstation, self)
        self._connection.reset.connect(self._reset)
        self._connection.changed.connect(self._change)
        self._connection.state_changed.connect(lambda state: self.feed.append(_moment(state)))
        self._connection.follow()
        request = WatchBacklogRequest()
        request.period.FromSeconds(86_400)
        self.watch = self._connection.watch_analysis(
            Analysis.BACKLOG, lambda channel: BacklogServiceStub(channel).WatchBacklog, request
        )
        self.watch.state_changed.connect(lambda state: self.backlog.append(_moment(state)))

    def start(self) -> None:
        """Write, until told to stop."""
        self.writing = True
        self._write()

    def stop(self) -> None:
        """Write no more than what was begun."""
        self.writing = False

    @property
    def at_rest(self) -> bool:
        """Say whether each request was answered, and nothing is written any more."""
        return not self.writing and not self._waits

    @property
    def is_live(self) -> bool:
        """Say whether the changes and the backlog both are the present."""
        return {self._connection.state.kind, self.watch.state.kind} == {ConnectionKind.LIVE}

    @property
    def is_away(self) -> bool:
        """Say whether neither is."""
        return {self._connection.state.kind, self.watch.state.kind} == {ConnectionKind.AWAY}

    @property
    def counted(self) -> tuple[int, int]:
        """How many tickets were opened, and how many of them are not closed, by what the backlog told last."""
        told = self.watch.latest
        return (told.opened, told.not_closed) if isinstance(told, BacklogResult) else (0, 0)

    def close(self) -> None:
        """End everything."""
        self.writing = False
        self._connection.close()

    def _write(self) -> None:
        self._waits = self.writing
        if not self.writing:
            return
        verb = next(self._life, None)
        if verb is None:
            self._ticket_id = self._ticket_revision = 0
            self._life = life(self._random)
            verb = next(self._life)
        self._send(request_of(verb, self._ticket_id, self._ticket_revision))

    def _send(self, asked: Request) -> None:
        reply = self._connection.call(asked.method, asked.request)

        def done(answer: object) -> None:
            told = acknowledged(asked, answer)
            self._ticket_id, self._ticket_revision = told.ticket_id, told.revision
            self.acknowledged.append(told)
            self._write()

        def failed(error: DeskError) -> None:
            if error.reason in UNKNOWN:
                QTimer.singleShot(_PAUSE_MS, reply.again)
            else:
                self.refusals.append(error.reason)
                self._life = iter(())
                self._write()

        reply.done.connect(done)
        reply.failed.connect(failed)

    def _reset(self, _facts: Facts, revision: int) -> None:
        self.resets += 1
        self.revision = revision

    def _change(self, changes: list[change_feed_pb2.Change], revision: int) -> None:
        self.changes.extend(changes)
        self.revision = revision


def _moment(state: ConnectionState) -> Moment:
    return Moment(state.kind, time.monotonic(), state.reason)
