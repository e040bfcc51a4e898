"""Room codes, numbered rooms and buildings, and floors, as many campuses write them."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from ticket_server.similar.place_floors import floors_of, without_floors
from ticket_server.similar.place_numbers import NUMBERED, WORD_LIKE, taken_out
from ticket_server.similar.place_words import CONCEPTS, DWELLINGS, OFFICES, ROMAN, ROOM_KINDS, STREETS

_DIGIT = re.compile(r"\d")
# B2.14, b 2.14, B2-14; E-305, B 204; 2-C-11 and 2C11; 2.014.
_LETTERED = re.compile(r"\b([a-z])([ \-.]?)(\d{1,2})[.\-](\d{1,3})\b")
_PLAIN = re.compile(r"\b([a-z])([ \-.]?)(\d{3,4})\b")
_MIDDLE = re.compile(r"\b(\d)[\-.]?([a-z])[\-.]?(\d{2})\b")
_DOTTED = re.compile(r"(?<![\d.,:])(\d{1,2})\.(\d{2,3})(?![.,:]?\d|[ ]?(?:uhr|h\b|euro|eur\b|€|am\b|pm\b|%))")
# 4.3.11 and 22.00.018, but no date 12.3.2026; EA 7, HG 2.05, EW 201.
_PARTS = re.compile(r"(?<![\d.,:])(\d{1,2})\.(\d{1,2})\.(\d{2,3})(?![.,:]?\d)")
_SHORT_DOTTED = re.compile(r"(?<![\d.,:\w])(\d)\.(\d)(?![.,:]?\d|\.|\w)")
_HYPHENED = re.compile(r"(?<![\d.,:\-/])\b(\d{1,2})-(\d{2,3})\b(?![\-.,]?\d)")
_INITIALS = re.compile(r"\b(?!eg|og|ug|nr|no|st|pc|th)([a-z]{2,3})[ \-]?(\d{1,2}(?:\.\d{1,3})?|\d{3})\b")
_SHORT = re.compile(r"\b([a-z])[ \-]?(\d{1,2})\b")
# Kitchens and flats 1A, 5D.
_UNIT = re.compile(r"\b(\d{1,2})([a-df-hj-np-z])\b")
_BARE = re.compile(r"(?<![\d.,:\-])\b(\d{1,4})\b(?![.,:\-]?\d)")
_LETTER_AFTER = re.compile(
    r"\b([b-dfg-np-z])\b(?=[ ,]+(?:building|ground|first|second|third|erdgeschoss|eg|og|block|\d\. ?(?:og|stock))\b)"
)
# "H building": not "a building".
_LETTER_BEFORE = re.compile(r"\b([b-hj-np-z])[ \-](building|tower|toren|turm|gebaude|bau|block|house|haus)\b")
# "en L12", "in EA7", but not on A4 paper.
_NAMED_BY = re.compile(
    r"\b(?:in|im|en|nel|nella|della|der|hall|aula|salle|raum|bloku|block|bloc|bloque|blocco|lab|labo|laboratorio) "
    r"(?!a[345]\b)([a-z]{1,2}(?=\d)|[a-z](?=[ \-]\d))[ \-]?(\d{1,2})\b"
)
_BLOCK_AFTER = re.compile(r"\b([a-z]\d{1,2}) (?:block|building|house)\b")
# "the lab (112)", "in der 105", "la 508": not "in 100 metres".
_ASIDE = re.compile(
    r"(?:\(|\b(?:in der|aus der|der|die|nella|della|dalla|en la|de la|la|in|in the)[ ])"
    r"(\d{3})(?!\w|[.,:\-]\d|[ ]?[%€°])"
    r"(?![ ](?!(?:in|ist|is|hat|has|e|est|es|ha|a|geht|and|und|no|non|nicht|the|der|si|se|ne|me|mi|my|le|la|il)\b)\w)"
)
# "El P3": a car park.
_PARKING = re.compile(r"\b(?:el|al|del|il|nel|im|auf|in|the|le|au) p ?(\d{1,2})\b")
# "la 3.08", "in 2.14": in a description any other may be a time.
_HELD_DOTTED = re.compile(
    r"\b(?:la|nella|della|en la|en el|del|de la|in|der|the|salle|room) (\d{1,2})\.(\d{2})"
    r"(?![.,:]?\d|\w|[ ]?(?:uhr|h\b|euro|eur\b|€|%))"
)
# S2|04/105: the building, then the room.
_BARRED = re.compile(r"\b([a-z]\d)[|/](\d{2})\b")
_STREET = re.compile(rf"\b(?:{'|'.join(STREETS)})\b|strasse\b")
# "B 2 . 14", and a letter o for a zero.
_SPACED = re.compile(r"\b([a-z]) ?(\d{1,2}) ?\. ?(?=\d{2,3}\b)")
_LETTER_O = re.compile(r"(?<=\d[.\-])o(?=\d)|(?<=\b[a-z])o(?=\.\d\d)|(?<=[.\-]\d)o\b")


class Room(NamedTuple):
    """A room by its kind ("" in codes alone), the building's letters ("" unknown) and the digits of its number."""

    kind: str
    building: str
    digits: str


class Codes(NamedTuple):
    """What the numbers and letters of a text say of a place; dwellings are among the rooms too."""

    rooms: frozenset[Room]
    dwellings: frozenset[str]
    numbered: frozenset[tuple[str, str]]
    floors: frozenset[int]


def codes_of(text: str, *, of_location: bool) -> Codes:
    """Return the codes of a folded text; numbers in a description must look more like rooms than in a location."""
    numbered, rooms, dwellings = set[tuple[str, str]](), set[Room](), set[str]()
    digits = _DIGIT.search(text) is not None
    if digits:
        text = _LETTER_O.sub("0", _SPACED.sub(r"\1\2.", text))
    floors, rest = floors_of(text, of_location=of_location), text
    if digits:
        rest = without_floors(text)
        numbered.update(("building", letter + number) for letter, number in _BARRED.findall(rest))
        rest = _BARRED.sub(" ", rest)
    found, rest = taken_out(rest, of_location=of_location)
    for word, number in found:
        if CONCEPTS.get(word) in ROOM_KINDS or word in OFFICES or word in DWELLINGS:
            rooms.update(_rooms(word, number))
            dwellings.update({number} if word in DWELLINGS and not _coded(number) else ())
        else:
            numbered.add(_numbered(word, number))
    if digits:
        told, rest = _coded_rooms(rest, of_location=of_location)
        rooms.update(told)
    numbered.update(_lettered(rest, of_location=of_location))
    if of_location and digits:
        rooms.update(Room("", letter, digit) for letter, digit in _SHORT.findall(rest) if letter != "p")
        bare = frozenset() if _STREET.search(rest) else frozenset(_bare(_SHORT.sub(" ", rest)))
        dwellings.update(bare)
        rooms.update(Room("", "", number) for number in bare)
    return _codes(rooms, dwellings, numbered, floors)


def _codes(rooms: set[Room], dwellings: set[str], numbered: set[tuple[str, str]], floors: frozenset[int]) -> Codes:
    """Return what was found, the one building with a letter told of all rooms, and theirs of the place."""
    letters = [letter for kind, letter in numbered if kind == "building" and letter.isalpha()]
    if len(letters) == 1:
        rooms = {room._replace(building=room.building or letters[0]) for room in rooms}
    numbered.update(("building", room.building) for room in rooms if len(room.building) == 1 and len(room.digits) > 1)
    return Codes(frozenset(rooms), frozenset(dwellings), frozenset(numbered), floors)


def _numbered(word: str, number: str) -> tuple[str, str]:
    kind = NUMBERED.get(word) or CONCEPTS[word]
    plain = number.removeprefix("p") if kind == "parking" else number
    return kind, ROMAN.get(plain, plain).lstrip("0") or plain


def _lettered(text: str, *, of_location: bool) -> Iterator[tuple[str, str]]:
    """Yield the buildings and car parks of K tower, A2 block and P3."""
    yield from ((CONCEPTS.get(kind, "building"), letter) for letter, kind in _LETTER_BEFORE.findall(text))
    yield from (("building", code) for code in _BLOCK_AFTER.findall(text))
    if of_location:
        yield from (("building", letter) for letter in _LETTER_AFTER.findall(text))
        yield from (("parking", digits) for letter, digits in _SHORT.findall(text) if letter == "p")
    else:
        yield from (("parking", number) for number in _PARKING.findall(text))


def _rooms(word: str, number: str) -> Iterator[Room]:
    """Yield the room of a word and its number; one digit beside the word for an office is no room."""
    if word in OFFICES and len(number) < 3:
        return
    yield _room("room" if word in OFFICES | DWELLINGS else CONCEPTS[word], number)


def _bare(text: str) -> Iterator[str]:
    yield from (number + letter for number, letter in _UNIT.findall(text))
    yield from _BARE.findall(_HYPHENED.sub(" ", _PARTS.sub(" ", _INITIALS.sub(" ", _UNIT.sub(" ", text)))))


def _coded(number: str) -> bool:
    return "." in number or "-" in number


def _room(kind: str, number: str) -> Room:
    number = ROMAN.get(number, number)
    letters = number[: len(number) - len(number.lstrip("abcdefghijklmnopqrstuvwxyz"))]
    digits = "".join(character for character in number[len(letters) :] if character.isalnum())
    return Room(kind, letters if digits else "", digits or number)


def _coded_rooms(text: str, *, of_location: bool) -> tuple[list[Room], str]:
    """Return the rooms of codes without a word beside them, and the text without the codes."""
    rooms = [
        Room("", _building(letter, between, of_location=of_location), floor + number)
        for letter, between, floor, number in _LETTERED.findall(text)
    ]
    rest = _LETTERED.sub(" ", text)
    rooms += [Room("", letter, floor + number) for floor, letter, number in _MIDDLE.findall(rest)]
    rest = _MIDDLE.sub(" ", rest)
    for letter, between, digits in _PLAIN.findall(rest):
        building = _building(letter, between, of_location=of_location)
        if building or between == ".":
            rooms.append(Room("", building, digits))
    rest = _PLAIN.sub(" ", rest)
    rooms += _unlettered(rest, of_location=of_location)
    return rooms, _DOTTED.sub(" ", rest)


def _unlettered(text: str, *, of_location: bool) -> Iterator[Room]:
    yield from (Room("", "", "".join(parts)) for parts in _PARTS.findall(text))
    text = _PARTS.sub(" ", text)
    if of_location:
        yield from (Room("", "", floor + number) for floor, number in _SHORT_DOTTED.findall(text))
        yield from (Room("", "", floor + number) for floor, number in _HYPHENED.findall(text))
        yield from (Room("", *told) for told in _initialled(text))
    if not of_location:
        yield from (Room("", "", digits) for digits in _ASIDE.findall(text))
        yield from (Room("", "", floor + number) for floor, number in _HELD_DOTTED.findall(text))
        yield from (Room("", letters, digits) for letters, digits in _NAMED_BY.findall(text))
    for floor, number in _DOTTED.findall(text):
        # In a description 8.40 may be a time, and 2.50 a price.
        if of_location or len(number) == 3 or floor == "0":
            yield Room("", "", floor + number)


def _initialled(text: str) -> Iterator[tuple[str, str]]:
    """Yield the letters, where they are no word's, and digits of EA 7 and HG 2.05."""
    for letters, number in _INITIALS.findall(text):
        if letters not in CONCEPTS:
            yield letters, number.replace(".", "")


def _building(letter: str, between: str, *, of_location: bool) -> str:
    # R.104 is a room, not one of building R.
    if between == ".":
        return ""
    return "" if between == " " and letter in WORD_LIKE and not of_location else letter
