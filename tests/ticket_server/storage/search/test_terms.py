"""Texts are cut alike whoever wrote them: without case and accents, into whole words, and whatever they hold."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ticket_server.storage.search.terms import LONGEST_TERM, asked, cut


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The projector, the PROJECTOR!", ["the", "projector"]),
        ("Müller's café, naïve Ångström", ["muller", "s", "cafe", "naive", "angstrom"]),
        ("e\u0301te\u0301 Straße İstanbul ısı", ["ete", "strasse", "istanbul", "isi"]),
        ("Łódź Tromsø Ærø œuvre Đurđević", ["lodz", "tromso", "aero", "oeuvre", "durdevic"]),
        ("PC-D003-10 lab_7 C++ it's a@b.ch", ["pc", "d003", "10", "lab", "7", "c", "it", "s", "a", "b", "ch"]),
        ("ｆｕｌｌ ① ² ﬁre", ["full", "1", "2", "fire"]),
        ("厕所漏水了 WiFi坏", ["厕", "所", "漏", "水", "了", "wifi", "坏"]),
        ("ガス が", ["カ", "ス", "か"]),
        ("Кофе Ёлка Ϋ", ["кофе", "елка", "υ"]),
        ("x" * 100, ["x" * LONGEST_TERM]),
        ('" * AND ( \x00 \u202e 🙂 --', ["and"]),
        ("", []),
    ],
)
def test_a_text_is_cut_into_its_terms(text: str, expected: list[str]) -> None:
    assert cut([text]) == expected


def test_a_term_of_several_texts_is_named_once_in_the_order_of_its_first_place() -> None:
    assert cut(["dark room", "Room B1", "b1 dark"]) == ["dark", "room", "b1"]


def test_what_another_typed_word_says_already_is_not_asked_for() -> None:
    assert asked("pro projector light PROJ") == ["projector", "light"]


@given(st.text())
def test_any_text_is_cut_into_terms_that_are_cut_no_further(text: str) -> None:
    found = cut([text])
    assert all(0 < len(term) <= LONGEST_TERM for term in found)
    assert all(cut([term]) == [term] for term in found)


@given(st.text(), st.text())
def test_case_does_not_matter(first: str, second: str) -> None:
    assert set(cut([first.casefold()])) == set(cut([first]))
    assert set(cut([first, second])) == set(cut([first])) | set(cut([second]))
