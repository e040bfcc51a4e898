"""Whether two reports can be of the same place."""

from collections.abc import Set as AbstractSet
from enum import IntEnum
from typing import NamedTuple

from ticket_server.similar.place_codes import Room
from ticket_server.similar.place_report import Places, places_of
from ticket_server.similar.place_words import APART, DIRECTIONS, EVERYWHERE, NAMED, ROOM_KINDS, SUBJECTS, VENUES

__all__ = ["Agreement", "Comparison", "Places", "compare", "places_of"]

# What a room with a name is called by some and others.
_HALLS = frozenset(["hall", "room", "lab"])


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
        rooms=_rooms(one.codes.rooms, other.codes.rooms),
        buildings=_numbered(one, other),
        directions=_sets(one.directions, other.directions),
        subjects=_sets(one.subjects, other.subjects),
        names=_names(one, other, alike=bool(kinds & NAMED) or bool(one.kinds & _HALLS and other.kinds & _HALLS)),
        kinds=_kinds(one, other),
        floors=_floors(one, other),
        dwellings=_sets(one.codes.dwellings, other.codes.dwellings),
    )


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


def _numbered(one: Places, other: Places) -> Agreement:
    shared = one.numbered_kinds & other.numbered_kinds
    if not shared:
        return Agreement.UNKNOWN
    first, second = ({pair for pair in places.codes.numbered if pair[0] in shared} for places in (one, other))
    return Agreement.SAME if first & second else Agreement.CONFLICT


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
    if not one.proper or not other.proper or one.sounds & other.sounds:
        return False
    kinds = (one.concepts & other.mentioned | other.concepts & one.mentioned) & NAMED
    # "Curie" alone, and "amphi Pasteur".
    bare = bool(one.kinds & NAMED) != bool(other.kinds & NAMED)
    return alike or bare or bool(kinds and one.located and other.located)


def _kinds(one: Places, other: Places) -> Agreement:
    agreement = _sets(one.kinds, other.kinds, differing=Agreement.COMPATIBLE)
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
    """Say whether one is the main canteen and the other the one in the north, or of the letters."""
    if "main" not in one.concepts or "main" in other.mentioned or not one.concepts & other.concepts & VENUES:
        return False
    told = other.codes.numbered or other.concepts & (DIRECTIONS | SUBJECTS)
    return bool(told) and not (_named_alike(one, other) or other.concepts & one.mentioned & (DIRECTIONS | SUBJECTS))


def _numbered_and_named(one: Places, other: Places) -> bool:
    """Say whether one is the hall 4 and the other the hall Marconi."""
    if not any(room.kind for room in one.codes.rooms) or other.codes.rooms or _named_alike(one, other):
        return False
    return bool(one.concepts & other.concepts & ROOM_KINDS and (other.names or "main" in other.concepts))


def _apart(one: Places, other: Places) -> bool:
    """Say whether two places that are both told well have nothing in common."""
    if not (one.telling and other.telling) or not (one.located or other.located):
        return False
    if not all(place.located or place.names or place.concepts & VENUES for place in (one, other)):
        return False
    if "online" in one.concepts | other.concepts:
        return False
    shared = (one.concepts & other.mentioned) | (other.concepts & one.mentioned)
    return not (shared - EVERYWHERE or _named_alike(one, other) or _coded_alike(one, other))


def _named_alike(one: Places, other: Places) -> bool:
    if one.names & (other.said | other.names) or other.names & one.said:
        return True
    return bool(one.called & other.begun or other.called & one.begun)


def _coded_alike(one: Places, other: Places) -> bool:
    return bool(one.numbers & other.numbers or one.levels & other.levels)


def _floors(one: Places, other: Places) -> Agreement:
    # A lift is on all of them.
    moving = "lift" in one.mentioned & other.mentioned
    differing = Agreement.UNKNOWN if moving else Agreement.CONFLICT
    return _sets(one.levels, other.levels, differing)


def _sets(one: AbstractSet[object], other: AbstractSet[object], differing: Agreement = Agreement.CONFLICT) -> Agreement:
    if not one or not other:
        return Agreement.UNKNOWN
    return differing if one.isdisjoint(other) else Agreement.SAME
