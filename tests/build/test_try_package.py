"""The trial of the package sees what it is there to see, tried on stand-ins for the frozen desk."""

import subprocess
import sys
from pathlib import Path

import pytest

from try_package import main, still_running

TAKES_A_PICTURE = "folder.mkdir(); (folder / 'page.png').write_bytes(b'picture')"


def desk(programs: Path, behaviour: str) -> str:
    """Put a desk of that behaviour into the folder and return the folder's name."""
    program = programs / "campusdesk"
    lines = [f"#!{sys.executable}", "import os, pathlib, sys", "folder = pathlib.Path(sys.argv[4])", behaviour]
    program.write_text("\n".join(lines))
    program.chmod(0o755)
    return str(programs)


def test_a_desk_that_takes_pictures_passes(tmp_path: Path) -> None:
    assert main([desk(tmp_path, TAKES_A_PICTURE)]) == 0


@pytest.mark.parametrize(
    ("behaviour", "fault"),
    [
        (f"{TAKES_A_PICTURE}; sys.exit(3)", "status 3"),
        ("folder.mkdir()", "no picture"),
        ("folder.mkdir(); (folder / 'page.png').touch()", "no picture"),
    ],
)
def test_a_desk_that_fails_is_found_out(
    tmp_path: Path, behaviour: str, fault: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([desk(tmp_path, behaviour)]) == 1
    assert fault in capsys.readouterr().err


def test_the_desk_sees_nothing_of_this_machine(tmp_path: Path) -> None:
    lonely = f"{TAKES_A_PICTURE}; sys.exit('VIRTUAL_ENV' in os.environ or os.environ['HOME'] != os.getcwd())"
    assert main([desk(tmp_path, lonely)]) == 0


def test_a_program_that_still_runs_is_named() -> None:
    program = Path(sys.executable).resolve()
    with subprocess.Popen([program, "-c", "input()", "left behind"], stdin=subprocess.PIPE) as process:
        assert any("left behind" in line for line in still_running(program.parent))
        process.communicate(b"\n")
    assert not any("left behind" in line for line in still_running(program.parent))
