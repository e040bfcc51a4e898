"""Fit what corrections add: the smallest change of the models that makes the corrections likely and nothing else."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from campusdesk.rules import Category
from ticket_server.adaptation.delta import Delta, Scores
from ticket_server.categoriser.model import CATEGORIES
from ticket_server.learning.models import Judged

# How dear a large change is, beside one correction that stays unlikely.
STRENGTH = 0.1
# How much a direction of meaning can change beside a word at the same price.
MEANING_SCALE = 0.9
# A word of fewer corrections than these may be a person's name or a slip.
LEAST_CORRECTIONS = 3
MOST_WORDS = 2_000
_STEPS = 400
_SMALL = 1e-4

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Correct:
    """A text as a model sees it, and the category that it should have; None: the one that the model gives it."""

    judged: Judged
    category: Category | None


def fit(examples: Sequence[Correct], *, with_meaning: bool) -> Delta:
    """Return the delta under which the examples are likeliest, held small.

    Multinomial logistic regression with the models' own logarithms of chances as offset and a quadratic penalty,
    minimised by the accelerated gradient method (Nesterov 1983; Beck and Teboulle 2009). There is no constant
    term: what is corrected is no fair sample of what is reported, and would make one category likelier in all texts.
    """
    buckets = _buckets(examples)
    meaning = with_meaning and bool(examples and examples[0].judged.vector)
    inputs = _inputs(examples, buckets, meaning=meaning)
    offsets = np.log(np.maximum([example.judged.chances for example in examples], 1e-6))
    weights = _minimised(inputs, offsets, _targets(examples))
    words = dict(zip(buckets, map(_scores, weights[: len(buckets)]), strict=True))
    return Delta(words, tuple(map(_scores, weights[len(buckets) :] * MEANING_SCALE)))


def _buckets(examples: Sequence[Correct]) -> list[int]:
    """Return the words that enough corrections hold."""
    held = Counter(
        bucket for example in examples if example.category is not None for bucket in sorted(example.judged.words)
    )
    return [bucket for bucket, times in held.most_common(MOST_WORDS) if times >= LEAST_CORRECTIONS]


def _inputs(examples: Sequence[Correct], buckets: Sequence[int], *, meaning: bool) -> Floats:
    """Return a row for each example: its words, and its direction."""
    place = {bucket: index for index, bucket in enumerate(buckets)}
    inputs = np.zeros((len(examples), len(buckets)))
    for row, example in zip(inputs, examples, strict=True):
        for bucket in example.judged.words.keys() & place.keys():
            row[place[bucket]] = example.judged.words[bucket]
    if not meaning:
        return inputs
    vectors = np.array([np.frombuffer(example.judged.vector, np.int8) for example in examples])
    return np.hstack([inputs, vectors * (MEANING_SCALE / 127)])


def _targets(examples: Sequence[Correct]) -> Floats:
    """Return the chances that each example should have."""
    return np.array(
        [
            example.judged.chances
            if example.category is None
            else [float(category == example.category) for category in CATEGORIES]
            for example in examples
        ]
    )


def _minimised(inputs: Floats, offsets: Floats, targets: Floats) -> Floats:
    """Return the weights (inputs, categories) of the least loss."""
    # The second derivative is nowhere larger.
    largest = (np.linalg.norm(inputs, 2) if inputs.size else 0.0) ** 2 / 2 + STRENGTH
    weights = ahead = np.zeros((inputs.shape[1], len(CATEGORIES)))
    pace = 1.0
    for _ in range(_STEPS):
        gradient = inputs.T @ (_chances(offsets + inputs @ ahead) - targets) + STRENGTH * ahead
        before, weights = weights, ahead - gradient / largest
        if np.abs(gradient).max(initial=0.0) < _SMALL:
            break
        faster = (1 + np.sqrt(1 + 4 * pace**2)) / 2
        ahead = weights + (pace - 1) / faster * (weights - before)
        pace = faster
    return weights


def _chances(scores: Floats) -> Floats:
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    return np.asarray(powers / powers.sum(axis=1, keepdims=True))


def _scores(row: Floats) -> Scores:
    return tuple(map(float, row))
