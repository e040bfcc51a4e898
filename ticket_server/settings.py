"""What a ticket server is told at its start: flags, CAMPUSDESK_* variables, a file, and the defaults."""

from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from platformdirs import user_data_path

from campusdesk.address import DEFAULT_PORT
from campusdesk.options import ServerOptions

DEFAULT_LISTEN = f"127.0.0.1:{DEFAULT_PORT}"


@dataclass(frozen=True, slots=True)
class BackupPlan:
    """Where a server's backups go, how many hours lie between two of them, and how many are kept."""

    folder: Path
    every_hours: float
    keep: int


@dataclass(frozen=True, slots=True)
class Settings:
    """How the server serves, which database, how it backs it up, and whether it reads texts by the encoder."""

    options: ServerOptions
    database: str
    backups: BackupPlan | None = None
    encoder: bool = True


def default_database() -> str:
    """Return the URL of the database that is served when none is named."""
    return f"sqlite:///{user_data_path('campusdesk', appauthor=False) / 'server' / 'tickets.db'}"


def program_version() -> str:
    """Return the version of the installed program."""
    try:
        return version("campusdesk")
    except PackageNotFoundError:
        return "unknown"
