"""A ticket server that knows workstation keys, and the commands by which its operator gives them out."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.system.programs import Program, ticket_server


class KeyedServer:
    """A server whose keys stand in the folder's `keys.toml`; the PC's own key is the folder's `workstation.key`."""

    def __init__(self, folder: Path, address: str) -> None:
        self.address = address
        self.key_file = folder / "workstation.key"
        self._keys = folder / "keys.toml"

    def add(self, name: str, scope: str) -> None:
        """Give this PC a key of its own, whatever it had before."""
        self.key_file.unlink(missing_ok=True)
        _run("add", name, "--scope", scope, "--out", str(self.key_file), "--keys", str(self._keys))

    def revoke(self, name: str) -> None:
        """Take the right of a key away."""
        _run("revoke", name, "--keys", str(self._keys))


@contextmanager
def keyed_server(folder: Path) -> Iterator[KeyedServer]:
    """Run a server that knows one key, of a PC elsewhere."""
    keys = folder / "keys.toml"
    _run("add", "elsewhere", "--scope", "helpdesk", "--out", str(folder / "elsewhere.key"), "--keys", str(keys))
    with ticket_server(folder / "tickets.db", "127.0.0.1:0", "--keys", str(keys)) as program:
        yield KeyedServer(folder, program.address())


def _run(*words: str) -> None:
    with Program("ticket_server", "key", *words) as command:
        assert command.ended() == 0, command.complaints
