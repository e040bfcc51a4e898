"""A text cut into the pieces of words that the encoder reads, at most so many."""

from collections.abc import Sequence
from typing import TypeVar

import sentencepiece

# What is read of a text is bounded, for the time that it takes grows with it: its first two thirds of this many pieces
# and its last third. People state their problem at the beginning, or ramble and state it at the end.
MOST_PIECES = 96
# The base was trained with this word before every text, and with these pieces around it.
_BEFORE = "query: "
_BEGIN, _END = 0, 2

# Where a piece stands in the text, from its first character to the one after its last; None: it stands around it.
Place = tuple[int, int] | None

_Item = TypeVar("_Item")


class Cutter:
    """Cuts texts by a model of sentencepiece."""

    def __init__(self, model: bytes) -> None:
        """Take the model; raises RuntimeError when it is none."""
        self._processor = sentencepiece.SentencePieceProcessor(model_proto=model)
        self._before = [_BEGIN, *self._processor.encode(_BEFORE)]

    def pieces(self, text: str) -> list[int]:
        """Return the numbers of the pieces that are read, at most MOST_PIECES."""
        return bounded([*self._before, *self._processor.encode(text), _END])

    def places(self, text: str) -> list[Place]:
        """Return where each of those pieces stands in the text."""
        cut = self._processor.encode(text, return_type="offset_mapping")["offsets"]
        return bounded([*[None] * len(self._before), *cut, None])


def bounded(items: Sequence[_Item]) -> list[_Item]:
    """Keep the first two thirds and the last third of MOST_PIECES items where there are more."""
    if len(items) <= MOST_PIECES:
        return list(items)
    last = MOST_PIECES // 3
    return [*items[: MOST_PIECES - last], *items[-last:]]
