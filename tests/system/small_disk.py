"""A disk that a test can fill and empty: a file system in memory where the system lets us, else a limit on files."""

import os
import resource
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from tests.system.programs import Program

SIZE_BYTES = 16 * 1024 * 1024


class MemoryDisk:
    """A small file system of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._ballast = folder / "ballast"

    def fill(self, _server: Program | None = None) -> None:
        """Leave not one byte."""
        with self._ballast.open("wb", buffering=0) as file:
            for size in (65_536, 4_096):
                with suppress(OSError):
                    while True:
                        file.write(bytes(size))

    def empty(self, _server: Program | None = None) -> None:
        """Give the room back."""
        self._ballast.unlink()

    @contextmanager
    def read_only(self) -> Iterator[None]:
        """Let nobody write inside the block."""
        _remount(self.folder, "ro")
        try:
            yield
        finally:
            _remount(self.folder, "rw")


class LimitedFiles:
    """The disk that there is, on which a program's files may not grow: what it is told is another error."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def fill(self, server: Program) -> None:
        """Let no file of the program grow beyond a page."""
        resource.prlimit(server.pid, resource.RLIMIT_FSIZE, (4_096, resource.RLIM_INFINITY))

    def empty(self, server: Program) -> None:
        """Let them grow again."""
        resource.prlimit(server.pid, resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))

    @contextmanager
    def read_only(self) -> Iterator[None]:
        """Let nobody write inside the block."""
        if os.geteuid() == 0:
            pytest.skip("root writes what is read-only, and no file system may be mounted here")
        paths = [self.folder, *self.folder.iterdir()]
        modes = [path.stat().st_mode for path in paths]
        for path, mode in zip(paths, modes, strict=True):
            path.chmod(mode & ~0o222)
        try:
            yield
        finally:
            for path, mode in zip(paths, modes, strict=True):
                path.chmod(mode)


@contextmanager
def small_disk() -> Iterator[MemoryDisk | LimitedFiles]:
    """Lend a disk that can be filled."""
    with tempfile.TemporaryDirectory() as folder:
        if not _mounted(folder):
            print("no file system may be mounted here: the disk is a limit on files")  # noqa: T201  told to who reads the run
            yield LimitedFiles(Path(folder))
            return
        try:
            yield MemoryDisk(Path(folder))
        finally:
            subprocess.run(["umount", folder], check=True)


def _mounted(folder: str) -> bool:
    if os.geteuid() != 0:
        return False
    mount = ["mount", "-t", "tmpfs", "-o", f"size={SIZE_BYTES}", "tmpfs", folder]
    try:
        return subprocess.run(mount, check=False, capture_output=True).returncode == 0
    except FileNotFoundError:
        return False


def _remount(folder: Path, how: str) -> None:
    subprocess.run(["mount", "-o", f"remount,{how}", str(folder)], check=True)
