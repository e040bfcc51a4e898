"""Room codes, numbered rooms and buildings, and floors, as many campuses write them."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from ticket_server.similar.place_words import CONCEPTS, DWELLINGS, OFFICES, ORDINALS, ROMAN, ROOM_KINDS

# The kinds of places that are told apart by numbers or letters, besides rooms.
_NUMBERED = {
    **dict.fromkeys(("building", "aulario", "tower", "parking", "stop", "canteen", "residence", "lift"), ""),
    **dict.fromkeys(
        ("portal", "gate", "tor", "porta", "puerta", "porte", "entrance", "eingang", "ingresso", "entree"), "portal"
    ),
    **dict.fromkeys(("printer", "drucker", "stampante", "imprimante", "impresora", "mfp"), "printer"),
    **dict.fromkeys(("washer", "machine", "maschine", "waschmaschine", "lavatrice", "lavadora", "trockner"), "machine"),
    **dict.fromkeys(("counter", "schalter", "sportello", "ventanilla", "guichet"), "counter"),
    **dict.fromkeys(("court", "feld", "field", "campo", "pista"), "court"),
}
_KEYWORDS = "|".join(
    sorted(
        {word for word, concept in CONCEPTS.items() if concept in ROOM_KINDS or _NUMBERED.get(concept) == ""}
        | {word for word, kind in _NUMBERED.items() if kind}
        | OFFICES,
        key=len,
        reverse=True,
    )
)
_NUMBERED_WORD = re.compile(
    rf"\b({_KEYWORDS})\b\.?[ \-]?(?:n[r.o°]*\.? ?)?"
    r"([a-z]?[ \-]?\d{1,2}[.\-]\d{1,3}|[a-z]?[ \-]?\d{1,4}[a-z]?|[a-z]|[iv]{1,4})\b"
)
# B2.14, b 2.14, B2-14; E-305, B 204; 2-C-11 and 2C11; 2.014.
_LETTERED = re.compile(r"\b([a-z])([ \-]?)(\d{1,2})[.\-](\d{1,3})\b")
_PLAIN = re.compile(r"\b([a-z])([ \-]?)(\d{3,4})\b")
_MIDDLE = re.compile(r"\b(\d)[\-.]?([a-z])[\-.]?(\d{2})\b")
_DOTTED = re.compile(r"(?<![\d.,:])(\d{1,2})\.(\d{2,3})(?![.,:]?\d|[ ]?(?:uhr|h\b|euro|eur\b|€|am\b|pm\b|%))")
# 4.3.11 and 22.00.018, but no date 12.3.2026; EA 7, HG 2.05.
_PARTS = re.compile(r"(?<![\d.,:])(\d{1,2})\.(\d{1,2})\.(\d{2,3})(?![.,:]?\d)")
_SHORT_DOTTED = re.compile(r"(?<![\d.,:\w])(\d)\.(\d)(?![.,:]?\d|\.|\w)")
_INITIALS = re.compile(r"\b(?!eg|og|ug|nr|no|st|pc|th)([a-z]{2})[ \-]?(\d{1,2}(?:\.\d{1,3})?)\b")
_SHORT = re.compile(r"\b([a-z])(\d{1,2})\b")
_BARE = re.compile(r"(?<![\d.,:\-])\b(\d{1,4})\b(?![.,:\-]?\d)")
_LETTER_AFTER = re.compile(
    r"\b([b-dfg-np-z])\b(?=[ ,]+(?:building|ground|first|second|third|erdgeschoss|eg|og|block)\b)"
)
# "H building": not "a building".
_LETTER_BEFORE = re.compile(r"\b([b-hj-np-z])[ \-](building|tower|toren|gebaude|block|house)\b")
# "en L12", "in EA7".
_NAMED_BY = re.compile(r"\b(?:in|im|en|nel|nella|hall|aula|salle|raum|bloku|block|bloc) ([a-z])(\d{1,2})\b")
# "the lab (112)", "in der 105".
_ASIDE = re.compile(r"(?:\(|\bin der |\bnella |\ben la )(\d{3})\b")
# A lone vowel is a word in many languages: "a 2.14", "e 305".
_WORD_LIKE = frozenset("aeiouy")
_FLOOR = re.compile(
    r"\b(-?\d{1,2}) ?(?:st|nd|rd|th|o|a|er|e|eme|°|\.)? ?"
    r"(?:floor|piano|og\b|obergeschoss|stock|etage|planta|piso|pietro|plan\b)"
    r"|\b(?:floor|piano|stock|etage|planta|piso|niveau|level|plan) (-?\d{1,2})\b"
)
_ORDINAL_FLOOR = re.compile(rf"\b({'|'.join(ORDINALS)}) (?:floor|piano|stock|etage|planta|piso|og)\b")
_GROUND = re.compile(
    r"\b(?:ground floor|piano terra|pianterreno|erdgeschoss|eg|planta baja|rez de chaussee|rez-de-chaussee|rdc)\b"
)
_BELOW = re.compile(r"\b(?:basement|keller|ug|untergeschoss|seminterrato|sotano|sous-sol|piwnica|interrato)\b")


class Room(NamedTuple):
    """A room by its kind ("" in codes alone), the building's letter ("" unknown) and the digits of its number."""

    kind: str
    building: str
    digits: str


class Codes(NamedTuple):
    """What the numbers and letters of a text say of a place."""

    rooms: frozenset[Room]
    dwellings: frozenset[str]
    numbered: frozenset[tuple[str, str]]
    floors: frozenset[int]


def codes_of(text: str, *, of_location: bool) -> Codes:
    """Return the codes of a folded text; numbers in a description must look more like rooms than in a location."""
    rooms, dwellings = set[Room](), set[str]()
    numbered = set[tuple[str, str]]()
    rest = _FLOOR.sub(" ", text)
    for word, number in _keyworded(rest, of_location=of_location):
        kind = CONCEPTS.get(word, "")
        if word in DWELLINGS and not _coded(number):
            dwellings.add(number)
        elif kind in ROOM_KINDS:
            rooms.add(_room(kind, number))
        elif word in OFFICES:
            rooms.update({_room("room", number)} if len(number) > 2 else ())
        else:
            plain = number.removeprefix("p") if kind == "parking" else number
            numbered.add((_NUMBERED.get(word) or kind, ROMAN.get(plain, plain).lstrip("0") or plain))
    rest = _NUMBERED_WORD.sub(" ", rest)
    rooms.update(_coded_rooms(rest, of_location=of_location))
    rest = _LETTERED.sub(" ", _PLAIN.sub(" ", _MIDDLE.sub(" ", _DOTTED.sub(" ", rest))))
    numbered.update((CONCEPTS[kind], letter) for letter, kind in _LETTER_BEFORE.findall(rest))
    if of_location:
        numbered.update(("building", letter) for letter in _LETTER_AFTER.findall(rest))
        shorts = _SHORT.findall(rest)
        rooms.update(Room("", letter, digits) for letter, digits in shorts if letter != "p")
        numbered.update(("parking", digits) for letter, digits in shorts if letter == "p")
        dwellings.update(_BARE.findall(_SHORT.sub(" ", rest)))
    letters = {letter for kind, letter in numbered if kind == "building" and letter.isalpha()}
    if len(letters) == 1:
        rooms = {room._replace(building=room.building or next(iter(letters))) for room in rooms}
    numbered.update(("building", room.building) for room in rooms if room.building and len(room.digits) > 2)
    return Codes(frozenset(rooms), frozenset(dwellings), frozenset(numbered), frozenset(_floors(text)))


def _keyworded(text: str, *, of_location: bool) -> Iterator[tuple[str, str]]:
    for word, number in _NUMBERED_WORD.findall(text):
        # "edificio e ...": a lone vowel is a word in sentences, and the name of a building in locations.
        if number not in _WORD_LIKE or of_location:
            yield word, number.replace(" ", "").lstrip("-")


def _coded(number: str) -> bool:
    return "." in number or "-" in number


def _room(kind: str, number: str) -> Room:
    number = ROMAN.get(number, number)
    letter = number[0] if number[0].isalpha() else ""
    digits = "".join(character for character in number if character.isdigit())
    return Room(kind, letter if digits else "", digits or number)


def _coded_rooms(text: str, *, of_location: bool) -> Iterator[Room]:
    for letter, between, floor, number in _LETTERED.findall(text):
        yield Room("", _building(letter, between, of_location=of_location), floor + number)
    rest = _LETTERED.sub(" ", text)
    for floor, letter, number in _MIDDLE.findall(rest):
        yield Room("", letter, floor + number)
    rest = _MIDDLE.sub(" ", rest)
    for letter, between, digits in _PLAIN.findall(rest):
        building = _building(letter, between, of_location=of_location)
        if building:
            yield Room("", building, digits)
    yield from _unlettered(rest, of_location=of_location)


def _unlettered(text: str, *, of_location: bool) -> Iterator[Room]:
    yield from (Room("", "", "".join(parts)) for parts in _PARTS.findall(text))
    text = _PARTS.sub(" ", text)
    if of_location:
        yield from (Room("", "", floor + number) for floor, number in _SHORT_DOTTED.findall(text))
        found = _INITIALS.findall(text)
        yield from (Room("", "", number.replace(".", "")) for letters, number in found if letters not in CONCEPTS)
    if not of_location:
        yield from (Room("", "", digits) for digits in _ASIDE.findall(text))
        yield from (Room("", letter, digits) for letter, digits in _NAMED_BY.findall(text))
    for floor, number in _DOTTED.findall(text):
        # In a description 8.40 may be a time, and 2.50 a price.
        if of_location or len(number) == 3 or floor == "0":
            yield Room("", "", floor + number)


def _building(letter: str, between: str, *, of_location: bool) -> str:
    return "" if between == " " and letter in _WORD_LIKE and not of_location else letter


def _floors(text: str) -> Iterator[int]:
    for before, after in _FLOOR.findall(text):
        yield int(before or after)
    yield from (ORDINALS[word] for word in _ORDINAL_FLOOR.findall(text))
    if _GROUND.search(text):
        yield 0
    if _BELOW.search(text):
        yield -1
