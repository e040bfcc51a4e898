"""Texts are cut alike whoever wrote them: without case and accents, into whole words, and whatever they hold."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from campusdesk.terms import LONGEST_TERM, asked, cut, folded, hits


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


# Letters that fold in every way there is, beside what parts words.
LETTERS = st.text("aAeE\u00e9\u0301\u0327\u00c6\u00df\u0130\ufb01\u00bd1 -_\u6c34\u30ac\U0001f642x")


@pytest.mark.parametrize(
    ("text", "query", "marked"),
    [
        ("The Projector is projecting", "proj", ["Proj", "proj"]),
        ("Café in the caf\u00e9teria", "CAFE", ["Café", "caf\u00e9"]),
        ("cafe\u0301s", "café", ["cafe\u0301"]),
        ("Große Ærø", "grosse ae", ["Große", "Æ"]),
        ("no wifi, WiFi", "wifi n", ["n", "wifi", "WiFi"]),
        ("the lab", "b", []),
        ("🙂 厕所漏水了", "漏水", ["漏", "水"]),
        ("y" * 100, "y" * 60, ["y" * LONGEST_TERM]),
        ("anything", "?!", []),
    ],
)
def test_the_beginnings_of_words_that_were_asked_for_are_hits(text: str, query: str, marked: list[str]) -> None:
    assert [text[first:last] for first, last in hits(text, asked(query))] == marked


@given(st.text() | LETTERS, st.text() | LETTERS)
@example("0¼", "¼")
def test_a_text_has_hits_of_just_the_terms_that_it_is_found_by(text: str, query: str) -> None:
    wanted = asked(query)
    terms = cut([text])
    shown = cut(text[first:last] for first, last in hits(text, wanted))
    # A character that is several words, such as a fraction, is marked whole for any of them.
    is_exact = all(len(cut([character])) < 2 for character in text)
    for term in wanted:
        found = any(each.startswith(term) for each in terms)
        marked = any(each.startswith(term) for each in shown)
        assert found == marked if is_exact else found <= marked


@given(st.text() | LETTERS, st.text() | LETTERS)
def test_hits_stand_in_order_and_apart(text: str, query: str) -> None:
    places = [0, *(place for hit in hits(text, asked(query)) for place in hit), len(text)]
    assert places == sorted(places)
    assert all(first < last for first, last in hits(text, asked(query)))


@given(st.text() | LETTERS)
def test_a_text_is_folded_character_by_character(text: str) -> None:
    assert folded(text) == "".join(map(folded, text))
