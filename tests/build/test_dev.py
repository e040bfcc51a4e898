"""What the tool promises to who calls it."""

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

import dev
from steps import ROOT, StepError


def without_display(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)


def test_run_without_a_display_points_to_screenshots_before_any_set_up(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    without_display(monkeypatch)
    monkeypatch.setattr(dev, "prepare", lambda *_: pytest.fail("set up although nothing can be shown"))
    assert dev.main(["run"]) == 2
    assert "run --screenshots DIR" in capsys.readouterr().err


def test_an_unknown_command_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as refusal:
        dev.main(["deploy"])
    assert refusal.value.code == 2
    assert "deploy" in capsys.readouterr().err


@pytest.mark.parametrize(("words", "told"), [([], []), (["--soak", "30"], ["--soak", "30.0"])])
def test_servers_are_watched_at_work_for_as_long_as_is_asked(
    monkeypatch: pytest.MonkeyPatch, words: list[str], told: list[str]
) -> None:
    commands: list[Sequence[str | Path]] = []

    def hand_over(command: Sequence[str | Path], _environment: Mapping[str, str]) -> int:
        commands.append(command)
        return 0

    monkeypatch.setattr(dev, "prepare", lambda *_: None)
    monkeypatch.setattr(dev, "hand_over", hand_over)
    assert dev.main(["bench", *words]) == 0
    assert [command[1:] for command in commands] == [["-m", "tests.bench", *told]]


def test_the_sample_is_loaded_once_and_only_as_a_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    titles: list[str] = []

    def pretend(title: str, command: list[str | Path]) -> None:
        titles.append(title)
        if title == "Loading the sample campus":
            Path(str(command[-1]).removeprefix("sqlite:///")).write_text("tickets")
            if len(titles) == 2:
                raise StepError(1)

    monkeypatch.setattr(dev, "step", pretend)
    with pytest.raises(StepError):
        dev.load_sample(tmp_path / "data" / "sample")
    assert not (tmp_path / "data" / "sample" / "tickets.db").exists()
    dev.load_sample(tmp_path / "data" / "sample")
    dev.load_sample(tmp_path / "data" / "sample")
    assert [path.name for path in (tmp_path / "data").rglob("*") if path.is_file()] == ["tickets.db"]
    assert len(titles) == 4


def test_pictures_are_taken_of_a_campus_of_today_that_is_gone_afterwards(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded: list[Path] = []
    told: list[Sequence[str | Path]] = []

    def load_sample(folder: Path) -> None:
        folder.mkdir()
        (folder / "tickets.db").write_text("tickets")
        loaded.append(folder)

    def hand_over(command: Sequence[str | Path], _environment: Mapping[str, str]) -> int:
        told.append(command)
        assert (loaded[-1] / "tickets.db").exists()
        return 3

    monkeypatch.setattr(dev, "prepare", lambda *_: None)
    monkeypatch.setattr(dev, "data_folder", lambda: pytest.fail("nobody's own campus is shown or changed"))
    monkeypatch.setattr(dev, "load_sample", load_sample)
    monkeypatch.setattr(dev, "hand_over", hand_over)
    assert [dev.main(["run", "--screenshots", str(tmp_path / "pictures")]) for _ in range(2)] == [3, 3]
    assert [command[-3:] for command in told] == [
        [folder, "--screenshots", (tmp_path / "pictures").resolve()] for folder in loaded
    ]
    assert not any(folder.exists() for folder in loaded)


def test_the_tool_runs_without_any_package_of_the_environment() -> None:
    result = subprocess.run(
        [sys.executable, "-E", "-S", ROOT / "build" / "dev.py", "--help"], capture_output=True, text=True, check=True
    )
    for command in ("setup", "run", "test", "check", "bench", "package"):
        assert command in result.stdout


@pytest.mark.parametrize(("words", "long"), [(["test"], False), (["test", "--long"], True)])
def test_long_tests_are_run_on_demand(words: list[str], long: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[bool] = []

    def run_tests(*, long: bool) -> int:
        asked.append(long)
        return 0

    monkeypatch.setattr(dev, "prepare", lambda *_: None)
    monkeypatch.setattr(dev, "run_checks", lambda: 0)
    monkeypatch.setattr(dev, "run_tests", run_tests)
    assert dev.main(words) == 0
    assert asked == [long]


def test_the_measurements_find_all_that_they_import(monkeypatch: pytest.MonkeyPatch) -> None:
    def imports_alone(command: Sequence[object], environment: Mapping[str, str]) -> int:
        assert command[1:] == ["-m", "tests.bench"]
        inherited = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
        line = [sys.executable, "-c", "import tests.bench.__main__"]
        return subprocess.run(line, cwd=ROOT, env={**inherited, **environment}, check=False).returncode

    monkeypatch.setattr(dev, "prepare", lambda *_: None)
    monkeypatch.setattr(dev, "hand_over", imports_alone)
    assert dev.main(["bench"]) == 0
