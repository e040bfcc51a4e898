"""The tickets that are not closed, by category and status: counted between moments of their opening."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple, TypeAlias

import numpy as np

from analytics.oldest_first import OldestFirst
from analytics.sorted_times import SortedTimes
from campusdesk.facts import Column, TicketFacts
from campusdesk.rules import Status

WAITING = (Status.OPEN, Status.ACTIVE)


class Waiting(NamedTuple):
    """How many tickets are open and how many active."""

    open: int
    active: int


# By category; those without any are left out.
Tally: TypeAlias = dict[int, Waiting]


def total(counts: Iterable[Waiting]) -> Waiting:
    """Return the sum of counts."""
    opened = active = 0
    for count in counts:
        opened += count.open
        active += count.active
    return Waiting(opened, active)


class NotClosed:
    """Opening times of the tickets that are not closed; all others are let pass."""

    def __init__(self) -> None:
        self._times: dict[int, dict[int, SortedTimes]] = {}
        self._by_age = OldestFirst()

    def load(self, columns: Mapping[str, Column]) -> None:
        """Begin with all facts."""
        waiting = np.isin(columns["status"], WAITING)
        times, ids, categories, statuses = (
            columns[name][waiting] for name in ("open_time", "id", "category", "status")
        )
        self._by_age.load(times, ids)
        self._times = {}
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

    def between(self, moments: Sequence[int]) -> list[Tally]:
        """Return the tickets opened after each of the rising moments and until the following one."""
        tallies: list[Tally] = [{} for _ in moments[1:]]
        for category, by_status in self._times.items():
            ranks = ([times.rank(moment) for moment in moments] for times in by_status.values())
            counts = zip(*([until - before for before, until in pairwise(one)] for one in ranks), strict=True)
            for tally, (opened, active) in zip(tallies, counts, strict=True):
                if opened or active:
                    tally[category] = Waiting(opened, active)
        return tallies

    def next_after(self, time_us: int) -> int | None:
        """Return when the first of them was opened after the given moment, or None."""
        nexts = (times.next_after(time_us) for by_status in self._times.values() for times in by_status.values())
        return min((moment for moment in nexts if moment is not None), default=None)

    def oldest(self) -> tuple[int, int] | None:
        """Return when the oldest was opened and its number, the least of several; None when there is none."""
        return self._by_age.oldest()

    def _of(self, category: int, status: int) -> SortedTimes:
        if category not in self._times:
            self._times[category] = {one: SortedTimes() for one in WAITING}
        return self._times[category][status]
