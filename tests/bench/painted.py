"""When what was changed is painted on a real window: a report of another desk's, and one's own message.

The desk shows the sample campus, 100 desks watch, and another one reports 20 problems a second; one clock for all.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractItemModel, QCoreApplication, QEvent, QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from campusdesk.rules import Role
from client.addresses import Addresses, beside
from client.connection import Connection
from client.helpdesk import HelpDesk
from client.stall_watch import LONGEST_MS, Stall, StallWatch
from client.workstation import Workstation
from tests.bench.sample import load_sample
from tests.bench.table import Row, percentile
from tests.system.programs import UNLIMITED, ticket_server

if TYPE_CHECKING:
    from client.views.main_window import MainWindow

WATCHERS = 100
REPORTS, PAUSE_MS = 400, 50
MESSAGES = 40
MEDIAN_GOAL_MS, P99_GOAL_MS, OWN_GOAL_MS = 20, 50, 50
# The first ones pay for what is imported and compiled on first use.
WARM_UP = 10


def measure() -> list[Row]:
    """Return rows of others' reports, of own messages, and of the longest that the window did not answer."""
    stalls: list[Stall] = []
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "tickets.db"
        load_sample(database)
        with (
            ticket_server(database, "127.0.0.1:0", *UNLIMITED) as server,
            desk(beside(server.address()), folder) as window,
        ):
            with _others("watch", window), _others("report", window):
                watch = StallWatch(stalls.append)
                reported = Painted(window, window.table.viewport(), window.tickets).reports(REPORTS + WARM_UP)
            own = Painted(window, window.chat.messages.viewport(), window.messages).messages(MESSAGES + WARM_UP)
            watch.end()
    return [*_rows_of(reported[WARM_UP:]), _own_row(own[WARM_UP:]), _stall_row(stalls)]


@contextmanager
def desk(addresses: Addresses, folder: str) -> Iterator["MainWindow"]:
    """Show the desk of helpdesk staff at these servers, with its files in this folder."""
    from client.drafts import Drafts
    from client.installation import Installation
    from client.settings import Settings
    from client.store import Store
    from client.views.main_window import MainWindow
    from client.views.theme.theme import Theme

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    connection = Connection(addresses, Role.HELPDESK, Workstation("watching desk"))
    settings = Settings(Path(folder))
    installation = Installation(settings, Store(Path(folder)))
    drafts = Drafts(installation.store, Role.HELPDESK, addresses.tickets, lambda: connection.lineage)
    window = MainWindow(Theme(application, settings.theme), connection, installation, drafts)
    window.resize(1280, 800)
    window.show()
    connection.follow()
    try:
        yield window
    finally:
        window.end()
        installation.store.close()


@contextmanager
def _others(part: str, window: "MainWindow") -> Iterator[None]:
    command = [sys.executable, "-m", "tests.bench.painted", part, window.connection.addresses.tickets]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.readline()
        try:
            yield
        finally:
            process.terminate()


class Painted(QObject):
    """Notes when what was put into a model has been painted."""

    def __init__(self, window: "MainWindow", viewport: QWidget, model: QAbstractItemModel) -> None:
        """Watch the viewport in which the window shows the model."""
        super().__init__()
        self._window, self._of_tickets = window, model is window.tickets
        self._inserted: list[int] = []
        self._then: Callable[[list[int]], None] = lambda _ids: None
        self._loop = QEventLoop()
        model.rowsInserted.connect(self._insert)
        viewport.installEventFilter(self)

    def reports(self, count: int) -> list[float]:
        """Return the seconds from Create started to painted of so many reports that say when they were started."""
        tickets, seconds = self._window.tickets, dict[int, float]()

        def note(ids: list[int]) -> None:
            now = time.monotonic_ns()
            for number in ids:
                ticket = tickets.ticket(number)
                if ticket is not None and ticket.location.isdecimal():
                    seconds[number] = (now - int(ticket.location)) / 1e9
            if len(seconds) >= count:
                self._loop.quit()

        self._run(note)
        assert len(seconds) >= count, f"only {len(seconds)} of {count} reports were painted"
        return [taken for _, taken in sorted(seconds.items())]

    def messages(self, count: int) -> list[float]:
        """Write so many messages, each as soon as the one before is painted; return the seconds from each reply."""
        window, seconds = self._window, list[float]()
        answered: list[int] = []
        call = window.connection.call

        def called(method: str, *arguments: object) -> object:
            reply = call(method, *arguments)  # type: ignore[arg-type]
            if method.endswith("PostMessage"):
                reply.done.connect(lambda _: answered.append(time.monotonic_ns()))
            return reply

        def note(_ids: list[int]) -> None:
            painted = time.monotonic_ns()

            def next_one() -> None:
                # The feed may tell of a message before its reply comes.
                if not answered:
                    QTimer.singleShot(1, next_one)
                    return
                seconds.append(max(0.0, painted - answered.pop()) / 1e9)
                self._loop.quit() if len(seconds) == count else write()

            next_one()

        def write() -> None:
            window.chat.composer.editor.setPlainText("We come by this afternoon.")
            window.chat.composer.send.click()

        window.connection.call = called  # type: ignore[method-assign, assignment]
        window.jump_to(window.tickets.ticket_id(0))
        QTimer.singleShot(500, write)
        self._run(note)
        assert len(seconds) == count, f"only {len(seconds)} of {count} messages were painted"
        return seconds

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at the clock once the paint event that is about to come has been handled."""
        if event.type() == QEvent.Type.Paint and self._inserted:
            painted, self._inserted = self._inserted, []
            QTimer.singleShot(0, lambda: self._then(painted))
        return super().eventFilter(watched, event)

    def _insert(self, _parent: object, first: int, last: int) -> None:
        # Rows move on with the next change: what is in them is noted at once.
        tickets = self._window.tickets
        self._inserted += [tickets.ticket_id(row) for row in range(first, last + 1)] if self._of_tickets else [first]

    def _run(self, note: Callable[[list[int]], None]) -> None:
        self._then = note
        QTimer.singleShot(120_000, self._loop.quit)
        self._loop.exec()


def _rows_of(seconds: list[float]) -> list[Row]:
    what, rate = "another desk's report painted", 1_000 // PAUSE_MS
    rows = []
    for name, share, goal in (("median", 0.5, MEDIAN_GOAL_MS), ("p99", 0.99, P99_GOAL_MS)):
        taken = percentile(seconds, share) * 1e3
        words = f"{what}, {WATCHERS} desks, {rate} a second, {name}"
        rows.append(Row(words, f"<= {goal} ms", f"{taken:.0f} ms", taken <= goal))
    return rows


def _own_row(seconds: list[float]) -> Row:
    longest, median = max(seconds) * 1e3, percentile(seconds, 0.5) * 1e3
    result = f"{longest:.0f} ms (median {median:.0f} ms)"
    return Row("own message painted after the reply, longest", f"<= {OWN_GOAL_MS} ms", result, longest <= OWN_GOAL_MS)


def _stall_row(stalls: list[Stall]) -> Row:
    for stall in stalls:
        print(stall.words())
    longest = max((stall.took_ms for stall in stalls), default=0.0)
    result = f"{longest:.0f} ms, {len(stalls)} times" if stalls else f"never over {LONGEST_MS} ms"
    return Row("the window did not answer meanwhile", f"<= {LONGEST_MS} ms", result, not stalls)


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

    timer = QTimer(interval=PAUSE_MS)
    timer.timeout.connect(send)
    timer.start()
    print("reporting", flush=True)
    application.exec()


def watch(address: str) -> None:
    """Be the other desks that watch, until the end."""
    import selectors
    from contextlib import closing

    from tests.bench.frames import FrameConnection
    from tests.bench.measured_server import caller

    with closing(FrameConnection(address, caller(Role.HELPDESK))) as connection, selectors.DefaultSelector() as ready:
        headers = connection.headers("/campusdesk.v1.ChangeFeedService/Watch")
        for _ in range(WATCHERS - 1):
            connection.socket.sendall(connection.call(headers, b"")[1])
        ready.register(connection.socket, selectors.EVENT_READ)
        print("watching", flush=True)
        while ready.select():
            for _ in connection.take():
                pass


if __name__ == "__main__":
    {"report": report_problems, "watch": watch}[sys.argv[1]](sys.argv[2])
