"""Names of places: how they stand in a text, and which are forms of the same."""

import re
from collections.abc import Iterable

from ticket_server.similar.place_words import CONCEPTS, JOINED, NAMED, STOP
from ticket_server.storage.search.terms import folded

_LETTERS = re.compile(r"[^\W\d_]{2,}")
_ARTICLE = r"(?:di |de la |de |des |du |della |d'|l'|the )?"
_NAME_AFTER = re.compile(rf"(\w+)[ ]+(?={_ARTICLE}([A-ZÀ-Þ][\w'\-]{{2,}}))")
_CAPITALISED = re.compile(r"\b[A-ZÀ-Þ][\w]{6,}")
_NAME_BEFORE = re.compile(r"(?<![.!?] )(?<!^)\b([A-ZÀ-Þ][\w']{2,})[ \-]+(\w+)")
# The same name in other languages differs in these letters: politécnica and polytechnic.
_SOUNDS = str.maketrans({"y": "i", "k": "c", "z": "s", "w": "v", "j": "i"})
_DOUBLED = re.compile(r"(.)\1")
# Of forms of one word the beginning stays: Ołówek and Ołówku.
_BEGINNING = 5


def words_of(told: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the names and the concepts among the words of a folded text."""
    names, concepts = set[str](), set[str]()
    for word in _LETTERS.findall(told):
        for part in _parts(word):
            if part in CONCEPTS:
                concepts.add(CONCEPTS[part])
            elif part not in STOP and len(part) > 2:
                names.add(part)
    return frozenset(names), frozenset(concepts)


def names_within(description: str) -> frozenset[str]:
    """Return the names that stand beside the kind of a place: torre Archimede, Triolet canteen."""
    after, before = _NAME_AFTER.findall(description), _NAME_BEFORE.findall(description)
    found = (*after, *((kind, name) for name, kind in before))
    joined = (words_of(folded(word)) for word in _CAPITALISED.findall(description))
    whole = frozenset(name for names, concepts in joined if concepts & NAMED for name in names)
    named = (name for kind, name in found if CONCEPTS.get(folded(kind)) in NAMED)
    return whole | frozenset(name for word in named for name in words_of(folded(word))[0])


def begun(words: Iterable[str]) -> frozenset[str]:
    """Return what the longer words begin with, written as they sound."""
    beginnings = " ".join(word[: _BEGINNING + 2] for word in words if len(word) >= _BEGINNING)
    sounds = _DOUBLED.sub(r"\1", beginnings.translate(_SOUNDS)).split()
    return frozenset(word[:_BEGINNING] for word in sounds)


def _parts(word: str) -> Iterable[str]:
    """Yield the word, or what it is joined from: humboldthaus is humboldt and haus."""
    if word in CONCEPTS or word in STOP:
        return (word,)
    for part in JOINED:
        if word.startswith(part) and len(word) > len(part) + 2:
            return (part, *_parts(word[len(part) :].removeprefix("s") or part))
        if word.endswith(part) and len(word) > len(part) + 2:
            return (*_parts(word[: -len(part)]), part)
    return (word,)
