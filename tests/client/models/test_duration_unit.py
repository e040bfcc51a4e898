"""Times are told in the unit that leaves few digits and loses nothing."""

import math

import numpy as np
import pytest

from client.models.duration_unit import DurationUnit, duration_words

HOUR_S, DAY_S = 3_600, 86_400


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0, "0.0 min"),
        (119 * 60, "119.0 min"),
        (2 * HOUR_S, "2.0 h"),
        (3 * HOUR_S, "3.0 h"),
        (47 * HOUR_S, "47.0 h"),
        (2 * DAY_S, "2.0 days"),
        (400 * DAY_S, "400.0 days"),
    ],
)
def test_a_time_is_told_in_the_unit_that_fits_it(seconds: float, words: str) -> None:
    assert duration_words(seconds) == words


def test_without_a_time_it_is_days() -> None:
    assert DurationUnit.fitting(math.nan) is DurationUnit.DAYS


def test_cells_are_in_one_unit_and_empty_where_there_is_no_time() -> None:
    assert DurationUnit.HOURS.cells(np.array([5_400.0, math.nan])) == [1.5, None]
