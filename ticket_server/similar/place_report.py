"""What a report says of its place, from its location and its description."""

from typing import NamedTuple

from campusdesk.rules import LIMITS
from campusdesk.terms import cut, folded
from ticket_server.categoriser.features import ends
from ticket_server.similar.place_codes import Codes, Room, codes_of
from ticket_server.similar.place_epithets import Epithets, epithets_of
from ticket_server.similar.place_names import ALIKE, begun, described, names_within, proper, words_of
from ticket_server.similar.place_subjects import OFFICIAL
from ticket_server.similar.place_words import CONCEPTS, DIRECTIONS, KINDS, NAMED, SUBJECTS, VENUES, WIDE

# Of a longer description only the beginning and the end are looked through: no text may take long.
_EITHER_END = 750

# A location with one of these is not by its kind alone.
_TOLD_BY = SUBJECTS | DIRECTIONS | {"main"}
# Subjects and directions of which another is elsewhere.
_TELLING = (SUBJECTS | DIRECTIONS) - OFFICIAL


class Places(NamedTuple):
    """What a report says of its place.

    `said` are all its words, in which another's names may stand, `mentioned` all their concepts, `begun` what they
    begin with, and `rooms`, `numbered` and `floors` all in both texts. `located` is false where only the description
    says something. The rest is drawn from these once, as each report is compared with many: `proper` are the names
    that are no ordinary words and `sounds` how they begin, `called` what all names begin with; `telling` says whether
    it can be known to be elsewhere, `wide` whether others have the same; `epithets` stand beside the `heads`.
    """

    codes: Codes
    names: frozenset[str]
    concepts: frozenset[str]
    said: frozenset[str]
    mentioned: frozenset[str]
    begun: frozenset[str]
    located: bool
    proper: frozenset[str]
    called: frozenset[str]
    kinds: frozenset[str]
    directions: frozenset[str]
    subjects: frozenset[str]
    levels: frozenset[int]
    numbers: frozenset[str]
    numbered_kinds: frozenset[str]
    telling: bool
    sounds: frozenset[str]
    rooms: frozenset[Room]
    numbered: frozenset[tuple[str, str]]
    floors: frozenset[int]
    wide: bool
    epithets: Epithets
    heads: frozenset[str]


def places_of(location: str, description: str) -> Places:
    """Return what both texts say of the place; what the location says of something prevails."""
    location = ends(location, LIMITS["location"] // 2, LIMITS["location"] // 2)
    description = ends(description, _EITHER_END, _EITHER_END)
    told, said = folded(location), folded(description)
    near, far = codes_of(told, of_location=True), codes_of(said, of_location=False)
    codes = Codes(
        near.rooms or far.rooms,
        near.dwellings or far.dwellings,
        near.numbered or far.numbered,
        near.floors or far.floors,
    )
    names, concepts = words_of(told)
    epithets = epithets_of(told, names, of_location=True)
    if not epithets:
        held = names_within(description)
        epithets = epithets_of(said, held, of_location=False)
        if not concepts and not names:
            names, concepts = held, described(said)
        elif not names and concepts.isdisjoint(_TOLD_BY):
            names = held
    words = frozenset(cut((location, description)))
    mentioned = concepts | {CONCEPTS[word] for word in words if word in CONCEPTS}
    located = bool(told.strip())
    called = proper(names)
    return Places(
        codes,
        names,
        concepts,
        words,
        mentioned,
        begun(words | names),
        located,
        called,
        begun(names),
        concepts & KINDS,
        concepts & DIRECTIONS,
        _subjects(concepts),
        _levels(near) or _levels(far),
        _numbers(codes),
        frozenset(kind for kind, _ in codes.numbered),
        _telling(codes, concepts, called, named=bool(names), located=located),
        begun(called, ALIKE),
        near.rooms | far.rooms,
        near.numbered | far.numbered,
        _levels(near) | _levels(far),
        not words.isdisjoint(WIDE),
        epithets,
        frozenset(head for head, _ in epithets),
    )


def _subjects(concepts: frozenset[str]) -> frozenset[str]:
    """Return the subjects; computer science is no other place than informatics."""
    subjects = concepts & SUBJECTS
    return subjects - {"science"} or subjects


def _telling(codes: Codes, concepts: frozenset[str], called: frozenset[str], *, named: bool, located: bool) -> bool:
    """Say whether a place is told so that another can be known to be elsewhere; a letter may stand for any name."""
    venue = not concepts.isdisjoint(VENUES)
    if not (located or named or venue):
        return False
    if any(len(number) > 1 or number.isdigit() for _, number in codes.numbered):
        return True
    proper_name = bool(called) and not concepts.isdisjoint(NAMED)
    return proper_name or not concepts.isdisjoint(_TELLING) or (located and venue)


def _levels(codes: Codes) -> frozenset[int]:
    """Return the floors: where none is told, those of rooms 3.12."""
    return codes.floors or frozenset(
        int(room.digits[0]) for room in codes.rooms if len(room.digits) == 3 and room.digits.isdigit()
    )


def _numbers(codes: Codes) -> frozenset[str]:
    """Return each number that tells a place, the letters of buildings and first digits of rooms among them."""
    rooms = {part for room in codes.rooms for part in (room.building, room.digits, room.digits[:1]) if part}
    return codes.dwellings | rooms | {number for _, number in codes.numbered}
