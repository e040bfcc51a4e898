"""The encoder itself: a text cut into pieces of words, read by a transformer, and told as category, vector, words."""

import math
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from ticket_server.adaptation.delta import Delta, Scores, own_words
from ticket_server.adaptation.versions import InForce, shipped
from ticket_server.categoriser.explaining import MOST_WORDS, WORD, strongest, word_shares
from ticket_server.categoriser.model import CATEGORIES, Categoriser
from ticket_server.encoder.cutting import Cutter, Place, looked_at
from ticket_server.encoder.reading import Reading

ARTEFACTS = Path(__file__).parent / "model"

# A word is told when it spoke for the category at least this share as much as the strongest one.
_LEAST_SHARE = 0.1

# A word that a version learned is told when it makes the category so much likelier, as a logarithm.
_LEAST_LEAD = 0.5

# Two threads read a longer text in five sixths of the time; they gain nothing for a shorter one.
_SHORT_PIECES = 56

# A row of the words' numbers: blocks of 32, each a scale of 16 bits and 16 bytes of two numbers (Q4_0 of ggml).
_BLOCK_BYTES = 18

Floats = NDArray[np.float32]


class Encoder:
    """A text's category, vector and telling words; one text at a time, in the thread that asks."""

    def __init__(self, folder: Path, light: Categoriser, in_force: InForce = shipped) -> None:
        """Load the artefacts of the folder, and adapt them by the version in force whenever a text is read.

        Raises OSError, ValueError or RuntimeError when the artefacts cannot be used.
        """
        self._cutter = Cutter((folder / "pieces.model").read_bytes())
        self._words = np.load(folder / "words.npy", mmap_mode="r")
        self._short, self._long = (_session(folder / "layers.onnx", threads) for threads in (1, 2))
        self._light, self._in_force = light, in_force
        notes = self._short.get_modelmeta().custom_metadata_map
        self.version = notes["version"]
        # What the build measured, in words.
        self.scores = notes.get("scores", "")
        # The chances are joined from both models.
        self.base = f"{self.version} {light.version}"
        self._temperature, self._light_share = float(notes["temperature"]), float(notes["light_share"])

    def read(self, text: str, *, explain: bool = False) -> Reading:
        """Tell the text's category, confidence and vector, and the words that spoke for the category if asked."""
        text = looked_at(text)
        pieces, places = self._cutter.placed(text) if explain else (self._cutter.pieces(text), [])
        scores, numbers = self._scores(pieces)
        shipped, delta = self._chances(scores.mean(axis=0), text), self._delta()
        chances = shipped if delta is None else delta.applied(shipped, own_words(self._light, text), numbers)
        chosen = chances.index(max(chances))
        words = self._telling(text, places, scores, chosen) if explain else ()
        if explain and delta is not None:
            words = self._learned(text, delta, chosen, words)
        return Reading(CATEGORIES[chosen], chances[chosen], numbers, words)

    def unadapted(self, text: str) -> tuple[Scores, bytes]:
        """Return the chances of a text as the model is shipped, one for each of CATEGORIES, and its vector."""
        text = looked_at(text)
        scores, numbers = self._scores(self._cutter.pieces(text))
        return self._chances(scores.mean(axis=0), text), numbers

    def _scores(self, pieces: Sequence[int]) -> tuple[Floats, bytes]:
        """Return what each of a text's pieces says for each category, and the text's vector."""
        session = self._long if len(pieces) > _SHORT_PIECES else self._short
        scores, meaning = session.run(None, {"words": self._numbers(pieces)})
        return scores[0], vector(meaning[0])

    def _delta(self) -> Delta | None:
        """Return what the version in force adds, if it was made for this very model."""
        version = self._in_force()
        if version is None or version.full is None or version.full.base != self.base:
            return None
        return version.full.delta

    def _learned(self, text: str, delta: Delta, chosen: int, words: tuple[str, ...]) -> tuple[str, ...]:
        """Return the words that a version learned to speak for the category, and then those of the model."""
        leads = {word: delta.lead(own_words(self._light, word), chosen) for word in WORD.findall(text)}
        learned = [word for word in strongest(leads) if leads[word] >= _LEAST_LEAD]
        return tuple(dict.fromkeys([*learned, *words]))[:MOST_WORDS]

    def _numbers(self, pieces: Sequence[int]) -> Floats:
        """Return the numbers of the pieces, (1, pieces, width)."""
        blocks = np.asarray(self._words[pieces]).reshape(-1, _BLOCK_BYTES)
        scales = blocks[:, :2].copy().view("<f2").astype(np.float32)
        halves = np.concatenate([blocks[:, 2:] & 15, blocks[:, 2:] >> 4], axis=1).astype(np.float32) - 8
        return (halves * scales).reshape(1, len(pieces), -1)

    def _telling(self, text: str, places: Sequence[Place], scores: Floats, chosen: int) -> tuple[str, ...]:
        """Return the words that speak for the category in both models, strongest first.

        In the encoder every piece knows all the others, and an article may speak for what stands behind it; the light
        model knows words alone, but not what the text makes of them.
        """
        light = word_shares(self._light, text, CATEGORIES[chosen])
        both = {
            word: share * light[word]
            for word, share in spoken(text, places, margins(scores, chosen)).items()
            if share > 0 and light.get(word, 0.0) > 0
        }
        strongest = sorted(both, key=lambda word: -both[word])[:MOST_WORDS]
        return tuple(word for word in strongest if both[word] >= _LEAST_SHARE * both[strongest[0]])

    def _chances(self, scores: Floats, text: str) -> Scores:
        """Join what the encoder and the light model say: a weighted sum of their logarithms, made probabilities."""
        light = np.array([math.log(max(chance, 1e-6)) for chance in self._light.probabilities(text)])
        joined = scores.astype(np.float64) / self._temperature + self._light_share * light
        powers = np.exp(joined - joined.max())
        return tuple(map(float, powers / powers.sum()))


def _session(layers: Path, threads: int) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads, options.inter_op_num_threads = threads, 1
    # A thread that waits for the other leaves its processor to the server.
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    return onnxruntime.InferenceSession(str(layers), options, providers=["CPUExecutionProvider"])


def vector(meaning: Floats) -> bytes:
    """Return the direction of the meaning as int8."""
    length = float(np.linalg.norm(meaning)) or 1.0
    return bytes(np.rint(meaning / length * 127).astype(np.int8))


def margins(scores: Floats, chosen: int) -> Floats:
    """Return how much each piece speaks for the chosen category and against the likeliest other."""
    others = [index for index in range(scores.shape[1]) if index != chosen]
    rival = max(others, key=lambda index: float(scores[:, index].sum()))
    return np.asarray(scores[:, chosen] - scores[:, rival])


def spoken(text: str, places: Sequence[Place], speaks: Floats) -> dict[str, float]:
    """Return how much each whole word of the text speaks for the category: as much as the strongest of its pieces."""
    words = list(WORD.finditer(text))
    starts = [word.start() for word in words]
    shares: dict[str, float] = {}
    for place, share in zip(places, speaks.tolist(), strict=True):
        begin, end = place or (0, 0)
        for word in words[max(bisect_right(starts, begin) - 1, 0) : bisect_left(starts, end)]:
            if word.end() > begin:
                shares[word[0]] = max(shares.get(word[0], 0.0), share)
    return shares
