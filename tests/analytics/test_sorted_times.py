"""Sorted times against a plain list, and what a million of them take."""

import tracemalloc
from bisect import bisect_right

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.sorted_times import BUCKET_US, SortedTimes

TIMES = st.integers(-3 * BUCKET_US, 9 * BUCKET_US) | st.sampled_from(
    [edge + off for edge in (0, BUCKET_US, 2 * BUCKET_US) for off in (-1, 0, 1)]
)
# A time to add, or whether to take out one of those that are there.
STEPS = st.lists(TIMES | st.none(), max_size=60)


def kept(loaded: list[int], steps: list[int | None]) -> tuple[SortedTimes, list[int]]:
    """Return the sorted times after that history, and what should be in them."""
    times, plain = SortedTimes(), list(loaded)
    times.load(np.array(loaded, np.int64))
    for number, step in enumerate(steps):
        if step is not None:
            times.add(step)
            plain.append(step)
        elif plain:
            times.remove(plain.pop(number * 7 % len(plain)))
    return times, sorted(plain)


@given(st.lists(TIMES, max_size=40), STEPS, TIMES, TIMES)
def test_they_count_as_a_plain_list_does(loaded: list[int], steps: list[int | None], after: int, until: int) -> None:
    times, plain = kept(loaded, steps)

    assert [times.at(place) for place in range(len(times))] == plain
    assert times.rank(until) == bisect_right(plain, until)
    assert times.count(min(after, until), max(after, until)) == sum(
        min(after, until) < time <= max(after, until) for time in plain
    )
    assert times.next_after(after) == next((time for time in plain if time > after), None)


@given(st.lists(TIMES, max_size=40), STEPS, st.lists(TIMES, min_size=1, max_size=12))
def test_many_moments_at_once_count_as_each_does(loaded: list[int], steps: list[int | None], asked: list[int]) -> None:
    times, _ = kept(loaded, steps)
    moments = sorted(asked)

    assert times.ranks(np.array(moments)).tolist() == [times.rank(moment) for moment in moments]


def test_a_time_that_is_not_there_cannot_be_taken_out() -> None:
    times = SortedTimes()
    times.add(5)
    for absent in (4, 6, 5 + BUCKET_US):
        with pytest.raises(KeyError):
            times.remove(absent)
    assert len(times) == 1


@pytest.mark.parametrize("place", [-1, 1])
def test_a_place_beyond_the_times_is_refused(place: int) -> None:
    times = SortedTimes()
    times.add(5)
    with pytest.raises(IndexError):
        times.at(place)


def test_a_million_of_them_take_little_more_than_eight_bytes_each() -> None:
    drawn = np.random.default_rng(1).integers(0, 52 * BUCKET_US, 1_000_000)
    tracemalloc.start()
    try:
        times = SortedTimes()
        times.load(drawn)
        taken, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    assert len(times) == 1_000_000
    assert taken < 9_000_000
