"""What is missing on a bare machine is named exactly, and nothing is asked of a machine that needs nothing."""

import sys

import pytest

from bare_machine import OFFSCREEN, WINDOW, freezing_libraries, install_packages, missing_packages
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
