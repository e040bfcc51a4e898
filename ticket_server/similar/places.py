"""Whether two reports can be of the same place."""

from collections.abc import Set as AbstractSet
from enum import IntEnum
from typing import NamedTuple

from ticket_server.similar.place_codes import Room
from ticket_server.similar.place_names import ALIKE, begun
from ticket_server.similar.place_report import Places, places_of
from ticket_server.similar.place_subjects import BROAD
from ticket_server.similar.place_words import APART, DIRECTIONS, EVERYWHERE, NAMED, ROOM_KINDS, SUBJECTS, VENUES

__all__ = ["Agreement", "Comparison", "Places", "compare", "places_of"]

_NONE = frozenset[str]()
# What a room with a name is called by some and others.
_HALLS = frozenset(["hall", "room", "lab"])
# Kinds of which one room may be called both; a seminar room is no lecture hall.
_LIKE_ROOMS = tuple(
    map(frozenset, (["hall", "lab"], ["hall", "pool"], ["hall", "reading"], ["lab", "pool"], ["lab", "seminar"]))
)
# So many digits tell a room whatever it is called.
_WHOLE_CODE = 3
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


class Agreement(IntEnum):
    """How the places of two reports stand to each other."""

    UNKNOWN = 0
    COMPATIBLE = 1
    SAME = 2
    CONFLICT = 3


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
        # Who lives next door may report the same: dwellings do not rule.
        if Agreement.CONFLICT in (*ruling, self.floors):
            return Agreement.CONFLICT
        if Agreement.SAME in ruling:
            return Agreement.SAME if self.names == Agreement.SAME else Agreement.COMPATIBLE
        return Agreement.COMPATIBLE if self.kinds == Agreement.SAME else Agreement.UNKNOWN


def compare(one: Places, other: Places) -> Comparison:
    """Compare two reports' places; the order does not matter."""
    kinds = one.kinds & other.kinds
    return Comparison(
        rooms=_rooms(one, other),
        buildings=_numbered(one, other),
        directions=_sets(one.directions, other.directions),
        subjects=_subjects(one, other),
        names=_names(one, other, alike=bool(kinds & NAMED) or bool(one.kinds & _HALLS and other.kinds & _HALLS)),
        kinds=_kinds(one, other),
        floors=_floors(one, other),
        dwellings=_sets(one.codes.dwellings, other.codes.dwellings),
    )


def _rooms(one: Places, other: Places) -> Agreement:
    """Compare rooms; one that the other's description speaks of by the way may be the same."""
    if not one.codes.rooms or not other.codes.rooms:
        return Agreement.UNKNOWN
    floors = one.codes.floors, other.codes.floors
    if _share(one.codes.rooms, other.codes.rooms, *floors):
        return Agreement.SAME
    if _share(one.codes.rooms, other.rooms, *floors) or _share(one.rooms, other.codes.rooms, *floors):
        return Agreement.COMPATIBLE
    return Agreement.UNKNOWN if _wide(one, other) else Agreement.CONFLICT


def _wide(one: Places, other: Places) -> bool:
    """Say whether rooms are next to each other, and one report tells of the neighbours or of the whole floor."""
    if one.levels.isdisjoint(other.levels):
        return False
    if one.wide or other.wide:
        return True
    dwelling = one.codes.dwellings or other.codes.dwellings
    return bool(dwelling) and not (one.codes.floors | other.codes.floors).isdisjoint(one.levels & other.levels)


def _share(
    one: AbstractSet[Room], other: AbstractSet[Room], one_floors: AbstractSet[int], other_floors: AbstractSet[int]
) -> bool:
    return any(
        _same_room(first, second, one_floors)
        if len(first.digits) <= len(second.digits)
        else _same_room(second, first, other_floors)
        for first in one
        for second in other
    )


def _same_room(short: Room, long: Room, floors: AbstractSet[int]) -> bool:
    """Say whether both can be the same; `floors` are told beside the one with fewer digits."""
    if short.building and long.building and short.building != long.building:
        return False
    if len(long.digits) < _WHOLE_CODE and not _one_kind(short.kind, long.kind):
        return False
    if short.digits == long.digits:
        return True
    # Room 14 on the second floor is 2.14 for others.
    if not short.digits.isdigit() or not long.digits.isdigit():
        return short.digits.rstrip(_LETTERS) == long.digits.rstrip(_LETTERS)
    if floors:
        front = [str(floor) for floor in floors if long.digits.startswith(str(floor))]
        return any(long.digits.removeprefix(floor).lstrip("0") == short.digits.lstrip("0") for floor in front)
    return bool(short.kind) and len(short.digits) < _WHOLE_CODE and long.digits.endswith(short.digits.zfill(2))


def _one_kind(one: str, other: str) -> bool:
    kinds = {one, other} - {"", "room"}
    return len(kinds) < 2 or kinds in _LIKE_ROOMS


def _numbered(one: Places, other: Places) -> Agreement:
    shared = one.numbered_kinds & other.numbered_kinds
    if not shared:
        return Agreement.UNKNOWN
    first, second = ({pair for pair in places.codes.numbered if pair[0] in shared} for places in (one, other))
    if first & second:
        return Agreement.SAME
    return Agreement.COMPATIBLE if first & other.numbered or second & one.numbered else Agreement.CONFLICT


def _names(one: Places, other: Places, *, alike: bool) -> Agreement:
    """Compare names; two that differ are in conflict where both name a place of the same kind."""
    if not one.names or not other.names:
        mentioned = one.names & other.said or other.names & one.said
        return Agreement.COMPATIBLE if mentioned else Agreement.UNKNOWN
    if one.names & other.names or one.called & other.called:
        return Agreement.SAME
    if one.names & other.said or other.names & one.said:
        return Agreement.COMPATIBLE
    return Agreement.CONFLICT if _called_otherwise(one, other, alike=alike) else Agreement.UNKNOWN


def _called_otherwise(one: Places, other: Places, *, alike: bool) -> bool:
    """Say whether both have a name of their own, no translation of each other's, for a place of the same kind."""
    if not one.proper or not other.proper or one.sounds & other.sounds or not (one.located or other.located):
        return False
    kinds = (one.concepts & other.mentioned | other.concepts & one.mentioned) & NAMED
    # "Curie" alone, and "amphi Pasteur".
    bare = bool(one.kinds & NAMED) != bool(other.kinds & NAMED)
    return alike or bare or bool(kinds and one.located and other.located)


def _kinds(one: Places, other: Places) -> Agreement:
    agreement = _sets(one.kinds, other.kinds, differing=Agreement.COMPATIBLE)
    return Agreement.CONFLICT if _apart(one, other) or _unlike(one, other) or _called_apart(one, other) else agreement


def _unlike(one: Places, other: Places) -> bool:
    """Say whether both locations say what kind of place it is, and it is not one of both."""
    if not one.located or not other.located:
        return False
    for kinds in APART:
        first, second = one.concepts & kinds, other.concepts & kinds
        if first and second and not (first & other.mentioned or second & one.mentioned):
            return True
    return any(rule(*pair) for rule in (_numbered_and_named, _main_and_other) for pair in ((one, other), (other, one)))


def _called_apart(one: Places, other: Places) -> bool:
    """Say whether places of one kind are called otherwise, and neither report speaks of the other's name."""
    return any(_epithets_apart(head, one, other) for head in one.heads & other.heads)


def _epithets_apart(head: str, one: Places, other: Places) -> bool:
    first, second = ({name for kind, name in place.epithets if kind == head} for place in (one, other))
    if first & (second | other.said | other.mentioned) or second & (one.said | one.mentioned):
        return False
    # The main library may have a name too.
    if (first == {"main"} and second <= other.names) or (second == {"main"} and first <= one.names):
        return False
    if _within(first, second):
        return False
    return not (begun(first) & other.begun or begun(second) & one.begun or begun(first, ALIKE) & begun(second, ALIKE))


def _main_and_other(one: Places, other: Places) -> bool:
    """Say whether one is the main canteen and the other the one in the north, or of the letters."""
    if "main" not in one.concepts or "main" in other.mentioned or not one.concepts & other.concepts & VENUES:
        return False
    told = other.codes.numbered or other.concepts & (DIRECTIONS | SUBJECTS)
    return bool(told) and not (_named_alike(one, other) or other.concepts & one.mentioned & (DIRECTIONS | SUBJECTS))


def _numbered_and_named(one: Places, other: Places) -> bool:
    """Say whether one is the hall 4 and the other the hall Marconi."""
    if not any(room.kind for room in one.codes.rooms) or other.codes.rooms or _named_alike(one, other):
        return False
    return bool(one.concepts & other.concepts & ROOM_KINDS and (other.proper or "main" in other.concepts))


def _apart(one: Places, other: Places) -> bool:
    """Say whether two places that are both told well have nothing in common."""
    if not (one.telling and other.telling) or not (one.located or other.located):
        return False
    if not all(place.located or place.names or place.concepts & VENUES for place in (one, other)):
        return False
    if "online" in one.concepts | other.concepts or one.numbered & other.numbered:
        return False
    shared = (one.concepts & other.mentioned) | (other.concepts & one.mentioned)
    return not (shared - EVERYWHERE or _named_alike(one, other) or _coded_alike(one, other))


def _named_alike(one: Places, other: Places) -> bool:
    if one.names & (other.said | other.names) or other.names & one.said:
        return True
    return bool(one.called & other.begun or other.called & one.begun)


def _coded_alike(one: Places, other: Places) -> bool:
    return bool(one.numbers & other.numbers or one.levels & other.levels)


def _subjects(one: Places, other: Places) -> Agreement:
    """Compare subjects; one that is part of another, or that is told by the way, is no other place."""
    agreement = _sets(one.subjects, other.subjects)
    if agreement == Agreement.CONFLICT:
        told = one.subjects & other.mentioned or other.subjects & one.mentioned
        located = one.located or other.located
        return agreement if located and not (told or _within(one.subjects, other.subjects)) else Agreement.UNKNOWN
    return agreement


def _within(one: AbstractSet[str], other: AbstractSet[str]) -> bool:
    """Say whether a subject is part of one of the others."""
    wider = any(BROAD.get(subject, _NONE) & other for subject in one)
    return wider or any(BROAD.get(subject, _NONE) & one for subject in other)


def _floors(one: Places, other: Places) -> Agreement:
    # A lift is on all of them, and a floor may be told by the way.
    moving = "lift" in one.mentioned & other.mentioned
    told = one.levels & other.floors or other.levels & one.floors or not (one.located or other.located)
    differing = Agreement.UNKNOWN if moving or told else Agreement.CONFLICT
    return _sets(one.levels, other.levels, differing)


def _sets(one: AbstractSet[object], other: AbstractSet[object], differing: Agreement = Agreement.CONFLICT) -> Agreement:
    if not one or not other:
        return Agreement.UNKNOWN
    return differing if one.isdisjoint(other) else Agreement.SAME
