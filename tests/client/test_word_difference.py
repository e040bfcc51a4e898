"""What changed in a text is told word by word, whole or folded, and never takes long."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from client.word_difference import Kind, Piece, difference, folded

TEXTS = st.lists(st.sampled_from(["a", "bb", " ", "\n", "ccc ", "é"]), max_size=40).map("".join)
KEPT, REMOVED, ADDED = Kind


def test_words_that_came_and_went_are_told_where_they_were() -> None:
    assert difference("No light in B-105, again", "No light in B-106, again!") == [
        Piece(KEPT, "No light in"),
        Piece(REMOVED, " B-105, again"),
        Piece(ADDED, " B-106, again!"),
    ]
    assert difference("No light", "No light at all") == [Piece(KEPT, "No light"), Piece(ADDED, " at all")]
    assert difference("one two three", "one three") == [
        Piece(KEPT, "one"),
        Piece(REMOVED, " two"),
        Piece(KEPT, " three"),
    ]
    assert difference("", "new") == [Piece(ADDED, "new")]
    assert difference("same", "same") == [Piece(KEPT, "same")]


@given(TEXTS, TEXTS)
def test_both_texts_can_be_read_from_the_pieces(before: str, after: str) -> None:
    pieces = difference(before, after)
    assert "".join(piece.text for piece in pieces if piece.kind is not ADDED) == before
    assert "".join(piece.text for piece in pieces if piece.kind is not REMOVED) == after
    assert all(piece.text for piece in pieces)


def test_very_different_long_texts_change_as_a_whole() -> None:
    before, after = (" ".join(f"{word}{number}" for number in range(500)) for word in "ab")
    assert [piece.kind for piece in difference(before, after)] == [REMOVED, ADDED]


def test_little_is_shown_of_what_stayed_the_same() -> None:
    many = " ".join(f"w{number}" for number in range(30))
    told = folded(difference(f"{many} old {many} gone", f"{many} new {many}"))
    assert told == [
        Piece(KEPT, "… w24 w25 w26 w27 w28 w29"),
        Piece(REMOVED, " old"),
        Piece(ADDED, " new"),
        Piece(KEPT, " w0 w1 w2 w3 w4 w5 … w24 w25 w26 w27 w28 w29"),
        Piece(REMOVED, " gone"),
    ]


def test_what_is_short_is_not_folded() -> None:
    pieces = difference("The lamp in the hall is dark", "The lamp in the hall blinks")
    assert folded(pieces) == pieces
    same = difference("w " * 50, "w " * 50)
    assert folded(same) == same


@pytest.mark.parametrize("kind", [REMOVED, ADDED])
def test_a_long_part_that_came_or_went_is_shortened(kind: Kind) -> None:
    (piece,) = folded([Piece(kind, "word " * 100)])
    assert piece.text.split() == ["word"] * 40 + ["…"]
