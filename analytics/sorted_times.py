"""Times kept sorted: to add one, and to count those between two, costs little among a million; each takes 8 bytes."""

from array import array
from bisect import bisect_left, bisect_right
from itertools import accumulate

import numpy as np

from campusdesk.facts import Column

# A day: at a million tickets a year a bucket is 22 KB, which is moved in a microsecond.
BUCKET_US = 86_400 * 1_000_000


class SortedTimes:
    """Times in microseconds, in buckets of a day; one that comes twice counts twice."""

    def __init__(self) -> None:
        self._buckets: dict[int, array[int]] = {}
        # The numbers of the buckets, rising, and how many times come before each and in all; made anew when asked for.
        self._keys: list[int] = []
        self._before: list[int] = [0]
        self._counted = True

    def load(self, times: Column) -> None:
        """Begin with these times, in any order."""
        ordered = np.sort(times).astype(np.int64, copy=False)
        keys, starts = np.unique(ordered // BUCKET_US, return_index=True)
        self._buckets = {}
        for key, part in zip(keys.tolist(), np.split(ordered, starts[1:]), strict=False):
            self._buckets[key] = array("q", part.tobytes())
        self._counted = False

    def add(self, time_us: int) -> None:
        """Count one time in."""
        bucket = self._buckets.setdefault(time_us // BUCKET_US, array("q"))
        bucket.insert(bisect_right(bucket, time_us), time_us)
        self._counted = False

    def remove(self, time_us: int) -> None:
        """Count one time out that was counted in; raises KeyError for another one."""
        bucket = self._buckets[time_us // BUCKET_US]
        place = bisect_left(bucket, time_us)
        if place == len(bucket) or bucket[place] != time_us:
            raise KeyError(time_us)
        del bucket[place]
        if not bucket:
            del self._buckets[time_us // BUCKET_US]
        self._counted = False

    def __len__(self) -> int:
        self._count()
        return self._before[-1]

    def rank(self, time_us: int) -> int:
        """Return how many times are not after the given one."""
        self._count()
        key = time_us // BUCKET_US
        place = bisect_left(self._keys, key)
        if place == len(self._keys) or self._keys[place] != key:
            return self._before[place]
        return self._before[place] + bisect_right(self._buckets[key], time_us)

    def ranks(self, moments: Column) -> Column:
        """Return how many times are not after each of the rising moments, of which there is one at least."""
        self._count()
        first, last = int(moments[0]) // BUCKET_US, int(moments[-1]) // BUCKET_US
        begin, end = bisect_left(self._keys, first), bisect_right(self._keys, last)
        if len(moments) < end - begin:
            # A few far apart: there is less to look at in the buckets of each than in all between them.
            return np.array([self.rank(moment) for moment in moments.tolist()], np.int64)
        times = np.frombuffer(b"".join([self._buckets[key] for key in self._keys[begin:end]]), np.int64)
        return self._before[begin] + times.searchsorted(moments, side="right")

    def count(self, after_us: int, until_us: int) -> int:
        """Return how many times lie in (after, until]."""
        return self.rank(until_us) - self.rank(after_us)

    def at(self, place: int) -> int:
        """Return the time that so many others come before, 0 to `len(self) - 1`."""
        self._count()
        if not 0 <= place < self._before[-1]:
            raise IndexError(place)
        index = bisect_right(self._before, place) - 1
        return self._buckets[self._keys[index]][place - self._before[index]]

    def next_after(self, time_us: int) -> int | None:
        """Return the first time after the given one, or None."""
        place = self.rank(time_us)
        return self.at(place) if place < self._before[-1] else None

    def _count(self) -> None:
        if not self._counted:
            self._keys = sorted(self._buckets)
            self._before = [0, *accumulate(len(self._buckets[key]) for key in self._keys)]
            self._counted = True
