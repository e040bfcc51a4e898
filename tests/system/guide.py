"""The operator guide as drills: its commands are run, and what they answer is held against what it says."""

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from tests.ticket_server.commands import command_line

_GUIDE = Path(__file__).parents[2] / "docs" / "operator-guide.md"
_COMMAND = re.compile(r"^ {4,}\$ (.*)\n((?: {4,}(?!\$).*\n)*)", re.MULTILINE)
_PATIENCE_S = 60


class Command(NamedTuple):
    """A command as an operator types it, and the answer that the guide promises."""

    words: str
    answer: str


def section(title: str) -> str:
    """Return what the guide says under this title, of whichever level."""
    return re.split(r"^#", _GUIDE.read_text("utf-8").partition(f"# {title}\n")[2], maxsplit=1, flags=re.MULTILINE)[0]


def prose(title: str) -> str:
    """Return the section as one line, to look for words in it."""
    return " ".join(section(title).split())


def commands(title: str) -> list[Command]:
    """Return the section's commands in order."""
    found = _COMMAND.findall(section(title))
    return [Command(words, re.sub("^ {4,}", "", answer, flags=re.MULTILINE)) for words, answer in found]


def drill(title: str, *, number: int = 0, code: int = 0) -> None:
    """Run the section's command of that number; check its exit code and what it says, but for times."""
    command = commands(title)[number]
    program, module, name, *arguments = shlex.split(command.words)
    assert (program, module, name) == ("python", "-m", "ticket_server")
    result = command_line.run(*arguments)
    assert result.exit_code == code
    assert _undated(result.output) == _undated(command.answer)


def shell(words: str, places: Mapping[str, str], folder: Path | None = None) -> tuple[int, str]:
    """Type the words into a shell, with the guide's addresses and folders exchanged; return exit code and output."""
    for theirs, ours in places.items():
        words = words.replace(theirs, ours)
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["/bin/sh", "-c", words],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env={**os.environ, "PATH": path},
        cwd=folder,
        timeout=_PATIENCE_S,
        check=False,
    )
    return done.returncode, done.stdout


def type_in(
    title: str, places: Mapping[str, str], *, number: int = 0, code: int = 0, folder: Path | None = None
) -> None:
    """Type the section's command of that number into a shell; check its exit code and its answer, but for figures."""
    command = commands(title)[number]
    exit_code, output = shell(command.words, places, folder)
    for theirs, ours in places.items():
        output = output.replace(ours, theirs)
    assert (exit_code, blurred(output)) == (code, blurred(command.answer)), output


def blurred(text: str) -> list[str]:
    """Return the words of each line without figures, times and ids, which are others each time."""
    text = re.sub(r"[0-9a-f]{8}-[0-9a-f-]{27}", "ID", text)
    return [re.sub(r"\d[\d.,:TZ-]*", "N", " ".join(line.split())) for line in text.splitlines()]


def _undated(text: str) -> str:
    """Return the text without its times, and without the folder that the files are in."""
    text = re.sub(r"\d{8}T\d{6}Z", "TIME", re.sub(r"\d{4}-\d\d-\d\d", "DATE", text))
    return text.replace(f"{Path.cwd()}/", "")
