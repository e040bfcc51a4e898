"""The categoriser at run time: a small linear model that is loaded once and answers within a millisecond."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
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


class Categoriser:
    """Complement naive Bayes over TF-IDF features, with its scores made probabilities by one temperature."""

    def __init__(self, vocabulary: list[str], rarity: Floats, weights: Floats, temperature: float) -> None:
        """Take n features, their inverse document frequency (n), their weights (n, categories) and the temperature."""
        self._indices = {feature: index for index, feature in enumerate(vocabulary)}
        self._rarity = rarity.astype(np.float32)
        self._weights = weights.astype(np.float32)
        self._temperature = temperature
        # Cutting a word is most of the work, and people use the same words again and again.
        self._known_pieces = lru_cache(_WORDS_KEPT)(lambda word: self._known(pieces(word)))

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
        best = int(chances.argmax())
        return Verdict(CATEGORIES[best], float(chances[best]))

    def probabilities(self, text: str) -> NDArray[np.float64]:
        """Return one probability for each of CATEGORIES; they sum to 1."""
        words = tokens(text)
        scores = self._block_scores(self._known(whole_features(words)))
        scores += self._block_scores([index for word in words for index in self._known_pieces(word)])
        probabilities: NDArray[np.float64] = softmax(scores[np.newaxis], self._temperature)[0]
        return probabilities

    def _known(self, features: Iterable[str]) -> list[int]:
        """Return the indices of those features that the vocabulary has."""
        return [self._indices[feature] for feature in features if feature in self._indices]

    def _block_scores(self, indices: list[int]) -> NDArray[np.float64]:
        """Score one block of features, which has length 1 as a vector however long the text is."""
        if not indices:
            return np.zeros(len(CATEGORIES))
        known, times = np.unique(np.array(indices, dtype=np.intp), return_counts=True)
        values = (1 + np.log(times)) * self._rarity[known]
        scores: NDArray[np.float64] = values @ self._weights[known] / np.sqrt(values @ values)
        return scores


def softmax(scores: NDArray[np.float64], temperature: float) -> NDArray[np.float64]:
    """Turn scores (texts, categories) into probabilities; a higher temperature makes them less sure."""
    scaled = scores / temperature
    powers = np.exp(scaled - scaled.max(axis=1, keepdims=True))
    probabilities: NDArray[np.float64] = powers / powers.sum(axis=1, keepdims=True)
    return probabilities


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
