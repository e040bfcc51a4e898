"""The operator guide as drills: its commands are run, and what they answer is held against what it says."""

import re
import shlex
from pathlib import Path

from tests.ticket_server.commands import command_line

_GUIDE = Path(__file__).parents[2] / "docs" / "operator-guide.md"
_COMMAND = re.compile(r"^    \$ (.*)\n((?:    .*\n)*)", re.MULTILINE)


def section(title: str) -> str:
    """Return what the guide says under this title, of whichever level."""
    return re.split(r"^#", _GUIDE.read_text("utf-8").partition(f"# {title}\n")[2], maxsplit=1, flags=re.MULTILINE)[0]


def drill(title: str, *, code: int = 0) -> None:
    """Run the one command of the section; check its exit code and what it says, but for times."""
    [(command, answer)] = _COMMAND.findall(section(title))
    program, module, name, *arguments = shlex.split(command)
    assert (program, module, name) == ("python", "-m", "ticket_server")
    result = command_line.run(*arguments)
    assert result.exit_code == code
    assert _undated(result.output) == _undated(re.sub("^    ", "", answer, flags=re.MULTILINE))


def _undated(text: str) -> str:
    """Return the text without its times, and without the folder that the files are in."""
    text = re.sub(r"\d{8}T\d{6}Z", "TIME", re.sub(r"\d{4}-\d\d-\d\d", "DATE", text))
    return text.replace(f"{Path.cwd()}/", "")
