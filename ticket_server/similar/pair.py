"""How likely two reports are of the same incident: a logistic model of what they have in common and what differs."""

import json
import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from ticket_server.similar.place_report import looked_through
from ticket_server.similar.places import Agreement, Comparison, Places, compare, places_of
from ticket_server.similar.problem_words import OF_WHOM, problems_in
from ticket_server.storage.search.terms import cut

# Written by build/train_similarity.py.
ARTEFACT = Path(__file__).with_name("model.json")
_DAY_US = 24 * 3_600 * 1_000_000
# Later than this it is as good as another incident.
MOST_DAYS = 30.0
# What a vector of the encoder is long.
_LENGTH = 127.0

Floats = npt.NDArray[np.float64]
Rarity = Callable[[str], float]


class Report(NamedTuple):
    """What is compared of a ticket or a text: its place and words, its category and when it came (us since 1970)."""

    places: Places
    problems: frozenset[str]
    category: int
    confidence: float
    open_us: int


def report_of(location: str, description: str, category: int, confidence: float, open_us: int) -> Report:
    """Return what is compared of a report."""
    problems = problems_in(cut((looked_through(description),)))
    return Report(places_of(location, description), problems, category, confidence, open_us)


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
    about: Mapping[str, int]
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
        """Return what the weights are of: a constant, the time between, and what is compared.

        `similarity` is the cosine of the reports' vectors, None without them; `compared` are their places.
        """
        told = [1.0, _days(one, other), *_of_place(compared, one.places, other.places)]
        told += [*self._of_words(one.places, other.places), *self._of_problems(one, other), _same_category(one, other)]
        return told if similarity is None else told + self._of_meaning(similarity, compared)

    def probability(self, one: Report, other: Report, similarity: float | None) -> float:
        """Return how likely the reports are of the same incident; 0 where their places are in conflict."""
        compared = compare(one.places, other.places)
        if compared.agreement == Agreement.CONFLICT:
            return 0.0
        weights = self.without_vectors if similarity is None else self.with_vectors
        score = sum(map(float.__mul__, weights, self.features(one, other, similarity, compared)))
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, score))))

    def _of_words(self, one: Places, other: Places) -> Iterable[float]:
        shared = sorted((self.rarity(word) for word in one.said & other.said if len(word) > 2), reverse=True)
        names = sorted((self.rarity(word) for word in _mentioned(one, other)), reverse=True)
        return (sum(shared[:1]), sum(value**3 for value in shared[:8]) / 4, sum(names[:2]) / 2)

    def _of_problems(self, one: Report, other: Report) -> Iterable[float]:
        first, second = one.problems - OF_WHOM, other.problems - OF_WHOM
        shared, either = (sum(map(self.worth, names)) for names in (first & second, first | second))
        same = shared / either if either else 0.0
        whom = [float((name in one.problems) != (name in other.problems)) for name in sorted(OF_WHOM)]
        return (same, min(shared, 2.0), float(bool(first and second and not first & second)), *whom)

    def worth(self, problem: str) -> float:
        """Return how much it tells that two reports are about the same: less of what most are about."""
        return 1 - math.log1p(self.about.get(problem, 0)) / math.log1p(self.texts)

    def _of_meaning(self, similarity: float, compared: Comparison) -> list[float]:
        near = (similarity - self.cosine_mean) / self.cosine_spread
        at = compared.agreement
        return [near, max(0.0, near - 1), near * (at == Agreement.UNKNOWN), near * (at == Agreement.SAME)]


def _mentioned(one: Places, other: Places) -> frozenset[str]:
    return (one.names & (other.names | other.said)) | (other.names & one.said)


def _of_place(compared: Comparison, one: Places, other: Places) -> list[float]:
    differing = bool(one.names and other.names) and compared.names in {Agreement.UNKNOWN, Agreement.CONFLICT}
    sides = [bool(place.names or place.concepts or place.codes.rooms) for place in (one, other)]
    same = [float(value == Agreement.SAME) for value in compared]
    conflicts = [float(value == Agreement.CONFLICT) for value in (*compared[:5], *compared[6:])]
    kinds_apart = float(compared.kinds == Agreement.COMPATIBLE)
    return [*same, *conflicts, float(differing), kinds_apart, float(all(sides)), float(not any(sides))]


def _same_category(one: Report, other: Report) -> float:
    """Return how likely both are of one category, each as sure as it is, the rest shared by the two others."""
    if one.category == other.category:
        return one.confidence * other.confidence + (1 - one.confidence) * (1 - other.confidence) / 2
    first, second = one.confidence, other.confidence
    return (first * (1 - second) + second * (1 - first)) / 2 + (1 - first) * (1 - second) / 4


def _days(one: Report, other: Report) -> float:
    return min(abs(one.open_us - other.open_us) / _DAY_US, MOST_DAYS) / MOST_DAYS


def fit_weights(
    rows: Sequence[Sequence[float]], same: Sequence[bool], weights: Sequence[float], ridge: float
) -> Floats:
    """Return the weights of a logistic regression by Newton's method; each row counts as its weight says."""
    features, labels, counts = np.array(rows, float), np.array(same, float), np.array(weights, float)
    found = np.zeros(features.shape[1])
    penalty = np.full(features.shape[1], ridge)
    penalty[0] = 1e-6
    for _ in range(30):
        expected = 1 / (1 + np.exp(-np.clip(features @ found, -30, 30)))
        slope = features.T @ (counts * (expected - labels)) + penalty * found
        bend = (features * (counts * expected * (1 - expected))[:, None]).T @ features + np.diag(penalty)
        step = np.linalg.solve(bend, slope)
        found = found - step
        if np.abs(step).max() < 1e-6:
            break
    return found
