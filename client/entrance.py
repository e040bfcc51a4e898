"""What the role page says of the server, asked again and again: how many are open, and who may enter from this PC."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from campusdesk.rules import Reason, Role
from client.addresses import Addresses
from client.connection import Connection, Reply
from client.helpdesk import HelpDesk
from client.workstation import Lack, Workstation

if TYPE_CHECKING:
    from campusdesk.errors import DeskError
    from campusdesk.v1 import ticket_service_pb2

_ASK_MS = 3_000


class Entrance(QObject):
    """Asks as a simple user, with the key: `answered` tells a ServerInfo and why staff cannot enter (None: they can).

    `unanswered` tells the DeskError that came instead.

    A key that the server does not know is refused whoever shows it, so it is asked once more without.
    """

    answered = Signal(object, object)
    unanswered = Signal(object)

    def __init__(self, addresses: Addresses, workstation: Callable[[], Workstation], parent: QObject) -> None:
        """Begin to ask; the workstation is looked up each time, so that a key that comes or goes is noticed."""
        super().__init__(parent)
        self._addresses, self._look_up = addresses, workstation
        self._shown: tuple[Lack | None, bool] | None = None
        self._connection: Connection | None = None
        self._reply: Reply | None = None
        self._timer = QTimer(self, interval=_ASK_MS)
        self._timer.timeout.connect(self._ask)
        self._timer.start()
        self._ask()

    def end(self) -> None:
        """Ask no more; nothing is signalled any more."""
        self._timer.stop()
        self._reply = None
        if self._connection is not None:
            self._connection.close()
        self.deleteLater()

    def _ask(self) -> None:
        if self._reply is None:
            workstation = self._look_up()
            self._ask_as(workstation, workstation.lack_at(self._addresses.tickets, Reason.KEY_REQUIRED))

    def _ask_as(self, workstation: Workstation, lack: Lack) -> None:
        """Ask from this PC; `lack` is why staff cannot enter if the server says that they cannot."""
        reply = HelpDesk(self._connected(workstation)).server_info()
        self._reply = reply
        reply.done.connect(lambda info: self._take(info, lack))
        reply.failed.connect(lambda error: self._take_refusal(error, workstation))

    def _connected(self, workstation: Workstation) -> Connection:
        # A key whose file changes is read again by the connection itself; one that comes or goes needs another.
        shown = (workstation.lack, workstation.key is None)
        if self._connection is None or shown != self._shown:
            if self._connection is not None:
                self._connection.close()
                self._connection.deleteLater()
            self._shown = shown
            self._connection = Connection(self._addresses, Role.USER, workstation, self)
        return self._connection

    def _take(self, info: "ticket_service_pb2.ServerInfo", lack: Lack) -> None:
        self._reply = None
        # A server that names no roles is one that knows no keys.
        may_enter = not info.roles or int(Role.HELPDESK) in info.roles
        self.answered.emit(info, None if may_enter else lack)

    def _take_refusal(self, error: "DeskError", workstation: Workstation) -> None:
        self._reply = None
        if error.reason is Reason.KEY_UNKNOWN and workstation.key is not None:
            self._ask_as(workstation.without_key(), Lack.UNKNOWN)
        else:
            self.unanswered.emit(error)
