"""Start the programs as processes of their own, and end only those."""

import os
import queue
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self, TypeAlias

from analytics.settings import Analysis
from tests.system.forked import Forked

# For tests that ask more than any campus does.
UNLIMITED = ("--writes-per-second", "0", "--questions-per-second", "0")
ANALYSES = tuple(analysis.value for analysis in Analysis)
# Loaded machines take long to start a process; a healthy one needs a second.
PATIENCE_S = 60.0

Start: TypeAlias = "Callable[[Sequence[str], Mapping[str, str]], subprocess.Popen[str] | Forked]"


def anew(words: Sequence[str], environment: Mapping[str, str]) -> "subprocess.Popen[str]":
    """Start `python -m` with the words, as people do; a loaded program starts in a fifth of the time."""
    command, pipe = [sys.executable, "-m", *words], subprocess.PIPE
    return subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=pipe, stderr=pipe, text=True, env=environment)


class Program:
    """A running program of ours; leaving the context kills it if it still runs."""

    def __init__(self, *arguments: str, environment: Mapping[str, str] | None = None, start: Start = anew) -> None:
        """Start what `python -m` starts with the arguments."""
        self._process = start(arguments, {**os.environ, **(environment or {})})
        self._lines: queue.SimpleQueue[str] = queue.SimpleQueue()
        self.complaints: list[str] = []
        threading.Thread(target=self._read_output, daemon=True).start()
        self._errors = threading.Thread(target=self._read_errors, daemon=True)
        self._errors.start()

    @property
    def pid(self) -> int:
        """The id of its process."""
        return self._process.pid

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.kill()

    def line(self) -> str:
        """Return the next line that it prints; raises queue.Empty when none comes."""
        return self._lines.get(timeout=PATIENCE_S)

    def address(self) -> str:
        """Return where it says that it listens."""
        return self.line().partition(" listens on ")[2].partition(";")[0]

    def kill(self) -> None:
        """End it as a crash would, unless it has ended."""
        self._process.kill()
        self.ended()

    def stop(self) -> int:
        """Ask it to stop; return its exit code."""
        self._process.send_signal(signal.SIGTERM)
        return self.ended()

    def ended(self) -> int:
        """Wait for its end; return its exit code."""
        code = self._process.wait(PATIENCE_S)
        self._errors.join(PATIENCE_S)
        return code

    def _read_output(self) -> None:
        assert self._process.stdout is not None
        with self._process.stdout as output:
            for line in output:
                self._lines.put(line.rstrip("\n"))

    def _read_errors(self) -> None:
        assert self._process.stderr is not None
        with self._process.stderr as errors:
            self.complaints.extend(line.rstrip("\n") for line in errors)


def ticket_server(database: Path | str, listen: str = "127.0.0.1:0", *options: str, start: Start = Forked) -> Program:
    """Start a ticket server on the database: its file, or the URL of any."""
    url = database if isinstance(database, str) else f"sqlite:///{database}"
    return Program("ticket_server", "serve", "--listen", listen, "--database", url, *options, start=start)


def analytics_server(
    analysis: str, tickets: str, listen: str = "127.0.0.1:0", *options: str, start: Start = Forked
) -> Program:
    """Start an analytics server that follows the ticket server at `tickets`."""
    return Program("analytics", analysis, "--listen", listen, "--tickets", tickets, *options, start=start)


@contextmanager
def campus(
    database: Path | str, *options: str, analytics: Sequence[str] = ()
) -> Iterator[tuple[Program, str, dict[str, str]]]:
    """Run all four servers; give the ticket server, its address, and the analytics servers' addresses.

    The options are for the ticket server, and `analytics` for the others.
    """
    with ticket_server(database, "127.0.0.1:0", *options) as tickets:
        address = tickets.address()
        programs = {analysis: analytics_server(analysis, address, "127.0.0.1:0", *analytics) for analysis in ANALYSES}
        try:
            yield tickets, address, {analysis: program.address() for analysis, program in programs.items()}
        finally:
            for program in programs.values():
                program.kill()


def free_port() -> int:
    """Return a port of loopback that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def until(holds: Callable[[], bool], what: str) -> None:
    """Wait until the condition holds; raises AssertionError naming it when it does not."""
    deadline = time.monotonic() + PATIENCE_S
    pause = threading.Event()
    while not holds():
        assert time.monotonic() < deadline, f"waited {PATIENCE_S:.0f} s in vain: {what}"
        pause.wait(0.01)
