"""Whom a server lets in, and over what: decided from its options before it listens."""

from dataclasses import dataclass
from pathlib import Path

from campusdesk.access import Gate
from campusdesk.address import is_loopback
from campusdesk.keys import Keyring
from campusdesk.options import ServerOptions
from campusdesk.tls import ServerTls


class Unprotected(Exception):  # noqa: N818  reads as what happened: `except Unprotected`
    """Options with which a server would let in whom it should not; the words are shown to the operator."""


@dataclass(frozen=True, slots=True)
class Protection:
    """The gate of one server, its certificate (None: no TLS), and what its start line says of both."""

    gate: Gate
    tls: ServerTls | None
    words: str


def protect(options: ServerOptions) -> Protection:
    """Return the protection that the options ask for.

    Raises Unprotected when other machines could reach the server without TLS and a key and `open_roles` does not allow
    it, FileBroken for a file that is not what it should be.
    """
    keyring, tls = Keyring(options.keys), _tls(options.tls_cert, options.tls_key)
    here = is_loopback(options.listen.host)
    lacking = [] if here or options.open_roles else _lacking(options, keyring, tls)
    if lacking:
        raise Unprotected(
            f"other machines reach {options.listen}, and that needs {' and '.join(lacking)}"
            " (or --open-roles, if everybody may enter as helpdesk staff)"
        )
    gate = Gate(keyring, open_roles=options.open_roles, confidential=here or tls is not None)
    return Protection(gate, tls, _words(gate, readable=not here and tls is None))


def _tls(certificate: Path | None, private_key: Path | None) -> ServerTls | None:
    if certificate is None and private_key is None:
        return None
    if certificate is None or private_key is None:
        raise Unprotected("--tls-cert and --tls-key belong together")
    return ServerTls(certificate, private_key)


def _lacking(options: ServerOptions, keyring: Keyring, tls: ServerTls | None) -> list[str]:
    no_key = f"a key in {options.keys}" if options.keys is not None else "a key in a file named by --keys"
    return [
        *(["TLS by --tls-cert and --tls-key"] if tls is None else []),
        *([no_key] if not keyring.in_force else []),
    ]


def _words(gate: Gate, *, readable: bool) -> str:
    words = "; everybody may enter as helpdesk staff" if gate.open_to_all else ""
    return f"{words}, and what travels can be read on the way" if readable else words
