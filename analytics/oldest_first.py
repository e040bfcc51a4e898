"""Tickets by the time of their opening: which is the oldest."""

from array import array
from bisect import bisect_left, bisect_right

import numpy as np

from analytics.sorted_times import BUCKET_US
from campusdesk.facts import Column


class OldestFirst:
    """Numbers of tickets by their opening times, in the buckets of `SortedTimes`: 16 bytes a ticket."""

    def __init__(self) -> None:
        self._buckets: dict[int, tuple[array[int], array[int]]] = {}

    def load(self, times: Column, ids: Column) -> None:
        """Begin with tickets opened at these times."""
        order = np.lexsort((ids, times))
        ordered = times[order]
        keys, starts = np.unique(ordered // BUCKET_US, return_index=True)
        parts = zip(np.split(ordered, starts[1:]), np.split(ids[order], starts[1:]), strict=True)
        self._buckets = {
            key: (array("q", part.tobytes()), array("q", numbers.tobytes()))
            for key, (part, numbers) in zip(keys.tolist(), parts, strict=False)
        }

    def add(self, time_us: int, ticket_id: int) -> None:
        """Count one ticket in."""
        times, ids = self._buckets.setdefault(time_us // BUCKET_US, (array("q"), array("q")))
        place = _place(times, ids, time_us, ticket_id)
        times.insert(place, time_us)
        ids.insert(place, ticket_id)

    def remove(self, time_us: int, ticket_id: int) -> None:
        """Count one ticket out that was counted in."""
        times, ids = self._buckets[time_us // BUCKET_US]
        place = _place(times, ids, time_us, ticket_id)
        del times[place], ids[place]
        if not times:
            del self._buckets[time_us // BUCKET_US]

    def oldest(self) -> tuple[int, int] | None:
        """Return when the oldest was opened and its number, the least of several; None when there is none."""
        if not self._buckets:
            return None
        times, ids = self._buckets[min(self._buckets)]
        return times[0], ids[0]


def _place(times: "array[int]", ids: "array[int]", time_us: int, ticket_id: int) -> int:
    first = bisect_left(times, time_us)
    return bisect_left(ids, ticket_id, first, bisect_right(times, time_us, first))
