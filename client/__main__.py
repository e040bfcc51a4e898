"""The desk's command line."""

import argparse
import os
import socket
import sys
from collections.abc import Sequence
from pathlib import Path

from campusdesk.address import DEFAULT_PORT, AddressInvalid
from campusdesk.rules import LIMITS, text_refusal
from client.addresses import Addresses, beside, server_address

_NO_DISPLAY = (
    "There is no display to open a window on. "
    "Set DISPLAY, or write --screenshots DIR to have the pages drawn into a folder."
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Open a desk as the command line says; return the exit code: 1 when it cannot run, 2 for a wrong command line."""
    parser = _parser()
    given = parser.parse_args(arguments)
    if given.supervise is not None:
        # The supervisor draws nothing: it starts without Qt.
        from client.supervisor import supervise

        return supervise(given.supervise)
    try:
        addresses = _addresses(given)
    except AddressInvalid as error:
        parser.error(str(error))
    if given.screenshots is not None:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    elif not _has_display():
        sys.stderr.write(f"{_NO_DISPLAY}\n")
        return 1
    return _run(given, addresses)


def _run(given: argparse.Namespace, addresses: Addresses | None) -> int:
    from client.app import run
    from client.settings import Options, local_folder

    local = local_folder() if given.local is _OWN_FOLDER else given.local
    return run(Options(addresses, local, given.workstation, given.screenshots))


# What --local means when no folder stands behind it; the folder itself is looked up when it is needed.
_OWN_FOLDER = Path()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="campusdesk", description="Campus Desk: report problems and take care of them."
    )
    where = parser.add_mutually_exclusive_group()
    where.add_argument("--server", metavar="HOST[:PORT]", help=f"the ticket server (default port {DEFAULT_PORT})")
    where.add_argument(
        "--local",
        metavar="DIR",
        nargs="?",
        type=Path,
        const=_OWN_FOLDER,
        help="run own servers on this machine, with their data in this folder",
    )
    where.add_argument("--supervise", metavar="DIR", type=Path, help=argparse.SUPPRESS)
    for analysis, number in (("backlog", 1), ("resolution-time", 2), ("category-load", 3)):
        words = f"the {analysis} server (default: the ticket server's host, port {DEFAULT_PORT + number})"
        parser.add_argument(f"--{analysis}", metavar="HOST[:PORT]", help=words)
    parser.add_argument(
        "--workstation",
        metavar="NAME",
        type=_workstation,
        default=_host_name(),
        help="this machine's name (default: host name)",
    )
    parser.add_argument(
        "--screenshots", metavar="DIR", type=Path, help="draw the desk's pages into this folder and end"
    )
    return parser


def _addresses(given: argparse.Namespace) -> Addresses | None:
    if given.server is None:
        if given.backlog or given.resolution_time or given.category_load:
            raise AddressInvalid("the address of an analytics server stands beside --server only")
        return None
    found = beside(server_address(given.server))
    return Addresses(
        found.tickets,
        server_address(given.backlog or found.backlog, DEFAULT_PORT + 1),
        server_address(given.resolution_time or found.resolution_time, DEFAULT_PORT + 2),
        server_address(given.category_load or found.category_load, DEFAULT_PORT + 3),
    )


def _workstation(name: str) -> str:
    if not name.strip() or text_refusal("workstation", name):
        raise argparse.ArgumentTypeError(f"a workstation's name has 1 to {LIMITS['workstation']} characters")
    return name.strip()


def _host_name() -> str:
    return socket.gethostname()[: LIMITS["workstation"]]


def _has_display() -> bool:
    """Say whether a window can be opened; Qt would end the process with a long complaint otherwise."""
    if sys.platform in {"win32", "darwin"} or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


if __name__ == "__main__":
    sys.exit(main())
