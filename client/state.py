"""What the desk knows of its connection, in plain Python, so that the first window needs nothing heavier."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, StrEnum
from typing import TypeAlias

from campusdesk.address import DEFAULT_PORT
from campusdesk.rules import DISTRUST, Reason

# Tells microseconds since 1970.
Clock: TypeAlias = Callable[[], int]


class Analysis(StrEnum):
    """The three analyses, each of a server of its own; by default they listen on the ports after the ticket server's.

    Each is named as its address among `Addresses`.
    """

    BACKLOG = "backlog"
    RESOLUTION_TIME = "resolution_time"
    CATEGORY_LOAD = "category_load"

    @property
    def word(self) -> str:
        """Return its name as command lines and settings have it, and as its icon's file is called."""
        return self.value.replace("_", "-")

    @property
    def default_port(self) -> int:
        """Return the port of its server unless another one is named."""
        return DEFAULT_PORT + 1 + list(Analysis).index(self)


class ConnectionKind(Enum):
    """How it stands with one stream of a server."""

    CONNECTING = "connecting"
    LIVE = "live"
    AWAY = "away"


@dataclass(frozen=True, slots=True)
class ConnectionState:
    """How it stands, since when (microseconds since 1970 by this machine's clock), and why when it is away."""

    kind: ConnectionKind
    since_us: int
    reason: Reason | None = None

    @classmethod
    def connecting(cls) -> "ConnectionState":
        """Return the state of a connection that begins now."""
        return cls(ConnectionKind.CONNECTING, wall_clock_us())

    @property
    def is_refused(self) -> bool:
        """Say whether the server is there and does not let this PC in as what it asks for."""
        return self.kind is ConnectionKind.AWAY and self.reason in {Reason.KEY_REQUIRED, Reason.KEY_UNKNOWN}

    @property
    def is_distrusted(self) -> bool:
        """Say whether something is there whose certificate this PC does not believe."""
        return self.kind is ConnectionKind.AWAY and self.reason in DISTRUST

    def after(self, kind: ConnectionKind, reason: Reason | None) -> "ConnectionState":
        """Return the state once this was told; away for another reason is away since the same moment."""
        return ConnectionState(kind, self.since_us if kind is self.kind else wall_clock_us(), reason)


def wall_clock_us() -> int:
    """Return microseconds since 1970 by this machine's clock."""
    return time.time_ns() // 1_000


def monotonic_us() -> int:
    """Return this machine's clock that never goes back, in microseconds."""
    return time.monotonic_ns() // 1_000
