"""One embedded server as a child process: started, watched, started again when it dies, stopped by its input."""

import asyncio
import contextlib
import os
import socket
import subprocess
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from client.addresses import Addresses

# folder, name of the server in Addresses, addresses of all servers -> command line
Command = Callable[[Path, str, Addresses], Sequence[str]]

FIRST_PAUSE_S = 0.2
LONGEST_PAUSE_S = 5.0
# A server that ran this long before it died is started again at once.
_HEALTHY_S = 10.0
# Another program may have taken the port: after so many vain starts it is given up.
_STARTS_A_PORT = 5
_STOP_S = 5.0
_TERMINATE_S = 2.0
_MOST_LOG_BYTES = 1_000_000
_LONGEST_LINE_BYTES = 1 << 20
# What a machine may be told for its campus's servers; embedded ones speak plainly to each other, and know no keys.
_CAMPUS_VARIABLES = frozenset(f"CAMPUSDESK_{name}" for name in ("TLS_CERT", "TLS_KEY", "TLS_CA", "KEYS", "KEY_FILE"))
_NO_WINDOW = getattr(subprocess, "CREATE_NO_WINDOW", 0)


class ChildLog:
    """The lines that the servers print, in one file that begins anew when it is full."""

    def __init__(self, path: Path) -> None:
        """Write to this file."""
        self._path = path

    def write(self, name: str, line: str) -> None:
        """Add a line of the server; a log that cannot be written stops nobody."""
        with contextlib.suppress(OSError):
            full = self._path.exists() and self._path.stat().st_size > _MOST_LOG_BYTES
            with self._path.open("w" if full else "a", encoding="utf-8") as file:
                file.write(f"{time.strftime('%Y-%m-%d %H:%M:%S')} {name}: {line}\n")


class Child:
    """One server that is kept running; `changed` is called when it begins or ceases to listen."""

    def __init__(
        self,
        name: str,
        command: Callable[[str], Sequence[str]],
        log: ChildLog,
        changed: Callable[["Child"], None],
    ) -> None:
        """Prepare the child; `keep` starts it."""
        self.name = name
        self.listening = False
        self.fault = ""
        self._command, self._log, self._changed = command, log, changed
        self._process: asyncio.subprocess.Process | None = None
        self._stopping = asyncio.Event()
        self._starts = 0

    @property
    def needs_port(self) -> bool:
        """Whether it failed so often to listen that it should try another port."""
        return not self.listening and self._starts > 0 and self._starts % _STARTS_A_PORT == 0

    async def keep(self) -> None:
        """Start the server, and again whenever it ends, until `stop` is called."""
        pause_s = FIRST_PAUSE_S
        while not self._stopping.is_set():
            began_s = time.monotonic()
            await self._run()
            if self._stopping.is_set():
                return
            pause_s = FIRST_PAUSE_S if time.monotonic() - began_s > _HEALTHY_S else pause_s
            self._log.write(self.name, f"ended; it is started again in {pause_s:.1f} s")
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._stopping.wait(), pause_s)
            pause_s = min(LONGEST_PAUSE_S, pause_s * 2)

    async def stop(self) -> None:
        """Let the server end in order, or end it when it does not."""
        self._stopping.set()
        process = self._process
        if process is None or process.returncode is not None:
            return
        _close_input(process)
        for end, wait_s in ((None, _STOP_S), (process.terminate, _TERMINATE_S), (process.kill, _TERMINATE_S)):
            with contextlib.suppress(TimeoutError, ProcessLookupError):
                if end is not None:
                    end()
                await asyncio.wait_for(process.wait(), wait_s)
                return

    def restart(self) -> None:
        """End the server, so that `keep` starts it with what it must know now."""
        if self._process is not None and self._process.returncode is None:
            self._process.terminate()

    async def _run(self) -> None:
        self._starts += 1
        last = ""
        try:
            process = await self._start()
        except OSError as error:
            self._log.write(self.name, f"cannot be started: {error}")
            last = f"{self.name}: {error}"
        else:
            if self._stopping.is_set():
                _close_input(process)
            last = await self._listen(process)
        failed, self.listening = not self.listening, False
        if not self._stopping.is_set():
            self.fault = last if failed else ""
            self._changed(self)

    async def _start(self) -> asyncio.subprocess.Process:
        self._process = await asyncio.create_subprocess_exec(
            *self._command(self.name),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.STDOUT,
            limit=_LONGEST_LINE_BYTES,
            creationflags=_NO_WINDOW,
            env={name: value for name, value in os.environ.items() if name not in _CAMPUS_VARIABLES},
        )
        return self._process

    async def _listen(self, process: asyncio.subprocess.Process) -> str:
        """Read what the server prints until it ends; return why it could not start, else its last line."""
        last = reason = ""
        if process.stdout is None:
            return last
        async for line in process.stdout:
            last = line.decode(errors="replace").rstrip()
            self._log.write(self.name, last)
            if " listens on " in last and not self.listening:
                self.listening, self.fault, self._starts = True, "", 0
                self._changed(self)
            # Not a line of its log, which names what callers sent.
            if last.startswith("The ") and " cannot start: " in last:
                reason = last
        await process.wait()
        return reason or last


def _close_input(process: asyncio.subprocess.Process) -> None:
    if process.stdin is not None:
        process.stdin.close()


def free_ports(count: int) -> list[int]:
    """Return so many different ports of loopback on which nothing listens now."""
    with contextlib.ExitStack() as stack:
        probes = [stack.enter_context(socket.socket()) for _ in range(count)]
        for probe in probes:
            probe.bind(("127.0.0.1", 0))
        return [int(probe.getsockname()[1]) for probe in probes]
