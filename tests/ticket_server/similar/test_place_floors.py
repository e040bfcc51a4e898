"""Floors are numbers, words and letters, and tell rooms of one number apart."""

import pytest

from ticket_server.similar.place_floors import floors_of, without_floors
from ticket_server.similar.places import Agreement, compare, places_of

Told = tuple[str, str]

FLOORS: list[tuple[str, set[int]]] = [
    ("second floor", {2}),
    ("zweiter stock", {2}),
    ("2. og", {2}),
    ("terzo piano", {3}),
    ("piano 3", {3}),
    ("sexta planta", {6}),
    ("deuxieme etage", {2}),
    ("salle de bain au 5e", {5}),
    ("level 4", {4}),
    ("erdgeschoss", {0}),
    ("rez-de-chaussee", {0}),
    ("piano -1", {-1}),
    ("ug 2", {-1, -2}),
    ("segundo sotano", {-1, -2}),
    ("haus 4 piso 25", set()),
    ("le 3e jour", set()),
    ("room 3", set()),
]
SAME: list[tuple[Told, Told]] = [
    (("2.014", ""), ("", "touch tv in room 14 second floor is dead")),
    (("2.105", ""), ("", "Bild fällt aus, Seminarraum 105, zweiter Stock")),
    (("0.17", ""), ("Erdgeschoss", "Strom weg im EG, Raum 17")),
    (("Aulario Norte 1.7", ""), ("", "aulario norte, primera planta, aula siete")),
]
CONFLICT: list[tuple[Told, Told]] = [
    (("Résidence Anna Freud, 3e", ""), ("", "four en panne, 4e étage, résidence Anna Freud")),
    (("", "wifi de la sexta planta de la torre"), ("La torre, piano 5", "")),
    (("0.17", ""), ("2. OG", "Strom weg, Raum 17")),
]


def agreement(one: Told, other: Told) -> Agreement:
    return compare(places_of(*one), places_of(*other)).agreement


@pytest.mark.parametrize("pair", SAME)
def test_rooms_with_their_floors_apart_agree(pair: tuple[Told, Told]) -> None:
    assert agreement(*pair) == Agreement.SAME


@pytest.mark.parametrize("pair", CONFLICT)
def test_floors_are_in_conflict(pair: tuple[Told, Told]) -> None:
    assert agreement(*pair) == Agreement.CONFLICT


@pytest.mark.parametrize(("text", "floors"), FLOORS)
def test_floors_of_five_languages(text: str, floors: set[int]) -> None:
    assert floors_of(text, of_location=False) == floors


def test_what_is_no_floor_stays_in_the_text() -> None:
    assert without_floors("haus 4 piso 25, 2. og").split() == ["haus", "4", "piso", "25,"]
