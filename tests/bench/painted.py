"""From Create started on one desk to painted on another: two processes, one clock, the real window."""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, QTimer

from campusdesk.rules import Role
from client.addresses import beside
from client.connection import Connection
from client.helpdesk import HelpDesk
from client.workstation import Workstation
from tests.bench.table import Row, percentile
from tests.system.programs import ticket_server

REPORTS = 100
PAUSE_MS = 60
# The first ones pay for what is imported and compiled on first use.
WARM_UP = 5


def measure() -> list[Row]:
    """Return a row with the median and the 99th percentile."""
    from PySide6.QtWidgets import QApplication

    from client.installation import Installation
    from client.settings import Settings
    from client.views.main_window import MainWindow
    from client.views.theme.theme import Theme

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    with tempfile.TemporaryDirectory() as folder, ticket_server(Path(folder) / "tickets.db") as server:
        address = server.address()
        connection = Connection(beside(address), Role.HELPDESK, Workstation("watching desk"))
        settings = Settings(Path(folder))
        window = MainWindow(Theme(application, settings.theme), connection, Installation(settings))
        window.resize(1280, 800)
        window.show()
        connection.follow()
        watcher = PaintWatcher(window)
        command = [sys.executable, "-m", "tests.bench.painted", address]
        with subprocess.Popen(command):
            watcher.wait(REPORTS + WARM_UP)
        window.end()
    return [row_of([seconds for _, seconds in sorted(watcher.seconds.items())][WARM_UP:])]


class PaintWatcher(QObject):
    """Notes when each report, which says when it was started, has been painted."""

    def __init__(self, window: QObject) -> None:
        """Watch the window's table."""
        super().__init__()
        self._model = window.tickets  # type: ignore[attr-defined]
        self._inserted: list[int] = []
        self.seconds: dict[int, float] = {}
        self._loop = QEventLoop()
        self._model.rowsInserted.connect(self._note)
        window.table.viewport().installEventFilter(self)  # type: ignore[attr-defined]

    def wait(self, count: int) -> None:
        """Run the window until so many reports are painted, for a minute at most."""
        self._count = count
        QTimer.singleShot(60_000, self._loop.quit)
        self._loop.exec()
        assert len(self.seconds) == count, f"only {len(self.seconds)} of {count} reports were painted"

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at the clock once the paint event that is about to come has been handled."""
        if event.type() == QEvent.Type.Paint and self._inserted:
            painted, self._inserted = self._inserted, []
            QTimer.singleShot(0, lambda: self._painted(painted))
        return super().eventFilter(watched, event)

    def _note(self, _parent: object, first: int, last: int) -> None:
        self._inserted.extend(self._model.ticket_id(row) for row in range(first, last + 1))

    def _painted(self, ids: list[int]) -> None:
        now = time.monotonic_ns()
        for ticket_id in ids:
            ticket = self._model.ticket(ticket_id)
            self.seconds[ticket_id] = (now - int(ticket.location)) / 1e9
        if len(self.seconds) >= self._count:
            self._loop.quit()


def report_problems(address: str) -> None:
    """Be the other desk: report one problem after the other, each with the moment at which it was started."""
    application = QCoreApplication(sys.argv[:1])
    connection = Connection(beside(address), Role.USER, Workstation("reporting desk"))
    desk = HelpDesk(connection)
    replies = []

    def send() -> None:
        replies.append(desk.create_ticket("The radiator is cold.", str(time.monotonic_ns())))
        if len(replies) == REPORTS + WARM_UP:
            timer.stop()
            replies[-1].done.connect(application.quit)

    timer = QTimer(interval=PAUSE_MS)
    timer.timeout.connect(send)
    timer.start()
    application.exec()
    connection.close()


def row_of(seconds: list[float]) -> Row:
    """Return what the reports took."""
    median_ms, p99_ms = (percentile(seconds, share) * 1e3 for share in (0.5, 0.99))
    return Row("Create on one desk to painted on another", "", f"{median_ms:.0f} ms, p99 {p99_ms:.0f} ms")


if __name__ == "__main__":
    report_problems(sys.argv[1])
