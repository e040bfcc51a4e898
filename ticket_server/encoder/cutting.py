"""A text cut into the pieces of words that the encoder reads, at most so many."""

from collections.abc import Sequence

import sentencepiece

# What is read of a text is bounded, for the time that it takes grows with it.
MOST_PIECES = 72
# Of longer texts only the beginning and the end are cut, or that alone would take longer than to read the pieces.
_FIRST_CHARACTERS, _LAST_CHARACTERS = 1_200, 600
# The pieces are numbered from the commonest on; these are little words and endings in many languages.
COMMON = 3_000
# The base was trained with this word before every text, and with these pieces around it.
_BEFORE = "query: "
_BEGIN, _END = 0, 2

# Where a piece stands in the text, from its first character to the one after its last; None: it stands around it.
Place = tuple[int, int] | None


class Cutter:
    """Cuts texts by a model of sentencepiece."""

    def __init__(self, model: bytes) -> None:
        """Take the model; raises RuntimeError when it is none."""
        self._processor = sentencepiece.SentencePieceProcessor(model_proto=model)
        self._before = [_BEGIN, *self._processor.encode(_BEFORE)]

    def pieces(self, text: str) -> list[int]:
        """Return the numbers of the pieces that are read, at most MOST_PIECES."""
        every = [*self._before, *self._processor.encode(text), _END]
        return [every[index] for index in self._read(every)]

    def placed(self, text: str) -> tuple[list[int], list[Place]]:
        """Return the same, and where each of those pieces stands in the text; that takes twice as long."""
        cut = self._processor.encode(text, return_type="offset_mapping")
        every = [*self._before, *cut["ids"], _END]
        places: list[Place] = [*[None] * len(self._before), *cut["offsets"], None]
        read = self._read(every)
        return [every[index] for index in read], [places[index] for index in read]

    def _read(self, pieces: Sequence[int]) -> list[int]:
        first, last = len(self._before), len(pieces) - 1
        return [*range(first), *(first + index for index in telling(pieces[first:last], MOST_PIECES - first - 1)), last]


def looked_at(text: str) -> str:
    """Return what of a text is cut: all of it, or whole words of its beginning and its end where it is longer."""
    if len(text) <= _FIRST_CHARACTERS + _LAST_CHARACTERS:
        return text
    first, last = text[:_FIRST_CHARACTERS].rsplit(None, 1), text[-_LAST_CHARACTERS:].split(None, 1)
    return "\n".join([*first[:1], *last[-1:]])


def telling(pieces: Sequence[int], most: int) -> list[int]:
    """Return which pieces are read where there are more than `most`, as their indices in order.

    The commonest go first, for they tell least; then those in the middle, for people state their problem at the
    beginning, or ramble and state it at the end.
    """

    def telling_least(index: int) -> tuple[int, int]:
        return min(pieces[index], COMMON), -min(index, len(pieces) - 1 - index)

    return sorted(sorted(range(len(pieces)), key=telling_least)[max(0, len(pieces) - most) :])
