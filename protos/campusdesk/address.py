"""Where a server listens, as people write it and as programs need it."""

import socket
from ipaddress import ip_address
from typing import NamedTuple

DEFAULT_PORT = 47600


class AddressInvalid(ValueError):  # noqa: N818  reads as what happened: `except AddressInvalid`
    """A text that names no server; its words say why."""


class Address(NamedTuple):
    """Where a server listens; port 0 lets the system choose one."""

    host: str
    port: int

    def __str__(self) -> str:
        """Return HOST:PORT, with brackets around an IPv6 address."""
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"


def parse_address(text: str, default_port: int | None = None) -> Address:
    """Return the address that HOST:PORT, [IPv6]:PORT or, with a default port, HOST or [IPv6] alone names.

    Raises AddressInvalid, in words, for anything else.
    """
    typed = text.strip()
    host, _, port = typed.rpartition(":")
    if default_port is not None and (not host or typed.endswith("]")):
        host, port = typed, str(default_port)
    bracketed = host.startswith("[") and host.endswith("]")
    bare = host[1:-1] if bracketed else host
    if not bare or (":" in bare) != bracketed or not all(map(_is_host_character, bare)):
        raise AddressInvalid(f"{typed!r} is no address: write HOST:PORT")
    if not (port.isascii() and port.isdigit() and int(port) <= 65_535):
        raise AddressInvalid(f"{typed!r} has no port between 0 and 65535")
    return Address(bare, int(port))


def parse_addresses(text: str, default_port: int | None = None) -> tuple[Address, ...]:
    """Return the addresses of equal servers, with commas between them; raises AddressInvalid, in words."""
    found = tuple(parse_address(part, default_port) for part in text.split(","))
    if len(set(found)) < len(found):
        raise AddressInvalid(f"{text.strip()!r} names a server twice")
    return found


def is_loopback(host: str) -> bool:
    """Say whether the host is this machine and nothing can listen on the way: 127.0.0.0/8, ::1, or `localhost`.

    0.0.0.0 and :: are not: they are all of this machine's addresses. `localhost` counts where it has loopback addresses
    only; no other name does, for a name server decides what it means.
    """
    if host.lower() == "localhost":
        return _resolves_to_loopback(host)
    return _is_loopback_address(host)


def _resolves_to_loopback(host: str) -> bool:
    try:
        found = socket.getaddrinfo(host, None)
    except OSError:
        return False
    return all(_is_loopback_address(str(address[0])) for *_, address in found)


def _is_loopback_address(text: str) -> bool:
    try:
        return ip_address(text).is_loopback
    except ValueError:
        return False


def _is_host_character(character: str) -> bool:
    return character.isalnum() or character in ".-_:%"
