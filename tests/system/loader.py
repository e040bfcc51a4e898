"""The servers' programs, loaded once: run as a module, it forks for each program that it is asked to start.

It is asked over a socket on its standard input: a message is the words, variables and folder of a program (JSON), and
the ends of three pipes, for standard output, standard error, and what becomes of it (its number, then its exit code).
"""

import contextlib
import gc
import importlib
import json
import os
import socket
import struct
from collections.abc import Mapping
from typing import Any, NoReturn

from campusdesk.command_line import silence_grpc
from ticket_server.categoriser.model import Categoriser

STATUS = struct.Struct("=i")
LONGEST_MESSAGE = 100_000
PIPES = 3
# What servers import at their start, and what most of them need soon after it.
_LOADED = (
    "analytics.server",
    "campusdesk.metrics",
    "campusdesk.serving",
    "campusdesk.tls",
    "grpc_reflection.v1alpha.reflection",
    "ticket_server.backup_keeper",
    "ticket_server.rpc.ticket_service",
    "ticket_server.server",
    "ticket_server.similar.index",
    "ticket_server.storage.migrations",
    "ticket_server.storage.postgresql",
    "tomlkit",
)


def main() -> None:
    """Fork until nobody can ask any more."""
    asked = socket.socket(fileno=os.dup(0))
    silence_grpc()
    programs = {name: importlib.import_module(f"{name}.__main__").main for name in ("ticket_server", "analytics")}
    for name in _LOADED:
        importlib.import_module(name)
    Categoriser.load()
    gc.freeze()
    while True:
        said, pipes, _, _ = socket.recv_fds(asked, LONGEST_MESSAGE, PIPES)
        _reap()
        if not said:
            return
        if os.fork() == 0:
            asked.close()
            _keep(programs, json.loads(said), *pipes)
        for pipe in pipes:
            os.close(pipe)


def _reap() -> None:
    """Let those go who waited for programs that have ended."""
    with contextlib.suppress(ChildProcessError):
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass


def _keep(programs: Mapping[str, Any], told: Mapping[str, Any], output: int, errors: int, status: int) -> None:
    """Start the program, and tell its number and, once it has ended, how; returns in the program alone, as it ends."""
    number = os.fork()
    if number == 0:
        os.close(status)
        _become(programs, told, output, errors)
    os.close(output)
    os.close(errors)
    # Whoever asked may have gone.
    with contextlib.suppress(BrokenPipeError):
        os.write(status, STATUS.pack(number))
        os.write(status, STATUS.pack(os.waitstatus_to_exitcode(os.waitpid(number, 0)[1])))
    os._exit(0)


def _become(programs: Mapping[str, Any], told: Mapping[str, Any], output: int, errors: int) -> NoReturn:
    """Be the program, to its end; raises SystemExit."""
    os.chdir(told["folder"])
    os.environ.clear()
    os.environ.update(told["environment"])
    for there, wanted in ((os.open(os.devnull, os.O_RDONLY), 0), (output, 1), (errors, 2)):
        os.dup2(there, wanted)
        os.close(there)
    program, *words = told["words"]
    programs[program](words, prog_name=f"python -m {program}")
    raise AssertionError


if __name__ == "__main__":
    main()
