"""Where the four servers listen, and what a person may write for it."""

from dataclasses import dataclass

from campusdesk.address import DEFAULT_PORT, AddressInvalid, parse_address
from client.state import Analysis


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where the four servers listen, each as HOST:PORT."""

    tickets: str
    backlog: str
    resolution_time: str
    category_load: str

    def of(self, analysis: Analysis) -> str:
        """Return the address of the analysis's server."""
        return str(getattr(self, analysis.value))


def server_address(text: str, default_port: int = DEFAULT_PORT) -> str:
    """Return what HOST, HOST:PORT, [IPv6] or [IPv6]:PORT names as HOST:PORT; raises AddressInvalid."""
    address = parse_address(text, default_port)
    if address.port == 0:
        raise AddressInvalid(f"{text.strip()!r} has no port that a server can be reached at")
    return str(address)


def beside(tickets: str) -> Addresses:
    """Return this ticket server's address with those of the analytics servers on the same host's default ports."""
    host = tickets.rpartition(":")[0]
    return Addresses(tickets, *(f"{host}:{analysis.default_port}" for analysis in Analysis))
