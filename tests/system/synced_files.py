"""The files of a folder as a power cut leaves them at their worst: only what was synced is there."""

from pathlib import Path

from tests.system.traced import Call


class _File:
    def __init__(self) -> None:
        self.written = bytearray()
        self.synced = b""


class SyncedFiles:
    """Takes the calls of a program one by one; bytes last once their file was synced, names once their folder was."""

    def __init__(self, folder: Path) -> None:
        self._folder = str(folder)
        self._names: dict[str, _File] = {}
        self._synced_names: dict[str, _File] = {}

    def take(self, call: Call) -> None:
        """Do to these files what the call did."""
        if call.result < 0:
            return
        if call.name in {"fsync", "fdatasync"}:
            self._sync(call.path)
        elif call.name == "openat" and self._is_here(call.strings[0]):
            self._names.setdefault(_name(call.strings[0]), _File())
        elif call.name == "unlink" and self._is_here(call.strings[0]):
            self._names.pop(_name(call.strings[0]), None)
        elif call.path.startswith(f"{self._folder}/"):
            self._change(self._names[call.path.rpartition("/")[2]], call)

    def survive(self, folder: Path) -> None:
        """Write what a power cut now would leave into an empty folder."""
        for name, file in self._synced_names.items():
            # The index of the log is made anew by whoever opens the database first.
            if not name.endswith("-shm"):
                (folder / name).write_bytes(file.synced)

    def _is_here(self, path: bytes) -> bool:
        return path.decode().startswith(f"{self._folder}/")

    def _sync(self, path: str) -> None:
        if path == self._folder:
            self._synced_names = dict(self._names)
        elif path.startswith(f"{self._folder}/"):
            file = self._names[path.rpartition("/")[2]]
            file.synced = bytes(file.written)

    def _change(self, file: _File, call: Call) -> None:
        if call.name == "ftruncate":
            length = call.numbers[0]
            file.written = file.written[:length].ljust(length, b"\0")
            return
        assert call.name == "pwrite64", f"{call.name} into {call.path} is not understood"
        data, offset = call.strings[0], call.numbers[1]
        assert call.result == call.numbers[0] == len(data)
        file.written = file.written.ljust(offset, b"\0")
        file.written[offset : offset + len(data)] = data


def _name(path: bytes) -> str:
    return path.decode().rpartition("/")[2]
