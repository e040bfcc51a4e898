"""Ordinary words are those that mostly stand in small letters, and German nouns."""

import ordinary_words
from ticket_server.similar.place_ordinary import ARTEFACT

ENGLISH = ("Nobody found the key, and Curie is locked. The hall is cold.", "en")
GERMAN = ("Die Heizung tropft, und im Flur ist Wasser.", "de")


def test_names_in_the_middle_of_sentences_are_left_out() -> None:
    words = ordinary_words.ordinary_words([ENGLISH] * 2)
    assert {"found", "key", "hall", "cold"} <= set(words)
    assert not {"curie", "nobody"} & set(words)


def test_german_nouns_are_ordinary_when_they_are_frequent() -> None:
    assert "heizung" not in ordinary_words.ordinary_words([GERMAN] * 2)
    assert "heizung" in ordinary_words.ordinary_words([GERMAN] * 3)


def test_the_written_words_are_those_of_the_corpus_and_of_the_incidents() -> None:
    assert ARTEFACT.read_text(encoding="utf-8").split() == ordinary_words.read_words()
