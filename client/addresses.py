"""Where the four servers listen, and what a person may write for it."""

from dataclasses import dataclass

from client.state import Analysis

DEFAULT_PORT = 47600


class AddressInvalid(ValueError):  # noqa: N818  reads as what happened: `except AddressInvalid`
    """A text that names no server."""


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


def parse_address(text: str, default_port: int = DEFAULT_PORT) -> str:
    """Return what HOST, HOST:PORT, [IPv6] or [IPv6]:PORT names as HOST:PORT; raises AddressInvalid."""
    typed = text.strip()
    host, _, port = typed.rpartition(":")
    if not host or typed.endswith("]"):
        host, port = typed, str(default_port)
    bracketed = host.startswith("[") and host.endswith("]")
    bare = host[1:-1] if bracketed else host
    if not bare or (":" in bare) != bracketed or any(not _is_host_character(character) for character in bare):
        raise AddressInvalid(f"{typed!r} is no address: write HOST or HOST:PORT")
    if not (port.isascii() and port.isdigit() and 1 <= int(port) <= 65_535):
        raise AddressInvalid(f"{typed!r} has no port between 1 and 65535")
    return f"{host}:{int(port)}"


def beside(tickets: str) -> Addresses:
    """Return this ticket server's address with those of the analytics servers on the same host's default ports."""
    host = tickets.rpartition(":")[0]
    return Addresses(tickets, *(f"{host}:{DEFAULT_PORT + number}" for number in (1, 2, 3)))


def _is_host_character(character: str) -> bool:
    return character.isalnum() or character in ".-_:%"
