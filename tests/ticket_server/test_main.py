"""The command line as a whole: it says what it can do without loading what that needs."""

import subprocess
import sys

from tests.ticket_server.commands.command_line import run

HEAVY = ("alembic", "google", "grpc", "numpy", "sqlalchemy")


def test_every_command_says_what_it_does() -> None:
    result = run("--help")
    assert result.exit_code == 0
    commands = result.output.partition("Commands:")[2].split("\n")[1:]
    assert {"serve", "import", "export"} <= {line.split()[0] for line in commands if line}
    assert all(len(line.split()) > 2 for line in commands if line)


def test_help_loads_no_library_that_takes_long() -> None:
    code = f"import sys, ticket_server.__main__; print([name for name in {HEAVY} if name in sys.modules])"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"
