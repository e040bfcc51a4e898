"""What is added to chances moves them by the campus's own words and by the meaning, and by nothing else."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campusdesk.rules import Category
from tests.ticket_server.adaptation.made import WORD, delta, light, scores_for
from ticket_server.adaptation.delta import Delta, own_words

CHANCES = (0.7, 0.2, 0.1)


def test_a_delta_of_nothing_leaves_the_chances() -> None:
    assert Delta({}).applied(CHANCES, {1: 1.0}) == pytest.approx(CHANCES)


def test_the_logarithms_of_the_chances_move_by_what_is_added() -> None:
    after = Delta({5: (0.0, 1.0, 0.0)}).applied(CHANCES, {5: 0.5, 6: 1.0})
    assert math.log(after[1] / after[0]) == pytest.approx(math.log(0.2 / 0.7) + 0.5)
    assert math.log(after[2] / after[0]) == pytest.approx(math.log(0.1 / 0.7))


def test_the_direction_of_the_meaning_counts() -> None:
    learned = Delta({}, ((0.0, 0.0, 0.0), (0.0, 0.0, 2.0)))
    after = learned.applied(CHANCES, {}, bytes([0, 256 - 127]))
    assert math.log(after[2] / after[0]) == pytest.approx(math.log(0.1 / 0.7) - 2)


@given(
    st.lists(st.floats(0, 1), min_size=3, max_size=3),
    st.tuples(*[st.floats(-1e3, 1e3)] * 3),
    st.floats(0, 1),
)
def test_chances_stay_chances(chances: list[float], added: tuple[float, ...], share: float) -> None:
    after = Delta({1: added}).applied(chances, {1: share})
    assert sum(after) == pytest.approx(1)
    assert all(0 <= chance <= 1 for chance in after)


def test_a_word_is_the_less_a_campuss_own_the_more_texts_have_it() -> None:
    (unknown,) = own_words(light(), WORD).values()
    assert unknown == 1
    assert own_words(light(), "the wifi printer") == {}
    assert own_words(light(), f"{WORD} {WORD.upper()}, the {WORD}!") == own_words(light(), WORD)


@given(st.text(max_size=300))
def test_any_text_has_own_words_of_a_share(text: str) -> None:
    assert all(0 < share <= 1 for share in own_words(light(), text).values())


def test_the_lead_of_a_word_is_over_the_others_mean() -> None:
    learned = delta(Category.TECHNICAL_IT)
    words = own_words(light(), WORD)
    assert learned.lead(words, 1) == pytest.approx(10)
    assert learned.lead(words, 0) == pytest.approx(-5)
    assert scores_for(Category.TECHNICAL_IT)[1] == 10
