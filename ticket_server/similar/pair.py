"""How likely two reports are of the same incident: a logistic model of what they have in common and what differs."""

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from operator import mul
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from ticket_server.similar.places import Agreement, Comparison, Places, compare, places_of

# Written by build/train_similarity.py.
ARTEFACT = Path(__file__).with_name("model.json")
_DAY_US = 24 * 3_600 * 1_000_000
# Later than this it is as good as another incident.
MOST_DAYS = 30.0
# What a vector of the encoder is long.
_LENGTH = 127.0

Floats = npt.NDArray[np.float64]


class Report(NamedTuple):
    """What is compared of a ticket or a text: its place, its category and when it came (us since 1970)."""

    places: Places
    category: int
    confidence: float
    open_us: int


def report_of(location: str, description: str, category: int, confidence: float, open_us: int) -> Report:
    """Return what is compared of a report."""
    return Report(places_of(location, description), category, confidence, open_us)


def cosine(one: bytes, other: bytes) -> float:
    """Return the cosine of two vectors of the encoder."""
    first, second = (np.frombuffer(vector, np.int8).astype(np.float32) for vector in (one, other))
    return float(first @ second) / _LENGTH**2


@dataclass(frozen=True, slots=True)
class PairModel:
    """The weights, with and without vectors, how common words are, and the confidence that few new reports reach."""

    version: str
    cosine_mean: float
    cosine_spread: float
    with_vectors: tuple[float, ...]
    without_vectors: tuple[float, ...]
    texts: int
    common: Mapping[str, int]
    least_confidence: float

    @classmethod
    def load(cls, path: Path = ARTEFACT) -> "PairModel":
        """Read the model; raises OSError when it is not there."""
        values: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        for name in ("with_vectors", "without_vectors"):
            values[name] = tuple(values[name])
        return cls(**values)

    def rarity(self, word: str) -> float:
        """Return how rare a word is in reports, from 0 to 1."""
        return 1 - math.log1p(self.common.get(word, 0)) / math.log1p(self.texts)

    def features(self, one: Report, other: Report, similarity: float | None, compared: Comparison) -> list[float]:
        """Return what the weights are of: a constant, the time between, the places, and what the reports are about.

        That is `similarity`, the cosine of the reports' vectors, or without them (None) the category. `compared` are
        the reports' places.
        """
        about = _same_category(one, other) if similarity is None else self._near(similarity)
        named = self._named(one.places, other.places)
        return [1.0, _days(one, other), *_of_place(compared, one.places, other.places), named, about]

    def probability(self, one: Report, other: Report, similarity: float | None) -> float:
        """Return how likely the reports are of the same incident; 0 where their places are in conflict."""
        compared = compare(one.places, other.places)
        if compared.agreement == Agreement.CONFLICT:
            return 0.0
        weights = self.without_vectors if similarity is None else self.with_vectors
        score = math.fsum(map(mul, weights, self.features(one, other, similarity, compared)))
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, score))))

    def _named(self, one: Places, other: Places) -> float:
        """Return how rare the rarest names are that both say, 0 to 1."""
        named = one.names & other.said | other.names & one.said | one.names & other.names
        return sum(sorted(map(self.rarity, named), reverse=True)[:2]) / 2 if named else 0.0

    def _near(self, similarity: float) -> float:
        return (similarity - self.cosine_mean) / self.cosine_spread


def _of_place(compared: Comparison, one: Places, other: Places) -> list[float]:
    first, second = _told(one), _told(other)
    same = [1.0 if value is Agreement.SAME else 0.0 for value in compared]
    return [*same, float(first and second), float(not (first or second))]


def _told(place: Places) -> bool:
    return bool(place.names or place.concepts or place.codes.rooms)


def _same_category(one: Report, other: Report) -> float:
    """Return how likely both are of one category, each as sure as it is, the rest shared by the two others."""
    if one.category == other.category:
        return one.confidence * other.confidence + (1 - one.confidence) * (1 - other.confidence) / 2
    first, second = one.confidence, other.confidence
    return (first * (1 - second) + second * (1 - first)) / 2 + (1 - first) * (1 - second) / 4


def _days(one: Report, other: Report) -> float:
    return min(abs(one.open_us - other.open_us) / _DAY_US, MOST_DAYS) / MOST_DAYS


def fit_weights(rows: Sequence[Sequence[float]], same: Sequence[bool], ridge: float) -> Floats:
    """Return the weights of a logistic regression by Newton's method; the first, of a constant, is not held back."""
    features, labels = np.array(rows, float), np.array(same, float)
    found = np.zeros(features.shape[1])
    penalty = np.full(features.shape[1], ridge)
    penalty[0] = 1e-6
    for _ in range(30):
        expected = 1 / (1 + np.exp(-np.clip(features @ found, -30, 30)))
        slope = features.T @ (expected - labels) + penalty * found
        bend = (features * (expected * (1 - expected))[:, None]).T @ features + np.diag(penalty)
        step = np.linalg.solve(bend, slope)
        found = found - step
        if np.abs(step).max() < 1e-6:
            break
    return found
