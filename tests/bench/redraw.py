"""The plots of a real window with the sample campus: what drawing another result costs, and when a report is plotted.

Another desk reports five problems a second, one clock for both. The analyses tell a result at most ten times a second,
so that reports that come faster wait for each other.
"""

import subprocess
import sys
import tempfile
import time
from typing import TYPE_CHECKING, Any

from google.protobuf.message import Message
from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, QTimer

from campusdesk.rules import Role
from campusdesk.v1 import analytics_pb2
from client.addresses import beside
from client.analysis_watch import AnalysisWatch
from client.connection import Connection
from client.helpdesk import HelpDesk
from client.state import Analysis
from client.text import analysis_words
from client.workstation import Workstation
from tests.bench.desk_memory import await_condition
from tests.bench.painted import desk
from tests.bench.sample import sample_campus
from tests.bench.table import Row, percentile

if TYPE_CHECKING:
    from client.views.analysis_panel import AnalysisPanel
    from client.views.main_window import MainWindow

DRAWN, REPORTS, PAUSE_MS = 200, 100, 200
REDRAW_GOAL_MS, PLOTTED_GOAL_MS = 10, 100
# The first ones pay for what is imported and compiled on first use.
WARM_UP = 10


def measure() -> list[Row]:
    """Return two rows for each analysis."""
    rows = []
    with sample_campus() as addresses, tempfile.TemporaryDirectory() as folder, desk(addresses, folder) as window:
        await_condition(lambda: window.tickets.rowCount() > 0)
        for analysis in Analysis:
            panel = shown(window, analysis)
            rows.append(redraw_row(analysis, redrawn_s(window, panel)))
            plotted = Plotted(window, panel)
            rows.append(plotted_row(analysis, plotted.reports(REPORTS + WARM_UP), plotted.replied_s))
    return rows


def shown(window: "MainWindow", analysis: Analysis) -> "AnalysisPanel[Any]":
    """Have the window plot an analysis, and return its panel with the first result."""
    analyses = window.analyses
    assert analyses is not None
    analyses.show(analysis)
    await_condition(lambda: analyses.view is not None)
    assert analyses.view is not None
    panel = analyses.view.panels[analysis]
    await_condition(panel.has_result)
    return panel


def redrawn_s(window: "MainWindow", panel: "AnalysisPanel[Any]") -> list[float]:
    """Return the drawing thread's processor seconds for each of many results, each other than the one before."""
    watch = next(each for each in window.connection.findChildren(AnalysisWatch) if not each.cancelled)
    assert watch.latest is not None
    results, seconds = (watch.latest, changed(watch.latest)), []
    canvas = panel.plot.plot.viewport()
    for at in range(DRAWN + WARM_UP):
        begun = time.thread_time()
        watch.result.emit(results[at % 2])
        canvas.repaint()
        seconds.append(time.thread_time() - begun)
        QCoreApplication.processEvents()
    return seconds[WARM_UP:]


def changed(result: Message) -> Message:
    """Return the result as it would be after one ticket more."""
    after = type(result)()
    after.CopyFrom(result)
    match after:
        case analytics_pb2.BacklogResult():
            after.not_closed += 1
            after.bars[-1].open_count += 1
        case analytics_pb2.ResolutionTimesResult():
            after.months[-1].closed_count += 1
            after.months[-1].mean.seconds += 86_400
        case analytics_pb2.CategoryLoadResult():
            after.loads[0].active_count += 1
    return after


class Plotted(QObject):
    """Notes how many tickets the plot counted whenever it was painted."""

    def __init__(self, window: "MainWindow", panel: "AnalysisPanel[Any]") -> None:
        """Watch the canvas of the panel."""
        super().__init__()
        self._window, self._panel = window, panel
        # Nanoseconds of each painting that showed other tickets, with their count.
        self._painted: list[tuple[int, int]] = []
        # Seconds from Create started to its reply at the desk that reports.
        self.replied_s: list[float] = []
        panel.plot.plot.viewport().installEventFilter(self)

    def reports(self, count: int) -> list[float]:
        """Return the seconds from Create started to plotted of so many reports that say when they were started."""
        before, loop = self._counted(), QEventLoop()
        looking = QTimer(interval=50)
        looking.timeout.connect(lambda: loop.quit() if self._counted() >= before + count else None)
        looking.start()
        QTimer.singleShot(120_000, loop.quit)
        command = [sys.executable, "-m", "tests.bench.redraw", self._window.connection.addresses.tickets, str(count)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
            loop.exec()
            process.terminate()
            told = process.communicate()[0]
        self.replied_s = [int(line) / 1e9 for line in told.splitlines()][WARM_UP:]
        looking.stop()
        started = self._started_ns(count)
        return [(self._when(before + at) - began) / 1e9 for at, began in enumerate(started, 1)][WARM_UP:]

    def _counted(self) -> int:
        series = self._panel.series()
        return series.stamp.ticket_count if series is not None else 0

    def _started_ns(self, count: int) -> list[int]:
        """Return when each of the newest tickets was started, in the order of their commits."""
        tickets = self._window.tickets
        ids = sorted((tickets.ticket_id(row) for row in range(tickets.rowCount())), reverse=True)[:count]
        reply = HelpDesk(self._window.connection).batch_get_tickets(ids)
        answers: list[Any] = []
        reply.done.connect(answers.append)
        await_condition(lambda: bool(answers))
        return [int(ticket.location) for ticket in sorted(answers[0].tickets, key=lambda ticket: ticket.id)]

    def _when(self, count: int) -> int:
        return next(painted_ns for painted_ns, counted in self._painted if counted >= count)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at the clock once the paint event that is about to come has been handled."""
        if event.type() == QEvent.Type.Paint:
            counted = self._counted()
            QTimer.singleShot(0, lambda: self._painted.append((time.monotonic_ns(), counted)))
        return super().eventFilter(watched, event)


def redraw_row(analysis: Analysis, seconds: list[float]) -> Row:
    """Return the row of drawing another result."""
    median, most = (percentile(seconds, share) * 1e3 for share in (0.5, 0.99))
    result = f"{median:.1f} ms, p99 {most:.1f} ms"
    what = f"plot redraw, sample campus, {analysis_words(analysis).lower()}"
    return Row(what, f"<= {REDRAW_GOAL_MS} ms", result, median <= REDRAW_GOAL_MS)


def plotted_row(analysis: Analysis, seconds: list[float], replied_s: list[float]) -> Row:
    """Return the row of reports on their way to a plot, with how long their own replies took."""
    median, most = (percentile(seconds, share) * 1e3 for share in (0.5, 0.99))
    replied = percentile(replied_s, 0.99) * 1e3
    result = f"{most:.0f} ms (median {median:.0f} ms; the replies' {replied:.0f} ms)"
    what = f"... a report sent to plotted, {1_000 // PAUSE_MS} a second, p99, {analysis_words(analysis).lower()}"
    return Row(what, f"<= {PLOTTED_GOAL_MS} ms", result, most <= PLOTTED_GOAL_MS)


def report_problems(address: str, count: int) -> None:
    """Be the other desk: report one problem after the other, each with the moment at which it was started."""
    application = QCoreApplication(sys.argv[:1])
    helpdesk = HelpDesk(Connection(beside(address), Role.USER, Workstation("reporting desk")))
    replies = []

    def send() -> None:
        begun = time.monotonic_ns()
        reply = helpdesk.create_ticket("The radiator is cold.", str(begun))
        reply.done.connect(lambda _ticket: print(time.monotonic_ns() - begun, flush=True))
        replies.append(reply)
        if len(replies) == count:
            timer.stop()

    timer = QTimer(interval=PAUSE_MS)
    timer.timeout.connect(send)
    timer.start()
    application.exec()


if __name__ == "__main__":
    report_problems(sys.argv[1], int(sys.argv[2]))
