"""Say which words of a text spoke for a category by the light model, from the very numbers that it adds up."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import pairwise

from campusdesk.rules import Category
from ticket_server.categoriser.features import cut, few, read_part
from ticket_server.categoriser.model import CATEGORIES, Categoriser, Gives, length, together

MOST_WORDS = 5
# A word that gives less than this share of what the strongest gives is filling: "the", "and", a greeting.
_LEAST_SHARE = 0.3

# Letters and digits with their accents, or a price; what a hyphen or an apostrophe joins is one word for people.
WORD = re.compile(r"[€$£]?[^\W_]+(?:[\u0300-\u036f'\u2019€$£-]+[^\W_]+)*[\u0300-\u036f]*[€$£]?|[€$£]")


def speaking(categoriser: Categoriser, text: str, category: Category) -> tuple[str, ...]:
    """Return up to MOST_WORDS whole words of the text that spoke most for the category, strongest first."""
    return strongest(word_shares(categoriser, text, category))


def strongest(shares: Mapping[str, float]) -> tuple[str, ...]:
    """Return the up to MOST_WORDS words with the largest shares, without filling."""
    words = sorted(shares, key=lambda word: -shares[word])[:MOST_WORDS]
    return tuple(word for word in words if shares[word] > 0 and shares[word] >= _LEAST_SHARE * shares[words[0]])


def word_shares(categoriser: Categoriser, text: str, category: Category) -> dict[str, float]:
    """Return what each word of the text gives to the score of the category beyond that of the others' mean.

    A word gives what it gives as a whole and by its pieces, and half of what each pair gives that it stands in. A word
    that comes again, whatever its case and accents, counts as its first writing. The shares sum to the difference.
    """
    words = WORD.findall(read_part(text))
    parts = few([(at, part) for at, word in enumerate(words) for part in cut(word)])
    shares: defaultdict[int, float] = defaultdict(float)
    for at, share in _shares(categoriser, parts, CATEGORIES.index(category)):
        shares[at] += share
    return _joined([(words[at], share) for at, share in shares.items()])


def _shares(categoriser: Categoriser, parts: list[tuple[int, str]], index: int) -> Iterator[tuple[int, float]]:
    """Yield what each part of a word gives, with the number of its word; a pair gives half to each side."""
    of_words = [(at, *categoriser.of_word(part)) for at, part in parts]
    of_pairs = [
        (first, second, categoriser.of_pair(before, after)) for (first, before), (second, after) in pairwise(parts)
    ]
    wholes = length(together([*(whole for _, whole, _ in of_words), *(pair for _, _, pair in of_pairs)]))
    cuts = length(together(pieces for _, _, pieces in of_words))
    for at, whole, pieces in of_words:
        yield at, _beyond(whole, index) / wholes + _beyond(pieces, index) / cuts
    for first, second, pair in of_pairs:
        share = _beyond(pair, index) / wholes / 2
        yield first, share
        yield second, share


def _beyond(gives: Gives, index: int) -> float:
    """Return by how much features give more to one category than to the others on average."""
    scores = gives[1:]
    return scores[index] - (sum(scores) - scores[index]) / (len(scores) - 1)


def _joined(shares: list[tuple[str, float]]) -> dict[str, float]:
    """Add up the shares of the words that are the same, under the first of them."""
    written: dict[tuple[str, ...], str] = {}
    joined: defaultdict[str, float] = defaultdict(float)
    for word, share in shares:
        joined[written.setdefault(tuple(cut(word)), word)] += share
    return dict(joined)
