"""What the resolution times cost among a million tickets: to load them, after each change, and once a minute."""

import random
import time
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from functools import partial
from zoneinfo import ZoneInfo

import numpy as np

from analytics.campus_calendar import DAY_US, CampusCalendar
from analytics.resolution_time import ResolutionQuery, ResolutionTimeMetric
from campusdesk.facts import DTYPES, Column, TicketFacts
from campusdesk.rules import Category, Status
from tests.bench.table import Row, percentile, spread

TICKETS, MONTHS = 1_000_000, 37
CHANGES, BURST, MINUTES = 300, 10_000, 20
# In the simulated process a ticket takes 11.8 days on average, and half of them 5 at most.
MEDIAN_US, SIGMA = 5.07 * DAY_US, 1.3
NOW_US = int(datetime(2026, 11, 30, 12, tzinfo=UTC).timestamp()) * 1_000_000
MINUTE_US = 60_000_000
ALL = ResolutionQuery(0, 0)


def measure() -> list[Row]:
    """Return the rows of loading, of a changed month, of a minute that goes by, and of many changes."""
    columns = a_million()
    metric = ResolutionTimeMetric(CampusCalendar(ZoneInfo("Europe/Rome")))
    loaded_s = seconds(lambda: metric.load(columns))
    first_s = seconds(lambda: metric.result(ALL, NOW_US))
    changed_ms, tickets = changed(metric, columns)
    minutes_ms = [1000 * seconds(partial(metric.result, ALL, NOW_US + at * MINUTE_US)) for at in range(1, MINUTES)]
    burst = [facts_at(columns, row) for row in random.Random(2).sample(range(TICKETS - 60_000, TICKETS), BURST)]
    burst_s = seconds(lambda: touch(metric, burst))
    worst_ms = percentile(changed_ms, 0.99)
    return [
        Row(
            "resolution times of 1M tickets: loaded, then told first", "", f"{loaded_s:.2f} s, {first_s * 1000:.0f} ms"
        ),
        Row(f"a changed month of {tickets:,} tickets told anew, p99", "<= 5 ms", f"{worst_ms:.1f} ms", worst_ms <= 5),
        Row(
            f"all {MONTHS} months a minute later, the moved ones anew",
            "once a minute",
            f"{spread(minutes_ms, '.1f')} ms",
        ),
        Row("10,000 changes of tickets taken into the resolution times", "", f"{burst_s:.2f} s"),
    ]


def a_million() -> Mapping[str, Column]:
    """Return the facts of a million tickets that came at the same pace all the time, as they stand now."""
    generator = np.random.default_rng(1)
    opened = np.sort(NOW_US - generator.integers(0, int(MONTHS * 30.4 * DAY_US), TICKETS))
    closed = opened + generator.lognormal(np.log(MEDIAN_US), SIGMA, TICKETS).astype(np.int64)
    columns = {name: np.zeros(TICKETS, dtype) for name, dtype in DTYPES.items()}
    columns["id"] = np.arange(1, TICKETS + 1)
    columns["open_time"], columns["close_time"] = opened, np.where(closed <= NOW_US, closed, 0)
    columns["status"] = np.where(closed <= NOW_US, Status.CLOSED, Status.ACTIVE).astype(np.uint8)
    columns["category"] = generator.integers(min(Category), max(Category) + 1, TICKETS).astype(np.uint8)
    return columns


def changed(metric: ResolutionTimeMetric, columns: Mapping[str, Column]) -> tuple[list[float], int]:
    """Change one ticket of the last whole month after the other; return the milliseconds of each, and its tickets."""
    month = metric.result(ALL, NOW_US).months[-2]
    end = int(np.searchsorted(columns["open_time"], NOW_US - 30 * DAY_US))
    milliseconds = []
    for row in random.Random(1).sample(range(end - 20_000, end), CHANGES):
        touch(metric, [facts_at(columns, row)])
        milliseconds.append(1000 * seconds(lambda: metric.result(ALL, NOW_US)))
    return milliseconds, month.closed_count + month.not_closed_count


def touch(metric: ResolutionTimeMetric, tickets: list[TicketFacts]) -> None:
    """Count each ticket out and in again, as a change of it does."""
    for ticket in tickets:
        metric.remove(ticket)
        metric.add(ticket)


def facts_at(columns: Mapping[str, Column], row: int) -> TicketFacts:
    """Return the facts of one row."""
    return TicketFacts(*(columns[name].item(row) for name in DTYPES))


def seconds(work: Callable[[], object]) -> float:
    """Return how much processor time the work takes: others on the machine do not count."""
    begun = time.thread_time()
    work()
    return time.thread_time() - begun
