"""The oldest ticket against a plain search."""

from random import Random

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from analytics.oldest_first import OldestFirst
from analytics.sorted_times import BUCKET_US

# Few moments, so that many tickets share one.
TICKETS = st.dictionaries(
    st.integers(1, 30), st.sampled_from([-BUCKET_US, -1, 0, 1, BUCKET_US - 1, BUCKET_US]), max_size=30
)


@given(TICKETS, TICKETS, st.randoms(use_true_random=False))
def test_it_is_the_least_number_of_the_oldest(loaded: dict[int, int], added: dict[int, int], random: Random) -> None:
    tickets = OldestFirst()
    tickets.load(np.array(list(loaded.values()), np.int64), np.array(list(loaded), np.int64))
    known = {(time, number) for number, time in loaded.items()}
    for number, time in added.items():
        tickets.add(time, 100 + number)
        known.add((time, 100 + number))
    while known:
        assert tickets.oldest() == min(known)
        gone = random.choice(sorted(known))
        known.remove(gone)
        tickets.remove(*gone)
    assert tickets.oldest() is None
