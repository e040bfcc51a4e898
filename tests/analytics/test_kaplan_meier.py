"""Quantiles against their definitions in exact fractions, and the estimate against the lifelines library too."""

import math
from fractions import Fraction
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.kaplan_meier import expected_median, quantile
from tests.analytics.resolution_oracle import kaplan_meier_median, least_time

# Few different times, so that many are equal, and the lengths that tickets have, in microseconds.
TIMES = st.integers(0, 12) | st.integers(0, 400 * 86_400_000_000)
SAMPLES = st.lists(TIMES, max_size=40)


def rising(times: list[int]) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    return np.array(sorted(times), np.int64)


def median_by_lifelines(durations: list[int], waits: list[int]) -> int | None:
    """Return the least time at which the estimate of lifelines is one half, or less, but for rounding."""
    from lifelines import KaplanMeierFitter

    fitter = KaplanMeierFitter().fit(durations + waits, [1] * len(durations) + [0] * len(waits))
    estimate = fitter.survival_function_["KM_estimate"]
    reached = [time for time, survival in estimate.items() if survival <= 0.5 + 1e-9]
    if all(abs(survival - 0.5) > 1e-9 for survival in estimate):
        assert fitter.median_survival_time_ == min(reached, default=math.inf)
    return int(min(reached)) if reached else None


@given(SAMPLES, SAMPLES)
def test_the_estimate_is_what_its_definition_says(durations: list[int], waits: list[int]) -> None:
    assert expected_median(rising(durations), rising(waits)) == kaplan_meier_median(durations, waits)


@given(SAMPLES, SAMPLES.filter(bool))
def test_the_estimate_is_that_of_lifelines(durations: list[int], waits: list[int]) -> None:
    assert expected_median(rising(durations), rising(waits)) == median_by_lifelines(durations, waits)


@pytest.mark.parametrize("seed", range(5))
def test_the_estimate_of_a_busy_month_is_that_of_lifelines(seed: int) -> None:
    random = np.random.default_rng(seed)
    durations, waits = random.integers(0, 10_000, 20_000), random.integers(0, 20_000, 20_000)
    closed = durations <= waits
    events, censored = np.sort(durations[closed]), np.sort(waits[~closed])

    assert expected_median(events, censored) == median_by_lifelines(events.tolist(), censored.tolist())


@given(SAMPLES.filter(bool))
def test_when_all_are_closed_the_estimate_is_their_median(durations: list[int]) -> None:
    assert expected_median(rising(durations), rising([])) == quantile(rising(durations), 50)


@pytest.mark.parametrize("count", [26_999, 27_000, 27_001, 500_000])
def test_rounding_does_not_move_the_median_of_many(count: int) -> None:
    durations = np.arange(1, count + 1)

    assert expected_median(durations, rising([])) == quantile(durations, 50) == (count + 1) // 2


@given(SAMPLES.filter(bool), st.sampled_from([1, 50, 90, 99, 100]))
def test_a_quantile_is_the_least_time_within_which_so_many_were_closed(durations: list[int], percent: int) -> None:
    assert quantile(rising(durations), percent) == least_time(durations, Fraction(percent, 100))


@pytest.mark.parametrize(
    ("durations", "waits", "expected"),
    [
        ([], [], None),
        ([], [5, 9], None),
        ([0], [], 0),
        ([3], [3], 3),
        ([3], [2], 3),
        ([3], [4, 4], None),
        ([1, 2], [9, 9], 2),
        ([1, 2], [9, 9, 9], None),
    ],
    ids=[
        "none",
        "none-closed",
        "at-once",
        "waited-as-long",
        "waited-less",
        "not-reached",
        "just-half",
        "just-not-half",
    ],
)
def test_whoever_is_not_closed_counts_for_as_long_as_he_waited(
    durations: list[int], waits: list[int], expected: int | None
) -> None:
    assert expected_median(rising(durations), rising(waits)) == expected


@given(SAMPLES, SAMPLES, st.integers(1, 100))
def test_to_wait_longer_never_lowers_the_estimate(durations: list[int], waits: list[int], longer: int) -> None:
    told = [expected_median(rising(durations), rising([wait + more for wait in waits])) for more in (0, longer)]

    assert all((first or 0) <= (math.inf if second is None else second) for first, second in pairwise(told))
    assert told[0] is not None or told[1] is None
