"""What a desk at work takes of the machine's memory: the sample campus, a ticket chosen, all three plots opened."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import astuple
from pathlib import Path

from tests.bench.table import Row

GOAL_MB = 180


def measure() -> list[Row]:
    """Return a row with the desk's resident memory, which the servers are no part of."""
    # The desk's own process runs this file too, and must not load what only the measurement needs.
    from tests.bench.sample import sample_campus

    with sample_campus() as addresses, tempfile.TemporaryDirectory() as folder:
        names = dict.fromkeys(("CAMPUSDESK_CONFIG_DIR", "CAMPUSDESK_DATA_DIR"), folder)
        environment = {**os.environ, **names, "QT_QPA_PLATFORM": "offscreen"}
        command = [sys.executable, "-m", "tests.bench.desk_memory", *astuple(addresses)]
        told = subprocess.run(command, env=environment, stdout=subprocess.PIPE, check=True, text=True).stdout.split()
    at_work, plotting = (float(word) for word in told)
    result = f"{plotting:.0f} MB ({at_work:.0f} MB before plots)"
    return [Row("desk's memory, sample campus, plots open", f"<= {GOAL_MB} MB", result, plotting <= GOAL_MB)]


def run_desk(addresses: list[str]) -> None:
    """Be the desk; print its megabytes at work, and those with plots."""
    from PySide6.QtWidgets import QApplication

    from campusdesk.rules import Role
    from client.addresses import Addresses
    from client.app import Desk
    from client.settings import Options, Settings, data_folder
    from client.state import Analysis
    from client.store import Store

    application = QApplication(sys.argv[:1])
    options = Options(Addresses(*addresses), None, "bench", None)
    desk = Desk(application, options, Settings(), Store(data_folder(), application))
    desk.window.show()
    desk.start()
    desk.enter(Role.HELPDESK)
    await_condition(lambda: desk.main is not None)
    main = desk.main
    assert main is not None
    plots = main.analyses
    assert plots is not None

    await_condition(lambda: main.tickets.rowCount() > 0)
    main.jump_to(main.tickets.ticket_id(0))
    await_condition(lambda: main.ticket_view.ticket is not None)
    sys.stdout.write(f"{resident_mb()} ")
    for analysis in Analysis:
        plots.show(analysis)
        await_condition(lambda: plots.view is not None)
        assert plots.view is not None
        await_condition(plots.view.panels[analysis].has_result)
    sys.stdout.write(f"{resident_mb()}\n")
    sys.stdout.flush()
    desk.end()


def await_condition(condition: Callable[[], bool]) -> None:
    """Have the desk work until the condition holds, and a second longer for what comes of it; a minute at most."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    looking = QTimer(interval=100)
    looking.timeout.connect(lambda: QTimer.singleShot(1_000, loop.quit) if condition() else None)
    looking.start()
    QTimer.singleShot(60_000, loop.quit)
    loop.exec()
    assert condition(), "the desk did not come so far within a minute"


def resident_mb() -> float:
    """Return this process's resident set, in MB."""
    status = Path("/proc/self/status").read_text("ascii")
    return int(status.partition("VmRSS:")[2].split()[0]) / 1024


if __name__ == "__main__":
    from client.bindings import load

    load()
    run_desk(sys.argv[1:])
