"""Service 3, the category load: the active tickets of each category, and how many are open as the load to come."""

from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

import numpy as np

from analytics.sorted_times import SortedTimes
from campusdesk.facts import Column, TicketFacts
from campusdesk.rules import Category, CategorySource, Status, Sureness, sureness
from campusdesk.v1.analytics_pb2 import CategoryLoad, CategoryLoadResult
from campusdesk.v1.ticket_pb2 import Category as CategoryOfTicket

# By the confidence in percent, as it stands in the facts.
_IS_UNSURE = np.array([sureness(percent / 100) is Sureness.UNSURE for percent in range(256)])


class _Kind(NamedTuple):
    category: int
    status: int
    unsure: bool


class CategoryLoadMetric:
    """Counts tickets by kind and keeps when the active ones were opened; there is nothing to ask: a query is None."""

    def __init__(self) -> None:
        self._counts: Counter[_Kind] = Counter()
        self._active_times = {int(category): SortedTimes() for category in Category}

    def load(self, columns: Mapping[str, Column]) -> None:
        """Begin with all facts."""
        categories, statuses = columns["category"], columns["status"]
        unsure = _IS_UNSURE[columns["confidence"]] & (columns["category_source"] != CategorySource.CORRECTED)
        # One number a kind: to count triples takes numpy a hundred times as long.
        kinds = categories.astype(np.uint32) << 16 | statuses.astype(np.uint32) << 8 | unsure
        counted = zip(*(found.tolist() for found in np.unique(kinds, return_counts=True)), strict=True)
        self._counts = Counter({_Kind(kind >> 16, kind >> 8 & 0xFF, bool(kind & 1)): n for kind, n in counted})
        for category, times in self._active_times.items():
            times.load(columns["open_time"][(categories == category) & (statuses == Status.ACTIVE)])

    def add(self, facts: TicketFacts) -> None:
        """Count one ticket in."""
        self._counts[_kind(facts)] += 1
        if facts.status == Status.ACTIVE and facts.category in self._active_times:
            self._active_times[facts.category].add(facts.open_time)

    def remove(self, facts: TicketFacts) -> None:
        """Count one ticket out."""
        self._counts[_kind(facts)] -= 1
        if facts.status == Status.ACTIVE and facts.category in self._active_times:
            self._active_times[facts.category].remove(facts.open_time)

    def result(self, query: None, now_us: int) -> CategoryLoadResult:
        """Return one entry a category, also where nothing is active."""
        return CategoryLoadResult(loads=[self._load(category) for category in Category])

    def valid_until(self, query: None, now_us: int) -> int | None:
        """Return None: no count changes by itself."""
        return None

    def slide(self, result: CategoryLoadResult, now_us: int) -> None:
        """Let all stand: nothing in it moves with the time."""

    def _load(self, category: Category) -> CategoryLoad:
        unsure = self._counts[_Kind(category, Status.ACTIVE, unsure=True)]
        times = self._active_times[category]
        load = CategoryLoad(
            category=CategoryOfTicket.ValueType(category),
            active_count=len(times),
            open_count=sum(self._counts[_Kind(category, Status.OPEN, is_unsure)] for is_unsure in (False, True)),
            unsure_count=unsure,
        )
        if len(times):
            load.median_open_time.FromMicroseconds(times.at((len(times) - 1) // 2))
        return load


def _kind(facts: TicketFacts) -> _Kind:
    unsure = bool(_IS_UNSURE[facts.confidence]) and facts.category_source != CategorySource.CORRECTED
    return _Kind(facts.category, facts.status, unsure)
