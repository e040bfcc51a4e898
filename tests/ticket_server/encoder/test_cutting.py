"""A text is cut into pieces that cover its words, and never into more than are read."""

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ticket_server.encoder.cutting import MOST_PIECES, Cutter, bounded
from ticket_server.encoder.encoder import ARTEFACTS


@cache
def cutter() -> Cutter:
    return Cutter((ARTEFACTS / "pieces.model").read_bytes())


@given(st.text(max_size=2_000))
def test_any_text_has_as_many_places_as_pieces_and_no_more_than_are_read(text: str) -> None:
    pieces, places = cutter().pieces(text), cutter().places(text)
    assert 3 < len(pieces) == len(places) <= MOST_PIECES
    assert all(0 <= place[0] <= place[1] <= len(text) for place in places if place is not None)


@pytest.mark.parametrize("text", ["x" * 10_000, "😀" * 10_000, "\n" * 10_000, "wörter und räume " * 600])
def test_the_longest_texts_are_bounded(text: str) -> None:
    assert len(cutter().pieces(text)) <= MOST_PIECES


def test_the_places_are_those_of_the_words() -> None:
    text = "Die Wörter\tcalefacción  😀 ﬁne"
    found = {text[slice(*place)].strip() for place in cutter().places(text) if place is not None}
    assert "Die" in found
    assert "".join(text[slice(*place)] for place in cutter().places(text) if place is not None) == text


@pytest.mark.parametrize(
    ("length", "kept"),
    [
        (0, []),
        (MOST_PIECES, list(range(MOST_PIECES))),
        (MOST_PIECES + 1, [*range(64), *range(65, 97)]),
        (1_000, [*range(64), *range(968, 1_000)]),
    ],
)
def test_the_first_two_thirds_and_the_last_third_are_kept(length: int, kept: list[int]) -> None:
    assert bounded(range(length)) == kept
