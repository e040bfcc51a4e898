"""The desk's side of embedded servers: join those that run on the folder, or have them started."""

import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtNetwork import QAbstractSocket, QNetworkProxy, QTcpSocket

from client.addresses import Addresses
from client.local_record import LocalRecord, parse_line, read_record

LOOK_MS = 50
# Between two starts of a supervisor: one that ended at once found another that is about to end.
_START_PAUSE_S = 0.5
# Whoever listens at the supervisor's port and says nothing is another program.
_SILENCE_S = 3.0
# Servers that are not there by then are told as a fault, and waited for all the same.
_SLOW_S = 20.0

_DETACHED = getattr(subprocess, "DETACHED_PROCESS", 0) | getattr(subprocess, "CREATE_NO_WINDOW", 0)


class LocalServers(QObject):
    """Embedded servers on one folder; they run at least as long as this is connected to their supervisor.

    `ready` tells their addresses once the ticket server listens, `addresses_changed` other ones later, `fault` what is
    wrong in the servers' own words ("" when it is over). Nothing here waits.
    """

    ready = Signal(object)
    addresses_changed = Signal(object)
    fault = Signal(str)

    def __init__(self, folder: Path, parent: QObject | None = None, starter: Sequence[str] | None = None) -> None:
        """Prepare to serve the folder, which need not exist yet; `starter` is the command that starts a supervisor."""
        super().__init__(parent)
        self._folder = folder
        self._starter = tuple(starter or supervisor_command(folder))
        self._started: subprocess.Popen[bytes] | None = None
        self._started_s = self._sought_s = self._connected_s = 0.0
        self._record: LocalRecord | None = None
        self._refused = ""
        self._addresses: Addresses | None = None
        self._told_fault = ""
        self._socket = QTcpSocket(self)
        self._socket.setProxy(QNetworkProxy(QNetworkProxy.ProxyType.NoProxy))
        self._socket.readyRead.connect(self._read)
        self._socket.errorOccurred.connect(self._lost)
        self._look = QTimer(self, interval=LOOK_MS)
        self._look.timeout.connect(self._seek)

    def start(self) -> None:
        """Join the folder's servers, or have them started."""
        self._sought_s = time.monotonic()
        self._look.start()
        self._seek()

    def close(self) -> None:
        """Leave; the servers end by themselves some seconds after the last desk did."""
        self._look.stop()
        self._socket.blockSignals(True)
        self._socket.abort()

    @Slot()
    def _seek(self) -> None:
        now_s = time.monotonic()
        if now_s - self._sought_s > _SLOW_S:
            self._tell_fault(self.tr("The servers of this desk do not start."))
        if self._socket.state() != QAbstractSocket.SocketState.UnconnectedState:
            if now_s - self._connected_s > _SILENCE_S:
                self._socket.abort()
                self._refuse()
            return
        self._record = read_record(self._folder)
        if self._record is not None and self._record.token != self._refused:
            self._connected_s = now_s
            self._socket.connectToHost("127.0.0.1", self._record.presence_port)
        else:
            self._start_supervisor(now_s)

    def _start_supervisor(self, now_s: float) -> None:
        running = self._started is not None and self._started.poll() is None
        if running or now_s - self._started_s < _START_PAUSE_S:
            return
        self._started_s = now_s
        try:
            # The supervisor makes it too, but cannot say here why it could not.
            self._folder.mkdir(parents=True, exist_ok=True)
            self._started = _start(self._starter)
        except OSError as error:
            self._tell_fault(f"{error.filename}: {error.strerror}")

    @Slot()
    def _read(self) -> None:
        while self._socket.canReadLine():
            record = parse_line(bytes(self._socket.readLine().data()))
            if record is None or self._record is None or record.token != self._record.token:
                self._socket.abort()
                self._refuse()
                return
            self._look.stop()
            self._take(record)

    def _take(self, record: LocalRecord) -> None:
        self._record = record
        self._tell_fault(record.fault)
        if self._addresses is None:
            if record.listening:
                self._addresses = record.addresses
                self.ready.emit(record.addresses)
        elif record.addresses != self._addresses:
            self._addresses = record.addresses
            self.addresses_changed.emit(record.addresses)

    def _tell_fault(self, words: str) -> None:
        if words != self._told_fault:
            self._told_fault = words
            self.fault.emit(words)

    def _refuse(self) -> None:
        if self._record is not None:
            self._refused = self._record.token

    @Slot()
    def _lost(self) -> None:
        self._refuse()
        self._sought_s = time.monotonic()
        self._look.start()


def supervisor_command(folder: Path) -> Sequence[str]:
    """Return the command that starts a supervisor of the folder's servers."""
    frozen = getattr(sys, "frozen", False)
    return (sys.executable, *(() if frozen else ("-m", "client")), "--supervise", str(folder))


def _start(command: Sequence[str]) -> subprocess.Popen[bytes]:
    """Start a process that outlives this one and is heard of no more."""
    started = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        creationflags=_DETACHED,
    )
    # When it ends before this desk does, somebody must take note of it.
    threading.Thread(target=started.wait, daemon=True).start()
    return started
