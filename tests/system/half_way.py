"""A road to a server on which a test can hold the answers back: what is asked still arrives."""

import socket
import threading
from contextlib import suppress
from types import TracebackType
from typing import Self


class HalfWay:
    """Passes on what comes at `address`; leaving the context ends all connections."""

    def __init__(self, server: str) -> None:
        """Lead to the server."""
        host, _, port = server.rpartition(":")
        self._server = host, int(port)
        self._answers = threading.Event()
        self._answers.set()
        self._roads: list[socket.socket] = []
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.address = f"127.0.0.1:{self._listening.getsockname()[1]}"
        threading.Thread(target=self._accept, daemon=True).start()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._answers.set()
        for road in (self._listening, *self._roads):
            with suppress(OSError):
                road.shutdown(socket.SHUT_RDWR)
            road.close()

    def hold(self) -> None:
        """Let no answer through from now on."""
        self._answers.clear()

    def release(self) -> None:
        """Let answers through again, those too that were held."""
        self._answers.set()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                caller, _ = self._listening.accept()
                server = socket.create_connection(self._server)
                self._roads += [caller, server]
                threading.Thread(target=self._pass_on, args=(caller, server, False), daemon=True).start()
                threading.Thread(target=self._pass_on, args=(server, caller, True), daemon=True).start()

    def _pass_on(self, source: socket.socket, target: socket.socket, is_answer: bool) -> None:
        with suppress(OSError):
            while some := source.recv(65_536):
                if is_answer:
                    self._answers.wait()
                target.sendall(some)
        with suppress(OSError):
            target.shutdown(socket.SHUT_WR)
