"""The words that spoke for a category: whole, as they stand in the text, and by what they really gave."""

import math
import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campusdesk.rules import LIMITS, Category
from ticket_server.categoriser.explaining import MOST_WORDS, speaking, word_shares
from ticket_server.categoriser.features import MAX_TOKENS
from ticket_server.categoriser.model import CATEGORIES, Categoriser

SHIPPED = Categoriser.load()
TEMPERATURE = SHIPPED.temperature
IT = Category.TECHNICAL_IT


def log_odds(text: str, category: Category) -> float:
    """Return by how much the category's score exceeds the others' on average, from the model's probabilities."""
    logs = [TEMPERATURE * math.log(chance) for chance in SHIPPED.probabilities(text)]
    own = logs[CATEGORIES.index(category)]
    return own - (sum(logs) - own) / (len(logs) - 1)


@pytest.mark.parametrize(
    ("text", "category", "words"),
    [
        ("The radiator in my office is cold, and the RADIATOR leaks", Category.FACILITY_MANAGEMENT, {"radiator"}),
        ("The Wi-Fi is slow", IT, {"Wi-Fi"}),
        ("Bonjour, l'imprimante ne répond plus", IT, {"l'imprimante"}),
        ("La secretaría no contesta", Category.SERVICES_COMPLAINTS, {"secretaría", "contesta"}),
        ("Drucker kaputt, Paßwort vergessen", IT, {"Drucker", "Paßwort"}),
    ],
)
def test_the_words_that_say_it_are_named(text: str, category: Category, words: set[str]) -> None:
    assert SHIPPED.categorise(text).category == category
    assert words <= set(speaking(SHIPPED, text, category))


def test_filling_is_not_named() -> None:
    found = speaking(SHIPPED, "Hello, I think that the password of the account is what I forgot, and so on", IT)
    assert "password" in found
    assert not {"Hello", "I", "that", "the", "of", "is", "and", "so", "on"} & set(found)


def test_the_strongest_word_comes_first() -> None:
    text = "The WiFi in the library is slow and the printer is offline"
    shares = word_shares(SHIPPED, text, IT)
    found = speaking(SHIPPED, text, IT)
    assert found[0] == max(shares, key=shares.__getitem__)
    assert [shares[word] for word in found] == sorted((shares[word] for word in found), reverse=True)


@pytest.mark.parametrize("category", Category)
@given(
    text=st.lists(st.sampled_from(["the", "printer", "l'ascenseur", "Mensa", "coupé", "B105", "rude_ly"])).map(" ".join)
)
def test_the_shares_sum_to_what_the_model_says(category: Category, text: str) -> None:
    assert sum(word_shares(SHIPPED, text, category).values()) == pytest.approx(log_odds(text, category), abs=1e-9)


def test_they_still_do_where_only_the_ends_of_a_text_are_read() -> None:
    text = " ".join(["printer", "is", "rude"] * MAX_TOKENS)
    assert sum(word_shares(SHIPPED, text, IT).values()) == pytest.approx(log_odds(text, IT), abs=1e-9)


def test_without_the_strongest_word_the_category_is_less_likely() -> None:
    text = "The projector in the lecture hall shows no picture"
    strongest = speaking(SHIPPED, text, IT)[0]
    index = CATEGORIES.index(IT)
    assert SHIPPED.probabilities(text.replace(strongest, ""))[index] < SHIPPED.probabilities(text)[index]


def test_a_word_written_with_loose_accents_stays_whole() -> None:
    text = unicodedata.normalize("NFD", "Die Tür klemmt, das Schloß auch")
    assert unicodedata.normalize("NFD", "Tür") in word_shares(SHIPPED, text, Category.FACILITY_MANAGEMENT)


def test_nothing_speaks_where_nothing_is_known() -> None:
    assert speaking(SHIPPED, "\U0001f643\U0001f643 !!", IT) == ()


@pytest.mark.parametrize(
    "text", ["\x1b[31mprinter\x07", "a" * 10_000, "> " * 5_000, "漏水" * 5_000, "-'" * 5_000 + "a"]
)
def test_a_hostile_text_is_explained_too(text: str) -> None:
    assert all(word in text for word in speaking(SHIPPED, text, IT))


@given(st.text(st.characters(), max_size=LIMITS["description"]), st.sampled_from(Category))
def test_what_is_named_are_whole_words_of_any_text(text: str, category: Category) -> None:
    found = speaking(SHIPPED, text, category)
    assert len(found) <= MOST_WORDS
    assert len(set(found)) == len(found)
    for word in found:
        assert re.search(rf"(?<![^\W_]){re.escape(word)}(?![^\W_])", text)
