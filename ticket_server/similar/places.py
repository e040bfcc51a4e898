"""Whether two reports can be of the same place."""

from collections.abc import Set as AbstractSet
from enum import IntEnum
from typing import NamedTuple

from ticket_server.similar.place_kinds import called_apart, kinds_apart, within
from ticket_server.similar.place_report import Places, places_of
from ticket_server.similar.place_rooms import rooms_by_the_way, same_number_alone, same_rooms, shortened
from ticket_server.similar.place_words import NAMED

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
        """All of it together: the same number prevails in one house, then what differs."""
        houses = (self.buildings, self.directions, self.subjects)
        if self.rooms == Agreement.SAME and Agreement.CONFLICT not in houses:
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
    names = _names(one, other)
    return Comparison(
        rooms=_rooms(one, other, names),
        buildings=_numbered(one, other),
        directions=_sets(one.directions, other.directions),
        subjects=_subjects(one, other),
        names=names,
        kinds=_kinds(one, other),
        floors=_floors(one, other),
        dwellings=_sets(one.codes.dwellings, other.codes.dwellings),
    )


def _rooms(one: Places, other: Places, names: Agreement) -> Agreement:
    """Compare rooms; one that the other's description speaks of by the way may be the same."""
    if not one.codes.rooms or not other.codes.rooms:
        return Agreement.UNKNOWN
    if same_rooms(one, other):
        elsewhere = names == Agreement.CONFLICT or called_apart(one, other)
        return Agreement.COMPATIBLE if elsewhere and same_number_alone(one, other) else Agreement.SAME
    if rooms_by_the_way(one, other) or shortened(one, other):
        return Agreement.UNKNOWN
    return Agreement.CONFLICT


def _numbered(one: Places, other: Places) -> Agreement:
    shared = one.numbered_kinds & other.numbered_kinds
    if not shared:
        return Agreement.UNKNOWN
    first, second = ({pair for pair in places.codes.numbered if pair[0] in shared} for places in (one, other))
    if first & second:
        return Agreement.SAME
    return Agreement.COMPATIBLE if first & other.numbered or second & one.numbered else Agreement.CONFLICT


def _names(one: Places, other: Places) -> Agreement:
    """Compare names; two that differ are in conflict where both name a place of the same kind."""
    if not one.names or not other.names:
        mentioned = one.names & other.said or other.names & one.said
        return Agreement.COMPATIBLE if mentioned else Agreement.UNKNOWN
    if one.names & other.names or one.called & other.called:
        return Agreement.SAME
    if one.names & other.said or other.names & one.said:
        return Agreement.COMPATIBLE
    return Agreement.CONFLICT if _called_otherwise(one, other) else Agreement.UNKNOWN


def _called_otherwise(one: Places, other: Places) -> bool:
    """Say whether both have a name of their own, no translation of each other's, for a place of the same kind."""
    if not one.proper or not other.proper or one.sounds & other.sounds or not (one.located or other.located):
        return False
    if one.kinds & other.kinds & NAMED or (one.kinds & _HALLS and other.kinds & _HALLS):
        return True
    # "Curie" alone, and "amphi Pasteur".
    if one.kinds.isdisjoint(NAMED) != other.kinds.isdisjoint(NAMED):
        return True
    kinds = (one.concepts & other.mentioned | other.concepts & one.mentioned) & NAMED
    return bool(kinds) and one.located and other.located


def _kinds(one: Places, other: Places) -> Agreement:
    agreement = _sets(one.kinds, other.kinds, differing=Agreement.COMPATIBLE)
    return Agreement.CONFLICT if kinds_apart(one, other) else agreement


def _subjects(one: Places, other: Places) -> Agreement:
    """Compare subjects; one that is part of another, or that is told by the way, is no other place."""
    agreement = _sets(one.subjects, other.subjects)
    if agreement == Agreement.CONFLICT:
        told = one.subjects & other.mentioned or other.subjects & one.mentioned
        located = one.located or other.located
        return agreement if located and not (told or within(one.subjects, other.subjects)) else Agreement.UNKNOWN
    return agreement


def _floors(one: Places, other: Places) -> Agreement:
    agreement = _sets(one.levels, other.levels)
    if agreement == Agreement.CONFLICT:
        # A lift is on all of them, and a floor may be told by the way.
        moving = "lift" in one.mentioned and "lift" in other.mentioned
        told = one.levels & other.floors or other.levels & one.floors or not (one.located or other.located)
        return Agreement.UNKNOWN if moving or told else agreement
    return agreement


def _sets(one: AbstractSet[object], other: AbstractSet[object], differing: Agreement = Agreement.CONFLICT) -> Agreement:
    if not one or not other:
        return Agreement.UNKNOWN
    return differing if one.isdisjoint(other) else Agreement.SAME
