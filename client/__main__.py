"""The desk's command line."""

import argparse
import os
import socket
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from campusdesk.address import DEFAULT_PORT, AddressInvalid
from campusdesk.rules import LIMITS, text_refusal
from client.addresses import Addresses, beside, server_address
from client.bindings import load
from client.machine import CA_NAME, KEY_NAME, SERVERS, MachineBroken, machine_folder, read_machine
from client.state import Analysis

if TYPE_CHECKING:
    from client.settings import Options

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
    load()
    try:
        options = _options(given)
    except AddressInvalid as error:
        parser.error(str(error))
    except MachineBroken as error:
        parser.error(_told(error))
    if given.screenshots is not None:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    elif not _has_display():
        sys.stderr.write(f"{_NO_DISPLAY}\n")
        return 1
    from client.running import run

    return run(options)


def _options(given: argparse.Namespace) -> "Options":
    """Return what was said, by flags, else by variables, else by the machine's settings; raises what main tells."""
    from client.settings import Options, Place, local_folder

    machine, trace = read_machine(), given.trace_stalls
    name = given.workstation or machine.text("workstation").strip() or _host_name()
    place = Place(machine.text("location"), machine.text("emergency"))
    if given.local is not None:
        # The embedded servers listen on loopback and know no keys.
        folder = local_folder() if given.local is _OWN_FOLDER else given.local
        addresses, key_file, tls_ca = _addresses(given, {}), None, None
    else:
        folder, addresses = None, _addresses(given, machine.texts)
        key_file = _place("KEY_FILE", given.key_file) or machine.key_file
        tls_ca = _place("TLS_CA", given.tls_ca) or machine.tls_ca
    return Options(addresses, folder, name, given.screenshots, key_file, tls_ca, place, trace, machine.shared)


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
    for analysis in Analysis:
        words = f"the {analysis.word} server (default: the ticket server's host, port {analysis.default_port})"
        parser.add_argument(f"--{analysis.word}", metavar="HOST[:PORT]", help=words)
    parser.add_argument(
        "--workstation",
        metavar="NAME",
        type=_workstation,
        help="this machine's name (default: host name)",
    )
    words = f"the file with this PC's workstation key (default: {KEY_NAME} in {machine_folder()})"
    parser.add_argument("--key-file", metavar="FILE", type=Path, help=words)
    words = f"the certificate of the CA that vouches for the servers (default: {CA_NAME} there, if it exists)"
    parser.add_argument("--tls-ca", metavar="FILE", type=Path, help=words)
    parser.add_argument(
        "--screenshots", metavar="DIR", type=Path, help="draw the desk's pages into this folder and end"
    )
    words = "tell on standard error when the window does not answer for 50 ms, and where it was"
    parser.add_argument("--trace-stalls", action="store_true", help=words)
    return parser


def _place(variable: str, given: Path | None) -> Path | None:
    named = os.environ.get(f"CAMPUSDESK_{variable}")
    return given or (Path(named) if named else None)


def _told(error: MachineBroken) -> str:
    """Return what is wrong with the machine's settings, in the language of whoever starts the desk."""
    from PySide6.QtCore import QCoreApplication

    from client.languages import speak, system_language
    from client.refusals import machine_words
    from client.settings import Settings

    # Words are translated for an application only.
    application = QCoreApplication.instance() or QCoreApplication([])
    speak(Settings().language or system_language())
    words = machine_words(error)
    del application
    return words


def _addresses(given: argparse.Namespace, machine: Mapping[str, str]) -> Addresses | None:
    # Servers belong together: those of the machine's settings do not complete one that was named here.
    said = {name: getattr(given, name.replace("-", "_")) for name in SERVERS}
    words = {name: word for name, word in (said if any(said.values()) else machine).items() if word}
    if "server" not in words:
        if words.keys() & set(SERVERS):
            raise AddressInvalid("the address of an analytics server stands beside that of a ticket server only")
        return None
    found = beside(server_address(words["server"]))
    named = (words.get(analysis.word, found.of(analysis)) for analysis in Analysis)
    ports = (analysis.default_port for analysis in Analysis)
    return Addresses(found.tickets, *map(server_address, named, ports))


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
