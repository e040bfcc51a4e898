"""A program of ours that is loaded already: each start is a fork, so that hundreds of them are affordable."""

import atexit
import json
import os
import select
import signal
import socket
import subprocess
import sys
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TextIO

from tests.system.loader import PIPES, STATUS

_ROOT = Path(__file__).parents[2]


class Forked:
    """A running program, to be handled as one of subprocess.Popen is: by its number, its output, its end."""

    def __init__(self, words: Sequence[str], environment: Mapping[str, str]) -> None:
        """Start what `python -m` starts with the words, in the present folder."""
        told = {"words": [*words], "environment": {**environment, **_NO_FORKS}, "folder": str(Path.cwd())}
        pipes = [os.pipe() for _ in range(PIPES)]
        socket.send_fds(_loader(), [json.dumps(told).encode()], [written for _, written in pipes])
        for _, written in pipes:
            os.close(written)
        output, errors, self._status = (read for read, _ in pipes)
        self.stdout: TextIO = os.fdopen(output, encoding="utf-8")
        self.stderr: TextIO = os.fdopen(errors, encoding="utf-8")
        self.returncode: int | None = None
        self.pid = self._told()

    def poll(self) -> int | None:
        """Return the exit code, None while it runs."""
        if self.returncode is None and self._ready(0):
            self.returncode = self._told()
            os.close(self._status)
        return self.returncode

    def wait(self, timeout: float) -> int:
        """Wait for its end; raises subprocess.TimeoutExpired after so many seconds."""
        if self.returncode is None and not self._ready(timeout):
            raise subprocess.TimeoutExpired("a forked program", timeout)
        code = self.poll()
        assert code is not None
        return code

    def kill(self) -> None:
        """End it at once."""
        self.send_signal(signal.SIGKILL)

    def send_signal(self, number: int) -> None:
        """Send it a signal unless it has ended."""
        if self.poll() is None:
            os.kill(self.pid, number)

    def _ready(self, timeout: float) -> bool:
        return bool(select.select([self._status], [], [], timeout)[0])

    def _told(self) -> int:
        told = os.read(self._status, STATUS.size)
        assert told, "the loaded programs are gone"
        return int(STATUS.unpack(told)[0])


# Nothing of gRPC runs when the loader forks.
_NO_FORKS = {"GRPC_ENABLE_FORK_SUPPORT": "0"}


@cache
def _loader() -> socket.socket:
    """Load the programs, once a test process; return where it is asked to fork."""
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    # A thread of numpy's would not be there after a fork.
    environment = {**os.environ, **_NO_FORKS, "OPENBLAS_NUM_THREADS": "1"}
    command = [sys.executable, "-m", "tests.system.loader"]
    nobody = subprocess.DEVNULL
    loading = subprocess.Popen(command, cwd=_ROOT, env=environment, stdin=theirs.fileno(), stdout=nobody, stderr=nobody)
    theirs.close()

    @atexit.register
    def end() -> None:
        ours.close()
        loading.wait()

    return ours
