"""Whether what two reports say of the kinds of their places, and of what is beside these, rules out one place."""

from collections.abc import Set as AbstractSet

from ticket_server.similar.place_names import ALIKE, begun
from ticket_server.similar.place_report import Places
from ticket_server.similar.place_subjects import BROAD
from ticket_server.similar.place_words import (
    APART,
    DIRECTIONS,
    EVERYWHERE,
    ROOM_KINDS,
    SPECIFIC,
    SUBJECTS,
    VENUES,
)

_NONE = frozenset[str]()
_SUBJECT_LIKE = SUBJECTS | {"main"}
_LOBBY = frozenset(["hall", "entrance"])


def kinds_apart(one: Places, other: Places) -> bool:
    """Say whether they cannot be of one place by their kinds and what these are called; the order does not matter."""
    if called_apart(one, other):
        return True
    if not (one.located or other.located):
        return False
    if _apart(one, other) or _one_sided(one, other) or _one_sided(other, one):
        return True
    return one.located and other.located and (_unlike(one, other) or _with_other_names(one, other))


def called_apart(one: Places, other: Places) -> bool:
    """Say whether places of one kind are called otherwise, and neither report speaks of the other's name."""
    shared = one.heads & other.heads
    return bool(shared) and any(_epithets_apart(head, one, other) for head in shared)


def named_alike(one: Places, other: Places) -> bool:
    """Say whether one report has a name of the other's, or its beginning."""
    if one.names & (other.said | other.names) or other.names & one.said:
        return True
    return bool(one.called & other.begun or other.called & one.begun or one.sounds & other.sounds)


def within(one: AbstractSet[str], other: AbstractSet[str]) -> bool:
    """Say whether a subject is part of one of the others."""
    wider = any(BROAD.get(subject, _NONE) & other for subject in one)
    return wider or any(BROAD.get(subject, _NONE) & one for subject in other)


def _one_sided(one: Places, other: Places) -> bool:
    if "main" in one.concepts:
        return _main_and_other(one, other)
    return "toilet" in other.concepts and "toilet" not in one.mentioned and _in_a_room(one) and not other.codes.rooms


def _main_and_other(one: Places, other: Places) -> bool:
    """Say whether one is the main canteen and the other the one in the north, or the faculty of letters."""
    if "main" in other.mentioned:
        return False
    venue = one.concepts & other.concepts & VENUES
    told = other.subjects or (venue and (other.codes.numbered or other.directions))
    return bool(told) and not (other.concepts & one.mentioned & _OF_KINDS or named_alike(one, other))


_OF_KINDS = DIRECTIONS | SUBJECTS


def _in_a_room(place: Places) -> bool:
    return any(room.kind or len(room.digits) > 1 for room in place.codes.rooms)


def _unlike(one: Places, other: Places) -> bool:
    """Say whether both locations say what kind of place it is, and it is not one of both."""
    if not one.kinds or not other.kinds:
        return False
    if _numbered_and_named(one, other) or _numbered_and_named(other, one):
        return True
    shared = one.kinds & other.mentioned | other.kinds & one.mentioned
    if any(_both_and_none_shared(kinds, shared, one, other) for kinds in APART):
        return True
    # In French and Spanish the lobby is a hall.
    if not _both_and_none_shared(SPECIFIC, shared, one, other) or one.kinds | other.kinds >= _LOBBY:
        return False
    return not (named_alike(one, other) or _coded_alike(one, other))


def _both_and_none_shared(kinds: AbstractSet[str], shared: AbstractSet[str], one: Places, other: Places) -> bool:
    if not shared.isdisjoint(kinds):
        return False
    return not (one.kinds.isdisjoint(kinds) or other.kinds.isdisjoint(kinds))


def _with_other_names(one: Places, other: Places) -> bool:
    """Say whether both have names of their own, whatever the kinds."""
    return bool(one.proper and other.proper) and not named_alike(one, other)


def _numbered_and_named(one: Places, other: Places) -> bool:
    """Say whether one is the hall 4 and the other the hall Marconi."""
    if not one.codes.rooms or other.codes.rooms or not one.kinds & other.kinds & ROOM_KINDS:
        return False
    called = other.proper or "main" in other.concepts
    return bool(called) and any(room.kind for room in one.codes.rooms) and not named_alike(one, other)


def _epithets_apart(head: str, one: Places, other: Places) -> bool:
    first, second = ({name for kind, name in place.epithets if kind == head} for place in (one, other))
    if first & (second | other.said | other.mentioned) or second & (one.said | one.mentioned):
        return False
    # The main library may have a name too.
    if (first == {"main"} and second <= other.names) or (second == {"main"} and first <= one.names):
        return False
    if within(first, second) or _by_the_way(first, second, one) or _by_the_way(second, first, other):
        return False
    return not (begun(first) & other.begun or begun(second) & one.begun or begun(first, ALIKE) & begun(second, ALIKE))


def _by_the_way(names: AbstractSet[str], others: AbstractSet[str], place: Places) -> bool:
    """Say whether only a description speaks of a subject, which a name or a direction need not contradict."""
    return not place.located and names <= SUBJECTS and others.isdisjoint(_SUBJECT_LIKE)


def _apart(one: Places, other: Places) -> bool:
    """Say whether two places that are both told well have nothing in common."""
    if not (one.telling and other.telling):
        return False
    if "online" in one.concepts | other.concepts or one.numbered & other.numbered:
        return False
    shared = (one.concepts & other.mentioned) | (other.concepts & one.mentioned)
    return not (shared - EVERYWHERE or named_alike(one, other) or _coded_alike(one, other))


def _coded_alike(one: Places, other: Places) -> bool:
    return bool(one.numbers & other.numbers or one.levels & other.levels)
