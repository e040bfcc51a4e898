"""A ticket server that is loaded already: each start is a fork, so that a thousand of them are affordable.

Run as a module, it starts the ticket server's command line with the words of each line that it reads (JSON).
"""

import contextlib
import json
import os
import random
import signal
import subprocess
import sys
from collections.abc import Sequence
from types import TracebackType
from typing import Self

from tests.system.programs import PATIENCE_S, free_port


class ForkedServer:
    """A ticket server at one address on one database, which is killed and started again; leaving it ends it."""

    def __init__(self, database: str) -> None:
        """Load the server of the database at this URL; nothing is served before `start`."""
        self.address = f"127.0.0.1:{free_port()}"
        self._words = ["serve", "--listen", self.address, "--database", database]
        self._words += ["--writes-per-second", "0", "--log-format", "text"]
        self._loader = subprocess.Popen(
            [sys.executable, "-m", "tests.system.forked"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            # Nothing of gRPC runs when it forks.
            env={**os.environ, "GRPC_ENABLE_FORK_SUPPORT": "0"},
        )
        self._server = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._server:
            self.kill()
        assert self._loader.stdin is not None
        self._loader.stdin.close()
        self._loader.wait(PATIENCE_S)
        assert self._loader.stdout is not None
        self._loader.stdout.close()

    def start(self) -> None:
        """Start the server and wait until it listens."""
        self.begin()
        assert " listens on " in self._line()

    def begin(self) -> None:
        """Start the server; it may be killed while it opens its database."""
        assert self._loader.stdin is not None
        self._loader.stdin.write(json.dumps(self._words) + "\n")
        self._loader.stdin.flush()
        self._server = int(self._line())

    def kill(self) -> None:
        """End it as a crash would, at whatever it is doing."""
        self._end(signal.SIGKILL)

    def stop(self) -> None:
        """Ask it to stop, and wait for its end."""
        self._end(signal.SIGTERM)

    def _end(self, how: signal.Signals) -> None:
        os.kill(self._server, how)
        self._server = 0
        while self._line() != "ended":
            pass

    def _line(self) -> str:
        assert self._loader.stdout is not None
        line = self._loader.stdout.readline()
        assert line, "the loaded server is gone"
        return line.rstrip("\n")


def _serve_each() -> None:
    # Loaded once for all: what a start takes besides is what is measured and killed.
    import ticket_server.rpc.ticket_service
    import ticket_server.server  # noqa: F401
    from ticket_server.__main__ import main

    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            _run(main, json.loads(line))
        sys.stdout.write(f"{child}\n")
        sys.stdout.flush()
        os.waitpid(child, 0)
        sys.stdout.write("ended\n")
        sys.stdout.flush()


def _run(main: object, words: Sequence[str]) -> None:
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    random.seed()
    with contextlib.suppress(SystemExit):
        main(words)  # type: ignore[operator]
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    _serve_each()
