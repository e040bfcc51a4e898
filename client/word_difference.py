"""What a text lost and gained from one version to the next, word by word."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from enum import Enum
from itertools import takewhile
from typing import NamedTuple

# With the space before it, so that what is written after a text changes nothing of it.
_WORD = re.compile(r"\s*\S+|\s+$")
# Words on each side that are compared one by one; more than that changed as a whole. It bounds what a text can cost.
_MOST_COMPARED = 120
# Words that are shown of what stayed the same, on each side of a change, and of what came or went.
_AROUND, _MOST_CHANGED = 6, 40
_ELLIPSIS = "…"


class Kind(Enum):
    """What happened to a piece of a text."""

    KEPT = "kept"
    REMOVED = "removed"
    ADDED = "added"


class Piece(NamedTuple):
    """Words that stand together and have the same fate."""

    kind: Kind
    text: str


def difference(before: str, after: str) -> list[Piece]:
    """Return the pieces of both texts in their order: what was kept or removed is `before`, kept or added `after`."""
    old, new = _WORD.findall(before), _WORD.findall(after)
    begin = _alike(old, new)
    end = _alike(old[begin:][::-1], new[begin:][::-1])
    inner = _compared(old[begin : len(old) - end], new[begin : len(new) - end])
    pieces = [Piece(Kind.KEPT, "".join(old[:begin])), *inner, Piece(Kind.KEPT, "".join(old[len(old) - end :]))]
    return [piece for piece in pieces if piece.text]


def folded(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces with little of what stayed the same, and not all of what is very long."""
    last = len(pieces) - 1
    return [
        piece._replace(
            text=_shortened(piece.text, before=_AROUND if place else 0, after=_AROUND if place < last else 0)
            if piece.kind is Kind.KEPT
            else _shortened(piece.text, before=_MOST_CHANGED, after=0)
        )
        for place, piece in enumerate(pieces)
    ]


def _alike(old: Sequence[str], new: Sequence[str]) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(old, new, strict=False)))


def _compared(old: Sequence[str], new: Sequence[str]) -> Iterator[Piece]:
    if max(len(old), len(new)) > _MOST_COMPARED:
        yield from (Piece(Kind.REMOVED, "".join(old)), Piece(Kind.ADDED, "".join(new)))
        return
    for what, old_from, old_to, new_from, new_to in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what == "equal":
            yield Piece(Kind.KEPT, "".join(old[old_from:old_to]))
        else:
            yield Piece(Kind.REMOVED, "".join(old[old_from:old_to]))
            yield Piece(Kind.ADDED, "".join(new[new_from:new_to]))


def _shortened(text: str, *, before: int, after: int) -> str:
    """Return the first words and the last ones."""
    words = _WORD.findall(text)
    # An ellipsis in place of one word or two would be no shorter.
    if len(words) <= before + after + 2:
        return text
    beginning, end = "".join(words[:before]), "".join(words[len(words) - after :])
    if not before + after:
        return text
    return f"{beginning} {_ELLIPSIS}{end}" if beginning else f"{_ELLIPSIS}{end}"
