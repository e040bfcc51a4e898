"""Which tickets were changed by somebody else and not looked at since, for one role of this installation."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from campusdesk.past import PastEnd
from campusdesk.rules import Action, Reason, Role
from campusdesk.v1 import change_feed_pb2
from client.state import ConnectionKind, ConnectionState
from client.store import Store

if TYPE_CHECKING:
    from client.connection import Connection

# Of more unread tickets the oldest count as read: nobody goes through so many.
MOST_UNREAD = 2_000
# Whoever missed more changes begins all-read again: reading them all would take longer than anybody waits.
MOST_MISSED = 20_000
# Milliseconds after which it is kept how far was judged, when nothing else is to be kept.
_KEEP_MS = 1_000
# What makes a ticket worth another look; "me too" and what the server does by itself do not.
COUNTED = frozenset(
    {Action.CREATE, Action.UPDATE, Action.ACTIVATE, Action.CLOSE, Action.POST_MESSAGE, Action.POST_NOTE}
)
# How many tickets are known that were written in from here; older ones are closed long since.
_MOST_WRITTEN = 500
_UNREAD, _WRITTEN, _JUDGED = "unread", "written", "judged"


class Unread(QObject):
    """`changed` when other tickets are unread; `news` tells changes of others that concern this person, as they come.

    All changes up to one revision are judged, and what of them is unread is known by number. The store has both, so
    that the feed itself tells a desk that starts again what it missed, and who did it: what was done here is never
    unread.
    Helpdesk staff are concerned by all tickets, simple users by those reported from here or written in from here.
    """

    changed = Signal()
    news = Signal(object)

    def __init__(self, store: Store, connection: "Connection", in_sight: Callable[[int], bool]) -> None:
        """Judge what the connection tells; `in_sight` says whether a ticket can be looked at."""
        super().__init__()
        self._store, self._connection, self._in_sight = store, connection, in_sight
        self._role, self._workstation = connection.role, connection.workstation.name
        self._key = ""
        self._unread = _Numbers(store, _UNREAD, MOST_UNREAD)
        self._written = _Numbers(store, _WRITTEN, _MOST_WRITTEN)
        self._judged, self._until = 0, -1
        # What comes before the past is judged; None once it is.
        self._waiting: list[change_feed_pb2.Change] | None = []
        self._is_broken = False
        self._keeping = QTimer(self, singleShot=True, interval=_KEEP_MS)
        self._keeping.timeout.connect(self._keep_judged)
        store.loaded.connect(self._begin)
        connection.reset.connect(self._reset)
        connection.changed.connect(self._apply)
        connection.state_changed.connect(self._take_state)

    def __contains__(self, ticket_id: object) -> bool:
        return ticket_id in self._unread.ids

    def ids(self) -> list[int]:
        """Return the unread tickets that can be looked at, those first that are so for longest."""
        return [ticket_id for ticket_id in self._unread.ids if self._in_sight(ticket_id)]

    def see(self, ticket_id: int) -> None:
        """Take notice that the ticket was looked at."""
        if ticket_id in self:
            self._unread.drop(ticket_id)
            self._keep_judged()
            self.changed.emit()

    def mark(self, ticket_ids: Sequence[int]) -> None:
        """Have the tickets be unread, as many as there may be, because the person wants it so."""
        for ticket_id in ticket_ids[:MOST_UNREAD]:
            if self._key and ticket_id not in self and self._in_sight(ticket_id):
                self._unread.add(ticket_id, self._judged)
        self.changed.emit()

    def end(self) -> None:
        """Keep how far was judged."""
        if self._keeping.isActive():
            self._keep_judged()

    @Slot(object, object)
    def _reset(self, _facts: object, revision: int) -> None:
        self._until, self._waiting, self._is_broken = revision, [], False
        self._begin()

    @Slot()
    def _begin(self) -> None:
        """Go on from what is stored, once that and the newest revision are known."""
        if self._until < 0 or not self._store.is_loaded or self._waiting is None:
            return
        key = f"{self._connection.lineage}/{self._role.word}"
        if key != self._key:
            self._key = key
            self._unread.load(key)
            self._written.load(key)
        judged = self._store.get(_JUDGED, key)
        was_taken_back = isinstance(judged, int) and judged > self._until and not self._connection.is_resumed
        if not isinstance(judged, int) or was_taken_back:
            # Nothing was known, or of a history that somebody took back round `restore`: all-read it begins.
            self._unread.clear()
            judged = self._until
        self._judged = judged if self._until - judged <= MOST_MISSED else self._until
        self._catch_up()

    def _catch_up(self) -> None:
        self._is_broken = False
        if self._judged < self._until:
            self._connection.read_past(self._judged, self._until, self._take_past)
        else:
            self._go_live()

    def _take_past(self, told: list[Sequence[change_feed_pb2.Change] | PastEnd]) -> None:
        for each in told:
            if not isinstance(each, PastEnd):
                self._judge(each)
                self._judged = each[-1].revision
            elif each.error is None or each.error.reason is Reason.REVISION_COMPACTED:
                self._go_live()
            else:
                self._is_broken = True
        self.changed.emit()

    def _go_live(self) -> None:
        waiting, self._waiting = self._waiting or [], None
        self._judge(self._fresh(waiting))
        self._judged = max(self._judged, self._until, waiting[-1].revision if waiting else 0)
        self._keep_judged()
        self.changed.emit()

    @Slot(object)
    def _take_state(self, state: ConnectionState) -> None:
        if self._is_broken and state.kind is ConnectionKind.LIVE:
            self._catch_up()

    @Slot(object, object)
    def _apply(self, changes: Sequence[change_feed_pb2.Change], revision: int) -> None:
        if self._waiting is not None:
            self._waiting.extend(changes)
            return
        changes = self._fresh(changes)
        self._judged = max(self._judged, revision)
        self._judge(changes)
        self._keeping.start()
        self.changed.emit()
        news = [change for change in changes if self._concerns(change)]
        if news:
            self.news.emit(news)

    def _fresh(self, changes: Sequence[change_feed_pb2.Change]) -> Sequence[change_feed_pb2.Change]:
        """Leave out what was judged before: a desk that was killed goes on from what it kept earlier."""
        return [change for change in changes if change.revision > self._judged]

    def _judge(self, changes: Sequence[change_feed_pb2.Change]) -> None:
        for change in changes:
            if change.removed or self._is_own(change):
                self._unread.drop(change.ticket_id)
            elif self._concerns(change):
                self._unread.add(change.ticket_id, change.revision)
            if self._role is Role.USER and self._is_own(change) and change.HasField("message"):
                self._written.add(change.ticket_id, change.revision)

    def _is_own(self, change: change_feed_pb2.Change) -> bool:
        return change.role == int(self._role) and change.workstation == self._workstation

    def _concerns(self, change: change_feed_pb2.Change) -> bool:
        """Say whether somebody else did something to a ticket that this person looks after or waits for."""
        if change.removed or int(change.action) not in COUNTED or self._is_own(change):
            return False
        is_from_here = change.ticket.reported_from == self._workstation or change.ticket_id in self._written.ids
        return self._role is Role.HELPDESK or is_from_here

    def _keep_judged(self) -> None:
        self._keeping.stop()
        if self._waiting is None:
            self._store.put(_JUDGED, self._key, self._judged)


class _Numbers:
    """Tickets by the revision that brought them here, the oldest first; of more than `most` the oldest go."""

    def __init__(self, store: Store, kind: str, most: int) -> None:
        self._store, self._kind, self._most = store, kind, most
        self._beginning = ""
        self.ids: dict[int, int] = {}

    def load(self, key: str) -> None:
        self._beginning = f"{key}/"
        found = {
            int(name.removeprefix(self._beginning)): value
            for name, value in self._store.entries(self._kind).items()
            if name.startswith(self._beginning) and isinstance(value, int)
        }
        self.ids = dict(sorted(found.items(), key=lambda pair: pair[1]))

    def add(self, ticket_id: int, revision: int) -> None:
        self.ids.pop(ticket_id, None)
        self.ids[ticket_id] = revision
        self._store.put(self._kind, f"{self._beginning}{ticket_id}", revision)
        if len(self.ids) > self._most:
            self.drop(next(iter(self.ids)))

    def drop(self, ticket_id: int) -> None:
        if self.ids.pop(ticket_id, None) is not None:
            self._store.drop(self._kind, f"{self._beginning}{ticket_id}")

    def clear(self) -> None:
        for ticket_id in list(self.ids):
            self.drop(ticket_id)
