"""Certificates of a campus for tests, and a server that shows them."""

import socket
import ssl
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import grpc

from campusdesk.tls import ServerTls
from ticket_server.certificates import open_authority, renew_server, server_names

ECHO = "/test.Echo/Echo"
TICK = "/test.Echo/Tick"


class Certificates:
    """A campus CA in a folder, and a server's certificate from it."""

    def __init__(self, folder: Path, *, age: timedelta = timedelta()) -> None:
        """Make them as long ago as `age`."""
        self.ca, self.certificate, self.key = folder / "ca.pem", folder / "server.pem", folder / "server.key"
        self._folder, self._age = folder, age
        self.renew()

    def renew(self) -> None:
        """Make the server's certificate anew."""
        now = datetime.now(UTC) - self._age
        authority, _ = open_authority(self._folder, now)
        renew_server(self._folder, "server", authority, server_names([]), now)

    def server_tls(self) -> ServerTls:
        return ServerTls(self.certificate, self.key)


@contextmanager
def echo_server(tls: ServerTls) -> Iterator[int]:
    """Run a server that gives back what it gets, once or for ever; give its port."""

    def echo(request: bytes, _: grpc.ServicerContext) -> bytes:
        return request

    def tick(request: bytes, context: grpc.ServicerContext) -> Iterator[bytes]:
        while context.is_active():
            yield request

    handlers: dict[str, grpc.RpcMethodHandler[bytes, bytes]] = {
        "Echo": grpc.unary_unary_rpc_method_handler(echo),
        "Tick": grpc.unary_stream_rpc_method_handler(tick),
    }
    with ThreadPoolExecutor(4) as pool:
        server = grpc.server(pool, options=(("grpc.so_reuseport", 0),))
        server.add_generic_rpc_handlers((grpc.method_handlers_generic_handler("test.Echo", handlers),))
        port = server.add_secure_port("127.0.0.1:0", tls.credentials())
        server.start()
        yield port
        server.stop(None).wait(10)


def shown_by(port: int) -> str:
    """Return the certificate (PEM) that the server shows to who connects now."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    context.set_alpn_protocols(["h2"])
    with socket.create_connection(("127.0.0.1", port), 10) as plain, context.wrap_socket(plain) as wrapped:
        return ssl.DER_cert_to_PEM_cert(wrapped.getpeercert(binary_form=True) or b"")
