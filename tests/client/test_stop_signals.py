"""A desk that is asked to stop by the system ends as if its window had been closed."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.system.programs import PATIENCE_S, free_port

_DESK = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from client import running
from client.addresses import beside
from client.settings import Options
application = QApplication([])
QTimer.singleShot(300, lambda: print("ready", flush=True))
sys.exit(running.run(Options(beside(sys.argv[1]), None, "LAB-1", None)))
"""


@pytest.mark.parametrize("stop", ["SIGTERM", "SIGINT"])
def test_a_desk_ends_in_order(stop: str, tmp_path: Path) -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "CAMPUSDESK_CONFIG_DIR": str(tmp_path)}
    command = [sys.executable, "-c", _DESK, f"127.0.0.1:{free_port()}"]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as desk:
        assert desk.stdout is not None
        assert desk.stdout.readline() == "ready\n"
        desk.send_signal(signal.Signals[stop])
        assert desk.wait(PATIENCE_S) == 0


_WORK = """
import signal
from PySide6.QtCore import QCoreApplication, QTimer
from client.stop_signals import StopSignals

def work():
    signal.raise_signal(signal.SIGTERM)
    print("worked", end=" ")

def stop():
    print("stopped", end="")
    application.quit()

application = QCoreApplication([])
stopping = StopSignals(stop)
QTimer.singleShot(0, work)
application.exec()
"""


def test_no_work_of_the_desk_is_stopped_halfway() -> None:
    command = [sys.executable, "-c", _WORK]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=PATIENCE_S)
    assert done.stdout == "worked stopped"
