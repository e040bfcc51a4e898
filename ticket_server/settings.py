"""What a ticket server is told at its start: flags, CAMPUSDESK_* variables, a file, and the defaults."""

from dataclasses import dataclass, field
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from platformdirs import user_data_path

from campusdesk.address import DEFAULT_PORT
from campusdesk.options import ServerOptions

DEFAULT_LISTEN = f"127.0.0.1:{DEFAULT_PORT}"


def default_versions() -> Path:
    """Return the folder of what was learned from corrections when none is named."""
    return user_data_path("campusdesk", appauthor=False) / "server" / "categoriser"


@dataclass(frozen=True, slots=True)
class BackupPlan:
    """Where a server's backups go, how many hours lie between two of them, and how many are kept."""

    folder: Path
    every_hours: float
    keep: int


@dataclass(frozen=True, slots=True)
class Settings:
    """How the server serves, which database, how it backs it up, and by what it sets categories.

    `versions` is the folder of what was learned from corrections; without `encoder` the light model sets them all.
    """

    options: ServerOptions
    database: str
    backups: BackupPlan | None = None
    encoder: bool = True
    versions: Path = field(default_factory=default_versions)


def default_database() -> str:
    """Return the URL of the database that is served when none is named."""
    return f"sqlite:///{user_data_path('campusdesk', appauthor=False) / 'server' / 'tickets.db'}"


def program_version() -> str:
    """Return the version of the installed program."""
    try:
        return version("campusdesk")
    except PackageNotFoundError:
        return "unknown"
