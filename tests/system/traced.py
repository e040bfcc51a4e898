"""What a program did to files and sockets, call by call, as strace wrote it down."""

import re
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

# The calls by which bytes and names of files change or are made to last, and those by which answers leave.
_OF_FILES = ("openat", "pwrite64", "write", "fsync", "fdatasync", "ftruncate", "rename", "unlink")
_OF_ANSWERS = ("sendmsg", "sendto")
# Longer than any write of a database.
_WHOLE = "1000000"

# How a line ends whose call is told to its end by a later one.
_BEGUN = " <unfinished ...>"
_LINE = re.compile(r"(?P<thread>\d+) +(?:<\.\.\. (?P<resumed>\w+) resumed>|(?P<name>\w+)\()(?P<rest>.*)")
_STRING = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
_DESCRIPTOR = re.compile(r"(?:\d+|AT_FDCWD)<((?:\\x[0-9a-f]{2})+)>")
_NUMBERS = re.compile(r"(?:, (\d+))?(?:, (\d+))?\) += (-?\d+)")


class Call(NamedTuple):
    """One call: the path behind its descriptor, the bytes that it names, its last two numbers and its result."""

    name: str
    path: str
    strings: Sequence[bytes]
    numbers: tuple[int, int]
    result: int

    @property
    def leaves(self) -> bool:
        """Say whether something leaves the program by it."""
        return self.name in _OF_ANSWERS


def strace(trace: Path) -> Sequence[str]:
    """Return the beginning of a command that runs a program and writes its calls into the file."""
    names = ",".join((*_OF_FILES, *_OF_ANSWERS))
    return "strace", "-f", "--seccomp-bpf", "-y", "-xx", "-s", _WHOLE, "-e", f"trace={names}", "-o", str(trace)


def reason_not_to_trace(folder: Path) -> str:
    """Return why no program can be traced here; empty when one can."""
    try:
        tried = subprocess.run(
            [*strace(folder / "tried"), "true"], stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
        )
    except FileNotFoundError:
        return "strace is not installed"
    return "" if tried.returncode == 0 else f"strace cannot run here: {tried.stderr.strip()}"


def calls(trace: Path) -> Iterator[Call]:
    """Yield the calls in order: what leaves when it begins to, everything else once it is done."""
    begun: dict[str, str] = {}
    with trace.open(encoding="ascii") as lines:
        for line in lines:
            if found := _LINE.match(line):
                thread, name, rest = found["thread"], found["name"] or found["resumed"], found["rest"]
                is_begin, is_end = rest.endswith(_BEGUN), found["resumed"] is not None
                if is_begin:
                    begun[thread] = rest.removesuffix(_BEGUN)
                if is_end:
                    rest = begun.pop(thread) + rest
                if not (is_end if name in _OF_ANSWERS else is_begin):
                    yield _call(name, rest)


def _call(name: str, rest: str) -> Call:
    described = _DESCRIPTOR.match(rest)
    numbers = _NUMBERS.search(rest)
    return Call(
        name,
        _bytes(described[1]).decode() if described else "",
        [_bytes(string) for string in _STRING.findall(rest)],
        (int(numbers[1] or 0), int(numbers[2] or 0)) if numbers else (0, 0),
        int(numbers[3]) if numbers else -1,
    )


def _bytes(escaped: str) -> bytes:
    return bytes.fromhex(escaped.replace("\\x", ""))
