"""Service 3, the category load: how many tickets of each category are active, and how many open as the load to come."""

from collections import Counter
from collections.abc import Mapping

import numpy as np

from campusdesk.facts import Column, TicketFacts
from campusdesk.rules import Category, Status
from campusdesk.v1.analytics_pb2 import CategoryLoad, CategoryLoadResult
from campusdesk.v1.ticket_pb2 import Category as CategoryOfTicket


class CategoryLoadMetric:
    """Counts tickets by category and status; there is nothing to ask, so a query is None."""

    def __init__(self) -> None:
        self._counts: Counter[tuple[int, int]] = Counter()

    def load(self, columns: Mapping[str, Column]) -> None:
        """Begin with all facts."""
        # One number a kind: to count pairs takes numpy a hundred times as long.
        kinds, counts = np.unique(columns["category"].astype(np.uint16) << 8 | columns["status"], return_counts=True)
        self._counts = Counter(
            {divmod(kind, 256): count for kind, count in zip(kinds.tolist(), counts.tolist(), strict=True)}
        )

    def add(self, facts: TicketFacts) -> None:
        """Count one ticket in."""
        self._counts[facts.category, facts.status] += 1

    def remove(self, facts: TicketFacts) -> None:
        """Count one ticket out."""
        self._counts[facts.category, facts.status] -= 1

    def result(self, query: None, now_us: int) -> CategoryLoadResult:
        """Return one entry a category, also where nothing is active."""
        return CategoryLoadResult(loads=[self._load(category) for category in Category])

    def valid_until(self, query: None, now_us: int) -> int | None:
        """Return None: no count changes by itself."""
        return None

    def slide(self, result: CategoryLoadResult, now_us: int) -> None:
        """Let all stand: nothing in it moves with the time."""

    def _load(self, category: Category) -> CategoryLoad:
        return CategoryLoad(
            category=CategoryOfTicket.ValueType(category),
            active_count=self._counts[category, Status.ACTIVE],
            open_count=self._counts[category, Status.OPEN],
        )
