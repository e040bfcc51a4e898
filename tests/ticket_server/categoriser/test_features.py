"""Texts become the same features however they are dressed, and no text becomes too many."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from ticket_server.categoriser.features import (
    HEAD_CHARACTERS,
    MAX_TOKEN_CHARACTERS,
    MAX_TOKENS,
    TAIL_CHARACTERS,
    count_features,
    read_part,
    tokens,
)


def test_case_accents_and_width_make_no_difference() -> None:
    assert tokens("LÜFTUNG défaillante Ｗｉｆｉ") == tokens("luftung DEFAILLANTE wifi")


def test_numbers_are_all_alike_and_split_room_codes() -> None:
    assert tokens("B2.14, 500 €") == ["b", "0", "0", "0", "€"]


def test_quoted_lines_of_a_reply_are_left_out() -> None:
    assert tokens("Still no heating\n> Is the printer on?\n  > yes") == ["still", "no", "heating"]


def test_a_text_of_quoted_lines_alone_is_read() -> None:
    assert tokens("> the lift is stuck") == ["the", "lift", "is", "stuck"]


def test_the_beginning_and_the_end_of_a_long_text_are_read() -> None:
    words = tokens("lift " + "blah " * 1_900 + "printer")
    assert words[0] == "lift"
    assert words[-1] == "printer"
    assert len(words) <= MAX_TOKENS


def test_of_signs_that_become_many_letters_few_are_read() -> None:
    assert (
        len(unicodedata.normalize("NFKD", read_part("\N{ARABIC LIGATURE SALLALLAHOU ALAYHE WASALLAM}" * 10_000)))
        < 1_300
    )
    assert len(read_part("\N{HANGUL SYLLABLE GAG}" * 10_000)) == HEAD_CHARACTERS + TAIL_CHARACTERS + 1


def test_words_pairs_and_pieces_are_counted() -> None:
    whole, pieces = count_features("no heat no heat")
    assert whole == {"=no": 2, "=heat": 2, "=no heat": 2, "=heat no": 1}
    assert pieces["<no"] == 2
    assert pieces["heat>"] == 2
    assert "o he" not in pieces


def test_a_piece_counts_once_a_word() -> None:
    _, pieces = count_features("aaaaaa baaaa")
    assert pieces["aaa"] == 2


def test_a_text_without_words_has_no_features() -> None:
    assert count_features(" \n?!… ") == ({}, {})


@given(st.text(st.characters(), max_size=10_000))
def test_any_text_gives_few_and_short_words(text: str) -> None:
    words = tokens(text)
    assert len(words) <= MAX_TOKENS
    assert all(0 < len(word) <= MAX_TOKEN_CHARACTERS for word in words)
