"""The corpus obeys its rules, what is trained from it is made the same way each time, and its scores do not fall."""

import json
from collections import Counter
from functools import cache
from itertools import product
from pathlib import Path

import numpy as np
import pytest

from campusdesk.rules import LIMITS, Category
from ticket_server.categoriser.fit import CORPUS, DEVELOPMENT, CrossValidation, Example, Fitted, fit, read_corpus
from ticket_server.categoriser.model import ARTEFACT
from train_categoriser import (
    calibration_error,
    groups,
    judged,
    labels_of,
    macro_f1,
    report,
    surest,
)

LANGUAGES = ("en", "it", "de", "fr", "es")
CORPUS_KEYS = ["text", "category", "language", "topic", "hard"]


@cache
def corpus() -> list[Example]:
    return read_corpus(CORPUS)


@cache
def fitted() -> Fitted:
    return fit(corpus())


def accuracy(validation: CrossValidation, group: str = "") -> float:
    right = validation.probabilities.argmax(axis=1) == labels_of(corpus())
    return float(right[groups(corpus())[group]].mean() if group else right.mean())


@cache
def unseen() -> list[Example]:
    return read_corpus(DEVELOPMENT)


@pytest.mark.parametrize("path", [CORPUS, DEVELOPMENT])
def test_each_record_has_its_keys_and_its_topic_is_a_slug(path: Path) -> None:
    for line in path.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        assert list(record) == CORPUS_KEYS
        assert record["topic"] == record["topic"].strip().lower().replace(" ", "-")
        assert isinstance(record["hard"], bool)


def test_texts_could_stand_in_a_ticket() -> None:
    assert all(0 < len(example.text.strip()) <= LIMITS["description"] for example in corpus() + unseen())


def test_no_text_stands_twice_or_in_both_files() -> None:
    times = Counter(" ".join(example.text.casefold().split()) for example in corpus() + unseen())
    assert [text for text, count in times.items() if count > 1] == []


def test_there_are_enough_texts_in_each_category() -> None:
    times = Counter(example.category for example in corpus())
    assert len(corpus()) >= 9_600
    assert set(times) == set(Category)
    assert max(times.values()) <= 1.15 * min(times.values())


def test_five_languages_have_their_share() -> None:
    times = Counter(example.language for example in corpus())
    assert times["en"] <= 0.6 * len(corpus())
    assert min(times[language] for language in LANGUAGES) >= 0.1 * len(corpus())


def test_hard_texts_are_many_and_in_each_category_and_language() -> None:
    hard = [example for example in corpus() if example.hard]
    assert len(hard) >= 0.4 * len(corpus())
    assert {(example.category, example.language) for example in hard} >= set(product(Category, LANGUAGES))


def test_the_development_set_has_as_many_of_each_kind() -> None:
    cells = Counter((example.category, example.language, example.hard) for example in unseen())
    assert cells == dict.fromkeys(product(Category, LANGUAGES, (False, True)), 20)


def test_training_again_gives_the_bytes_that_set_up_made(tmp_path: Path) -> None:
    fitted().categoriser.save(tmp_path / "again.npz")
    assert (tmp_path / "again.npz").read_bytes() == ARTEFACT.read_bytes()


@pytest.mark.parametrize(
    ("group", "floor"),
    [
        ("", 0.79),
        ("typical", 0.90),
        ("hard", 0.72),
        ("en", 0.79),
        ("it", 0.79),
        ("de", 0.78),
        ("fr", 0.79),
        ("es", 0.79),
    ],
)
def test_accuracy_on_texts_held_back_one_by_one_stays(group: str, floor: float) -> None:
    assert accuracy(fitted().by_text, group) >= floor


def test_accuracy_on_topics_held_back_as_a_whole_stays() -> None:
    assert accuracy(fitted().by_topic) >= 0.77


@pytest.mark.parametrize(("group", "floor"), [("typical", 0.96), ("hard", 0.68), ("en", 0.80), ("fr", 0.81)])
def test_accuracy_on_texts_of_other_authors_stays(group: str, floor: float) -> None:
    chosen = judged(fitted().categoriser, unseen()).probabilities.argmax(axis=1)
    assert (chosen == labels_of(unseen()))[groups(unseen())[group]].mean() >= floor


def test_confidence_is_honest() -> None:
    probabilities = fitted().by_text.probabilities
    right = probabilities.argmax(axis=1) == labels_of(corpus())
    assert calibration_error(probabilities.max(axis=1), right) <= 0.04
    assert right[surest(probabilities.max(axis=1))].mean() > right.mean()


def test_the_shipped_model_knows_its_own_corpus() -> None:
    categoriser = fitted().categoriser
    # Every fourth shows as much as all of them.
    right = [categoriser.categorise(example.text).category == example.category for example in corpus()[::4]]
    assert np.mean(right) > 0.95


def test_the_report_names_every_language_and_category() -> None:
    text = report(corpus(), fitted().by_topic)
    assert all(f"  {language} " in text for language in LANGUAGES)
    assert all(category.word in text for category in Category)


def test_scores_of_known_answers() -> None:
    labels, chosen = np.array([0, 0, 1, 2]), np.array([0, 1, 1, 2])
    assert macro_f1(labels, labels) == 1
    assert macro_f1(labels, chosen) == pytest.approx((2 / 3 + 2 / 3 + 1) / 3)
    assert calibration_error(np.array([0.75, 0.75, 0.75, 0.75]), labels == chosen) == pytest.approx(0)
    assert calibration_error(np.array([1.0, 1.0]), np.array([True, False])) == pytest.approx(0.5)
