"""What a ticket server is told at its start: flags, CAMPUSDESK_* variables, and the defaults."""

from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version

from platformdirs import user_data_path

from campusdesk.address import DEFAULT_PORT, Address

DEFAULT_LISTEN = f"127.0.0.1:{DEFAULT_PORT}"


@dataclass(frozen=True, slots=True)
class Settings:
    """Where the server listens, which database it serves, and whether it ends with its standard input."""

    listen: Address
    database: str
    until_eof: bool = False


def default_database() -> str:
    """Return the URL of the database that is served when none is named."""
    return f"sqlite:///{user_data_path('campusdesk', appauthor=False) / 'server' / 'tickets.db'}"


def program_version() -> str:
    """Return the version of the installed program."""
    try:
        return version("campusdesk")
    except PackageNotFoundError:
        return "unknown"
