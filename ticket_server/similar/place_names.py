"""Names of places: how they stand in a text, and which are forms of the same."""

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from campusdesk.terms import folded
from ticket_server.similar.place_ordinary import ordinary_words
from ticket_server.similar.place_subjects import COLOURS
from ticket_server.similar.place_words import BESIDE, CONCEPTS, JOINED, KINDS, NAMED, STOP

_LETTERS = re.compile(r"[^\W\d_]{2,}")
_ARTICLE = r"(?:di |de la |de |des |du |della |d'|l'|the )?"
_NAME_AFTER = re.compile(rf"\b(\w+)[ ]+(?={_ARTICLE}([A-ZÀ-Þ][\w'\-]{{2,}}))")
_CAPITALISED = re.compile(r"\b[A-ZÀ-Þ][\w]{6,}")
_NAME_BEFORE = re.compile(r"(?<![.!?] )(?<!^)\b([A-ZÀ-Þ][\w']{2,})[ \-]+(\w+)")
# "in Curie", "von der Sella".
_BEFORE_NAMES = (
    "in|im|at|nel|nella|nell|en|dans|au|a|à|al|alla|zum|zur|vom|von|beim|del|della|der|dem|la|the|le|les|el|du|de|of"
)
_HELD = re.compile(rf"\b(?:{_BEFORE_NAMES})[ ']+((?:San |Santa |Les )?[A-ZÀ-Þ][\w\-]{{3,}})")
_GERMAN_WORDS = re.compile(
    r"\b(?:der|die|das|und|ist|nicht|ich|wir|im|den|dem|ein|eine|kein|keine|seit|mit|auf|es|geht|zu)\b"
)
_OTHER_WORDS = re.compile(
    r"\b(?:the|is|and|of|my|to|on|il|lo|di|del|della|non|che|è|per|con|el|los|las|de|que|en|no|le|les|des|est|du|et|pas|"
    r"un|una|une|la|a|i)\b"
)
# The same name in other languages differs in these letters: politécnica and polytechnic.
_SOUNDS = str.maketrans({"y": "i", "k": "c", "z": "s", "w": "v", "j": "i"})
_DOUBLED = re.compile(r"(.)\1")
# A subject and the kind of its place are at most so many words from each other.
_BESIDE_WORDS = 3
# Words whose parts are remembered: the same ones come again.
_MOST_WORDS = 4_096
# Shorter ones are mostly abbreviations.
_LEAST_PROPER = 4
# Of forms of one word the beginning stays: Ołówek and Ołówku.
BEGINNING = 5
# So much alike are words of two languages that may be the same.
ALIKE = 3


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


def described(told: str) -> frozenset[str]:
    """Return the concepts of a folded description: subjects and directions only beside the kind of a place."""
    concepts = [
        (CONCEPTS.get(part), number) for number, word in enumerate(_LETTERS.findall(told)) for part in _parts(word)
    ]
    known = [(concept, number) for concept, number in concepts if concept is not None]
    anchors = [number for concept, number in known if concept in BESIDE]
    return frozenset(
        concept
        for concept, number in known
        if concept in KINDS
        or any(abs(number - anchor) <= (1 if concept in COLOURS else _BESIDE_WORDS) for anchor in anchors)
    )


def names_within(description: str) -> frozenset[str]:
    """Return the names beside the kind of a place, torre Archimede, or behind what stands before places: in Curie."""
    after, before = _NAME_AFTER.findall(description), _NAME_BEFORE.findall(description)
    found = (*after, *((kind, name) for name, kind in before))
    joined = (words_of(folded(word)) for word in _CAPITALISED.findall(description))
    held = frozenset(name for place in _HELD.findall(description) for name in words_of(folded(place))[0])
    whole = frozenset(name for names, concepts in joined if concepts & NAMED for name in names)
    named = (name for kind, name in found if CONCEPTS.get(folded(kind)) in NAMED)
    beside = frozenset(name for word in named for name in words_of(folded(word))[0])
    if not _in_german(description):
        return whole | beside | held
    return whole | frozenset(name for name in beside | held if not _composed(name))


def _in_german(text: str) -> bool:
    """Say whether nouns may have capitals: it is not said in another language's words."""
    return len(_OTHER_WORDS.findall(text)) <= len(_GERMAN_WORDS.findall(text))


def proper(names: Iterable[str]) -> frozenset[str]:
    """Return the names that are no ordinary words, of which another language would have its own."""
    return frozenset(name for name in names if len(name) >= _LEAST_PROPER) - ordinary_words()


def _composed(name: str) -> bool:
    """Say whether a word ends as an ordinary one does: in German each noun has a capital."""
    return name[-BEGINNING:] in _endings()


@cache
def _endings() -> frozenset[str]:
    return frozenset(word[-BEGINNING:] for word in ordinary_words())


def begun(words: Iterable[str], letters: int = BEGINNING) -> frozenset[str]:
    """Return what the longer words begin with, written as they sound."""
    beginnings = " ".join(word[: letters + 2] for word in words if len(word) >= letters)
    sounds = _DOUBLED.sub(r"\1", beginnings.replace("ph", "f").translate(_SOUNDS)).split()
    return frozenset(word[:letters] for word in sounds)


@lru_cache(_MOST_WORDS)
def _parts(word: str) -> tuple[str, ...]:
    """Return the word, or what it is joined from: humboldthaus is humboldt and haus."""
    if word in CONCEPTS or word in STOP:
        return (word,)
    for part in JOINED:
        if word.startswith(part) and len(word) > len(part) + 2:
            return (part, *_parts(word[len(part) :].removeprefix("s") or part))
        if word.endswith(part) and len(word) > len(part) + 2:
            return (*_parts(word[: -len(part)]), part)
    return (word,)
