"""Versions of a test's own: one that knows a word that the corpus does not."""

from functools import cache

from campusdesk.rules import Category
from ticket_server.adaptation.delta import Delta, Scores, own_words
from ticket_server.adaptation.version import Learned, Score, Version
from ticket_server.categoriser.model import CATEGORIES, Categoriser

WORD = "Zephyra"


@cache
def light() -> Categoriser:
    return Categoriser.load()


def scores_for(category: Category, lead: float = 10.0) -> Scores:
    return tuple(lead if category == other else 0.0 for other in CATEGORIES)


def delta(category: Category) -> Delta:
    (bucket,) = own_words(light(), WORD)
    return Delta({bucket: scores_for(category)})


def version(
    number: int = 1, previous: int = 0, category: Category = Category.SERVICES_COMPLAINTS, full_base: str = ""
) -> Version:
    learned = delta(category)
    full = Learned(full_base, learned) if full_base else None
    scores = (Score("light", "corrections", 40, 3, 39),)
    return Version(number, previous, 1_790_000_000_000_000, 40, 5_000, full, Learned(light().version, learned), scores)
