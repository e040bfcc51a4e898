"""What corrections add to a model's chances: by the campus's own words, and by what a text means."""

import zlib
from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import exp, log

from ticket_server.categoriser.features import tokens
from ticket_server.categoriser.model import CATEGORIES, Categoriser

# One number for each of CATEGORIES.
Scores = tuple[float, ...]

# Words are kept as numbers that several share: what people wrote cannot be read from a version.
BUCKETS = 1 << 16
# A word that more texts of the corpus had than these is everybody's.
_MOST_TEXTS = 9
_LEAST_CHANCE = 1e-6
# The length of a vector of int8.
_UNIT = 127


@dataclass(frozen=True)
class Delta:
    """Scores that are added to the logarithms of chances.

    Those of `words` count by how much a word is the campus's own, those of `meaning`, one for each dimension of the
    encoder's vector, by the vector's direction; the light model has no vector.
    """

    words: Mapping[int, Scores]
    meaning: tuple[Scores, ...] = ()

    def applied(self, chances: Sequence[float], words: Mapping[int, float], vector: bytes = b"") -> Scores:
        """Return the chances of a text with its own words and its vector after what the corrections add."""
        scores = [log(max(chance, _LEAST_CHANCE)) for chance in chances]
        for bucket, share in words.items():
            _add(scores, self.words.get(bucket), share)
        if self.meaning:
            for number, given in zip(array("b", vector), self.meaning, strict=True):
                _add(scores, given, number / _UNIT)
        return _chances(scores)

    def lead(self, words: Mapping[int, float], category: int) -> float:
        """Return by how much the words speak for the category more than for the others on average."""
        scores = [0.0] * len(CATEGORIES)
        for bucket, share in words.items():
            _add(scores, self.words.get(bucket), share)
        return scores[category] - (sum(scores) - scores[category]) / (len(scores) - 1)


def own_words(light: Categoriser, text: str) -> dict[int, float]:
    """Return how much each word of a text is the campus's own: 1 if the corpus does not have it, less the more it has.

    What everybody's words mean is known from the corpus; a few corrections teach what a new one means.
    """
    found: dict[int, float] = {}
    for word in dict.fromkeys(tokens(text)):
        texts = light.texts_with(word)
        if texts <= _MOST_TEXTS:
            bucket = zlib.crc32(word.encode()) % BUCKETS
            found[bucket] = max(found.get(bucket, 0.0), 1 / (1 + texts))
    return found


def _add(scores: list[float], given: Scores | None, share: float) -> None:
    if given is not None:
        for index, score in enumerate(given):
            scores[index] += share * score


def _chances(scores: Sequence[float]) -> Scores:
    highest = max(scores)
    powers = [exp(score - highest) for score in scores]
    total = sum(powers)
    return tuple(power / total for power in powers)
