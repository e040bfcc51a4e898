"""The folder of versions: a file each that is never changed, and a small one that names the version in force."""

import logging
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from campusdesk.reread import FileBroken, Reread, read_bytes
from ticket_server.adaptation.version import Version, from_bytes, to_bytes
from ticket_server.whole_file import replace_file

# The number that stands for the models as they are shipped.
SHIPPED = 0
_CURRENT = "current"
_PATTERN = "version-{}.json"
_NAMED = re.compile(rb"(\d{1,9}) (\d{1,9})\n")
_MODE = 0o600

# Returns the version in force, None where that is the models as they are shipped.
InForce = Callable[[], Version | None]

_log = logging.getLogger(__name__)


class Busy(Exception):  # noqa: N818  reads as what happened: `except Busy`
    """Another program is making a version in the folder."""


class NoneBefore(Exception):  # noqa: N818  reads as what happened: `except NoneBefore`
    """There is no version to return to."""


class Versions:
    """The versions of a folder, which need not be there yet."""

    def __init__(self, folder: Path) -> None:
        """Read and write nothing yet."""
        self._folder = folder

    def in_force(self) -> Version | None:
        """Return the version in force; raises FileBroken when its file or the one that names it is damaged."""
        number = self.number_in_force()
        return None if number == SHIPPED else self.read(number)

    def number_in_force(self) -> int:
        """Return the number of the version in force; raises FileBroken when the file that names it is damaged."""
        return self._named()[0]

    def read(self, number: int) -> Version:
        """Return a version; raises FileBroken when its file is not there or damaged."""
        path = self._file(number)
        try:
            return from_bytes(read_bytes(path))
        except ValueError as error:
            raise FileBroken(f"{path} is damaged: {error}") from None

    def next_number(self) -> int:
        """Return the number of the version that is made next."""
        stems = (path.stem.rpartition("-")[2] for path in self._folder.glob(_PATTERN.format("*")))
        return max((int(stem) for stem in stems if stem.isdecimal()), default=SHIPPED) + 1

    def keep(self, version: Version) -> None:
        """Write a new version, and put it in force; raises OSError when it cannot be written."""
        replace_file(self._file(version.number), to_bytes(version), _MODE)
        self._name(version.number, version.previous)

    def go_back(self) -> int:
        """Put the version in force again that was before the present one, and return its number.

        The present one may be damaged. Where the one before it is, or is not known any more, that is the models as
        they are shipped. Raises NoneBefore, Busy, and OSError.
        """
        with self.alone():
            before = self._before()
            self._name(before, self._previous(before))
        return before

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Keep other programs from making a version meanwhile; raises Busy when one does, OSError."""
        self._folder.mkdir(parents=True, exist_ok=True)
        try:
            with FileLock(self._folder / "lock", timeout=0, is_singleton=False):
                yield
        except Timeout as error:
            raise Busy(f"Another program makes a version in {self._folder}.") from error

    def follow(self) -> InForce:
        """Return what tells the version in force whenever it is asked, at the price of one look at a file.

        Where that is damaged the log says so, and the models count as they are shipped.
        """
        return Reread([self._folder / _CURRENT], self._in_force_or_shipped).value

    def _before(self) -> int:
        """Return the version to go back to; raises NoneBefore."""
        try:
            present, before = self._named()
        except FileBroken:
            return SHIPPED
        if present == SHIPPED:
            raise NoneBefore("The models count as they are shipped: there is no version before that.")
        return before if self._is_whole(before) else SHIPPED

    def _is_whole(self, number: int) -> bool:
        try:
            self.read(number)
        except FileBroken:
            return False
        return True

    def _previous(self, number: int) -> int:
        return SHIPPED if number == SHIPPED else self.read(number).previous

    def _named(self) -> tuple[int, int]:
        """Return the numbers of the version in force and of the one before it; raises FileBroken."""
        path = self._folder / _CURRENT
        try:
            numbers = _NAMED.fullmatch(path.read_bytes())
        except (FileNotFoundError, NotADirectoryError):
            return SHIPPED, SHIPPED
        except OSError as error:
            raise FileBroken(f"{path} cannot be read: {error.strerror}") from None
        if numbers is None:
            raise FileBroken(f"{path} does not name a version by its number")
        return int(numbers[1]), int(numbers[2])

    def _name(self, present: int, before: int) -> None:
        """Name the version that counts from now on, and the one before it, in case that its own file is damaged."""
        replace_file(self._folder / _CURRENT, f"{present} {before}\n".encode(), _MODE)

    def _in_force_or_shipped(self) -> Version | None:
        try:
            return self.in_force()
        except FileBroken as error:
            _log.error("%s: the categories are set by the models as they are shipped", error)
            return None

    def _file(self, number: int) -> Path:
        return self._folder / _PATTERN.format(number)


def shipped() -> Version | None:
    """Return None: no version is in force."""
    return None
