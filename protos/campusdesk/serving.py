"""Run one gRPC server as a program: bind, tell where, serve, and stop cleanly; all four servers use it."""

import asyncio
import errno
import os
import signal
import socket
import sys
import threading
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager

import grpc
from grpc_health.v1 import health, health_pb2, health_pb2_grpc

from campusdesk import logs
from campusdesk.access import Gate
from campusdesk.address import Address
from campusdesk.call_log import CallLog
from campusdesk.interceptors import Guard
from campusdesk.limits import REQUEST_LIMIT_BYTES, StreamLimit, WriteLimit
from campusdesk.options import ServerOptions
from campusdesk.protection import Protection, Unprotected, protect
from campusdesk.reread import FileBroken
from campusdesk.tls import ServerTls

# How long calls that are under way may take to finish after the stop signal, in seconds.
GRACE_S = 2.0

_OPTIONS = (
    # On by default: a second server would silently share the port.
    ("grpc.so_reuseport", 0),
    # Somewhat more than is taken: the guard refuses with a reason, and gRPC refuses the rest without reading it.
    ("grpc.max_receive_message_length", 2 * REQUEST_LIMIT_BYTES),
    ("grpc.max_concurrent_streams", 1_000),
    ("grpc.server_handshake_timeout_ms", 5_000),
    ("grpc.keepalive_time_ms", 20_000),
    ("grpc.keepalive_timeout_ms", 5_000),
    ("grpc.keepalive_permit_without_calls", 1),
    # Lower than the clients' keepalive time, or their pings would be answered with GOAWAY.
    ("grpc.http2.min_ping_interval_without_data_ms", 3_000),
)

Server = grpc.aio.Server
# Entered before the server starts and left after its last call; gives what ends all watches, which comes in between.
Services = Callable[[Server], AbstractAsyncContextManager[Callable[[], None]]]


class CannotStart(Exception):  # noqa: N818  reads as what happened: `except CannotStart`
    """A server that cannot start; the words are shown to the operator as they are."""


def serve(options: ServerOptions, name: str, services: Services) -> int:
    """Serve until SIGTERM, SIGINT or (with `options.until_eof`) the end of standard input; return the exit code.

    `services` registers the servicers and lets go of what they need. It (by CannotStart) or the port may refuse: then
    one plain line on standard error says why, and the exit code is 1.
    """
    # gRPC's own log would stand around the one plain line.
    os.environ.setdefault("GRPC_VERBOSITY", "NONE")
    logs.configure(options.log_format, sys.stderr)
    try:
        asyncio.run(_serve(options, name, services))
    except CannotStart as error:
        sys.stderr.write(f"{name} cannot start: {error}\n")
        return 1
    return 0


async def _serve(options: ServerOptions, name: str, services: Services) -> None:
    stopping = _stop_event(options.until_eof)
    logs.log_faults(asyncio.get_running_loop())
    protection = _protect(options)
    server = grpc.aio.server(interceptors=(_guard(options, protection.gate),), options=_OPTIONS)
    port = _bind(server, options.listen, protection.tls)
    checks = health.aio.HealthServicer()
    health_pb2_grpc.add_HealthServicer_to_server(checks, server)
    async with services(server) as end_watches:
        await server.start()
        await checks.set("", health_pb2.HealthCheckResponse.SERVING)
        sys.stdout.write(f"{name} listens on {Address(options.listen.host, port)}{protection.words}\n")
        sys.stdout.flush()
        await stopping.wait()
        await checks.enter_graceful_shutdown()
        # Watches never end by themselves: each would hold the stop for the whole grace.
        end_watches()
        await server.stop(GRACE_S)


def _guard(options: ServerOptions, gate: Gate) -> Guard:
    writes = WriteLimit(options.writes_per_second, options.write_burst)
    return Guard(gate, writes, StreamLimit(), [CallLog()])


def _protect(options: ServerOptions) -> Protection:
    try:
        return protect(options)
    except (FileBroken, Unprotected) as error:
        raise CannotStart(str(error)) from None


def _bind(server: grpc.aio.Server, listen: Address, tls: ServerTls | None) -> int:
    """Bind the port and return its number; raises CannotStart with the system's reason, which gRPC does not tell."""
    family = socket.AF_INET6 if ":" in listen.host else socket.AF_INET
    try:
        socket.create_server((listen.host, listen.port), family=family).close()
        if tls is not None:
            return server.add_secure_port(str(listen), tls.credentials())
        return server.add_insecure_port(str(listen))
    except OSError as error:
        taken = "; another program has the port" if error.errno == errno.EADDRINUSE else ""
        raise CannotStart(f"the address {listen} cannot be listened on: {error.strerror}{taken}") from None
    except RuntimeError:
        raise CannotStart(f"the address {listen} cannot be listened on") from None


def _stop_event(until_eof: bool) -> asyncio.Event:
    """Return an event that is set by the stop signals, and by the end of standard input when asked for.

    The latter is how a supervisor's children end with it, also where there are no signals.
    """
    loop, stopping = asyncio.get_running_loop(), asyncio.Event()

    def stop(*_: object) -> None:
        loop.call_soon_threadsafe(stopping.set)

    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)
    if until_eof:
        threading.Thread(target=_await_eof, args=(stop,), name="await-eof", daemon=True).start()
    return stopping


def _await_eof(stop: Callable[[], None]) -> None:
    # Read past Python's buffer: its lock, held by a waiting thread, would end the program in a fatal error.
    while os.read(sys.stdin.fileno(), 4096):
        pass
    stop()
