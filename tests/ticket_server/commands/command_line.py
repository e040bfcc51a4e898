"""Run a command of the ticket server in this process."""

import os
import shlex
import subprocess
import sys

from click.testing import CliRunner, Result

from ticket_server.__main__ import main

Completed = subprocess.CompletedProcess[str]


def run(*arguments: object, **environment: str) -> Result:
    """Run the command with the arguments and CAMPUSDESK_* variables."""
    return CliRunner().invoke(main, [str(argument) for argument in arguments], env=environment)


def program(*arguments: object, closed: str = "", input_: str | None = None, buffered: bool = True) -> Completed:
    """Run the command in a process of its own, by a shell that `closed` redirects for it."""
    words = shlex.join([sys.executable, "-m", "ticket_server", *map(str, arguments)])
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    environment |= {} if buffered else {"PYTHONUNBUFFERED": "1"}
    command = ["sh", "-c", f"{words} {closed}"]
    return subprocess.run(command, input=input_, env=environment, capture_output=True, text=True, check=False)


def refused(result: Result) -> str:
    """Return the one line of a refusal."""
    assert result.exit_code == 1
    (line,) = result.output.splitlines()
    return line
