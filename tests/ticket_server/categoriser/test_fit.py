"""Training learns from the examples it is given, judges itself on others, and always comes to the same end."""

import json
from pathlib import Path

import numpy as np
import pytest

from campusdesk.rules import Category
from ticket_server.categoriser.fit import Example, fit, read_corpus, softmax

WORDS = {
    Category.FACILITY_MANAGEMENT: ["radiator", "window", "toilet", "door", "lamp"],
    Category.TECHNICAL_IT: ["printer", "password", "laptop", "website", "network"],
    Category.SERVICES_COMPLAINTS: ["lunch", "clerk", "price", "queue", "driver"],
}


def examples() -> list[Example]:
    """Return sixty small examples in which each category has its own words."""
    return [
        Example(f"{first} and {second} trouble", category, "en", f"{first}-{second}", hard=False)
        for category, words in WORDS.items()
        for first in words
        for second in words
        if first != second
    ]


def test_it_tells_the_categories_of_its_examples() -> None:
    categoriser = fit(examples()).categoriser
    for category, words in WORDS.items():
        assert all(categoriser.categorise(f"the {word} again").category == category for word in words)


def test_held_back_texts_are_judged_by_what_others_taught() -> None:
    fitted = fit(examples())
    chosen = fitted.by_text.probabilities.argmax(axis=1)
    assert [Category(index + 1) for index in chosen] == [example.category for example in examples()]


def test_a_topic_that_is_held_back_as_a_whole_stays_unknown() -> None:
    odd = [Example(f"zeppelin {n}", Category.SERVICES_COMPLAINTS, "en", "zeppelin", hard=False) for n in range(6)]
    fitted = fit(examples() + odd)
    assert fitted.by_topic.probabilities[-6:].max() == pytest.approx(1 / 3)
    assert fitted.by_text.probabilities[-6:, 2].min() > 1 / 3
    assert fitted.categoriser.categorise("zeppelin").category == Category.SERVICES_COMPLAINTS


def test_training_twice_gives_equal_bytes(tmp_path: Path) -> None:
    for name in ("first.npz", "second.npz"):
        fit(examples()).categoriser.save(tmp_path / name)
    assert (tmp_path / "first.npz").read_bytes() == (tmp_path / "second.npz").read_bytes()


def test_a_corpus_is_read_line_by_line(tmp_path: Path) -> None:
    record = {"text": "Tür", "category": "facility management", "language": "de", "topic": "door", "hard": True}
    path = tmp_path / "corpus.jsonl"
    path.write_text(json.dumps(record) + "\n", encoding="utf-8")
    assert read_corpus(path) == [Example("Tür", Category.FACILITY_MANAGEMENT, "de", "door", hard=True)]


@pytest.mark.parametrize("bad", ['{"text": "no category"}', "{", '{"text": "x", "category": "cooking"}'])
def test_a_bad_line_of_a_corpus_is_named(tmp_path: Path, bad: str) -> None:
    path = tmp_path / "corpus.jsonl"
    path.write_text(f"{bad}\n", encoding="utf-8")
    with pytest.raises((ValueError, KeyError)) as caught:
        read_corpus(path)
    assert caught.value.__notes__ == ["corpus.jsonl, line 1"]


def test_a_higher_temperature_is_less_sure_of_the_same_choice() -> None:
    scores = np.array([[1.0, 2.0, 0.0]])
    cool, warm = softmax(scores, 0.5), softmax(scores, 5.0)
    assert cool.argmax() == warm.argmax() == 1
    assert cool.max() > warm.max() > 1 / 3
