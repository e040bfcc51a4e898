"""What was judged of a text: its category, by whom and how surely, and what it means."""

from dataclasses import dataclass
from typing import Protocol

from campusdesk.rules import Category, CategorySource


@dataclass(frozen=True, slots=True)
class Judgement:
    """A category, how sure it is from 0 to 1, and who set it."""

    category: Category
    confidence: float
    source: CategorySource


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a description means: the vector of int8 that a version of the encoder's model gave to it."""

    description: str
    version: str
    vector: bytes


class Verdict(Protocol):
    """What the categoriser says of a text."""

    @property
    def category(self) -> Category:
        """The team that takes care of it."""

    @property
    def confidence(self) -> float:
        """How sure that is, from 0 to 1."""


def automatic(verdict: Verdict) -> Judgement:
    """Return the judgement of the categoriser."""
    # A sum of rounded shares may be a little more than 1, which no store takes.
    return Judgement(verdict.category, min(1.0, max(0.0, verdict.confidence)), CategorySource.AUTOMATIC)


def corrected(category: Category) -> Judgement:
    """Return the judgement of a person, which is certain."""
    return Judgement(category, 1.0, CategorySource.CORRECTED)
