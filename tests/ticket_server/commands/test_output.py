"""What commands say on an output that takes nothing, and that "-" is no file of theirs."""

import sys
from pathlib import Path

import pytest

from tests.ticket_server.commands.command_line import program, run
from tests.ticket_server.transfer.lives import complete, write

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the shell is another one")
FULL = pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")


@pytest.fixture(autouse=True)
def _places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CAMPUSDESK_CATEGORISER_FOLDER", str(tmp_path / "versions"))
    monkeypatch.setenv("CAMPUSDESK_DATABASE", f"sqlite:///{tmp_path / 'tickets.db'}")


@FULL
@pytest.mark.parametrize("buffered", [True, False])
def test_an_output_that_takes_nothing_is_told_in_one_line(buffered: bool) -> None:
    result = program("categorise", closed=">/dev/full", input_="No wifi\n", buffered=buffered)
    assert (result.returncode, result.stderr) == (1, "Error: No space left on device\n")


@FULL
@pytest.mark.parametrize("buffered", [True, False])
def test_so_it_is_by_commands_that_say_what_they_did(buffered: bool, tmp_path: Path) -> None:
    source = write(tmp_path / "in.jsonl", [complete()])
    result = program("import", source, closed=">/dev/full", buffered=buffered)
    assert (result.returncode, result.stderr) == (1, "Error: No space left on device\n")
    assert run("export", tmp_path / "out.jsonl").output.startswith("1 tickets"), "it was done all the same"


def test_an_output_that_is_closed_is_told_in_one_line() -> None:
    result = program("categorise", closed=">&-", input_="No wifi\n")
    assert (result.returncode, result.stderr) == (1, "Error: There is no standard output to write to.\n")


@pytest.mark.parametrize(
    "words",
    [
        ("export", "-"),
        ("backup", "-"),
        ("key", "add", "PC", "--scope", "helpdesk", "--keys", "keys.toml", "--out", "-"),
        ("certificates", "--host", "desk.example", "--out", "-"),
    ],
)
def test_standard_output_is_no_file(words: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run("import", write(tmp_path / "in.jsonl", [complete()]))
    before = set(tmp_path.iterdir())
    monkeypatch.chdir(tmp_path)
    result = run(*words)
    assert (result.exit_code, "nothing of this goes to standard output" in result.output) == (2, True)
    assert set(tmp_path.iterdir()) == before
