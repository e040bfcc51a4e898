"""What the system says of running processes, once every few seconds: memory, open files, threads, processor time."""

import os
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

EVERY_S = 3.0
# The log of a database grows and is folded within a second: its size is looked at oftener.
_LOOKS = 15


class Resources(NamedTuple):
    """What a process has: memory in MB (resident set), open files, threads; and seconds of processor time it took."""

    memory_mb: float
    files: int
    threads: int
    cpu_s: float


@dataclass(frozen=True)
class Sample:
    """What each process had at a time of the machine's clock, and how large the log was at most since the last one."""

    at: float
    processes: Mapping[str, Resources]
    log_bytes: int


def resources(pid: int) -> Resources:
    """Return what the process has now."""
    folder = Path("/proc") / str(pid)
    status = folder.joinpath("status").read_text("ascii")
    ticks = folder.joinpath("stat").read_text("ascii").rpartition(")")[2].split()
    return Resources(
        int(status.partition("VmRSS:")[2].split()[0]) / 1024,
        sum(1 for _ in (folder / "fd").iterdir()),
        int(status.partition("Threads:")[2].split()[0]),
        (int(ticks[11]) + int(ticks[12])) / os.sysconf("SC_CLK_TCK"),
    )


def connections(pid: int) -> int:
    """Return how many connections the process has, and sockets that it listens on."""
    count = 0
    for file in Path(f"/proc/{pid}/fd").iterdir():
        # It may be closed meanwhile.
        with suppress(OSError):
            count += file.readlink().name.startswith("socket:")
    return count


def child_of(pid: int) -> int:
    """Return the one process that this one started; raises ValueError when there is none, or are several."""
    stats = (path.read_text("ascii") for path in Path("/proc").glob("[0-9]*/stat"))
    [child] = [int(stat.split()[0]) for stat in stats if int(stat.rpartition(")")[2].split()[1]) == pid]
    return child


@contextmanager
def sampling(pids: Mapping[str, int], log_bytes: Callable[[], int]) -> Iterator[list[Sample]]:
    """Lend a list to which a sample of these processes and of the size of the log is added every few seconds."""
    samples: list[Sample] = []
    over = threading.Event()
    thread = threading.Thread(target=_sample, args=(pids, log_bytes, samples, over))
    thread.start()
    try:
        yield samples
    finally:
        over.set()
        thread.join()


def _sample(
    pids: Mapping[str, int], log_bytes: Callable[[], int], samples: list[Sample], over: threading.Event
) -> None:
    largest, looks = 0, 0
    while not over.wait(EVERY_S / _LOOKS):
        largest, looks = max(largest, log_bytes()), looks + 1
        if looks == _LOOKS:
            processes = {name: resources(pid) for name, pid in pids.items()}
            samples.append(Sample(time.monotonic(), processes, largest))
            largest = looks = 0


def allow_files(count: int) -> None:
    """Let this process, and those that it starts, have so many files and connections open."""
    # Windows has no such limit, and no such module.
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = count if hard == resource.RLIM_INFINITY else min(count, hard)
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, wanted), hard))
