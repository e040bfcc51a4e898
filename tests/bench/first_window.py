"""From the start of the desk's process to its first window on the screen, warm and cold.

The desk's own process runs this file too: nothing is loaded here that the desk does not need.
"""

import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.bench.table import Row

RUNS = 7
WARM_S, COLD_S = 0.35, 1.2


def measure() -> "list[Row]":
    """Return rows of the seconds of warm starts, and of cold ones where the page cache may be dropped."""
    from statistics import median

    from tests.bench.table import Row, spread

    start()
    warm = [start() for _ in range(RUNS)]
    cold = [start_cold() for _ in range(3)] if may_drop_caches() else []
    return [
        Row("first window of the desk", f"<= {WARM_S} s", f"{spread(warm, '.2f')} s", median(warm) <= WARM_S),
        Row(
            "... with an empty page cache",
            f"<= {COLD_S} s",
            f"{spread(cold, '.2f')} s" if cold else "only root can empty it",
            median(cold) <= COLD_S if cold else None,
        ),
    ]


def start() -> float:
    """Start the desk in a process of its own; return the seconds until its first window was painted."""
    import subprocess
    import tempfile

    from tests.system.programs import free_port

    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "CAMPUSDESK_CONFIG_DIR": folder}
        environment["DISPLAY"] = environment.get("DISPLAY", ":none")
        begun = time.monotonic_ns()
        painted = subprocess.run(
            [sys.executable, "-m", "tests.bench.first_window", f"127.0.0.1:{free_port()}"],
            env=environment,
            stdout=subprocess.PIPE,
            check=True,
        ).stdout
    return (int(painted) - begun) / 1e9


def may_drop_caches() -> bool:
    """Say whether the page cache can be emptied."""
    return os.access("/proc/sys/vm/drop_caches", os.W_OK)


def start_cold() -> float:
    """Empty the page cache, so that every file is read from the disk again, and start the desk."""
    os.sync()
    Path("/proc/sys/vm/drop_caches").write_text("3\n")
    return start()


def run_desk(address: str) -> None:
    """Be the desk: the real command line, ended by its first painted window."""
    from client.bindings import load

    load()
    from PySide6.QtCore import QEvent, QObject, QTimer
    from PySide6.QtGui import QWindow
    from PySide6.QtWidgets import QApplication

    from client.__main__ import main

    class FirstPaint(QObject):
        """Says when the first window has been painted, and ends the desk."""

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if isinstance(watched, QWindow) and event.type() == QEvent.Type.Expose:
                QTimer.singleShot(0, self.tell)
            return False

        def tell(self) -> None:
            sys.stdout.write(str(time.monotonic_ns()))
            sys.stdout.flush()
            os._exit(0)

    # The application that the desk finds is made here, so that it can be watched from its first event on.
    application = QApplication(sys.argv[:1])
    watcher = FirstPaint()
    application.installEventFilter(watcher)
    sys.exit(main(["--server", address]))


if __name__ == "__main__":
    run_desk(sys.argv[1])
