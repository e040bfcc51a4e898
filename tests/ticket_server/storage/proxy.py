"""A road to PostgreSQL that can be cut at the worst moment: just before or just after a commit."""

import socket
import tempfile
import threading
from contextlib import suppress
from pathlib import Path
from typing import Literal, Self

_SOCKET = ".s.PGSQL.5432"
Moment = Literal["before", "after"]


class Proxy:
    """Hands on what is said on a Unix socket, until it is told to cut the next commit."""

    def __init__(self, target: Path) -> None:
        """Lead to the PostgreSQL whose socket is in this folder."""
        self._target = target / _SOCKET
        self._folder = tempfile.TemporaryDirectory(prefix="campusdesk-road-")
        self.folder = Path(self._folder.name)
        self._cut: Moment | None = None
        self._words = b""
        self._listening = socket.socket(socket.AF_UNIX)
        self._listening.bind(str(self.folder / _SOCKET))
        self._listening.listen()
        threading.Thread(target=self._accept, daemon=True).start()

    def cut_commit(self, moment: Moment, words: bytes) -> None:
        """Cut the connection of the commit that follows these words, before PostgreSQL hears of it or once it answers.

        The writer commits more than what callers ask for.
        """
        self._words, self._cut = words, moment

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        # Unlike closing, this wakes the thread that accepts.
        self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()
        self._folder.cleanup()

    def _accept(self) -> None:
        while True:
            try:
                client, _ = self._listening.accept()
            except OSError:
                return
            threading.Thread(target=self._lead, args=(client,), daemon=True).start()

    def _lead(self, client: socket.socket) -> None:
        answered = threading.Event()
        with client, socket.socket(socket.AF_UNIX) as server:
            server.connect(str(self._target))
            back = threading.Thread(target=self._answer, args=(server, client, answered), daemon=True)
            back.start()
            self._ask(client, server, answered)
            back.join()

    def _ask(self, client: socket.socket, server: socket.socket, cutting: threading.Event) -> None:
        due = False
        with suppress(OSError):
            while said := client.recv(65_536):
                due = due or (self._cut is not None and self._words in said)
                if due and self._cut is not None and b"COMMIT" in said:
                    moment, self._cut = self._cut, None
                    if moment == "before":
                        break
                    cutting.set()
                server.sendall(said)
        _end(client, server)

    def _answer(self, server: socket.socket, client: socket.socket, cutting: threading.Event) -> None:
        with suppress(OSError):
            # Once it is to be cut, the answer to the commit has come when anything has come.
            while (said := server.recv(65_536)) and not cutting.is_set():
                client.sendall(said)
        _end(client, server)


def _end(*ends: socket.socket) -> None:
    for end in ends:
        with suppress(OSError):
            end.shutdown(socket.SHUT_RDWR)
