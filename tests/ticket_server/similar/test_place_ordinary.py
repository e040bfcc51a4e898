"""The ordinary words of reports are no proper names."""

from ticket_server.similar.place_ordinary import ordinary_words


def test_common_nouns_of_all_languages_are_ordinary_and_names_are_not() -> None:
    words = ordinary_words()
    assert words >= {"heating", "riscaldamento", "heizung", "chauffage", "calefaccion"}
    assert not words & {"curie", "humboldt", "bartolomeo", "pasteur", "moodle"}


def test_words_are_folded_and_sorted() -> None:
    assert all(word == word.lower() and len(word) >= 3 for word in ordinary_words())
