"""Where bars would stand in the same column the highest is drawn; where each has one, all of them."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from client.views.plots.columns import Columns

COUNTS = st.lists(st.integers(0, 9), min_size=1, max_size=120)


def columns(counts: list[int], pixels: float) -> Columns:
    start = np.arange(len(counts), dtype=np.float64)
    return Columns(start, start + 1, np.array(counts, np.float64), pixels)


@given(COUNTS, st.integers(0, 300))
def test_no_bar_is_hidden_by_a_lower_one(counts: list[int], pixels: int) -> None:
    shared = columns(counts, pixels)
    for at, count in enumerate(counts):
        drawn = shared.drawn_for(at)
        assert drawn in shared.drawn
        assert counts[drawn] >= count
        assert shared.drawn_for(drawn) == drawn


@given(COUNTS, st.integers(0, 300))
def test_each_bar_is_in_one_column_beside_those_that_share_it(counts: list[int], pixels: int) -> None:
    shared = columns(counts, pixels)
    assert sum(shared.beside(int(at)) for at in shared.drawn) == len(counts)
    assert all(np.diff(shared.drawn) > 0)


@given(COUNTS, st.integers(2, 300))
def test_what_is_drawn_stands_where_its_bar_does(counts: list[int], pixels: int) -> None:
    shared = columns(counts, pixels)
    if shared.is_shared:
        left, middle = shared.left(), shared.drawn + 0.5
        assert np.all(left <= middle + 1e-9)
        assert np.all(middle <= left + shared.width + 1e-9)
        assert len(shared.drawn) <= pixels // 2 + 1
    else:
        assert shared.drawn.tolist() == list(range(len(counts)))


def test_without_bars_there_is_nothing() -> None:
    assert columns([], 100).drawn.tolist() == []
