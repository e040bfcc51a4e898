"""Numbers of rooms and of other things, in codes, beside words, spelled and badly typed."""

import pytest

from ticket_server.similar.places import Agreement, compare, places_of

Told = tuple[str, str]

SAME: list[tuple[Told, Told]] = [
    (("S2|04/104", ""), ("S2/04 R.104", "")),
    (("4.3.11", ""), ("", "Flickering light in office 4.3.11")),
    (("HS3", ""), ("", "Il pc in cattedra non si accende, HS3")),
    (("G 12", ""), ("Raum G12", "")),
    (("salle 112", ""), ("", "la salle de TP 112 est inondée")),
    (("PC lab 2", ""), ("aula informatica 2", "")),
    (("B2.14", ""), ("B 2 . 14", "")),
    (("B2.04", ""), ("B2.O4", "")),
    (("Galois 412", ""), ("", "volet cassé dans la 412, Galois")),
    (("aula 214 edificio B", ""), ("Seminarraum b 2.14", "")),
]
CONFLICT: list[tuple[Told, Told]] = [
    (("S2|04/104", ""), ("S2|04/105", "")),
    (("2-19", ""), ("bureau 2-21", "")),
    (("vestiaire 2", ""), ("", "panca dello spogliatoio 3 rotta")),
    (("lab south 1", ""), ("", "thin clients dead in lab south 2")),
    (("squash 1", ""), ("", "squash 2 stays dark")),
    (("aula 3", ""), ("", "il proiettore in aula quattro è morto")),
    # The same number elsewhere.
    (("Aulario Norte 1.7", ""), ("Aulario Sur 1.7", "")),
    (("Filología, aula 12", ""), ("Geografía, aula 12", "")),
    (("Haus 4, Raum 12", ""), ("Haus 6, Raum 12", "")),
    (("Residenza Volta 312", ""), ("Residenza Mayer 312", "")),
    # In a description, behind an article.
    (("3.07", ""), ("", "une collègue a crié en ouvrant la 3.08")),
    (("P8", ""), ("", "No sale el tique al entrar al P9")),
    (("J-12", ""), ("", "si spegne tutto nel laboratorio J13")),
]
NO_CONFLICT: list[tuple[Told, Told]] = [
    # Words and amounts that are no numbers of places.
    (("salle d'examen", ""), ("salle 3", "")),
    (("sala 24h", ""), ("", "cerrada la sala 24 horas")),
    (("Biblioteca, sale studio 1-8", ""), ("", "Study room 5 was full, in the library")),
    (("HS 5", ""), ("", "in the hall 30 people had no seat")),
    (("lab 2", ""), ("", "the lab has 16 degrees, I work in it 3 hours")),
    (("B2.14", ""), ("", "it rang at 8.40 and at 9.15 in the library")),
    (("aula 3", ""), ("", "l'aula è fredda in 120 minuti di lezione")),
    (("K 1.07", ""), ("", "I printed 20 pages on A4")),
]


def agreement(one: Told, other: Told) -> Agreement:
    return compare(places_of(*one), places_of(*other)).agreement


@pytest.mark.parametrize("pair", SAME)
def test_numbers_agree(pair: tuple[Told, Told]) -> None:
    assert agreement(*pair) == Agreement.SAME


@pytest.mark.parametrize("pair", CONFLICT)
def test_numbers_that_differ_are_in_conflict(pair: tuple[Told, Told]) -> None:
    assert agreement(*pair) == Agreement.CONFLICT


@pytest.mark.parametrize("pair", NO_CONFLICT)
def test_other_numbers_are_no_conflict(pair: tuple[Told, Told]) -> None:
    assert agreement(*pair) != Agreement.CONFLICT
