"""The tickets that were told last are kept: a start needs only what changed, and shows them when no server answers."""

import hashlib
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from campusdesk.follow import Beginning
from campusdesk.rules import Action, Role
from campusdesk.v1 import change_feed_pb2
from client.known_file import Known, read_known, write_known
from client.state import ConnectionKind, ConnectionState
from client.store import Store

if TYPE_CHECKING:
    from client.connection import Connection
    from client.models.tickets import TicketTableModel

_PATTERN = "known-*.npz"
# Milliseconds between two times at which changes are kept, and after which what a person may not see any more is gone.
_KEEP_MS, _SOON_MS = 300_000, 2_000
# Seconds that the end waits for a slow disk.
_ENDING_S = 3.0


class KnownTickets(QObject):
    """Reads and writes in threads of its own; `changed` when the table begins or ends to show what was kept.

    Nothing is kept on a PC that forgets what its people did, nor for whoever is not let in any more.
    """

    changed = Signal()
    _found = Signal(object)

    def __init__(self, store: Store, place: str, tickets: "TicketTableModel", connection: "Connection") -> None:
        """Take the table's part from now on; to be made before the table listens to the connection."""
        super().__init__(tickets)
        self._store, self._tickets, self._connection = store, tickets, connection
        name = hashlib.sha256(place.encode()).hexdigest()[:16]
        self._path = store.folder / f"known-{connection.role.word}-{name}.npz"
        self._shown: Known | None = None
        self._is_told = self._has_looked = self._ended = False
        self._kept_revision = -1
        self._working: threading.Thread | None = None
        self._found.connect(self._show, Qt.ConnectionType.QueuedConnection)
        self._keeping = QTimer(self, interval=_KEEP_MS)
        self._keeping.timeout.connect(self._keep)
        self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._soon.timeout.connect(self._keep)
        connection.reset.connect(self._begin)
        connection.changed.connect(self._look_for_erased)
        connection.state_changed.connect(self._take_state)
        if connection.role is Role.USER:
            tickets.left.connect(self._hurry)
        if store.forgets:
            self._work(self._drop)

    @property
    def as_of_us(self) -> int:
        """Return when what is shown was true, in microseconds since 1970; 0 when it is the server's own word."""
        return self._shown.time_us if self._shown is not None else 0

    def recall(self) -> Callable[[], Beginning | None]:
        """Return what reads, in whatever thread, from where the feed can go on; it keeps nothing of this window."""
        return partial(_recall, None if self._store.forgets else self._path)

    def end(self) -> None:
        """Begin to keep what is known now, and nothing after that."""
        for timer in (self._keeping, self._soon):
            timer.stop()
        if not self._ended:
            self._keep()
        self._ended = True

    def wait(self) -> None:
        """Wait until it is kept, for a disk that is not slow; to be called as the program ends."""
        if self._working is not None:
            self._working.join(_ENDING_S)

    @Slot(object)
    def _take_state(self, state: ConnectionState) -> None:
        if state.is_refused:
            self._work(self._drop)
        elif state.kind is ConnectionKind.AWAY and not (self._is_told or self._has_looked or self._store.forgets):
            self._has_looked = True
            self._work(self._look)

    @Slot(object)
    def _hurry(self, _left: object) -> None:
        self._soon.start()

    @Slot(object, object)
    def _look_for_erased(self, changes: Sequence[change_feed_pb2.Change], _revision: int) -> None:
        """Have what an operator erased gone from the disk soon, too."""
        if any(int(change.action) == Action.ERASE for change in changes):
            self._soon.start()

    def _look(self) -> None:
        known = read_known(self._path)
        # The program may have ended by now.
        with suppress(RuntimeError):
            if known is not None and not self._ended:
                self._found.emit(known)

    @Slot(object)
    def _show(self, known: Known) -> None:
        if self._is_told or self._ended:
            return
        self._shown = known
        self._tickets.load(known.facts, known.revision)
        self._tickets.set_texts((), known.tickets)
        self.changed.emit()

    @Slot(object, object)
    def _begin(self, _facts: object, _revision: int) -> None:
        shown, self._shown, self._is_told = self._shown, None, True
        if shown is not None and shown.lineage != self._connection.lineage:
            # The same numbers are other tickets there.
            self._tickets.forget()
        self._keeping.start()
        if shown is not None:
            self.changed.emit()

    @Slot()
    def _keep(self) -> None:
        revision = self._connection.revision
        if not self._is_told or self._store.forgets or revision == self._kept_revision:
            return
        if self._working is not None and self._working.is_alive():
            # A slow disk: once it has taken what was before.
            if not self._ended:
                self._soon.start()
            return
        facts, texts = self._tickets.hand_over()
        known = Known(self._connection.lineage, revision, self._connection.server_time_us(), facts, texts)
        columns = {name: column.copy() for name, column in facts.columns().items()}
        self._kept_revision = revision

        def write() -> None:
            with suppress(OSError):
                write_known(self._path, known, columns)

        self._work(write)

    def _drop(self) -> None:
        """Have nothing kept of any server or role."""
        with suppress(OSError):
            for path in self._store.folder.glob(_PATTERN):
                path.unlink(missing_ok=True)

    def _work(self, work: Callable[[], None]) -> None:
        self._working = threading.Thread(target=work, name="known", daemon=True)
        self._working.start()


def _recall(path: Path | None) -> Beginning | None:
    known = read_known(path) if path is not None else None
    return Beginning(known.facts, known.revision, known.lineage) if known is not None else None
