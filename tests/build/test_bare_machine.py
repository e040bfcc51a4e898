"""What is missing on a bare machine is named exactly, and nothing is asked of a machine that needs nothing."""

import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

import bare_machine
from bare_machine import (
    OFFSCREEN,
    WINDOW,
    freezing_libraries,
    install_packages,
    missing_packages,
    offer_postgresql,
    offer_strace,
)
from steps import StepError


def test_a_missing_library_and_program_name_their_debian_packages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    libraries, programs = {"libnowhere.so.9": "libnowhere9"}, {"no-such-program": "nosuch", "sh": "dash"}
    assert missing_packages(libraries, programs) == ["libnowhere9", "nosuch"]


def test_a_python_without_ensurepip_needs_debians_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setattr("importlib.util.find_spec", lambda _name: None)
    assert missing_packages({}, {}) == ["python3-venv"]


def test_windows_and_macos_need_no_system_packages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "win32")
    assert missing_packages(OFFSCREEN | WINDOW, {"Xvfb": "xvfb"}) == []


def test_whoever_is_not_root_is_told_the_exact_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    monkeypatch.setattr("shutil.which", lambda _name: "/usr/bin/apt-get")
    with pytest.raises(StepError, match="sudo apt-get install --yes --no-install-recommends libgl1 xvfb\n"):
        install_packages(["libgl1", "xvfb"])


def test_where_there_is_no_apt_the_packages_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda _name: None)
    with pytest.raises(StepError, match="libgl1"):
        install_packages(["libgl1"])


def test_debians_own_python_needs_its_library_to_be_frozen_and_others_have_it() -> None:
    version = f"libpython3.{sys.version_info.minor}"
    assert freezing_libraries("/usr") == {f"{version}.so.1.0": version}
    assert freezing_libraries("/home/somebody/python") == {}


@pytest.fixture
def without_postgresql(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Hide the machine's PostgreSQL; give the file that says whether Debian makes a cluster."""
    monkeypatch.setattr("shutil.which", lambda name: "/usr/bin/apt-get" if name == "apt-get" else None)
    monkeypatch.setattr(bare_machine, "POSTGRESQL", tmp_path / "lib")
    monkeypatch.setattr(bare_machine, "CLUSTERS", tmp_path / "etc" / "createcluster.conf")
    return tmp_path / "etc" / "createcluster.conf"


def test_postgresql_is_installed_without_a_cluster_of_debians(
    without_postgresql: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    installed: list[str] = []

    def install(packages: Iterable[str]) -> None:
        assert without_postgresql.read_text() == "create_main_cluster = false\n"
        installed.extend(packages)

    monkeypatch.setattr("os.geteuid", lambda: 0)
    monkeypatch.setattr(bare_machine, "install_packages", install)
    offer_postgresql()
    assert installed == ["postgresql"]


def test_where_postgresql_cannot_be_installed_it_is_said_and_the_tests_run(
    without_postgresql: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    offer_postgresql()
    told = capsys.readouterr().out
    assert "its tests are skipped" in told
    assert "sudo apt-get install --yes --no-install-recommends postgresql\n" in told
    assert not without_postgresql.exists()


def test_a_postgresql_that_is_there_is_taken(without_postgresql: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    programs = bare_machine.POSTGRESQL / "15" / "bin"
    programs.mkdir(parents=True)
    (programs / "initdb").touch()
    monkeypatch.setattr(bare_machine, "install_packages", pytest.fail)
    offer_postgresql()
    assert not without_postgresql.exists()


def test_what_cuts_the_power_is_installed_where_it_can_be(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("shutil.which", lambda name: "/usr/bin/apt-get" if name == "apt-get" else None)
    installed: list[str] = []
    monkeypatch.setattr(bare_machine, "install_packages", installed.extend)
    offer_strace()
    assert installed == ["strace"]
    monkeypatch.undo()
    monkeypatch.setattr("shutil.which", lambda _name: None)
    offer_strace()
    assert "strace cannot be installed from here: its tests are skipped." in capsys.readouterr().out
