"""What a report says of its place, and whether two reports can be of the same one."""

import re
from collections.abc import Iterable
from enum import IntEnum
from typing import NamedTuple

from ticket_server.similar.place_codes import Codes, Room, codes_of
from ticket_server.similar.place_words import CONCEPTS, DIRECTIONS, JOINED, KINDS, STOP, SUBJECTS
from ticket_server.storage.search.terms import cut, folded

# Of a longer description only the beginning and the end are looked through: no text may take long.
_MOST_CHARACTERS = 1_500
# Kinds of which there are several on a campus, each with a name.
_NAMED = frozenset(
    ["library", "canteen", "residence", "building", "tower", "parking", "stop", "faculty", "hall", "lab", "pool", "gym"]
)
_NAME_AFTER = re.compile(r"(\w+)[ ]+(?:di |de la |de |des |du |della |the )?([A-ZÀ-Þ][\w'\-]{2,})")
_LETTERS = re.compile(r"[^\W\d_]{2,}")


class Agreement(IntEnum):
    """How the places of two reports stand to each other."""

    UNKNOWN = 0
    COMPATIBLE = 1
    SAME = 2
    CONFLICT = 3


class Places(NamedTuple):
    """What a report says of its place; `said` are all its words, in which another's names may stand."""

    codes: Codes
    names: frozenset[str]
    concepts: frozenset[str]
    said: frozenset[str]


class Comparison(NamedTuple):
    """How two reports' rooms, buildings, directions, subjects, names, kinds and floors agree, each by itself."""

    rooms: Agreement
    buildings: Agreement
    directions: Agreement
    subjects: Agreement
    names: Agreement
    kinds: Agreement
    floors: Agreement
    dwellings: Agreement

    @property
    def agreement(self) -> Agreement:
        """All of it together: what is the same in the finest respect prevails, then what differs."""
        if self.rooms == Agreement.SAME:
            return Agreement.SAME
        ruling = (self.rooms, self.buildings, self.directions, self.subjects, self.names)
        if Agreement.CONFLICT in ruling:
            return Agreement.CONFLICT
        if Agreement.SAME in ruling:
            return Agreement.SAME if self.names == Agreement.SAME else Agreement.COMPATIBLE
        return Agreement.COMPATIBLE if self.kinds == Agreement.SAME else Agreement.UNKNOWN


def places_of(location: str, description: str) -> Places:
    """Return what both texts say of the place; what the location says of something prevails."""
    description = _bounded(description)
    told, said = folded(location), folded(description)
    near, far = codes_of(told, of_location=True), codes_of(said, of_location=False)
    codes = Codes(
        near.rooms or far.rooms,
        near.dwellings or far.dwellings,
        near.numbered or far.numbered,
        near.floors or far.floors,
    )
    names, concepts = _words(told)
    if not concepts and not names:
        _, concepts = _words(said)
        names = _names_within(description)
    return Places(codes, names, concepts, frozenset(cut((location, description))))


def compare(one: Places, other: Places) -> Comparison:
    """Compare two reports' places; the order does not matter."""
    kinds = one.concepts & other.concepts & KINDS
    return Comparison(
        rooms=_rooms(one.codes.rooms, other.codes.rooms),
        buildings=_numbered(one.codes.numbered, other.codes.numbered),
        directions=_sets(one.concepts & DIRECTIONS, other.concepts & DIRECTIONS),
        subjects=_sets(one.concepts & SUBJECTS, other.concepts & SUBJECTS),
        names=_names(one, other, alike=bool(kinds & _NAMED)),
        kinds=_sets(one.concepts & KINDS, other.concepts & KINDS, differing=Agreement.COMPATIBLE),
        floors=_sets(one.codes.floors, other.codes.floors),
        dwellings=_sets(one.codes.dwellings, other.codes.dwellings),
    )


def _bounded(text: str) -> str:
    if len(text) <= _MOST_CHARACTERS:
        return text
    return f"{text[: _MOST_CHARACTERS // 2]} {text[-_MOST_CHARACTERS // 2 :]}"


def _words(told: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the names and the concepts among the words of a folded text."""
    names, concepts = set[str](), set[str]()
    for word in _LETTERS.findall(told):
        for part in _parts(word):
            if part in CONCEPTS:
                concepts.add(CONCEPTS[part])
            elif part not in STOP and len(part) > 2:
                names.add(part)
    return frozenset(names), frozenset(concepts)


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


def _names_within(description: str) -> frozenset[str]:
    """Return the names that stand behind the kind of a place: torre Archimede."""
    found = _NAME_AFTER.findall(description)
    named = (name for kind, name in found if CONCEPTS.get(folded(kind)) in _NAMED)
    return frozenset(name for word in named for name in _words(folded(word))[0])


def _rooms(one: frozenset[Room], other: frozenset[Room]) -> Agreement:
    if not one or not other:
        return Agreement.UNKNOWN
    same = any(_same_room(first, second) for first in one for second in other)
    return Agreement.SAME if same else Agreement.CONFLICT


def _same_room(one: Room, other: Room) -> bool:
    if one.building and other.building and one.building != other.building:
        return False
    kinds = {one.kind, other.kind} - {"", "room"}
    if len(kinds) > 1 and kinds != {"hall", "room"}:
        return False
    if one.digits == other.digits:
        return True
    short, long = sorted((one, other), key=lambda room: len(room.digits))
    # Room 14 on the second floor is 2.14 for others.
    return bool(short.kind) and len(short.digits) == 2 and len(long.digits) > 2 and long.digits.endswith(short.digits)


def _numbered(one: frozenset[tuple[str, str]], other: frozenset[tuple[str, str]]) -> Agreement:
    shared = {kind for kind, _ in one} & {kind for kind, _ in other}
    first, second = ({pair for pair in pairs if pair[0] in shared} for pairs in (one, other))
    return _sets(first, second)


def _names(one: Places, other: Places, *, alike: bool) -> Agreement:
    """Compare names; two that differ are in conflict where both name a place of the same kind."""
    if not one.names or not other.names:
        mentioned = one.names & other.said or other.names & one.said
        return Agreement.COMPATIBLE if mentioned else Agreement.UNKNOWN
    if one.names & other.names or _begins(one.names, other.names):
        return Agreement.SAME
    if one.names & other.said or other.names & one.said:
        return Agreement.COMPATIBLE
    return Agreement.CONFLICT if alike else Agreement.UNKNOWN


def _begins(one: frozenset[str], other: frozenset[str]) -> bool:
    """Say whether two names are forms of the same: olowek and olowku."""
    return any(len(first) > 4 and len(second) > 4 and first[:5] == second[:5] for first in one for second in other)


def _sets(one: Iterable[object], other: Iterable[object], differing: Agreement = Agreement.CONFLICT) -> Agreement:
    first, second = set(one), set(other)
    if not first or not second:
        return Agreement.UNKNOWN
    return Agreement.SAME if first & second else differing
