"""What an analytics server must be told: its own address, the ticket server's, and the campus time zone."""

from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from zoneinfo import ZoneInfo

from campusdesk.address import DEFAULT_PORT, Address
from campusdesk.options import ServerOptions

LOOPBACK = "127.0.0.1"
DEFAULT_TICKETS = Address(LOOPBACK, DEFAULT_PORT)
DEFAULT_TIME_ZONE = "Europe/Rome"


class Analysis(Enum):
    """The three analyses, by their words on the command line."""

    BACKLOG = "backlog"
    RESOLUTION_TIME = "resolution-time"
    CATEGORY_LOAD = "category-load"

    @property
    def default_listen(self) -> Address:
        """Return the address on which this analysis is served unless another one is given."""
        return Address(LOOPBACK, DEFAULT_TICKETS.port + 1 + list(Analysis).index(self))


@dataclass(frozen=True, slots=True)
class Settings:
    """Which analysis is served and how, of which ticket servers' tickets, by which calendar.

    `key_file` has this server's workstation key, `tls_ca` the campus CA that the ticket server is believed by.
    """

    analysis: Analysis
    options: ServerOptions
    tickets: tuple[Address, ...]
    zone: ZoneInfo
    workstation: str
    key_file: Path | None = None
    tls_ca: Path | None = None


def read_zone(name: str) -> ZoneInfo:
    """Return the time zone of that IANA name; raise ValueError, in words, for any other text."""
    try:
        return ZoneInfo(name)
    except (KeyError, OSError, ValueError):
        raise ValueError(f"{name!r} is no time zone; write a name such as Europe/Rome") from None
