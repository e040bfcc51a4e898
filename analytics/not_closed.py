"""The tickets that are not closed, by category and status: counted between moments of their opening."""

from collections.abc import Mapping

import numpy as np

from analytics.oldest_first import OldestFirst
from analytics.sorted_times import SortedTimes
from campusdesk.facts import Column, TicketFacts
from campusdesk.rules import Category, Status

WAITING = (Status.OPEN, Status.ACTIVE)


class NotClosed:
    """Opening times of the tickets that are not closed; all others are let pass."""

    def __init__(self) -> None:
        self._times = {int(category): _no_times() for category in Category}
        self._by_age = OldestFirst()

    def load(self, columns: Mapping[str, Column]) -> None:
        """Begin with all facts."""
        waiting = np.isin(columns["status"], WAITING)
        times, ids, categories, statuses = (
            columns[name][waiting] for name in ("open_time", "id", "category", "status")
        )
        self._by_age.load(times, ids)
        for category in np.unique(categories).tolist():
            for status in WAITING:
                self._of(category, status).load(times[(categories == category) & (statuses == status)])

    def add(self, facts: TicketFacts) -> None:
        """Count one ticket in."""
        if facts.status in WAITING:
            self._of(facts.category, facts.status).add(facts.open_time)
            self._by_age.add(facts.open_time, facts.id)

    def remove(self, facts: TicketFacts) -> None:
        """Count one ticket out."""
        if facts.status in WAITING:
            self._of(facts.category, facts.status).remove(facts.open_time)
            self._by_age.remove(facts.open_time, facts.id)

    @property
    def categories(self) -> tuple[int, ...]:
        """Return the categories that are counted: all that there are, and after them others that have been met."""
        return tuple(self._times)

    def between(self, moments: Column) -> Column:
        """Return the tickets opened after each of the rising moments and until the following one, a row for each.

        A row has how many are open and how many active, of one category after the other.
        """
        ranks = [times.ranks(moments) for by_status in self._times.values() for times in by_status.values()]
        return np.diff(ranks, axis=1).T

    def next_after(self, time_us: int) -> int | None:
        """Return when the first of them was opened after the given moment, or None."""
        nexts = (times.next_after(time_us) for by_status in self._times.values() for times in by_status.values())
        return min((moment for moment in nexts if moment is not None), default=None)

    def oldest(self) -> tuple[int, int] | None:
        """Return when the oldest was opened and its number, the least of several; None when there is none."""
        return self._by_age.oldest()

    def _of(self, category: int, status: int) -> SortedTimes:
        if category not in self._times:
            self._times[category] = _no_times()
        return self._times[category][status]


def _no_times() -> dict[int, SortedTimes]:
    return {int(status): SortedTimes() for status in WAITING}
