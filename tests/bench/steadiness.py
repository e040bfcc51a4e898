"""Whether what was sampled for long stays as it is: the last quarter of the time beside the first."""

from collections.abc import Callable, Sequence
from statistics import median

from tests.bench.daily_work import Call
from tests.bench.resources import Sample
from tests.bench.table import Row, percentile

# So much of the time warms up: what is loaded, cached and learned on first use, and the desks that come first.
WARM_UP = 0.2
MEMORY_GOAL = 0.05
# A log of this size is folded though no pause comes (ticket_server/storage/committing.py).
LOG_GOAL_BYTES = 32 * 1024 * 1024
# Watchers are leaving and coming while they are counted.
FILES_GOAL = 0.02
# What a machine's own unrest makes of it; what grows with the age of a server goes on growing.
P99_GOAL = 1.25
# A quarter's p99 is the median of so many windows': one pause of the machine is in one of them.
WINDOWS = 4


class Quarters:
    """The first and the last quarter of the time that is left after warming up."""

    def __init__(self, begun: float, ended: float) -> None:
        """Divide the time between two moments."""
        warm = begun + (ended - begun) * WARM_UP
        self.length_s = (ended - warm) / 4
        self.first, self.last = warm, ended - self.length_s

    def medians(self, samples: Sequence[Sample], value: Callable[[Sample], float]) -> tuple[float, float]:
        """Return the median of the samples' values in the first quarter and in the last."""
        first, last = (
            median(value(sample) for sample in samples if start <= sample.at < start + self.length_s)
            for start in (self.first, self.last)
        )
        return first, last

    def p99_s(self, calls: Sequence[Call]) -> tuple[float, float]:
        """Return the median of the windows' 99th percentiles in the first quarter and in the last."""
        window_s = self.length_s / WINDOWS
        first, last = (
            median(
                percentile([call.seconds for call in calls if at <= call.due < at + window_s], 0.99)
                for at in (start + number * window_s for number in range(WINDOWS))
            )
            for start in (self.first, self.last)
        )
        return first, last

    def count(self, calls: Sequence[Call], method: str) -> int:
        """Return how many calls of the method there were from the middle of the first quarter to that of the last."""
        half_s = self.length_s / 2
        return sum(call.method == method and self.first + half_s <= call.due < self.last + half_s for call in calls)

    def spent(self, samples: Sequence[Sample], name: str) -> tuple[float, float]:
        """Return which share of a processor the process took in the first quarter and in the last."""
        first, last = (
            _share([sample for sample in samples if start <= sample.at < start + self.length_s], name)
            for start in (self.first, self.last)
        )
        return first, last


def rows_of(quarters: Quarters, samples: Sequence[Sample], calls: Sequence[Call]) -> list[Row]:
    """Return the rows of each process, of the log, and of what calls took."""
    names = list(samples[0].processes)
    opened = quarters.count(calls, "CreateTicket")
    return [
        *(_memory_row(quarters, samples, name, opened) for name in names),
        *(_files_row(quarters, samples, name) for name in names),
        _log_row([sample for sample in samples if sample.at >= quarters.first]),
        _p99_row(quarters, calls),
        *(_processor_row(quarters, samples, name) for name in names),
    ]


def _memory_row(quarters: Quarters, samples: Sequence[Sample], name: str, opened: int) -> Row:
    first, last = quarters.medians(samples, lambda sample: sample.processes[name].memory_mb)
    drift = last / first - 1
    result = f"{drift:+.1%} ({first:.1f} MB, then {last:.1f} with {opened:,} tickets more)"
    return Row(
        f"{name}: memory, the last quarter's against the first's",
        f"<= {MEMORY_GOAL:+.0%}",
        result,
        drift <= MEMORY_GOAL,
    )


def _files_row(quarters: Quarters, samples: Sequence[Sample], name: str) -> Row:
    first, last = quarters.medians(samples, lambda sample: sample.processes[name].files)
    threads = quarters.medians(samples, lambda sample: sample.processes[name].threads)
    result = f"{first:.0f}, then {last:.0f}; {threads[0]:.0f} threads, then {threads[1]:.0f}"
    return Row(f"{name}: open files", "as many", result, abs(last - first) <= max(2, first * FILES_GOAL))


def _log_row(samples: Sequence[Sample]) -> Row:
    largest = max(sample.log_bytes for sample in samples)
    result = f"{largest / 2**20:.1f} MiB at most"
    return Row("write-ahead log", f"<= {LOG_GOAL_BYTES / 2**20:.0f} MiB", result, largest <= LOG_GOAL_BYTES)


def _p99_row(quarters: Quarters, calls: Sequence[Call]) -> Row:
    first, last = quarters.p99_s(calls)
    result = f"{last / first:.2f}x ({first * 1e3:.1f} ms, then {last * 1e3:.1f} ms)"
    goal = f"<= {P99_GOAL}x"
    return Row("calls, p99, the last quarter's against the first's", goal, result, last <= first * P99_GOAL)


def _processor_row(quarters: Quarters, samples: Sequence[Sample], name: str) -> Row:
    first, last = quarters.spent(samples, name)
    return Row(f"{name}: of a processor", "", f"{first:.1%}, then {last:.1%}")


def _share(samples: Sequence[Sample], name: str) -> float:
    spent_s = samples[-1].processes[name].cpu_s - samples[0].processes[name].cpu_s
    return spent_s / (samples[-1].at - samples[0].at)
