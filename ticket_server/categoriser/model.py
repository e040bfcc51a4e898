"""The categoriser at run time: a small linear model that is loaded once and answers within a millisecond."""

from __future__ import annotations

import io
import zipfile
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import exp, log, sqrt
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from campusdesk.rules import Category
from ticket_server.categoriser.features import pieces, tokens, whole_features

Floats = NDArray[np.floating[Any]]

CATEGORIES = tuple(Category)
ARTEFACT = Path(__file__).parent / "model.npz"
_WORDS_KEPT = 10_000


@dataclass(frozen=True)
class Verdict:
    """A category and the probability, from 0 to 1, that a person would choose the same."""

    category: Category
    confidence: float


# What features give to a text: the square of their length as a vector, then a share of the score of each category.
_Gives = tuple[float, ...]


class Categoriser:
    """Complement naive Bayes over TF-IDF features, with its scores made probabilities by one temperature.

    A text is scored in plain Python: it has so few features that the calls of numpy cost more than the sums.
    """

    def __init__(self, vocabulary: list[str], rarity: Floats, weights: Floats, temperature: float) -> None:
        """Take n features, their inverse document frequency (n), their weights (n, categories) and the temperature."""
        self._indices = {feature: index for index, feature in enumerate(vocabulary)}
        self._rarity = rarity.astype(np.float32)
        self._weights = weights.astype(np.float32)
        self._temperature = temperature
        value = self._rarity.astype(np.float64)[:, np.newaxis]
        table = np.hstack([value * value, value * self._weights]).tolist()
        # What each feature gives when it stands in a text once.
        self._gives: list[_Gives] = list(map(tuple, table))
        # Cutting a word is most of the work, and people use the same words again and again.
        self._cut = lru_cache(_WORDS_KEPT)(self._cut_word)

    @classmethod
    def load(cls, path: Path | None = None) -> Categoriser:
        """Load the artefact at `path`, by default the one beside this file.

        Raises OSError when the file cannot be read, ValueError or KeyError when it is not such an artefact.
        """
        with np.load(path or ARTEFACT, allow_pickle=False) as stored:
            vocabulary = stored["vocabulary"].tobytes().decode().split("\n")
            return cls(vocabulary, stored["rarity"], stored["weights"], float(stored["temperature"]))

    def save(self, path: Path) -> None:
        """Write the artefact; equal models give equal bytes."""
        arrays = {
            "vocabulary": np.frombuffer("\n".join(self._indices).encode(), dtype=np.uint8),
            "rarity": self._rarity,
            "weights": self._weights,
            "temperature": np.float64(self._temperature),
        }
        with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
            for name, array in arrays.items():
                archive.writestr(_entry(name), _npy(np.asarray(array)))

    def categorise(self, text: str) -> Verdict:
        """Choose one of the three categories for any text; an unreadable one gets a confidence of a third."""
        chances = self.probabilities(text)
        confidence = max(chances)
        return Verdict(CATEGORIES[chances.index(confidence)], confidence)

    def probabilities(self, text: str) -> tuple[float, ...]:
        """Return one probability for each of CATEGORIES; they sum to 1."""
        words = tokens(text)
        whole = self._known(whole_features(words))
        cut = [self._cut(word) for word in words]
        of_words = self._block_scores(whole, [self._gives[index] for index in whole])
        of_pieces = self._block_scores([index for known, _ in cut for index in known], [gives for _, gives in cut])
        return self._shares([ours + theirs for ours, theirs in zip(of_words, of_pieces, strict=True)])

    def _cut_word(self, word: str) -> tuple[list[int], _Gives]:
        """Return the known pieces of a word, and what they give together."""
        known = self._known(pieces(word))
        return known, _together([self._gives[index] for index in known])

    def _known(self, features: Iterable[str]) -> list[int]:
        """Return the indices of those features that the vocabulary has."""
        indices = self._indices
        return [indices[feature] for feature in features if feature in indices]

    def _block_scores(self, indices: list[int], gives: Sequence[_Gives]) -> list[float]:
        """Score one block of features, which has length 1 as a vector however long the text is.

        `gives` is what all give as though none stood there twice; one that stands there n times counts 1 + log(n).
        """
        again: dict[int, list[_Gives]] = {}
        for index, times in Counter(indices).items():
            if times > 1:
                again.setdefault(times, []).append(self._gives[index])
        square, *scores = _together(gives)
        for times, repeated in again.items():
            damped = 1 + log(times)
            squared, *shares = _together(repeated)
            square += squared * (damped * damped - times)
            scores = [score + share * (damped - times) for score, share in zip(scores, shares, strict=True)]
        length = sqrt(square) or 1.0
        return [score / length for score in scores]

    def _shares(self, scores: list[float]) -> tuple[float, ...]:
        """Turn scores into probabilities; a higher temperature makes them less sure."""
        highest = max(scores)
        powers = [exp((score - highest) / self._temperature) for score in scores]
        total = sum(powers)
        return tuple(power / total for power in powers)


def _together(gives: Sequence[_Gives]) -> _Gives:
    return tuple(map(sum, zip(*gives, strict=True))) if gives else (0.0,) * (1 + len(CATEGORIES))


def _entry(name: str) -> zipfile.ZipInfo:
    """Describe an archive entry by nothing that differs between two runs or two systems."""
    entry = zipfile.ZipInfo(f"{name}.npy", date_time=(1980, 1, 1, 0, 0, 0))
    entry.create_system = 3
    return entry


def _npy(array: NDArray[Any]) -> bytes:
    """Return an array as the bytes of an .npy file."""
    buffer = io.BytesIO()
    np.lib.format.write_array(buffer, array, allow_pickle=False)
    return buffer.getvalue()
