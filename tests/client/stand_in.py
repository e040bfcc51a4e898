"""Stand-ins for the embedded servers: tiny programs that listen, and a supervisor of them with little patience.

Run as a script with `supervise FOLDER FIRST_S`, or with `serve FOLDER NAME ADDRESS`.
"""

import contextlib
import socket
import sys
import threading
from collections.abc import Sequence
from pathlib import Path

from client.addresses import Addresses
from client.supervisor import Patience, supervise

DESERTED_S = 0.5


def supervisor(folder: Path, first_s: float = 60.0) -> Sequence[str]:
    """Return the command of a supervisor whose servers are stand-ins, and that waits so long for its first desk."""
    return (sys.executable, __file__, "supervise", str(folder), str(first_s))


def server(folder: Path, name: str, addresses: Addresses) -> Sequence[str]:
    """Return the command of one stand-in."""
    return (sys.executable, __file__, "serve", str(folder), name, str(getattr(addresses, name)))


def serve(folder: Path, name: str, address: str) -> int:
    """Listen until standard input ends, as the real servers do; refuse while FOLDER/NAME.broken exists."""
    if (folder / f"{name}.broken").exists():
        sys.stderr.write(f"The {name} server cannot start: it is broken.\n")
        return 1
    host, _, port = address.rpartition(":")
    with socket.create_server((host, int(port))) as server_socket:
        threading.Thread(target=_greet, args=(server_socket,), daemon=True).start()
        sys.stdout.write(f"The {name} server listens on {address}\n")
        sys.stdout.flush()
        sys.stdin.read()
    return 0


def _greet(server_socket: socket.socket) -> None:
    with contextlib.suppress(OSError):
        while True:
            server_socket.accept()[0].close()


if __name__ == "__main__":
    if sys.argv[1] == "supervise":
        sys.exit(supervise(Path(sys.argv[2]), server, Patience(float(sys.argv[3]), DESERTED_S)))
    sys.exit(serve(Path(sys.argv[2]), sys.argv[3], sys.argv[4]))
