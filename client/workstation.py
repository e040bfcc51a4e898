"""How a PC is known to the servers: its name, its workstation key when it has one, and the CA that it trusts."""

from dataclasses import dataclass, field, replace
from enum import Enum, auto
from pathlib import Path

from campusdesk.keys import read_key
from campusdesk.reread import FileBroken


class Lack(Enum):
    """Why a PC cannot be used as helpdesk staff."""

    NO_KEY = auto()
    UNREADABLE = auto()
    BROKEN = auto()
    UNKNOWN = auto()
    WRONG_SCOPE = auto()


@dataclass(frozen=True, slots=True)
class Workstation:
    """A PC by its name; with `tls_ca` its servers are spoken to over TLS, and `lack` says why it has no key."""

    name: str
    # Never shown, wherever this may be printed.
    key: str | None = field(default=None, repr=False)
    tls_ca: Path | None = None
    lack: Lack | None = None

    def without_key(self) -> "Workstation":
        """Return the PC as whoever needs no key enters from it."""
        return replace(self, key=None)


def look_up(name: str, key_file: Path | None, tls_ca: Path | None) -> Workstation:
    """Return the PC with the key that stands in the file now; without one when this person cannot read it."""
    if key_file is None:
        return Workstation(name, tls_ca=tls_ca, lack=Lack.NO_KEY)
    try:
        return Workstation(name, read_key(key_file), tls_ca)
    except FileBroken:
        return Workstation(name, tls_ca=tls_ca, lack=_lack(key_file))


def _lack(key_file: Path) -> Lack:
    try:
        key_file.open("rb").close()
    except FileNotFoundError:
        return Lack.NO_KEY
    except OSError:
        return Lack.UNREADABLE
    return Lack.BROKEN
