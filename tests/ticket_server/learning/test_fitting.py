"""A fit explains the corrections by as little as it can, and leaves the rest."""

import pytest

from campusdesk.rules import Category
from ticket_server.learning.fitting import LEAST_CORRECTIONS, Correct, fit
from ticket_server.learning.models import Judged

SURE = (0.9, 0.05, 0.05)


def correction(*buckets: int, vector: bytes = b"") -> Correct:
    return Correct(Judged(SURE, vector, dict.fromkeys(buckets, 1.0)), Category.TECHNICAL_IT)


def chance_of_it(examples: list[Correct], judged: Judged, *, with_meaning: bool = True) -> float:
    return fit(examples, with_meaning=with_meaning).applied(judged.chances, judged.words, judged.vector)[1]


def test_a_word_of_enough_corrections_is_learned_and_a_rarer_one_is_not() -> None:
    examples = [correction(1) for _ in range(LEAST_CORRECTIONS)] + [correction(2) for _ in range(LEAST_CORRECTIONS - 1)]
    delta = fit(examples, with_meaning=True)
    assert list(delta.words) == [1]
    assert delta.words[1][1] > 0 > delta.words[1][0]


def test_the_more_corrections_the_surer() -> None:
    judged = Judged(SURE, b"", {1: 1.0})
    few, many = (chance_of_it([correction(1)] * count, judged) for count in (3, 40))
    assert SURE[1] < few < many
    assert many > 0.8


def test_texts_that_should_stay_hold_against_corrections() -> None:
    stays = Correct(Judged(SURE, b"", {1: 1.0}), None)
    free = chance_of_it([correction(1)] * 5, stays.judged)
    assert chance_of_it([*[correction(1)] * 5, *[stays] * 100], stays.judged) < free / 2


def test_texts_of_a_like_meaning_are_corrected_too_if_meaning_counts() -> None:
    here, there = bytes([127, 0]), bytes([0, 127])
    examples = [correction(vector=here)] * 20
    near, far = (Judged(SURE, vector, {}) for vector in (here, there))
    assert chance_of_it(examples, near) > 0.5
    assert chance_of_it(examples, far) == pytest.approx(SURE[1], abs=0.01)
    assert chance_of_it(examples, near, with_meaning=False) == pytest.approx(SURE[1])
