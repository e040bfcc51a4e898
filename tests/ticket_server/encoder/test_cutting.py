"""A text is cut into pieces that cover its words, and never into more than are read."""

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ticket_server.encoder.cutting import COMMON, MOST_PIECES, Cutter, looked_at, telling
from ticket_server.encoder.encoder import ARTEFACTS


@cache
def cutter() -> Cutter:
    return Cutter((ARTEFACTS / "pieces.model").read_bytes())


@given(st.text(max_size=2_000))
def test_any_text_has_as_many_places_as_pieces_and_no_more_than_are_read(text: str) -> None:
    pieces, places = cutter().placed(text)
    assert pieces == cutter().pieces(text)
    assert 3 < len(pieces) == len(places) <= MOST_PIECES
    assert all(0 <= place[0] <= place[1] <= len(text) for place in places if place is not None)


@pytest.mark.parametrize("text", ["x" * 10_000, "😀" * 10_000, "\n" * 10_000, "wörter und räume " * 600])
def test_the_longest_texts_are_bounded(text: str) -> None:
    assert len(cutter().pieces(text)) <= MOST_PIECES


def test_the_places_are_those_of_the_words() -> None:
    text = "Die Wörter\tcalefacción  😀 ﬁne"
    found = {text[slice(*place)].strip() for place in cutter().placed(text)[1] if place is not None}
    assert "Die" in found
    assert "".join(text[slice(*place)] for place in cutter().placed(text)[1] if place is not None) == text


RARE = COMMON + 7


@pytest.mark.parametrize(
    ("pieces", "most", "kept"),
    [
        ([], 3, []),
        ([5, 6, 7], 3, [0, 1, 2]),
        # The commonest go first, wherever they stand.
        ([5, 90, 7, 80, 6], 3, [1, 2, 3]),
        ([RARE, 5, RARE + 1, 5, RARE], 3, [0, 2, 4]),
        # Of those that tell as much the ones in the middle go.
        ([5, 5, 5, 5, 5], 4, [0, 1, 3, 4]),
        ([RARE, RARE + 9, RARE + 1, RARE + 5, RARE], 2, [0, 4]),
        ([RARE] * 9, 4, [0, 1, 7, 8]),
        # What nobody writes twice crowds nothing out but what is commoner.
        ([RARE, 10, *[RARE + 50] * 9, 11, RARE], 4, [0, 2, 10, 12]),
        ([1, 2, 3], 0, []),
    ],
)
def test_what_tells_least_is_left_out(pieces: list[int], most: int, kept: list[int]) -> None:
    assert telling(pieces, most) == kept


@given(st.lists(st.integers(0, 2 * COMMON), max_size=300), st.integers(0, 100))
def test_never_more_are_read_and_none_that_tells_less(pieces: list[int], most: int) -> None:
    kept = telling(pieces, most)
    assert len(kept) == min(most, len(pieces))
    assert kept == sorted(set(kept))
    left = [min(piece, COMMON) for index, piece in enumerate(pieces) if index not in kept]
    assert not left or not kept or max(left) <= min(min(pieces[index], COMMON) for index in kept)


def test_the_places_of_a_long_text_are_those_of_what_is_read() -> None:
    text = "Well, it is what it is and so it was, " * 12 + "the Zephyra dishwasher floods the Keplerhaus kitchen."
    read = "".join(text[slice(*place)] for place in cutter().placed(text)[1] if place is not None)
    assert all(piece in read for piece in ("Zephy", "flood", "Keplerhaus", "kitchen"))


@given(st.text(max_size=3_000) | st.text("ab \n", min_size=1_700, max_size=4_000))
def test_of_long_texts_whole_words_of_both_ends_are_looked_at(text: str) -> None:
    seen = looked_at(text)
    assert len(seen) <= 1_801
    assert seen == text or (len(text) > 1_800 and set(seen.split()) <= {*text.split(), text[:1_200], text[-600:]})


def test_short_texts_are_looked_at_as_they_are() -> None:
    assert looked_at(" a \n b " * 200) == " a \n b " * 200
    seen = looked_at("begin " + "x " * 5_000 + "end").split()
    assert (seen[0], seen[-1]) == ("begin", "end")
