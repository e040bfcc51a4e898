"""Take the address that a server listens on, or say in words why it is not to be had."""

import errno
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import grpc

from campusdesk.address import Address
from campusdesk.tls import ServerTls

# Every desk is a connection, and every connection an open file.
_MOST_FILES = 65_536


class CannotStart(Exception):  # noqa: N818  reads as what happened: `except CannotStart`
    """A server that cannot start; the words are shown to the operator as they are."""


def allow_connections() -> None:
    """Let this process have more connections than the 1,024 that systems begin with, as far as it may."""
    if sys.platform == "win32":
        return
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = _MOST_FILES if hard == resource.RLIM_INFINITY else min(_MOST_FILES, hard)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))


@contextmanager
def told_plainly(listen: Address) -> Iterator[None]:
    """Turn what the system says of an address that cannot be listened on into CannotStart."""
    try:
        yield
    except OSError as error:
        taken = "; another program has the port" if error.errno == errno.EADDRINUSE else ""
        raise CannotStart(f"the address {listen} cannot be listened on: {error.strerror}{taken}") from None


def bind(server: grpc.aio.Server, listen: Address, tls: ServerTls | None) -> int:
    """Bind the port and return its number; raises CannotStart with the system's reason, which gRPC does not tell."""
    family = socket.AF_INET6 if ":" in listen.host else socket.AF_INET
    with told_plainly(listen):
        socket.create_server((listen.host, listen.port), family=family).close()
    try:
        if tls is not None:
            return server.add_secure_port(str(listen), tls.credentials())
        return server.add_insecure_port(str(listen))
    except RuntimeError:
        raise CannotStart(f"the address {listen} cannot be listened on") from None
