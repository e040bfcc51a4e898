"""The desk's command line, as a person writes it."""

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from client import __main__ as program
from client import running
from client.addresses import beside
from client.languages import Language, spoken_language
from client.machine import CA_NAME, FILE_NAME, KEY_NAME, machine_folder
from client.settings import Options, Place, Settings, local_folder


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[Options]:
    """Note the options that the desk would be opened with."""
    options: list[Options] = []

    def run(given: Options) -> int:
        options.append(given)
        return 0

    monkeypatch.setattr(running, "run", run)
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    return options


@pytest.fixture(autouse=True)
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the folder of the machine's settings, which is empty."""
    monkeypatch.setenv("XDG_CONFIG_DIRS", str(tmp_path / "machine"))
    for variable in ("CAMPUSDESK_KEY_FILE", "CAMPUSDESK_TLS_CA"):
        monkeypatch.delenv(variable, raising=False)
    folder = machine_folder()
    folder.mkdir(parents=True)
    return folder


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


def test_a_server_and_the_analytics_servers_beside_it(told: list[Options], machine: Path) -> None:
    assert program.main(["--server", "desk.example", "--category-load", "other:7", "--workstation", " Desk 2 "]) == 0
    addresses = replace(beside("desk.example:47600"), category_load="other:7")
    assert told == [Options(addresses, None, "Desk 2", None, machine / KEY_NAME)]


def test_own_servers_in_the_users_folder_or_a_named_one(told: list[Options], tmp_path: Path) -> None:
    program.main(["--local"])
    program.main(["--local", str(tmp_path), "--screenshots", str(tmp_path / "pictures")])
    assert [options.local for options in told] == [local_folder(), tmp_path]
    assert told[1].screenshots == tmp_path / "pictures"
    assert 1 <= len(told[0].workstation) <= 64


def test_without_any_server_the_desk_will_ask_for_one(told: list[Options]) -> None:
    program.main([])
    assert (told[0].addresses, told[0].local) == (None, None)


def test_the_machines_settings_hold_until_something_else_is_said(told: list[Options], machine: Path) -> None:
    (machine / FILE_NAME).write_text('server = "desk.example"\nbacklog = "plots.example"\nworkstation = "Room 7"\n')
    (machine / CA_NAME).touch()
    program.main([])
    program.main(["--server", "other.example", "--workstation", "Room 8"])
    addresses = replace(beside("desk.example:47600"), backlog="plots.example:47601")
    files = (machine / KEY_NAME, machine / CA_NAME)
    assert told == [
        Options(addresses, None, "Room 7", None, *files),
        Options(beside("other.example:47600"), None, "Room 8", None, *files),
    ]


@pytest.mark.parametrize("where", [(), ("--local",)])
def test_what_a_pc_tells_reporters_holds_with_embedded_servers_too(
    where: tuple[str, ...], told: list[Options], machine: Path
) -> None:
    (machine / FILE_NAME).write_text('location = "Library"\nemergency = "Fire: call 112"\nshared = true\n')
    program.main(where)
    assert (told[0].place, told[0].shared) == (Place("Library", "Fire: call 112"), True)


def test_a_key_and_a_ca_are_named_by_flag_else_by_variable(
    told: list[Options], machine: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (machine / FILE_NAME).write_text('key-file = "least.key"\ntls-ca = "least.pem"\n')
    program.main([])
    monkeypatch.setenv("CAMPUSDESK_KEY_FILE", "/variable.key")
    monkeypatch.setenv("CAMPUSDESK_TLS_CA", "/variable.pem")
    program.main([])
    program.main(["--key-file", "/flag.key", "--tls-ca", "/flag.pem"])
    assert [(options.key_file, options.tls_ca) for options in told] == [
        (machine / "least.key", machine / "least.pem"),
        (Path("/variable.key"), Path("/variable.pem")),
        (Path("/flag.key"), Path("/flag.pem")),
    ]


def test_embedded_servers_need_neither_key_nor_ca(told: list[Options], machine: Path, tmp_path: Path) -> None:
    (machine / FILE_NAME).write_text('server = "desk.example"\n')
    (machine / CA_NAME).touch()
    program.main(["--local", str(tmp_path)])
    assert (told[0].addresses, told[0].key_file, told[0].tls_ca) == (None, None, None)


@pytest.mark.parametrize("content", ["sever = 'desk.example'", "server = 'a b'", f"workstation = '{'x' * 65}'"])
def test_settings_of_the_machine_that_are_wrong_are_refused_in_words(
    content: str, machine: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (machine / FILE_NAME).write_text(content)
    with pytest.raises(SystemExit) as ended:
        program.main([])
    assert ended.value.code == 2
    assert "error: " in capsys.readouterr().err


@pytest.mark.usefixtures("spoken")
def test_who_chose_a_language_is_told_in_it_what_is_wrong_with_the_machine(
    machine: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CAMPUSDESK_CONFIG_DIR", str(machine))
    (machine / FILE_NAME).write_text("server = 'a b'")
    said = set()
    for language in Language:
        Settings().language = language
        with pytest.raises(SystemExit):
            program.main([])
        assert spoken_language() is language
        said.add(capsys.readouterr().err.partition("error: ")[2])
    assert len(said) == len(Language)
    assert any("muss eine Serveradresse" in words for words in said)
