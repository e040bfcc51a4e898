"""The desk's command line, as a person writes it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from client import __main__ as program
from client import app
from client.addresses import Addresses
from client.settings import Options, local_folder


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[Options]:
    """Note the options that the desk would be opened with."""
    options: list[Options] = []

    def run(given: Options) -> int:
        options.append(given)
        return 0

    monkeypatch.setattr(app, "run", run)
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    return options


def test_without_a_display_it_says_what_to_do() -> None:
    hidden = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    environment = {name: value for name, value in os.environ.items() if name not in hidden}
    command = [sys.executable, "-m", "client", "--server", "desk.example"]
    ended = subprocess.run(command, check=False, capture_output=True, text=True, env=environment, timeout=60)
    assert ended.returncode == 1
    assert "--screenshots" in ended.stderr
    assert ended.stderr.count("\n") == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ("--server", "a b"),
        ("--server", "desk.example", "--backlog", "desk:x"),
        ("--backlog", "desk.example"),
        ("--server", "desk.example", "--local"),
        ("--workstation", "x" * 65),
        ("--workstation", " "),
        ("--nonsense",),
    ],
)
def test_a_wrong_command_line_is_refused_in_words(
    arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        program.main(arguments)
    assert ended.value.code == 2
    assert "error: " in capsys.readouterr().err


def test_a_server_and_the_analytics_servers_beside_it(told: list[Options]) -> None:
    assert program.main(["--server", "desk.example", "--category-load", "other:7", "--workstation", " Desk 2 "]) == 0
    addresses = Addresses("desk.example:47600", "desk.example:47601", "desk.example:47602", "other:7")
    assert told == [Options(addresses, None, "Desk 2", None)]


def test_own_servers_in_the_users_folder_or_a_named_one(told: list[Options], tmp_path: Path) -> None:
    program.main(["--local"])
    program.main(["--local", str(tmp_path), "--screenshots", str(tmp_path / "pictures")])
    assert [options.local for options in told] == [local_folder(), tmp_path]
    assert told[1].screenshots == tmp_path / "pictures"
    assert 1 <= len(told[0].workstation) <= 64


def test_without_any_server_the_desk_will_ask_for_one(told: list[Options]) -> None:
    program.main([])
    assert (told[0].addresses, told[0].local) == (None, None)
