"""Texts are held back by what they say, and a gain must be more than chance."""

from collections import Counter

import pytest

from campusdesk.rules import Category
from ticket_server.adaptation.delta import Delta
from ticket_server.learning.fitting import Correct
from ticket_server.learning.held_back import FOLDS, Tally, folds, tally
from ticket_server.learning.models import Judged


def test_folds_are_of_like_size_and_equal_texts_stay_together() -> None:
    texts = [f"text {number % 50}" for number in range(100)]
    dealt = folds(texts)
    assert dealt[:50] == dealt[50:]
    assert set(Counter(dealt).values()) == {100 // FOLDS}
    assert folds(texts[::-1]) == dealt[::-1]


def test_what_becomes_right_and_wrong_is_counted() -> None:
    judged = Judged((0.5, 0.4, 0.1), b"", {1: 1.0})
    texts = [Correct(judged, category) for category in (Category.TECHNICAL_IT, *Category)]
    assert tally(texts, lambda _: Delta({1: (0.0, 1.0, 0.0)})) == Tally(4, 1, 2, 2, 2)
    assert tally(texts, lambda _: Delta({})) == Tally(4, 1, 1, 0, 0)


@pytest.mark.parametrize(
    ("gained", "lost", "convinces"), [(0, 0, False), (3, 0, False), (4, 0, True), (10, 6, False), (30, 10, True)]
)
def test_a_gain_convinces_when_it_is_more_than_chance(gained: int, lost: int, *, convinces: bool) -> None:
    assert Tally(100, 0, gained, gained, lost).convinces == convinces


@pytest.mark.parametrize(("before", "after", "keeps"), [(500, 497, True), (500, 496, False), (500, 520, True)])
def test_half_a_point_may_be_lost(before: int, after: int, *, keeps: bool) -> None:
    half = Tally(300, before // 2, after // 2, 0, 0)
    assert (half + Tally(300, before - before // 2, after - after // 2, 0, 0)).keeps == keeps
