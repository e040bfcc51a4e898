"""The categoriser at run time: a small linear model that is loaded once and answers within a millisecond."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from math import exp, sqrt
from pathlib import Path

from campusdesk.rules import Category
from ticket_server.categoriser.features import pair, pieces, tokens, whole

CATEGORIES = tuple(Category)
ARTEFACT = Path(__file__).parent / "model.npz"
_WORDS_KEPT = 10_000
_PAIRS_KEPT = 20_000

_RARITY = struct.Struct("<f")
_WEIGHTS = struct.Struct(f"<{len(CATEGORIES)}f")
_TEMPERATURE = struct.Struct("<d")
# Format 1.0 of numpy's .npy files: these bytes, the length of a header in the next two, the header, the values.
_NPY = b"\x93NUMPY\x01\x00"


@dataclass(frozen=True)
class Verdict:
    """A category and the probability, from 0 to 1, that a person would choose the same."""

    category: Category
    confidence: float


# What features give to a text: the square of their length as a vector, then a share of the score of each category.
Gives = tuple[float, ...]
_NOTHING: Gives = (0.0,) * (1 + len(CATEGORIES))


class Categoriser:
    """Complement naive Bayes over TF-IDF features, with its scores made probabilities by one temperature.

    A feature that stands in a text n times counts as n features: so what a word gives is the same in every text, is
    kept, and a text is scored in plain Python as a sum over its words. Loading it does without numpy too, whose import
    would be a tenth of a server's start.
    """

    def __init__(self, vocabulary: list[str], rarity: bytes, weights: bytes, temperature: float) -> None:
        """Take n features, their inverse document frequency (n), their weights (n, categories) and the temperature.

        The numbers of features are little-endian of 32 bits; raises ValueError unless there are as many as that.
        """
        if len(rarity) != _RARITY.size * len(vocabulary) or len(weights) != _WEIGHTS.size * len(vocabulary):
            raise ValueError("the features of the categoriser and their numbers differ in length")
        self._indices = {feature: index for index, feature in enumerate(vocabulary)}
        self._rarity = rarity
        self._weights = weights
        self.temperature = temperature
        # People use the same words again and again, and looking up a word's features is most of the work.
        self.of_word = lru_cache(_WORDS_KEPT)(self._word_gives)
        self.of_pair = lru_cache(_PAIRS_KEPT)(self._pair_gives)

    @classmethod
    def load(cls, path: Path | None = None) -> Categoriser:
        """Load the artefact at `path`, by default the one beside this file, which a process loads once.

        Raises OSError when the file cannot be read, ValueError or KeyError when it is not such an artefact.
        """
        if path is None:
            return _shipped()
        try:
            with zipfile.ZipFile(path) as stored:
                vocabulary = _values(stored, "vocabulary", "|u1").decode().split("\n")
                (temperature,) = _TEMPERATURE.unpack(_values(stored, "temperature", "<f8"))
                return cls(vocabulary, _values(stored, "rarity", "<f4"), _values(stored, "weights", "<f4"), temperature)
        except (zipfile.BadZipFile, struct.error) as error:
            raise ValueError(f"{path} is no categoriser") from error

    def save(self, path: Path) -> None:
        """Write the artefact; equal models give equal bytes."""
        # Only the trainer saves: a server starts without numpy.
        import numpy as np

        arrays = {
            "vocabulary": np.frombuffer("\n".join(self._indices).encode(), np.uint8),
            "rarity": np.frombuffer(self._rarity, "<f4"),
            "weights": np.frombuffer(self._weights, "<f4").reshape(-1, len(CATEGORIES)),
            "temperature": np.float64(self.temperature),
        }
        with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
            for name, array in arrays.items():
                buffer = io.BytesIO()
                np.lib.format.write_array(buffer, np.asarray(array), allow_pickle=False)
                archive.writestr(_entry(name), buffer.getvalue())

    @cached_property
    def version(self) -> str:
        """What differs between any two models."""
        return f"{zlib.crc32(self._weights):08x}"

    def texts_with(self, word: str) -> float:
        """Return in how many of the texts that it was trained on a word stood; 0 for one that it does not know."""
        index = self._indices.get(whole(word))
        if index is None:
            return 0.0
        (rarity,) = _RARITY.unpack_from(self._rarity, index * _RARITY.size)
        # The rarest features were in one text: log((1 + texts) / (1 + 1)) + 1.
        return 2 * exp(self._rarest - float(rarity)) - 1

    @cached_property
    def _rarest(self) -> float:
        return max((rarity for (rarity,) in _RARITY.iter_unpack(self._rarity)), default=0.0)

    def categorise(self, text: str) -> Verdict:
        """Choose one of the three categories for any text; an unreadable one gets a confidence of a third."""
        chances = self.probabilities(text)
        confidence = max(chances)
        return Verdict(CATEGORIES[chances.index(confidence)], confidence)

    def probabilities(self, text: str) -> tuple[float, ...]:
        """Return one probability for each of CATEGORIES; they sum to 1."""
        words = tokens(text)
        of_words = [self.of_word(word) for word in words]
        wholes = together([word for word, _ in of_words] + list(map(self.of_pair, words, words[1:])))
        cuts = together([cut for _, cut in of_words])
        return self._shares([ours + theirs for ours, theirs in zip(_scores(wholes), _scores(cuts), strict=True)])

    def _word_gives(self, word: str) -> tuple[Gives, Gives]:
        """Return what a word gives as a whole, and what its pieces give together."""
        return self._together([whole(word)]), self._together(pieces(word))

    def _pair_gives(self, first: str, second: str) -> Gives:
        return self._together([pair(first, second)])

    def _together(self, features: Iterable[str]) -> Gives:
        """Return what those of the features that the vocabulary has give together."""
        known = [self._indices[feature] for feature in features if feature in self._indices]
        return together(map(self._feature_gives, known))

    def _feature_gives(self, index: int) -> Gives:
        (value,) = _RARITY.unpack_from(self._rarity, index * _RARITY.size)
        weights = _WEIGHTS.unpack_from(self._weights, index * _WEIGHTS.size)
        return (value * value, *[value * weight for weight in weights])

    def _shares(self, scores: list[float]) -> tuple[float, ...]:
        """Turn scores into probabilities; a higher temperature makes them less sure."""
        highest = max(scores)
        powers = [exp((score - highest) / self.temperature) for score in scores]
        total = sum(powers)
        return tuple(power / total for power in powers)


def together(gives: Iterable[Gives]) -> Gives:
    """Return what all of them give."""
    return tuple(map(sum, zip(*gives, strict=True))) or _NOTHING


def length(gives: Gives) -> float:
    """Return the length as a vector of what gives that, by which its scores are divided; of nothing 1."""
    return sqrt(gives[0]) or 1.0


def _scores(gives: Gives) -> list[float]:
    """Return the scores of one block of features, which has length 1 as a vector however long the text is."""
    each = length(gives)
    return [score / each for score in gives[1:]]


def _entry(name: str) -> zipfile.ZipInfo:
    """Describe an archive entry by nothing that differs between two runs or two systems."""
    entry = zipfile.ZipInfo(f"{name}.npy", date_time=(1980, 1, 1, 0, 0, 0))
    entry.create_system = 3
    return entry


def _values(archive: zipfile.ZipFile, name: str, kind: str) -> bytes:
    """Return the values of an entry as they are stored; raises ValueError when they are not of that kind."""
    content = archive.read(f"{name}.npy")
    start = len(_NPY) + 2 + int.from_bytes(content[len(_NPY) : len(_NPY) + 2], "little")
    if not content.startswith(_NPY) or f"'descr': '{kind}', 'fortran_order': False".encode() not in content[:start]:
        raise ValueError(f"{name} is not of the kind {kind}")
    return content[start:]


@cache
def _shipped() -> Categoriser:
    return Categoriser.load(ARTEFACT)
