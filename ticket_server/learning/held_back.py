"""What a delta gains on texts that it was not fitted on: corrections held back in turn, and the texts that judge."""

import zlib
from collections.abc import Callable, Sequence
from dataclasses import astuple, dataclass
from math import sqrt

from campusdesk.rules import Category
from ticket_server.adaptation.delta import Delta
from ticket_server.categoriser.model import CATEGORIES
from ticket_server.learning.fitting import Correct

FOLDS = 5
# Gains beyond those of a coin that falls on either side are of that many standard deviations.
LEAST_DEVIATIONS = 2.0
# Of a thousand texts that judge so many may be lost.
MOST_LOST = 5


@dataclass(frozen=True)
class Tally:
    """How many of `count` texts are right before and after, and how many that were changed became right or wrong."""

    count: int
    before: int
    after: int
    gained: int
    lost: int

    def __add__(self, other: "Tally") -> "Tally":
        """Return the tally of both groups of texts."""
        return Tally(*(ours + theirs for ours, theirs in zip(astuple(self), astuple(other), strict=True)))

    @property
    def convinces(self) -> bool:
        """Whether what is changed becomes right more often than by chance."""
        changed = self.gained + self.lost
        return changed > 0 and self.gained - self.lost >= LEAST_DEVIATIONS * sqrt(changed)

    @property
    def keeps(self) -> bool:
        """Whether no more than MOST_LOST of a thousand texts are lost."""
        return 1_000 * (self.before - self.after) <= MOST_LOST * self.count


def tally(texts: Sequence[Correct], delta_of: Callable[[int], Delta]) -> Tally:
    """Compare the choices before and after the delta that each text, by its position, is judged by."""
    before = after = gained = lost = 0
    for number, text in enumerate(texts):
        judged = text.judged
        ours = _chosen(judged.chances)
        theirs = _chosen(delta_of(number).applied(judged.chances, judged.words, judged.vector))
        before += ours == text.category
        after += theirs == text.category
        gained += ours != theirs == text.category
        lost += ours != theirs != text.category
    return Tally(len(texts), before, after, gained, lost)


def folds(texts: Sequence[str]) -> list[int]:
    """Deal the texts out to FOLDS folds of like size, always the same way; equal texts come to one fold."""
    mixed = sorted(set(texts), key=lambda text: (zlib.crc32(text.encode()), text))
    fold_of = {text: number % FOLDS for number, text in enumerate(mixed)}
    return [fold_of[text] for text in texts]


def _chosen(chances: Sequence[float]) -> Category:
    return CATEGORIES[chances.index(max(chances))]
