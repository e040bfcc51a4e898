"""Counts are written as the person's language writes them."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale

from client.views.numbers import count_words, tickets_words, too_long_words


@pytest.fixture(autouse=True)
def own_locale() -> Iterator[None]:
    before = QLocale()
    yield
    QLocale.setDefault(before)


@pytest.mark.parametrize(("name", "words"), [("en_GB", "2,341"), ("de_DE", "2.341"), ("C", "2341")])
def test_a_count_has_the_separators_of_the_language(name: str, words: str) -> None:
    QLocale.setDefault(QLocale(name))
    assert count_words(2_341) == words
    assert count_words(7) == "7"


def test_one_is_written_as_one() -> None:
    QLocale.setDefault(QLocale("en_GB"))
    assert [too_long_words(over) for over in (1, 2, 1_200)] == [
        "1 character too long",
        "2 characters too long",
        "1,200 characters too long",
    ]
    assert [tickets_words(count) for count in (0, 1, 2_341)] == ["0 tickets", "1 ticket", "2,341 tickets"]
