"""Modules are loaded without the thread that draws, and whoever waits for them is told."""

import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from client.loading import Loading


@pytest.fixture
def slow_module(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Give a module that is not loaded until its file is no longer held."""
    (tmp_path / "slow_to_load.py").write_text("import threading\nthread = threading.current_thread().name\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.delitem(sys.modules, "slow_to_load", raising=False)
    return "slow_to_load"


def test_what_is_loaded_already_is_done_at_once() -> None:
    loading = Loading(["json", "sys"])
    assert loading.is_done
    loading.end()


def test_the_end_of_it_is_told_in_the_thread_that_asked(qtbot: QtBot, slow_module: str) -> None:
    loading = Loading([slow_module])
    assert not loading.is_done
    with qtbot.waitSignal(loading.done):
        loading.start()
    assert loading.is_done
    assert sys.modules[slow_module].thread == "loading"


def test_what_cannot_be_loaded_is_told_in_words_and_on_standard_error(
    qtbot: QtBot, slow_module: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / f"{slow_module}.py").write_text("raise RuntimeError('a library is missing')")
    loading = Loading([slow_module])
    with qtbot.waitSignal(loading.failed):
        loading.start()
    assert (loading.is_done, loading.fault) == (False, "RuntimeError: a library is missing")
    assert "RuntimeError: a library is missing" in capfd.readouterr().err


def test_a_desk_that_is_closed_amid_it_waits_for_its_end() -> None:
    program = (
        "import sys; from PySide6.QtCore import QCoreApplication; from client.loading import Loading;"
        "application = QCoreApplication([]); loading = Loading(['client.views.main_window'], application);"
        "loading.start(); loading.end();"
        "print('numpy' in sys.modules)"
    )
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert (ended.stdout.strip(), ended.stderr) == ("True", "")
