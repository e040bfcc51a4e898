"""What a place of a kind is called beside the word for it: (library, law), (sala, grados), (residence, belvedere)."""

import re
from collections.abc import Iterator

from ticket_server.similar.place_ordinary import ordinary_words
from ticket_server.similar.place_subjects import COLOURS
from ticket_server.similar.place_words import CONCEPTS, DIRECTIONS, HEADS, STOP, STREETS, SUBJECTS

Epithets = frozenset[tuple[str, str]]

_HEAD_WORDS = "|".join(sorted((word for word in CONCEPTS if CONCEPTS[word] in HEADS), key=len, reverse=True))
_JOINING = r"(?:[ ](?:de la|de los|of the|an der|in der|della|dello|dell|del|des|the|fur|der|di|de|du|of|am|al|d|a))?"
_AFTER = re.compile(rf"\b({_HEAD_WORDS})\b{_JOINING}[ '\-](?=(\w{{3,}}))")
_BEFORE = re.compile(rf"\b(\w{{3,}})[ \-](?=({_HEAD_WORDS})\b)")
_STREET = re.compile(rf"\b(?:{'|'.join(STREETS)})[ ](?:del |della |de la |de |des |du )?([a-z]{{4,}})")
_LEAST_PROPER = 4
# "is" in French, "this" in Spanish: no directions.
_VERBS = frozenset(["est", "este"])
_OF_KINDS = SUBJECTS | DIRECTIONS | {"main", "guest"}


def epithets_of(text: str, names: frozenset[str], *, of_location: bool) -> Epithets:
    """Return the heads of a folded text with what stands beside them.

    In a location that is any word, in a description a subject, a direction or one of the `names`.
    """
    after = ((head, word) for head, word in _AFTER.findall(text))
    before = ((head, word) for word, head in _BEFORE.findall(text))
    found = {told for pair in (*after, *before) for told in _told(*pair, names, of_location=of_location)}
    streets = {CONCEPTS.get(name, name) for name in _STREET.findall(text)} - STOP - ordinary_words()
    return frozenset(found | {("street", name) for name in streets})


def _told(head: str, word: str, names: frozenset[str], *, of_location: bool) -> Iterator[tuple[str, str]]:
    kind, concept = CONCEPTS[head], CONCEPTS.get(word)
    if concept in _OF_KINDS:
        if of_location or (concept not in COLOURS and word not in _VERBS):
            yield kind, str(concept)
            yield head, str(concept)
    elif concept is None and word not in STOP and word.isalpha():
        proper = kind == "residence" or word not in ordinary_words()
        if len(word) >= _LEAST_PROPER and proper and (of_location or word in names):
            yield kind, word
            yield head, word
        elif of_location:
            yield head, word
