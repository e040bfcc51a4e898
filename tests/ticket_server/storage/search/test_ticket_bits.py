"""Bits a ticket, against plain sets of numbers."""

from functools import reduce

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from ticket_server.storage.search.ticket_bits import TicketBits, among, newest

LAST = 70
NUMBERS = st.frozensets(st.integers(1, LAST))
WORDS = st.frozensets(st.sampled_from("abcx"))


@given(
    st.fixed_dictionaries({"a": NUMBERS, "b": NUMBERS, "c": NUMBERS}),
    st.lists(st.tuples(st.integers(1, LAST), WORDS), max_size=3),
    st.frozensets(st.sampled_from("abc"), min_size=1),
    NUMBERS,
    st.integers(1, 9),
)
def test_bits_hold_what_sets_hold(
    added: dict[str, frozenset[int]],
    replaced: list[tuple[int, frozenset[str]]],
    wanted: frozenset[str],
    asked: frozenset[int],
    limit: int,
) -> None:
    bits, sets = TicketBits(added, LAST), {beginning: set(numbers) for beginning, numbers in added.items()}
    for beginning, numbers in added.items():
        bits.add(beginning, np.array(sorted(numbers), np.int64))
    for number, words in replaced:
        bits.replace(number, words)
        sets = {
            beginning: held - {number} | ({number} if beginning in words else set()) for beginning, held in sets.items()
        }
    together = reduce(set.intersection, (sets[beginning] for beginning in wanted))
    found = bits.of_all(sorted(wanted))
    assert newest(found, limit) == sorted(together, reverse=True)[:limit]
    assert among(found, np.array(sorted(asked), np.int64)).tolist() == sorted(together & asked)


def test_there_is_room_for_the_last_ticket() -> None:
    assert [TicketBits("a", last).last_ticket_id for last in (0, 7, 8, 70)] == [7, 7, 15, 71]


def test_a_replaced_ticket_holds_no_more_what_it_held() -> None:
    bits = TicketBits("ab", LAST)
    bits.add("a", np.array([4, 5, 6], np.int64))
    bits.replace(5, ["b"])
    assert [newest(bits.of_all([beginning]), 9) for beginning in "ab"] == [[6, 4], [5]]
