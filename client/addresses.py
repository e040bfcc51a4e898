"""Where the four servers listen, and what a person may write for it."""

from dataclasses import dataclass

from campusdesk.address import DEFAULT_PORT, AddressInvalid, parse_addresses
from client.state import Analysis


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where the four servers listen, each as HOST:PORT, or several of equal servers with commas between them."""

    tickets: str
    backlog: str
    resolution_time: str
    category_load: str

    def of(self, analysis: Analysis) -> str:
        """Return the address of the analysis's server."""
        return str(getattr(self, analysis.value))


def server_address(text: str, default_port: int = DEFAULT_PORT) -> str:
    """Return what HOST, HOST:PORT, [IPv6] or [IPv6]:PORT names as HOST:PORT; raises AddressInvalid.

    Commas stand between equal servers.
    """
    addresses = parse_addresses(text, default_port)
    if any(address.port == 0 for address in addresses):
        raise AddressInvalid(f"{text.strip()!r} has no port that a server can be reached at")
    return ",".join(map(str, addresses))


def beside(tickets: str) -> Addresses:
    """Return the ticket servers' addresses with those of the analytics servers on the same hosts' default ports."""
    # Two servers of one host have the same analytics servers beside them.
    hosts = dict.fromkeys(address.rpartition(":")[0] for address in tickets.split(","))
    beside = (",".join(f"{host}:{analysis.default_port}" for host in hosts) for analysis in Analysis)
    return Addresses(tickets, *beside)
