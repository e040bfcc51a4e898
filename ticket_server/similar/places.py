"""What a report says of its place, and whether two reports can be of the same one."""

from collections.abc import Iterable
from enum import IntEnum
from typing import NamedTuple

from ticket_server.similar.place_codes import Codes, Room, codes_of
from ticket_server.similar.place_names import begun, names_within, words_of
from ticket_server.similar.place_words import (
    APART,
    CONCEPTS,
    DIRECTIONS,
    EVERYWHERE,
    KINDS,
    NAMED,
    ROOM_KINDS,
    SUBJECTS,
    VENUES,
)
from ticket_server.storage.search.terms import cut, folded

# Of a longer description only the beginning and the end are looked through: no text may take long.
_MOST_CHARACTERS = 1_500
# What a room with a name is called by some and others.
_HALLS = frozenset(["hall", "room", "lab"])


class Agreement(IntEnum):
    """How the places of two reports stand to each other."""

    UNKNOWN = 0
    COMPATIBLE = 1
    SAME = 2
    CONFLICT = 3


class Places(NamedTuple):
    """What a report says of its place.

    `said` are all its words, in which another's names may stand, `mentioned` all their concepts, and `begun` what
    they begin with. `located` is false where only the description says something.
    """

    codes: Codes
    names: frozenset[str]
    concepts: frozenset[str]
    said: frozenset[str]
    mentioned: frozenset[str]
    begun: frozenset[str]
    located: bool


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
        ruling = (self.rooms, self.buildings, self.directions, self.subjects, self.names, self.kinds)
        if Agreement.CONFLICT in ruling:
            return Agreement.CONFLICT
        if Agreement.SAME in (self.buildings, self.subjects, self.names) and self.floors == Agreement.CONFLICT:
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
    names, concepts = words_of(told)
    if not concepts and not names:
        _, concepts = words_of(said)
        names = names_within(description)
    words = frozenset(cut((location, description)))
    mentioned = concepts | {CONCEPTS[word] for word in words if word in CONCEPTS}
    return Places(codes, names, concepts, words, mentioned, begun(words | names), bool(told.strip()))


def compare(one: Places, other: Places) -> Comparison:
    """Compare two reports' places; the order does not matter."""
    kinds = one.concepts & other.concepts & KINDS
    return Comparison(
        rooms=_rooms(one.codes.rooms, other.codes.rooms),
        buildings=_numbered(one.codes.numbered, other.codes.numbered),
        directions=_sets(one.concepts & DIRECTIONS, other.concepts & DIRECTIONS),
        subjects=_sets(one.concepts & SUBJECTS, other.concepts & SUBJECTS),
        names=_names(one, other, alike=bool(kinds & NAMED) or bool(one.concepts & _HALLS and other.concepts & _HALLS)),
        kinds=_kinds(one, other),
        floors=_floors(one, other),
        dwellings=_sets(one.codes.dwellings, other.codes.dwellings),
    )


def _bounded(text: str) -> str:
    if len(text) <= _MOST_CHARACTERS:
        return text
    return f"{text[: _MOST_CHARACTERS // 2]} {text[-_MOST_CHARACTERS // 2 :]}"


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
    return (
        bool(short.kind) and len(short.digits) <= 2 < len(long.digits) and long.digits.endswith(short.digits.zfill(2))
    )


def _numbered(one: frozenset[tuple[str, str]], other: frozenset[tuple[str, str]]) -> Agreement:
    shared = {kind for kind, _ in one} & {kind for kind, _ in other}
    first, second = ({pair for pair in pairs if pair[0] in shared} for pairs in (one, other))
    return _sets(first, second)


def _names(one: Places, other: Places, *, alike: bool) -> Agreement:
    """Compare names; two that differ are in conflict where both name a place of the same kind."""
    if not one.names or not other.names:
        mentioned = one.names & other.said or other.names & one.said
        return Agreement.COMPATIBLE if mentioned else Agreement.UNKNOWN
    if one.names & other.names or begun(one.names) & begun(other.names):
        return Agreement.SAME
    if one.names & other.said or other.names & one.said:
        return Agreement.COMPATIBLE
    located = one.located and other.located
    kinds = one.concepts & other.mentioned | other.concepts & one.mentioned
    return Agreement.CONFLICT if alike or (located and kinds & NAMED) else Agreement.UNKNOWN


def _kinds(one: Places, other: Places) -> Agreement:
    agreement = _sets(one.concepts & KINDS, other.concepts & KINDS, differing=Agreement.COMPATIBLE)
    return Agreement.CONFLICT if _apart(one, other) or _unlike(one, other) else agreement


def _unlike(one: Places, other: Places) -> bool:
    """Say whether both locations say what kind of place it is, and it is not one of both."""
    if not one.located or not other.located:
        return False
    for kinds in APART:
        first, second = one.concepts & kinds, other.concepts & kinds
        if first and second and not (first & other.mentioned or second & one.mentioned):
            return True
    return any(rule(*pair) for rule in (_numbered_and_named, _main_and_other) for pair in ((one, other), (other, one)))


def _main_and_other(one: Places, other: Places) -> bool:
    """Say whether one is the main canteen and the other the one in the north, of the letters or with a name."""
    if "main" not in one.concepts or "main" in other.mentioned or not one.concepts & other.concepts & VENUES:
        return False
    told = other.codes.numbered or other.names or other.concepts & (DIRECTIONS | SUBJECTS)
    return bool(told) and not (_named_alike(one, other) or other.concepts & one.mentioned & (DIRECTIONS | SUBJECTS))


def _numbered_and_named(one: Places, other: Places) -> bool:
    """Say whether one is the hall 4 and the other the hall Marconi."""
    if not any(room.kind for room in one.codes.rooms) or other.codes.rooms or _named_alike(one, other):
        return False
    return bool(one.concepts & other.concepts & ROOM_KINDS and (other.names or "main" in other.concepts))


def _apart(one: Places, other: Places) -> bool:
    """Say whether two places that are both told well have nothing in common."""
    if not (_telling(one) and _telling(other)) or not (one.located or other.located):
        return False
    if not all(place.located or place.names or place.concepts & VENUES for place in (one, other)):
        return False
    if "online" in one.concepts | other.concepts:
        return False
    shared = (one.concepts & other.mentioned) | (other.concepts & one.mentioned)
    return not (shared - EVERYWHERE or _named_alike(one, other) or _coded_alike(one.codes, other.codes))


def _telling(places: Places) -> bool:
    codes = places.codes
    return bool(places.names or places.concepts - EVERYWHERE or codes.rooms or codes.numbered)


def _named_alike(one: Places, other: Places) -> bool:
    if one.names & (other.said | other.names) or other.names & one.said:
        return True
    return bool(begun(one.names) & other.begun or begun(other.names) & one.begun)


def _coded_alike(one: Codes, other: Codes) -> bool:
    first, second = _numbers(one), _numbers(other)
    return bool(first & second or _levels(one) & _levels(other))


def _floors(one: Places, other: Places) -> Agreement:
    # A lift is on all of them.
    moving = "lift" in one.mentioned & other.mentioned
    differing = Agreement.UNKNOWN if moving else Agreement.CONFLICT
    return _sets(_levels(one.codes), _levels(other.codes), differing)


def _levels(codes: Codes) -> frozenset[int]:
    """Return the floors, those of rooms 3.12 among them."""
    return codes.floors | {
        int(room.digits[0]) for room in codes.rooms if len(room.digits) == 3 and room.digits.isdigit()
    }


def _numbers(codes: Codes) -> set[str]:
    """Return each number that tells a place, the letters of buildings and first digits of rooms among them."""
    rooms = {part for room in codes.rooms for part in (room.building, room.digits, room.digits[:1]) if part}
    return rooms | {number for _, number in codes.numbered} | codes.dwellings


def _sets(one: Iterable[object], other: Iterable[object], differing: Agreement = Agreement.CONFLICT) -> Agreement:
    first, second = set(one), set(other)
    if not first or not second:
        return Agreement.UNKNOWN
    return Agreement.SAME if first & second else differing
