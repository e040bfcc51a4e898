"""Run a command of the ticket server in this process."""

from click.testing import CliRunner, Result

from ticket_server.__main__ import main


def run(*arguments: object, **environment: str) -> Result:
    """Run the command with the arguments and CAMPUSDESK_* variables."""
    return CliRunner().invoke(main, [str(argument) for argument in arguments], env=environment)


def refused(result: Result) -> str:
    """Return the one line of a refusal."""
    assert result.exit_code == 1
    (line,) = result.output.splitlines()
    return line
