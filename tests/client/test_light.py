"""What the first window needs is light: it loads neither gRPC nor numpy nor the plots."""

import subprocess
import sys

LIGHT = (
    "client.__main__ client.machine client.workstation client.settings client.state client.text client.refusals "
    "client.addresses client.local_servers"
)
HEAVY = "grpc numpy pyqtgraph sqlalchemy"


def test_light_modules_load_nothing_heavy() -> None:
    program = (
        f"import importlib, sys; [importlib.import_module(name) for name in {LIGHT.split()}]; "
        f"print([name for name in {HEAVY.split()} if name in sys.modules])"
    )
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert ended.stdout.strip() == "[]"


def test_the_supervisor_runs_without_qt() -> None:
    program = "import sys, client.__main__, client.supervisor; print('PySide6' in sys.modules)"
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert ended.stdout.strip() == "False"
