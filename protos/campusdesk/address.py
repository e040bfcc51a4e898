"""Where a server listens, as people write it and as programs need it."""

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


def _is_host_character(character: str) -> bool:
    return character.isalnum() or character in ".-_:%"
