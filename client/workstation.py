"""How a PC is known to the servers: its name, its workstation key when it has one, and whom it trusts."""

from dataclasses import dataclass, field, replace
from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING

from campusdesk.address import is_loopback, parse_addresses
from campusdesk.reread import FileBroken, Reread
from campusdesk.rules import Reason

if TYPE_CHECKING:
    # TLS needs gRPC, which the first window must not wait for.
    from campusdesk.tls import Trust


class Lack(Enum):
    """Why a PC cannot be used as helpdesk staff."""

    NO_KEY = auto()
    UNREADABLE = auto()
    BROKEN = auto()
    UNKNOWN = auto()
    UNENCRYPTED = auto()
    WRONG_SCOPE = auto()


@dataclass(frozen=True, slots=True)
class Workstation:
    """A PC by its name; with `trust` its servers are spoken to over TLS, and `lack` says why it has no key."""

    name: str
    # Never shown, wherever this may be printed.
    key: Reread[str] | None = field(default=None, repr=False)
    trust: "Trust | None" = None
    lack: Lack | None = None

    def without_key(self) -> "Workstation":
        """Return the PC as whoever needs no key enters from it."""
        return replace(self, key=None)

    def lack_at(self, addresses: str, reason: Reason) -> Lack:
        """Return why the server at these addresses, which gave the reason, does not let staff in from here."""
        if self.lack is not None:
            return self.lack
        if reason is Reason.KEY_UNKNOWN:
            return Lack.UNKNOWN
        shown = self.trust is not None or all(is_loopback(each.host) for each in parse_addresses(addresses))
        return Lack.WRONG_SCOPE if shown else Lack.UNENCRYPTED


def look_up(name: str, path: Path | None, trust: "Trust | None") -> Workstation:
    """Return the PC with the key that the file holds, now and later; without when this person cannot read it."""
    if path is None:
        return Workstation(name, trust=trust, lack=Lack.NO_KEY)
    # Hashes and TOML, which the first window must not wait for either.
    from campusdesk.keys import key_file

    try:
        return Workstation(name, key_file(path), trust)
    except FileBroken:
        return Workstation(name, trust=trust, lack=_lack(path))


def _lack(path: Path) -> Lack:
    try:
        path.open("rb").close()
    except FileNotFoundError:
        return Lack.NO_KEY
    except OSError:
        return Lack.UNREADABLE
    return Lack.BROKEN
