"""The categoriser at run time: a small linear model that is loaded once and answers within a millisecond."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from math import exp, sqrt
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from campusdesk.rules import Category
from ticket_server.categoriser.features import pair, pieces, tokens, whole

Floats = NDArray[np.floating[Any]]

CATEGORIES = tuple(Category)
ARTEFACT = Path(__file__).parent / "model.npz"
_WORDS_KEPT = 10_000
_PAIRS_KEPT = 20_000


@dataclass(frozen=True)
class Verdict:
    """A category and the probability, from 0 to 1, that a person would choose the same."""

    category: Category
    confidence: float


# What features give to a text: the square of their length as a vector, then a share of the score of each category.
_Gives = tuple[float, ...]
_NOTHING: _Gives = (0.0,) * (1 + len(CATEGORIES))


class Categoriser:
    """Complement naive Bayes over TF-IDF features, with its scores made probabilities by one temperature.

    A feature that stands in a text n times counts as n features: so what a word gives is the same in every text, is
    kept, and a text is scored in plain Python as a sum over its words.
    """

    def __init__(self, vocabulary: list[str], rarity: Floats, weights: Floats, temperature: float) -> None:
        """Take n features, their inverse document frequency (n), their weights (n, categories) and the temperature."""
        self._indices = {feature: index for index, feature in enumerate(vocabulary)}
        self._rarity = rarity.astype(np.float32)
        self._weights = weights.astype(np.float32)
        self._temperature = temperature
        value = self._rarity.astype(np.float64)[:, np.newaxis]
        self._gives: Floats = np.hstack([value * value, value * self._weights])
        # People use the same words again and again, and looking up a word's features is most of the work.
        self._of_word = lru_cache(_WORDS_KEPT)(self._word_gives)
        self._of_pair = lru_cache(_PAIRS_KEPT)(self._pair_gives)

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
        of_words = [self._of_word(word) for word in words]
        wholes = _together([word for word, _ in of_words] + list(map(self._of_pair, words, words[1:])))
        cuts = _together([cut for _, cut in of_words])
        return self._shares([ours + theirs for ours, theirs in zip(_scores(wholes), _scores(cuts), strict=True)])

    def _word_gives(self, word: str) -> tuple[_Gives, _Gives]:
        """Return what a word gives as a whole, and what its pieces give together."""
        return self._together([whole(word)]), self._together(pieces(word))

    def _pair_gives(self, first: str, second: str) -> _Gives:
        return self._together([pair(first, second)])

    def _together(self, features: Iterable[str]) -> _Gives:
        """Return what those of the features that the vocabulary has give together."""
        indices = self._indices
        known = [indices[feature] for feature in features if feature in indices]
        return tuple(self._gives[known].sum(axis=0).tolist()) if known else _NOTHING

    def _shares(self, scores: list[float]) -> tuple[float, ...]:
        """Turn scores into probabilities; a higher temperature makes them less sure."""
        highest = max(scores)
        powers = [exp((score - highest) / self._temperature) for score in scores]
        total = sum(powers)
        return tuple(power / total for power in powers)


def _together(gives: Iterable[_Gives]) -> _Gives:
    return tuple(map(sum, zip(*gives, strict=True))) or _NOTHING


def _scores(gives: _Gives) -> list[float]:
    """Return the scores of one block of features, which has length 1 as a vector however long the text is."""
    square, *scores = gives
    length = sqrt(square) or 1.0
    return [score / length for score in scores]


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
