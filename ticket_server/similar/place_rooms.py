"""Whether two reports' rooms can be one, by their numbers and the floors told beside them."""

from collections.abc import Set as AbstractSet

from ticket_server.similar.place_codes import Room
from ticket_server.similar.place_report import Places

# Kinds of which one room may be called both; a seminar room is no lecture hall.
_LIKE_ROOMS = tuple(
    map(frozenset, (["hall", "lab"], ["hall", "pool"], ["hall", "reading"], ["lab", "pool"], ["lab", "seminar"]))
)
# So many digits tell a room whatever it is called.
_WHOLE_CODE = 3
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def same_rooms(one: Places, other: Places) -> bool:
    """Say whether a room of one can be one of the other's."""
    return _share(one.codes.rooms, other.codes.rooms, one.codes.floors, other.codes.floors)


def shortened(one: Places, other: Places) -> bool:
    """Say whether a room of one may be short for one of the other's: hall 14 on an untold floor, and 2.14."""
    pairs = [(first, second) for first in one.codes.rooms for second in other.codes.rooms]
    return any(_short_for(*pair) or _short_for(*reversed(pair)) for pair in pairs)


def same_number_alone(one: Places, other: Places) -> bool:
    """Say whether the rooms are one by a number as 312 alone, which another house may have too."""
    shared = [room for room in one.codes.rooms if any(room.digits == number.digits for number in other.codes.rooms)]
    buildings = {room.building for room in one.codes.rooms | other.codes.rooms}
    return buildings == {""} and any(len(room.digits) >= _WHOLE_CODE for room in shared)


def rooms_by_the_way(one: Places, other: Places) -> bool:
    """Say whether one report's description speaks of a room of the other's, or of more than one room."""
    floors = one.codes.floors, other.codes.floors
    if _share(one.codes.rooms, other.rooms, *floors) or _share(one.rooms, other.codes.rooms, *floors):
        return True
    if one.levels.isdisjoint(other.levels):
        return False
    return one.wide or other.wide or _whole_floor(one, other)


def _whole_floor(one: Places, other: Places) -> bool:
    """Say whether who lives on a floor tells of that floor."""
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
    if not short.digits.isdigit() or not long.digits.isdigit():
        return short.digits.rstrip(_LETTERS) == long.digits.rstrip(_LETTERS)
    # Room 14 on the second floor is 2.14 for others.
    front = [str(floor) for floor in floors if long.digits.startswith(str(floor))]
    return any(long.digits.removeprefix(floor).lstrip("0") == short.digits.lstrip("0") for floor in front)


def _short_for(short: Room, long: Room) -> bool:
    if not short.kind or short.building or not short.digits.isdigit() or len(short.digits) >= _WHOLE_CODE:
        return False
    return len(long.digits) >= _WHOLE_CODE and long.digits.endswith(short.digits.zfill(2))


def _one_kind(one: str, other: str) -> bool:
    kinds = {one, other} - {"", "room"}
    return len(kinds) < 2 or kinds in _LIKE_ROOMS
