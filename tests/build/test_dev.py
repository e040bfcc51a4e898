"""What the tool promises on a machine where something is missing, old or broken, without making an environment anew."""

import subprocess
import sys
from pathlib import Path

import pytest

import dev
from bare_machine import OFFSCREEN, WINDOW, install_packages, missing_packages
from steps import ROOT, StepError, attempt, step
from virtual_environment import Product, digest, program


@pytest.fixture
def product(tmp_path: Path) -> Product:
    source = tmp_path / "source"
    source.write_text("one")
    counted = f"import pathlib; pathlib.Path({str(tmp_path / 'made')!r}).open('a').write('x')"
    return Product("thing", "Making a thing", [source], [tmp_path / "made"], [sys.executable, "-c", counted])


def times_made(product: Product) -> int:
    return len(product.outputs[0].read_text())


def without_display(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)


def test_a_product_is_made_once_while_its_sources_stay(product: Product, tmp_path: Path) -> None:
    product.ensure(tmp_path / "stamps")
    product.ensure(tmp_path / "stamps")
    assert times_made(product) == 1


def test_a_product_is_made_again_when_a_source_changes(product: Product, tmp_path: Path) -> None:
    product.ensure(tmp_path / "stamps")
    product.sources[0].write_text("two")
    product.ensure(tmp_path / "stamps")
    assert times_made(product) == 2


def test_a_product_is_made_again_when_it_was_deleted(product: Product, tmp_path: Path) -> None:
    product.ensure(tmp_path / "stamps")
    product.outputs[0].unlink()
    product.ensure(tmp_path / "stamps")
    assert times_made(product) == 1


def test_a_failed_step_shows_its_output_leaves_no_stamp_and_keeps_its_status(
    product: Product, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    failing = Product(
        "thing", "Failing", product.sources, [], [sys.executable, "-c", "print('because'); raise exit(7)"]
    )
    with pytest.raises(StepError) as failure:
        failing.ensure(tmp_path / "stamps")
    assert failure.value.status == 7
    assert "because" in capsys.readouterr().out
    assert not (tmp_path / "stamps" / "thing").exists()


def test_a_step_that_went_well_takes_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    step("Counting", [sys.executable, "-c", "print('one two three')"])
    title, _, seconds = capsys.readouterr().out.partition(" ... ")
    assert title == "Counting"
    assert seconds.endswith(" s\n")


def test_a_program_that_is_not_there_fails_like_a_shell(capsys: pytest.CaptureFixture[str]) -> None:
    assert attempt("Asking", ["no-such-program-anywhere"]) == 127
    assert "no-such-program-anywhere" in capsys.readouterr().out


def test_the_digest_tells_names_and_contents_apart(tmp_path: Path) -> None:
    first, second = tmp_path / "a", tmp_path / "b"
    first.write_text("x")
    second.write_text("y")
    before = digest([first, second])
    assert digest([second, first]) == before
    first.write_text("y")
    second.write_text("x")
    assert digest([first, second]) != before


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


def test_programs_of_the_environment_have_their_place_on_each_platform() -> None:
    folder = Path("env")
    assert program("python", folder, "win32") == folder / "Scripts" / "python.exe"
    assert program("python", folder, "linux") == folder / "bin" / "python"


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


def test_the_tool_runs_without_any_package_of_the_environment() -> None:
    result = subprocess.run(
        [sys.executable, "-E", "-S", ROOT / "build" / "dev.py", "--help"], capture_output=True, text=True, check=True
    )
    for command in ("setup", "run", "test", "check", "bench", "package"):
        assert command in result.stdout
