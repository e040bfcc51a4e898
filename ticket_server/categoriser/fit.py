"""Train a categoriser from labelled texts, and tell how good it is on topics that it has not seen."""

import json
import random
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from campusdesk.rules import Category
from ticket_server.categoriser.features import count_features
from ticket_server.categoriser.model import CATEGORIES, Categoriser

CORPUS = Path(__file__).parent / "corpus.jsonl"
# By authors who had seen neither the corpus nor a model; nothing is ever trained on it.
DEVELOPMENT = Path(__file__).parent / "development.jsonl"
SMOOTHING = 0.3
BLOCKS = 2  # words, pieces of words
FOLDS = 10
SEED = 20_261

_LABELS = {category.word: index for index, category in enumerate(CATEGORIES)}


@dataclass(frozen=True)
class Example:
    """A text with the category that a person gave it; texts on the same topic are held back together."""

    text: str
    category: Category
    language: str
    topic: str
    hard: bool


@dataclass(frozen=True)
class CrossValidation:
    """What models trained without a text say of it: probabilities (texts, categories) under the best temperature."""

    probabilities: NDArray[np.float64]
    temperature: float


@dataclass(frozen=True)
class Fitted:
    """A categoriser and how good it is when texts are held back with all their topic, and when one by one."""

    categoriser: Categoriser
    by_topic: CrossValidation
    by_text: CrossValidation


@dataclass(frozen=True)
class _Counted:
    """Feature counts of many texts as parallel columns, one entry for each feature of each text."""

    texts: int
    vocabulary: list[str]
    block: NDArray[np.intp]  # of each feature of the vocabulary: 0 words, 1 pieces
    row: NDArray[np.intp]
    feature: NDArray[np.intp]
    times: NDArray[np.intp]


@dataclass(frozen=True)
class _Linear:
    """What training finds: a rarity for each feature (0: unknown) and a weight for each feature and category."""

    rarity: NDArray[np.float64]
    weights: NDArray[np.float64]


def read_corpus(path: Path) -> list[Example]:
    """Read a JSON Lines file of labelled texts; raises ValueError or KeyError with its line number when one is bad."""
    examples = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        try:
            examples.append(_example(json.loads(line)))
        except (ValueError, KeyError) as error:
            error.add_note(f"{path.name}, line {number}")
            raise
    return examples


def fit(examples: Sequence[Example]) -> Fitted:
    """Train on all the examples.

    The temperature is that of texts held back one by one: new tickets are mostly about known topics, and a
    temperature from unknown topics made confidences 16 points too low on another author's texts.
    """
    counted = _count(example.text for example in examples)
    labels = np.array([CATEGORIES.index(example.category) for example in examples])
    by_topic = _cross_validate(counted, labels, _folds([example.topic for example in examples]))
    by_text = _cross_validate(counted, labels, _folds([example.text for example in examples]))
    linear = _train(counted, labels, np.ones(counted.texts, dtype=bool))
    rarity, weights = linear.rarity.astype("<f4").tobytes(), linear.weights.astype("<f4").tobytes()
    categoriser = Categoriser(counted.vocabulary, rarity, weights, by_text.temperature)
    return Fitted(categoriser, by_topic, by_text)


def _folds(groups: Sequence[str]) -> NDArray[np.intp]:
    """Deal whole groups out to FOLDS folds of like size, the same way every time."""
    sizes = Counter(groups)
    names = sorted(sizes)
    random.Random(SEED).shuffle(names)
    filled = [0] * FOLDS
    fold_of = {}
    for name in sorted(names, key=lambda name: -sizes[name]):
        fold_of[name] = filled.index(min(filled))
        filled[fold_of[name]] += sizes[name]
    return np.array([fold_of[group] for group in groups])


def _example(record: dict[str, Any]) -> Example:
    """Read one record of the corpus."""
    category = CATEGORIES[_LABELS[record["category"]]]
    return Example(record["text"], category, record["language"], record["topic"], record["hard"])


def _count(texts: Iterable[str]) -> _Counted:
    """Count the features of all texts."""
    index_of: dict[str, int] = {}
    blocks: list[int] = []
    entries: list[tuple[int, int, int]] = []
    row = -1
    for row, text in enumerate(texts):
        for block, counts in enumerate(count_features(text)):
            for feature, times in counts.items():
                index = index_of.setdefault(feature, len(index_of))
                if index == len(blocks):
                    blocks.append(block)
                entries.append((row, index, times))
    columns = np.array(entries, dtype=np.intp).reshape(-1, 3).T
    return _Counted(row + 1, list(index_of), np.array(blocks), *columns)


def _train(counted: _Counted, labels: NDArray[np.intp], chosen: NDArray[np.bool_]) -> _Linear:
    """Train complement naive Bayes on the chosen texts: a feature speaks for a category by its absence elsewhere."""
    rarity = _rarity(counted, chosen)
    values = _weighted(counted, rarity) * chosen[counted.row]
    label_of_entry = labels[counted.row]
    size = len(counted.vocabulary)
    known = rarity > 0
    weights = np.zeros((size, len(CATEGORIES)))
    for category in range(len(CATEGORIES)):
        elsewhere = np.bincount(counted.feature, values * (label_of_entry != category), size) + SMOOTHING
        weights[:, category] = -np.log(elsewhere / elsewhere[known].sum())
    weights -= weights.mean(axis=1, keepdims=True)
    return _Linear(rarity, weights * known[:, np.newaxis])


def _rarity(counted: _Counted, chosen: NDArray[np.bool_]) -> NDArray[np.float64]:
    """Return the inverse document frequency of each feature among the chosen texts, 0 for one that is in none."""
    frequency = np.bincount(counted.feature, chosen[counted.row], len(counted.vocabulary))
    rarity = np.log((1 + chosen.sum()) / (1 + frequency)) + 1
    return np.where(frequency > 0, rarity, 0.0)


def _weighted(counted: _Counted, rarity: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the TF-IDF value of each entry, each block of each text having length 1 as a vector.

    A feature that stands in a text n times counts as n features. To damp it (1 + log n) was no more accurate.
    """
    each = rarity[counted.feature]
    values = counted.times * each
    vector = counted.row * BLOCKS + counted.block[counted.feature]
    lengths = np.sqrt(np.bincount(vector, values * each, counted.texts * BLOCKS))
    weighted: NDArray[np.float64] = values / np.where(lengths > 0, lengths, 1.0)[vector]
    return weighted


def _scores(counted: _Counted, linear: _Linear) -> NDArray[np.float64]:
    """Score all texts (texts, categories)."""
    values = _weighted(counted, linear.rarity)
    columns = [np.bincount(counted.row, values * column[counted.feature], counted.texts) for column in linear.weights.T]
    return np.stack(columns, axis=1)


def _cross_validate(counted: _Counted, labels: NDArray[np.intp], folds: NDArray[np.intp]) -> CrossValidation:
    """Let each fold be judged by a model and a temperature that have not seen it."""
    scores = np.zeros((counted.texts, len(CATEGORIES)))
    for fold in np.unique(folds):
        held_back = folds == fold
        scores[held_back] = _scores(counted, _train(counted, labels, ~held_back))[held_back]
    probabilities = np.empty_like(scores)
    for fold in np.unique(folds):
        held_back = folds == fold
        temperature = _best_temperature(scores[~held_back], labels[~held_back])
        probabilities[held_back] = softmax(scores[held_back], temperature)
    return CrossValidation(probabilities, _best_temperature(scores, labels))


def _best_temperature(scores: NDArray[np.float64], labels: NDArray[np.intp]) -> float:
    """Return the temperature under which the labels are likeliest."""
    temperatures = np.geomspace(0.01, 10, 301)
    rows = np.arange(len(labels))
    losses = [-np.log(softmax(scores, t)[rows, labels] + 1e-12).mean() for t in temperatures]
    return float(temperatures[int(np.argmin(losses))])


def softmax(scores: NDArray[np.float64], temperature: float) -> NDArray[np.float64]:
    """Turn scores (texts, categories) into probabilities; a higher temperature makes them less sure."""
    scaled = scores / temperature
    powers = np.exp(scaled - scaled.max(axis=1, keepdims=True))
    probabilities: NDArray[np.float64] = powers / powers.sum(axis=1, keepdims=True)
    return probabilities
