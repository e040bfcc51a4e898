"""The measured ticket server as a process of its own, and what the system tells of that process."""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from campusdesk.access import Caller
from campusdesk.rules import Role

TICKETS = "/campusdesk.v1.TicketService"
# Of a second: what a server takes that serves nobody.
_REST_S = 0.03


@dataclass(frozen=True)
class MeasuredServer:
    """A server that is running: where, as which process, the seconds that it took to say so, and its log."""

    address: str
    process: "subprocess.Popen[str]"
    start_s: float
    log: str

    def cpu_s(self) -> float:
        """Return the seconds of processor time that it has taken so far."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text("ascii").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def served_s(self, method: str) -> list[float]:
        """Return what its log says of the calls of the method so far: the seconds from the request to the answer."""
        calls = (json.loads(line) for line in Path(self.log).read_text("utf-8").splitlines())
        return [call["duration_ms"] / 1e3 for call in calls if call.get("method") == method.removeprefix("/")]

    def await_rest(self) -> None:
        """Wait until it does nothing any more."""
        before, now = -1.0, self.cpu_s()
        while now - before > _REST_S:
            time.sleep(1)
            before, now = now, self.cpu_s()

    def memory_mb(self) -> float:
        """Return how much memory it has in use, in MB (resident set size)."""
        status = Path(f"/proc/{self.process.pid}/status").read_text("ascii")
        return int(status.partition("VmRSS:")[2].split()[0]) / 1024


def caller(role: Role) -> Caller:
    """Return who calls in the measurements."""
    return Caller(role, "bench")


@contextmanager
def measured_server(database: Path | str, *, encoder: bool = False) -> Iterator[MeasuredServer]:
    """Run the server on the database, with its log in a file, as where it is at work, and with an encoder if asked.

    The database is a file of SQLite, or the URL of any.
    """
    url = database if isinstance(database, str) else f"sqlite:///{database}"
    # Where no folder of versions is, the models count as they are shipped.
    versions = Path(tempfile.gettempdir()) / f"no-versions-{os.getpid()}"
    arguments = [url, str(versions), *(["encoder"] if encoder else [])]
    command = [sys.executable, "-m", "tests.bench.echo_server", *arguments]
    begun = time.perf_counter()
    with (
        tempfile.NamedTemporaryFile() as log,
        subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log, text=True) as process,
    ):
        assert process.stdout is not None
        assert process.stdin is not None
        address = process.stdout.readline().partition(" listens on ")[2].split()[0].rstrip(".,;")
        yield MeasuredServer(address, process, time.perf_counter() - begun, log.name)
        process.stdin.close()
