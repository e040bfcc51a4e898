"""The process that keeps the embedded servers of one folder running for as long as a desk is there."""

import asyncio
import contextlib
import os
import signal
import sys
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, replace
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import filelock

from client.addresses import Addresses
from client.local_children import Child, ChildLog, Command, free_ports
from client.local_record import FILE_NAME, LocalRecord, read_record, write_record
from client.state import Analysis

LOCK_NAME = "local.lock"
LOG_NAME = "servers.log"
DATABASE_NAME = "tickets.db"

_HEAD_START_S = 3.0
_TICKETS = "tickets"


@dataclass(frozen=True, slots=True)
class Patience:
    """How long the servers run without a desk, in seconds: before the first one came, and after the last one left."""

    first_s: float = 60.0
    deserted_s: float = 10.0


def server_command(folder: Path, name: str, addresses: Addresses) -> Sequence[str]:
    """Return the command line of one of the four servers, by its name in Addresses."""
    listen = ("--listen", str(getattr(addresses, name)), "--until-eof")
    if name == _TICKETS:
        database = f"sqlite:///{(folder / DATABASE_NAME).as_posix()}"
        return (*_program("ticket_server", "campusdesk-server"), "serve", *listen, "--database", database)
    analytics = _program("analytics", "campusdesk-analytics")
    return (*analytics, Analysis(name).word, *listen, "--tickets", addresses.tickets)


def supervise(folder: Path, command: Command | None = None, patience: Patience | None = None) -> int:
    """Run the servers of the folder until no desk needs them; return the exit code.

    Returns at once when another supervisor has the folder's lock: that one serves.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with contextlib.suppress(filelock.Timeout), filelock.FileLock(folder / LOCK_NAME, timeout=0):
        asyncio.run(_Supervisor(folder, command or server_command, patience or Patience()).run())
    return 0


class _Supervisor:
    def __init__(self, folder: Path, command: Command, patience: Patience) -> None:
        self._folder, self._command, self._patience = folder, command, patience
        self._desks: set[asyncio.StreamWriter] = set()
        self._present, self._deserted = asyncio.Event(), asyncio.Event()
        self._listening, self._stopping = asyncio.Event(), asyncio.Event()
        self._log = ChildLog(folder / LOG_NAME)
        self._children: dict[str, Child] = {}
        self._record = LocalRecord(uuid.uuid4().hex, os.getpid(), _version(), 0, _first_addresses(folder))

    async def run(self) -> None:
        """Serve desks until none is left, then stop the servers."""
        self._obey_signals()
        presence = await asyncio.start_server(self._attend, "127.0.0.1", 0)
        self._record = replace(self._record, presence_port=presence.sockets[0].getsockname()[1])
        for name in (_TICKETS, *Analysis):
            self._children[name] = Child(name, self._line_for, self._log, self._child_changed)
        self._tell()
        keepers = asyncio.gather(*(self._keep(child) for child in self._children.values()))
        await self._until_needless()
        # First of all, so that no desk joins servers that are about to end.
        (self._folder / FILE_NAME).unlink(missing_ok=True)
        presence.close()
        for desk in self._desks:
            desk.close()
        await asyncio.gather(*(child.stop() for child in self._children.values()))
        await keepers

    async def _keep(self, child: Child) -> None:
        if child.name != _TICKETS:
            # The ticket server has the processors for itself until people can work.
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._listening.wait(), _HEAD_START_S)
        await child.keep()

    def _line_for(self, name: str) -> Sequence[str]:
        return self._command(self._folder, name, self._record.addresses)

    def _child_changed(self, child: Child) -> None:
        if child.needs_port:
            self._record = replace(self._record, addresses=_moved(self._record.addresses, child.name))
            if child.name == _TICKETS:
                for other in self._children.values():
                    other.restart()
        tickets = self._children[_TICKETS]
        fault = next((each.fault for each in self._children.values() if each.fault), "")
        self._record = replace(self._record, listening=tickets.listening, fault=fault)
        if tickets.listening:
            self._listening.set()
        self._tell()

    def _tell(self) -> None:
        if self._stopping.is_set():
            return
        write_record(self._folder, self._record)
        for desk in self._desks:
            self._tell_desk(desk)

    def _tell_desk(self, desk: asyncio.StreamWriter) -> None:
        desk.write(self._record.to_line().encode() + b"\n")

    async def _attend(self, reader: asyncio.StreamReader, desk: asyncio.StreamWriter) -> None:
        self._desks.add(desk)
        self._count()
        self._tell_desk(desk)
        with contextlib.suppress(OSError):
            # A desk says nothing: its end is what is waited for, and the system tells it even of a killed one.
            while await reader.read(1024):
                pass
        self._desks.discard(desk)
        self._count()
        desk.close()

    def _count(self) -> None:
        there, gone = (self._present, self._deserted) if self._desks else (self._deserted, self._present)
        there.set()
        gone.clear()

    async def _until_needless(self) -> None:
        deserted = asyncio.create_task(self._until_deserted())
        told = asyncio.create_task(self._stopping.wait())
        await asyncio.wait({deserted, told}, return_when=asyncio.FIRST_COMPLETED)
        self._stopping.set()
        self._listening.set()
        deserted.cancel()

    async def _until_deserted(self) -> None:
        patience_s = self._patience.first_s
        while True:
            try:
                await asyncio.wait_for(self._present.wait(), patience_s)
            except TimeoutError:
                return
            await self._deserted.wait()
            patience_s = self._patience.deserted_s

    def _obey_signals(self) -> None:
        if sys.platform != "win32":
            for number in (signal.SIGTERM, signal.SIGINT):
                asyncio.get_running_loop().add_signal_handler(number, self._stopping.set)


def _program(module: str, frozen: str) -> Sequence[str]:
    if not getattr(sys, "frozen", False):
        return (sys.executable, "-m", module)
    here = Path(sys.executable)
    return (str(here.with_name(frozen + here.suffix)),)


def _first_addresses(folder: Path) -> Addresses:
    """Return the addresses of a supervisor that died here, so that desks find the servers again; else new ones."""
    died = read_record(folder)
    if died is not None:
        return died.addresses
    return Addresses(*(f"127.0.0.1:{port}" for port in free_ports(1 + len(Analysis))))


def _moved(addresses: Addresses, name: str) -> Addresses:
    return replace(addresses, **{name: f"127.0.0.1:{free_ports(1)[0]}"})


def _version() -> str:
    try:
        return version("campusdesk")
    except PackageNotFoundError:
        return ""
