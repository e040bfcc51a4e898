"""Floors, as people of five languages write and number them."""

import re
from collections.abc import Iterator

from ticket_server.similar.place_words import ORDINALS

_WORDS = "floor|piano|stock|stockwerk|etage|planta|piso|plan|ebene|niveau|livello|level|nivel"
# Flats have higher numbers: "piso 23" in Spanish is one.
_HIGHEST = 15
_NUMBERED = re.compile(
    r"(?<![.,:\d])(-?\b\d{1,2})(?: ?(?:st|nd|rd|th|o|a|er|e|eme|ere|°|\.))? ?"
    rf"(?:{_WORDS}|og|obergeschoss|pietro|verdieping|patro)\b(?! ?\d)"
    rf"|\b(?:{_WORDS}|og) (-?\d{{1,2}})(?!\d|[.,]\d|-\d)\b"
)
# "au 5e", "Résidence Anna Freud, 3e": in French the word for it may be left out.
_FRENCH = re.compile(r"(?:\bau |\bdu |, |^|\w )(\d)(?:e|er|eme)(?=$|[ ,.;:!?])")
_SURE_FRENCH = re.compile(r"\b(?:au|du) (\d)(?:e|er|eme)(?=$|[ ,.;:!?])")
_GROUND = re.compile(
    r"\b(?:ground floor|ground level|piano terra|pianterreno|piano terreno|erdgeschoss|eg|planta baja|pb|"
    r"rez[ \-]de[ \-]chaussee|rdc)\b"
)
_BASEMENT = "basement|keller|ug|untergeschoss|seminterrato|sotano|sous-sol|piwnica|interrato"
_BELOW = re.compile(rf"\b(?:(\d)\.? ?)?(?:{_BASEMENT})(?: (\d)(?![\d.,]))?\b")
_ORDINAL = re.compile(rf"\b({'|'.join(ORDINALS)}) (?:(?:{_WORDS}|og|obergeschoss)|({_BASEMENT}))\b")
_DIGIT = re.compile(r"\d")


def floors_of(text: str, *, of_location: bool) -> frozenset[int]:
    """Return the floors in a folded text, 0 the ground floor; one more below the ground is on -1 for others."""
    return frozenset(_floors(text, french=_FRENCH if of_location else _SURE_FRENCH))


def without_floors(text: str) -> str:
    """Return the text without its numbered floors, so that these are not taken for rooms."""
    return _BELOW.sub(" ", _NUMBERED.sub(lambda found: " " if _is_floor(*found.groups()) else found.group(), text))


def _is_floor(before: str | None, after: str | None) -> bool:
    return int(before or after or 0) <= _HIGHEST


def _floors(text: str, french: re.Pattern[str]) -> Iterator[int]:
    if _DIGIT.search(text):
        yield from (int(before or after) for before, after in _NUMBERED.findall(text) if _is_floor(before, after))
        yield from (int(number) for number in french.findall(text))
    if _GROUND.search(text):
        yield 0
    for before, after in _BELOW.findall(text):
        yield from (-1, -int(before or after or 1))
    for ordinal, below in _ORDINAL.findall(text):
        yield -ORDINALS[ordinal] if below else ORDINALS[ordinal]
